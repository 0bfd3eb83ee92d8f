using Zhijian.Kernel;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>Report upward that the police do not correct themselves (报上一级检察院协商处理; 规则564): it is settled with the police of that level.</summary>
public sealed record ReportFilingUpward(
    [Label("上报日期", "Reported on")] DateOnly On,
    [Label("情况", "What happened"), LongText] string Report,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ReportFilingUpward>
{
    public static Decision Decide(Matter matter, ReportFilingUpward c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return string.IsNullOrWhiteSpace(c.Report)
            ? new FieldIsEmpty("report", new Text("情况", "What happened")) { Field = "report" }
            : Decision.Of(new FilingReportedUpward(c.On, c.Report.Trim(), proceeding.Id));
    }
}

[EventType("filing.reported-upward")]
public sealed record FilingReportedUpward(DateOnly On, string Report, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("reported", On);

    public Text Says(Matter matter) => new($"{Proceeding} 公安机关仍不纠正，报上一级检察院", $"{Proceeding}: still not corrected, reported to the next higher procuratorate");
}
