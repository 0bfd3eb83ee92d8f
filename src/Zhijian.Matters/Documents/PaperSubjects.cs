using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Whom a paper can be about, and the choice among them.</summary>
public static class PaperSubjects
{
    /// <summary>Ids of the matter that the template could name: those at a stage of its steps first of all, else everybody.</summary>
    public static IReadOnlyList<string> Of(Matter matter, DocumentTemplate template, LawBook law) => template.Per switch
    {
        DocumentSubject.Person or DocumentSubject.Persons => Persons(matter, template, law),
        DocumentSubject.Holder => [.. matter.RightHolders.Select(h => h.Id)],
        DocumentSubject.Proceeding => [.. matter.Proceedings.Where(p => p.Kind == template.Proceeding && PaperMaker.Misfit(template, matter, law, new PaperSubject([], Proceeding: p.Id)) is null).Select(p => p.Id)],
        _ => [],
    };

    private static List<string> Persons(Matter matter, DocumentTemplate template, LawBook law)
    {
        var stages = template.Steps.Select(s => law.Procedures[s]).Where(p => p.Scope != StepScope.Proceeding).SelectMany(p => p.From.Concat(p.To)).ToHashSet(StringComparer.Ordinal);
        List<string> reached = [.. matter.Persons.Where(p => p.Accusations.Any(a => stages.Contains(Words.Kebab(a.Stage)))).Select(p => p.Id)];
        return reached.Count > 0 ? reached : [.. matter.Persons.Select(p => p.Id)];
    }

    internal static (IReadOnlyList<PaperSubject> Subjects, Refusal? No) Choose(Matter matter, DocumentTemplate template, IReadOnlyList<string> named, LawBook law)
    {
        if (template.Per == DocumentSubject.Matter)
            return named.Count == 0 ? ([PaperSubject.None], null) : ([], new PaperHasNoSubject(template.Name) { Field = "subjects" });
        var ids = named.Select(n => n.Trim()).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
            ids = [.. Of(matter, template, law)];
        if (ids.Find(id => !Exists(matter, template, id)) is { } stranger)
            return ([], new NotASubject(stranger, template.Name) { Field = "subjects" });
        if (ids.Count == 0)
            return ([], new NobodyForThePaper(template.Name) { Field = "subjects" });
        return (template.Per switch
        {
            DocumentSubject.Persons => [new PaperSubject(ids)],
            DocumentSubject.Person => [.. ids.Select(id => new PaperSubject([id]))],
            DocumentSubject.Holder => [.. ids.Select(id => new PaperSubject([], Holder: id))],
            _ => [.. ids.Select(id => new PaperSubject([], Proceeding: id))],
        }, null);
    }

    private static bool Exists(Matter matter, DocumentTemplate template, string id) => template.Per switch
    {
        DocumentSubject.Holder => matter.RightHolder(id) is not null,
        DocumentSubject.Proceeding => matter.Proceeding(id)?.Kind == template.Proceeding,
        _ => matter.Person(id) is not null,
    };
}

public sealed record PaperHasNoSubject(Text Paper)
    : Refusal("paper-has-no-subject", new Text($"“{Paper.Zh}”就全案制作，不选对象", $"“{Paper.En}” is about the whole matter"), null, new Text("“对象”留空", "leave “about” empty"));

public sealed record NotASubject(string Id, Text Paper)
    : Refusal("not-a-subject", new Text($"“{Id}”不是“{Paper.Zh}”的对象", $"“{Paper.En}” is not about “{Id}”"), null, new Text("选择本案的人员、权利人或者相应的监督程序，如 P1、R1、F1", "choose a person, right holder or proceeding of the matter, e.g. P1, R1, F1"));

public sealed record NobodyForThePaper(Text Paper)
    : Refusal("nobody-for-the-paper", new Text($"本案没有“{Paper.Zh}”的对象", $"the matter has nobody whom “{Paper.En}” could be about"), null, new Text("先登记人员、权利人或者启动监督程序", "record the person, the right holder or the proceeding first"));
