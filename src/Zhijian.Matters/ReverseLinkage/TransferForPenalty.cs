using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>
/// Pass persons who were not prosecuted to the administrative side (移送行政检察部门; 刑诉法177第3款; 行刑反向衔接工作指引): the name, the act, the amounts
/// and the goods come from the matter. Persons may be passed on together or apart.
/// </summary>
public sealed record TransferForPenalty(
    [Label("移送日期", "Passed on")] DateOnly On,
    [Label("可能需要行政处罚的理由", "Why a penalty may be due"), LongText] string Reason,
    [Label("人员", "Persons", HintZh = "空白为全部可以移送的", HintEn = "empty = all who can be")] IReadOnlyList<string>? Persons = null)
    : ICommand<TransferForPenalty>
{
    public static Decision Decide(Matter matter, TransferForPenalty c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        var (persons, no) = Choose(matter, c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (Guard.Empty(c.Reason, "reason", "可能需要行政处罚的理由", "Why a penalty may be due") is { } empty)
            return empty;
        return Decision.Of(new PassedOnForPenalty(c.On, c.Reason.Trim(), About(matter, persons, x.Law), persons.Max(PenaltyParts.LastDecision), persons.Ids()));
    }

    /// <summary>Also who is told that no penalty is called for: not prosecuted at all, and in no proceeding that runs.</summary>
    internal static (IReadOnlyList<Person> Persons, Refusal? No) Choose(Matter matter, IReadOnlyList<string>? named, DateOnly on, StepContext x)
    {
        var whole = matter.Persons.Where(p => PenaltyParts.NotWhollyNotProsecuted(p) is null && matter.Running(p, x.Law) is null).Select(p => p.Id);
        IReadOnlyList<string> ids = named is { Count: > 0 } ? [.. named.Distinct(StringComparer.Ordinal)] : [.. whole];
        if (ids.Count == 0)
            return ([], new NobodyToActOn(x.Procedure.Title, x.Procedure.Reference, x.Procedure.Remedy) { Field = "persons" });
        foreach (var id in ids)
        {
            if (matter.Person(id) is not { } person)
                return ([], new UnknownPerson(id) { Field = "persons" });
            if (PenaltyParts.NotWhollyNotProsecuted(person) is { } no)
                return ([], no);
            if (matter.Running(person, x.Law) is { } running)
                return ([], new PassedOnAlready(person.Name, running.Id) { Field = "persons" });
            if (person.Accusations.Max(a => a.Since)!.Value is var since && on < since.Earliest)
                return ([], new BeforeTheStage(person.Name, on, since, Stage.NotProsecuted) { Field = "on" });
        }
        return ([.. ids.Select(i => matter.Person(i)!)], null);
    }

    private static string About(Matter matter, IReadOnlyList<Person> persons, LawBook law)
    {
        var charges = persons.SelectMany(p => p.Accusations).Select(a => a.Charge).Distinct().Select(a => law.Vocabulary.Charge(a)?.Title.Zh ?? a);
        var amounts = matter.Amounts.Where(a => a.Person is null || persons.Any(p => p.Id == a.Person)).Select(a => $"{law.Vocabulary.AmountKind(a.Kind)?.Title.Zh ?? a.Kind}{(a.Approximate ? "约" : "")} {a.Yuan} 元");
        return string.Join('，', new[] { $"{string.Join('、', persons.Select(p => p.Name))}（{string.Join('、', charges)}）", matter.Goods }.Concat(amounts).Where(t => !string.IsNullOrWhiteSpace(t)));
    }
}

public sealed record PassedOnAlready(string Person, string Proceeding)
    : Refusal(
        "passed-on-already",
        new Text($"{Person}已在 {Proceeding} 中办理", $"{Person} is dealt with in {Proceeding} already"),
        new LegalRef("刑诉法177第3款；行政处罚法29"),
        new Text($"在 {Proceeding} 中继续办理", $"carry on {Proceeding}"));

/// <param name="About">Who and what, from the matter as it was on that day.</param>
/// <param name="DecidedOn">The day of the last non-prosecution decision.</param>
[EventType("penalty.passed-on")]
public sealed record PassedOnForPenalty(DateOnly On, string Reason, string About, DateOnly DecidedOn, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        foreach (var person in Persons)
            _ = matter.Known(person);
        var proceeding = matter.Open(Proceedings.PenaltyOpinion, About, "transferred", On);
        proceeding.Set("persons", string.Join(' ', Persons));
        proceeding.Set("not-prosecuted", $"{DecidedOn:yyyy-MM-dd}");
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("penalty-passed-on", On, p));

    public Text Says(Matter matter) => new($"移送行政检察部门审查是否需要行政处罚：{About}（{Reason}）", $"Passed on for an administrative penalty: {matter.Names(Persons)} ({Reason})");

    Track? IMatterEvent.Track => Track.Administrative;
}
