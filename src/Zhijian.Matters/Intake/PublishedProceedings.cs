using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Matters.Intake;

/// <summary>A word of a published case that says where a proceeding stood, and the day as far as it was published.</summary>
internal sealed record PublishedStanding(PublishedWord Word, PartialDate On)
{
    /// <summary>One proceeding a kind, at each stage that the words name, in the order in which the vocabulary lists them. Pure.</summary>
    public static IEnumerable<IEvent> Events(IReadOnlyList<PublishedStanding> said, LawBook law, string title, PublishedSource source, Track function)
    {
        var order = law.PublishedWords.Says.ToList();
        foreach (var kind in said.GroupBy(s => s.Word.Kind))
        {
            // the same stage said twice: the word that has a day
            var stages = kind.GroupBy(s => s.Word.Stage).Select(g => g.OrderByDescending(s => s.On.IsKnown).First()).OrderBy(s => order.IndexOf(s.Word)).ToList();
            var (prefix, track) = Proceedings.Known[kind.Key];
            var (first, name) = (stages[0], string.Concat(source.Court, source.CaseNumber));
            yield return new ProceedingPublished(
                first.On, first.Word.Phrase, kind.Key, first.Word.Stage, name.Length > 0 ? $"{title}（{name}）" : title, kind.Key == Proceedings.Suggestion ? function : track,
                first.Word.Facts, source.Court, source.CaseNumber);
            foreach (var later in stages.Skip(1))
                yield return new ProceedingStagePublished(later.On, later.Word.Phrase, $"{prefix}1", later.Word.Stage, later.Word.Facts);
        }
    }
}

/// <summary>
/// A published case says that there was a proceeding, and where it stood. It opens no clock: from which day one could run was not published, and
/// it never pretends that a step was taken here.
/// </summary>
/// <param name="What">The published words.</param>
/// <param name="Facts">What the words cannot but mean.</param>
[EventType("published.proceeding")]
public sealed record ProceedingPublished(
    PartialDate On, string What, string Kind, string Stage, string Title, Track Function, IReadOnlyDictionary<string, string> Facts, string? Court, string? CaseNumber) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Kind, Title, Stage, On, Function);
        proceeding.Set("published", What);
        foreach (var (fact, value) in Facts)
            proceeding.Set(fact, value);
        if (Court is not null)
            proceeding.Set("court", Court);
        if (CaseNumber is not null)
            proceeding.Set("case-number", CaseNumber);
        proceeding.Move(Stage, On, ProceedingStagePublished.Words(What));
    }

    public Text Says(Matter matter) => ProceedingStagePublished.Words(What);

    PartialDate? IEvent.TookPlaceOn => On;

    Track? IMatterEvent.Track => Function;
}

/// <summary>A published case says that the proceeding came to a later stage.</summary>
[EventType("published.proceeding-stage")]
public sealed record ProceedingStagePublished(PartialDate On, string What, string Proceeding, string Stage, IReadOnlyDictionary<string, string> Facts) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        foreach (var (fact, value) in Facts)
            proceeding.Set(fact, value);
        proceeding.Move(Stage, On, Words(What));
    }

    public Text Says(Matter matter) => new($"{Proceeding} 公布：{What}", $"{Proceeding}, published: {What}");

    PartialDate? IEvent.TookPlaceOn => On;

    Track? IMatterEvent.Track => Matters.Proceedings.Known.First(k => k.Value.Prefix == Proceeding[0]).Value.Track;

    internal static Text Words(string what) => new($"公布：{what}", $"published: {what}");
}
