using Zhijian.Kernel;

namespace Zhijian.Matters.Criminal;

/// <summary>Record what the next higher procuratorate did with the protest (支持抗诉、撤回抗诉; 规则589): it supports it, in part or whole, or withdraws it.</summary>
public sealed record RecordProtestReview(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("决定", "Decision")] ProtestSupport Outcome,
    [Label("理由", "Reason", HintZh = "变更、补充的抗诉理由，或者撤回的理由", HintEn = "grounds changed or added, or why it was withdrawn"), LongText] string Reason,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<RecordProtestReview>
{
    public static Decision Decide(Matter matter, RecordProtestReview c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        IReadOnlyList<Person> chosen = c.Persons is { Count: > 0 } ? persons : [.. persons.Where(p => PendingSince(matter, p.Id) is not null)];
        if (chosen.Count == 0 || chosen.Any(p => PendingSince(matter, p.Id) is null))
            return new NoProtestIsPending(string.Join('、', persons.Select(p => p.Name))) { Field = "persons" };
        if (chosen.Select(p => PendingSince(matter, p.Id)!.Value).Max() is var protested && c.On < protested)
            return new DecidedBeforeProtest(c.On, protested) { Field = "on" };
        return string.IsNullOrWhiteSpace(c.Reason)
            ? new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" }
            : Decision.Of(new ProtestReviewed(c.On, c.Outcome, c.Reason.Trim(), c.Document, chosen.Ids()));
    }

    /// <summary>The day of the protest on which the higher procuratorate has not decided; null where there is none.</summary>
    internal static DateOnly? PendingSince(Matter matter, string person)
    {
        DateOnly? since = null;
        foreach (var entry in matter.Timeline)
            since = entry.Event switch
            {
                JudgmentReviewed { Outcome: JudgmentReview.Protest } protest when protest.Persons.Contains(person) => protest.On,
                ProtestReviewed reviewed when reviewed.Persons.Contains(person) => null,
                _ => since,
            };
        return since;
    }
}

public enum ProtestSupport
{
    [Label("支持抗诉", "Protest supported")]
    Supported,

    [Label("部分支持抗诉", "Protest supported in part")]
    Partly,

    [Label("撤回抗诉", "Protest withdrawn")]
    Withdrawn,
}

public sealed record NoProtestIsPending(string Persons)
    : Refusal("no-protest-is-pending", new Text($"{Persons}没有待上一级检察院审查的抗诉", $"no protest concerning {Persons} waits for the next higher procuratorate"), new LegalRef("规则587、589"), new Text("先在判决审查中提出抗诉", "protest in the review of the judgment first"));

public sealed record DecidedBeforeProtest(DateOnly On, DateOnly Protested)
    : Refusal("decided-before-protest", new Text($"日期 {On:yyyy-MM-dd} 早于提出抗诉的 {Protested:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is before the protest of {Protested:yyyy-MM-dd}"), null, new Text("核对日期", "check the date"));

[EventType("criminal.protest-reviewed")]
public sealed record ProtestReviewed(DateOnly On, ProtestSupport Outcome, string Reason, string? Document, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the judgment stands until the court of second instance decides
    }

    public Text Says(Matter matter) => new($"上一级检察院{Outcome.Label().Zh}：{matter.Names(Persons)}", $"Next higher procuratorate: {Outcome.Label().En.ToLowerInvariant()} ({matter.Names(Persons)})");
}
