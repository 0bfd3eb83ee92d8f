using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Receive the objection of the police to a notice to withdraw (要求复议、提请复核; 规则565): reconsideration here within seven days, then review by the next
/// higher procuratorate within fifteen.
/// </summary>
public sealed record ReceiveFilingObjection(
    [Label("收到日期", "Received on", HintZh = "收到意见书和案卷材料", HintEn = "the written request with the file")] DateOnly On,
    [Label("种类", "Kind")] FilingObjection Kind,
    [Label("理由", "Grounds"), LongText] string Grounds,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ReceiveFilingObjection>
{
    public static Decision Decide(Matter matter, ReceiveFilingObjection c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (string.IsNullOrWhiteSpace(c.Grounds))
            return new FieldIsEmpty("grounds", new Text("理由", "Grounds")) { Field = "grounds" };
        if (proceeding.Notice() != FilingFacts.NoticeToWithdraw)
            return new OnlyWithdrawalIsObjectedTo(proceeding.Id) { Field = "proceeding" };
        return (c.Kind, proceeding.Facts.GetValueOrDefault("upheld")) switch
        {
            (FilingObjection.Review, null) => new ReconsiderationComesFirst(proceeding.Id) { Field = "kind" },
            (_, "review") => new ReviewWasTheLast(proceeding.Id) { Field = "kind" },
            _ => Decision.Of(new FilingObjectionReceived(c.On, c.Kind, c.Grounds.Trim(), proceeding.Id)),
        };
    }
}

public enum FilingObjection
{
    [Label("要求复议（同级检察院）", "Reconsideration by the same procuratorate")]
    Reconsideration,

    [Label("提请复核（上一级检察院）", "Review by the next higher procuratorate")]
    Review,
}

public sealed record OnlyWithdrawalIsObjectedTo(string Id)
    : Refusal("only-withdrawal-is-objected-to", new Text($"{Id} 的通知是立案，公安机关只能对撤销案件通知要求复议、提请复核", $"{Id} is a notice to file; reconsideration and review are for a notice to withdraw"), new LegalRef("规则565"), new Text("公安机关应当在十五日以内立案", "the police have fifteen days to file"));

public sealed record ReconsiderationComesFirst(string Id)
    : Refusal("reconsideration-comes-first", new Text($"{Id} 尚未经本院复议", $"{Id} was not reconsidered here yet"), new LegalRef("规则565"), new Text("先登记要求复议并作出复议决定", "record the reconsideration and decide it first"));

public sealed record ReviewWasTheLast(string Id)
    : Refusal("review-was-the-last", new Text($"{Id} 已经上一级检察院复核维持", $"{Id} was upheld by the next higher procuratorate"), new LegalRef("规则565"), new Text("公安机关应当执行", "the police have to follow it"));

[EventType("filing.objection-received")]
public sealed record FilingObjectionReceived(DateOnly On, FilingObjection Kind, string Grounds, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownProceeding(Proceeding).Move(Kind == FilingObjection.Review ? "higher-review" : "reconsideration", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence("filing-objection-received", On, Proceeding) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = Words.Kebab(Kind) } }];

    public Text Says(Matter matter) => Kind == FilingObjection.Review
        ? new($"{Proceeding} 公安机关提请上一级检察院复核撤销案件通知", $"{Proceeding}: the police ask the next higher procuratorate for review")
        : new($"{Proceeding} 公安机关要求复议撤销案件通知", $"{Proceeding}: the police ask for reconsideration");
}
