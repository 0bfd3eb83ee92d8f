using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>One paper as it would be made now.</summary>
public sealed record PlannedPaper(PaperSubject Subject, MadePaper Made);

/// <summary>
/// What whoever makes a paper sees before it is made: the papers so far, what only they can say, and what has to be recorded first and by whom.
/// </summary>
/// <param name="Papers">One for each subject; with gaps they are previews.</param>
/// <param name="Asked">Fields that are given with the paper: what the template asks, and facts that no step has recorded yet.</param>
/// <param name="Owed">Facts that only a step can give; while there is one the paper is not made.</param>
public sealed record PaperPlan(DocumentTemplate Template, IReadOnlyList<PlannedPaper> Papers, IReadOnlyList<PaperGap> Asked, IReadOnlyList<PaperGap> Owed)
{
    /// <summary>Nothing is missing.</summary>
    public bool IsComplete => Papers.Count > 0 && Papers.All(p => p.Made.Gaps.Count == 0);

    /// <summary>Pure. O(subjects × fields × entries of the record).</summary>
    /// <param name="subjects">Ids of the matter; empty = all that it can be about.</param>
    /// <param name="given">Values by field; those of fields that are not asked are left aside.</param>
    public static (PaperPlan? Plan, Refusal? No) Of(
        DocumentTemplate template, Matter matter, LawBook law, IReadOnlyList<string> subjects, PaperBy by, IReadOnlyDictionary<string, string> given)
    {
        var (chosen, no) = PaperSubjects.Choose(matter, template, subjects, law);
        if (no is not null)
            return (null, no);
        foreach (var subject in chosen)
            if (PaperMaker.Misfit(template, matter, law, subject) is { } misfit)
                return (null, new TemplateDoesNotFit(template.Name, misfit.Known, misfit.Wanted, template.Reference) { Field = "template" });
        List<PlannedPaper> Made(IReadOnlyDictionary<string, string> values) => [.. chosen.Select(s => new PlannedPaper(s, PaperMaker.Make(template, matter, law, s, by, values)))];
        var bare = Made(new Dictionary<string, string>());
        var gaps = bare.SelectMany(p => p.Made.Gaps).DistinctBy(g => g.Field).ToList();
        List<PaperGap> asked = [.. template.Asks.Select(a => new PaperGap(a.Name, a.Label, null, null, [], MayBeGiven: true)), .. gaps.Where(g => g is { MayBeGiven: true, Step: not null })];
        var values = given.Where(v => asked.Any(a => a.Field == v.Key)).ToDictionary(StringComparer.Ordinal);
        return (new PaperPlan(template, values.Count == 0 ? bare : Made(values), asked, [.. gaps.Where(g => !g.MayBeGiven)]), null);
    }

    public bool IsOptional(string field) => Template.Asks.Any(a => a.Name == field && a.Optional);
}

/// <summary>Which templates a matter could use, those that its steps call for first.</summary>
/// <param name="IsDue">A step to which it belongs is open now or was taken.</param>
/// <param name="Missing">How many fields somebody must still give.</param>
public sealed record PaperOffer(DocumentTemplate Template, bool IsDue, int Missing)
{
    /// <summary>Pure. O(templates × fields × entries of the record).</summary>
    /// <param name="open">Steps that are open now.</param>
    public static IReadOnlyList<PaperOffer> Of(Matter matter, LawBook law, PaperBy by, IReadOnlyCollection<string> open)
    {
        var taken = matter.Timeline.Select(e => e.Type).ToHashSet(StringComparer.Ordinal);
        var offers = new List<PaperOffer>();
        foreach (var template in law.Documents.Values)
            if (PaperPlan.Of(template, matter, law, [], by, new Dictionary<string, string>()) is ({ } plan, _))
                offers.Add(new PaperOffer(
                    template,
                    template.Steps.Any(open.Contains) || template.Facts.Values.Any(f => taken.Contains(f.Event)) || template.Per == DocumentSubject.Proceeding,
                    plan.Owed.Count + plan.Papers.SelectMany(p => p.Made.Gaps).Where(g => g.MayBeGiven).DistinctBy(g => g.Field).Count()));
        return [.. offers.OrderBy(o => !o.IsDue).ThenBy(o => o.Template.Track).ThenBy(o => o.Template.Id, StringComparer.Ordinal)];
    }
}
