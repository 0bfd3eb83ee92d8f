using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class ReportFilingUpwardTests
{
    private static ReportFilingUpward Report(string on = "2025-06-12", string report = "发出纠正违法通知书后仍不立案") => new(Day(on), report);

    [Fact]
    public void What_is_not_corrected_goes_up()
    {
        var story = Corrected().Do(Report());

        story.Stage().ShouldBe("reported");
        story.LastLine().Zh.ShouldContain("报上一级检察院");
    }

    [Fact]
    public void Not_before_the_correction() => Notified().ShouldRefuse<ProceedingOutOfOrder>(Report(), "proceeding").Basis!.Article.ShouldBe("规则564");

    [Fact]
    public void It_says_what_happened() => Corrected().ShouldRefuse<FieldIsEmpty>(Report(report: ""), "report");

    [Fact]
    public void Not_before_the_day_of_the_correction() => Corrected().ShouldRefuse<BeforeTheProceedingStage>(Report("2025-06-03"), "on");
}
