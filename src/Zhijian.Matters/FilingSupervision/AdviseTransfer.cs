using Zhijian.Kernel;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>Advise an administrative organ to transfer a suspected crime to the police (检察意见; 规则557第3款), with the approval of the chief procurator.</summary>
public sealed record AdviseTransfer(
    [Label("提出日期", "Sent on")] DateOnly On,
    [Label("意见", "Opinion", HintZh = "应当移送的事实和依据", HintEn = "the facts and the basis for a transfer"), LongText] string Opinion,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<AdviseTransfer>
{
    public static Decision Decide(Matter matter, AdviseTransfer c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (proceeding.Fault() != FilingFault.NotTransferred)
            return new PoliceAreAskedForReasons(proceeding.Id) { Field = "proceeding" };
        return string.IsNullOrWhiteSpace(c.Opinion)
            ? new FieldIsEmpty("opinion", new Text("意见", "Opinion")) { Field = "opinion" }
            : Decision.Of(new TransferAdvised(c.On, c.Opinion.Trim(), c.Document, proceeding.Id));
    }
}

public sealed record PoliceAreAskedForReasons(string Id)
    : Refusal("police-are-asked-for-reasons", new Text($"{Id} 监督的是公安机关，不是行政执法机关", $"{Id} supervises the police, not an administrative organ"), new LegalRef("规则557第3款、559"), new Text("办理“要求公安机关说明理由”", "take the step “Ask the police for reasons”"));

[EventType("filing.transfer-advised")]
public sealed record TransferAdvised(DateOnly On, string Opinion, string? Document, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("opinion-sent", On);

    public Text Says(Matter matter)
    {
        var organ = matter.KnownProceeding(Proceeding).Facts["police"];
        return new($"{Proceeding} 向{organ}提出移送涉嫌犯罪案件的检察意见", $"{Proceeding}: {organ} advised to transfer the case to the police");
    }
}
