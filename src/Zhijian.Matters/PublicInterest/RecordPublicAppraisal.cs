using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Record a time of appraisal, assessment, audit, inspection, testing or translation, which is not counted (公益诉讼办案规则48).</summary>
public sealed record RecordPublicAppraisal(
    [Label("完成日期", "Finished on")] DateOnly On,
    [Label("开始日期", "Begun on")] DateOnly Begun,
    [Label("事项", "What")] AppraisalKind What,
    [Label("机构和文号", "By whom, number")] string By,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordPublicAppraisal>
{
    public static Decision Decide(Matter matter, RecordPublicAppraisal c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Begun > c.On)
            return new EndsBeforeItBegins(c.Begun, c.On) { Field = "begun" };
        return PublicLines.Empty(x, ("by", c.By, new Text("机构和文号", "By whom, number")))
            ?? Decision.Of(new PublicAppraisalRecorded(c.On, c.Begun, c.What, c.By.Trim(), proceeding.Id));
    }
}

/// <summary>The six causes of 公益诉讼办案规则48; the list is closed.</summary>
public enum AppraisalKind
{
    [Label("鉴定", "Expert opinion")]
    ExpertOpinion,

    [Label("评估", "Assessment")]
    Assessment,

    [Label("审计", "Audit")]
    Audit,

    [Label("检验", "Inspection")]
    Inspection,

    [Label("检测", "Testing")]
    Testing,

    [Label("翻译", "Translation")]
    Translation,
}

public sealed record EndsBeforeItBegins(DateOnly Begun, DateOnly On)
    : Refusal("ends-before-it-begins", new Text($"完成日期 {On:yyyy-MM-dd} 早于开始日期 {Begun:yyyy-MM-dd}", $"it ends on {On:yyyy-MM-dd}, before it begins on {Begun:yyyy-MM-dd}"), null, new Text("核对两个日期", "check both dates"));

[EventType("public-interest.appraisal-recorded")]
public sealed record PublicAppraisalRecorded(DateOnly On, DateOnly Begun, AppraisalKind What, string By, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // only the clock may change
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("public-appraisal-begun", Begun, Proceeding), new Occurrence("public-appraisal-ended", On, Proceeding)];

    public Text Says(Matter matter) => new($"{Proceeding} {What.Label().Zh}：{Begun:yyyy-MM-dd} 至 {On:yyyy-MM-dd}（{By}）", $"{Proceeding}: {What.Label().En}, {Begun:yyyy-MM-dd} to {On:yyyy-MM-dd} ({By})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
