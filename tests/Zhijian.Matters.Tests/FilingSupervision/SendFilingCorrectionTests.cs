using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class SendFilingCorrectionTests
{
    private static SendFilingCorrection Send(string on) => new(Day(on), "纠正1号");

    [Fact]
    public void The_seven_days_for_the_reasons_must_be_over()
    {
        Asked().ShouldRefuse<PoliceStillHaveTime>(Send("2025-05-15"), "on").Basis!.Article.ShouldBe("规则552、560、562");
        var story = Asked().Do(Send("2025-05-16"));

        story.Stage().ShouldBe("reasons-overdue");
        story.LastLine().En.ShouldContain("no reasons came in time");
    }

    [Fact]
    public void The_same_where_the_police_let_the_decision_lie()
    {
        Asked(FilingFault.Undecided).ShouldRefuse<PoliceStillHaveTime>(Send("2025-05-15"), "on");
        Asked(FilingFault.Undecided).Do(Send("2025-05-16")).Stage().ShouldBe("reasons-overdue");
    }

    [Fact]
    public void The_fifteen_days_of_the_notice_must_be_over()
    {
        Notified().ShouldRefuse<PoliceStillHaveTime>(Send("2025-06-03"), "on").Basis!.Article.ShouldBe("规则564");
        Notified().Do(Send("2025-06-04")).Stage().ShouldBe("correction");
    }

    [Fact]
    public void A_case_that_is_not_withdrawn_is_corrected_after_fifteen_days_too()
    {
        Notified(FilingFault.WronglyFiled).ShouldRefuse<PoliceStillHaveTime>(Send("2025-06-03"), "on");
        Notified(FilingFault.WronglyFiled).Do(Send("2025-06-04")).LastLine().Zh.ShouldContain("逾期不执行通知");
    }

    [Fact]
    public void Who_answered_is_not_corrected() => Explained().ShouldRefuse<ProceedingOutOfOrder>(Send("2025-06-04"), "proceeding");
}
