using Zhijian.Kernel;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>Record what the administrative organ did on the opinion (行政机关是否移送; 规则557第3款): it transferred the case, or it did not, and why.</summary>
public sealed record RecordTransferAnswer(
    [Label("日期", "Date")] DateOnly On,
    [Label("结果", "Result")] TransferAnswer Answer,
    [Label("说明", "Detail", HintZh = "移送书文号，或不移送的理由", HintEn = "number of the transfer, or why not"), LongText] string Detail,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordTransferAnswer>
{
    public static Decision Decide(Matter matter, RecordTransferAnswer c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Detail)
            ? new FieldIsEmpty("detail", new Text("说明", "Detail")) { Field = "detail" }
            : Decision.Of(new TransferAnswered(c.On, c.Answer, c.Detail.Trim(), proceeding.Id));
    }
}

public enum TransferAnswer
{
    [Label("已移送公安机关", "Transferred to the police")]
    Transferred,

    [Label("不移送", "Not transferred")]
    Refused,
}

[EventType("filing.transfer-answered")]
public sealed record TransferAnswered(DateOnly On, TransferAnswer Answer, string Detail, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) =>
        matter.KnownProceeding(Proceeding).Move(Answer == TransferAnswer.Transferred ? "transferred" : "not-transferred", On, new Text(Detail, Detail));

    public Text Says(Matter matter) => new($"{Proceeding} 行政机关{Answer.Label().Zh}（{Detail}）", $"{Proceeding}: {Answer.Label().En} ({Detail})");
}
