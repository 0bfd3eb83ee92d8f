using Zhijian.Kernel;
using Zhijian.Matters.Evidence;

namespace Zhijian.Matters.Intake;

/// <summary>Record an amount with its kind and source (登记数额). Thresholds read it by its kind.</summary>
public sealed record RecordAmount(
    [Label("日期", "Date")] DateOnly On,
    [Label("种类", "Kind", HintZh = "如 非法经营数额、销售金额、违法所得、未售货值", HintEn = "e.g. illegal-turnover, sales-amount, illegal-gains")] string Kind,
    [Label("金额（元）", "Amount (yuan)")] Money Yuan,
    [Label("来源", "Source", HintZh = "证据编号或者名称，和页码：E3 第4页", HintEn = "exhibit and page: E3 page 4")] string Source,
    [Label("约数", "Approximate")] bool Approximate = false,
    [Label("人员", "Person", HintZh = "编号，如 P1；空白为全案", HintEn = "id; empty = the whole matter")] string? Person = null)
    : ICommand<RecordAmount>
{
    public static Decision Decide(Matter matter, RecordAmount c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (x.Law.Vocabulary.AmountKind(c.Kind) is not { } kind)
            return UnknownAmountKind.Of(c.Kind, x) with { Field = "kind" };
        if (string.IsNullOrWhiteSpace(c.Source))
            return new FieldIsEmpty("source", new Text("来源", "Source")) { Field = "source" };
        if (ExhibitGuard.Source(matter, c.Source, "source") is { } exhibit)
            return exhibit;
        return c.Person is not null && matter.Person(c.Person) is null
            ? new UnknownPerson(c.Person) { Field = "person" }
            : Decision.Of(new AmountRecorded(c.On, kind.Id, c.Yuan, c.Source, c.Approximate, c.Person));
    }
}

public sealed record UnknownAmountKind(string Kind, string Known)
    : Refusal("unknown-amount-kind", new Text($"数额种类表中没有“{Kind}”", $"no kind of amount “{Kind}”"), null, new Text($"填其中之一：{Known}", $"one of: {Known}"))
{
    public static UnknownAmountKind Of(string kind, StepContext x) => new(kind, string.Join('、', x.Law.Vocabulary.AmountKinds.Select(k => k.Title.Zh)));
}

[EventType("matter.amount-recorded")]
public sealed record AmountRecorded(DateOnly On, string Kind, Money Yuan, string Source, bool Approximate, string? Person) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Add(new Amount(Kind, Yuan, Approximate, Source, Person));

    public Text Says(Matter matter) => new($"登记数额 {Yuan} 元（{Source}）", $"Amount {Yuan} yuan ({Source})");
}
