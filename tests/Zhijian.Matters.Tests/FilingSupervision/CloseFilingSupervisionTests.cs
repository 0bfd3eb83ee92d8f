using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class CloseFilingSupervisionTests
{
    private static CloseFilingSupervision Close(string on = "2025-06-20", string reason = "不立案决定正确") => new(Day(on), reason);

    [Fact]
    public void After_review_no_supervision()
    {
        var story = Accepted().Do(Close());

        story.Stage().ShouldBe("no-supervision");
        story.LastLine().Zh.ShouldBe("F1 审查后不监督（不立案决定正确）");
        Matters.FourChecks.CloseMatter.Obstacles(story.Matter, TestLaw.Book).OfType<Matters.FourChecks.ProceedingsOpen>().ShouldBeEmpty();
    }

    [Fact]
    public void What_the_police_still_owed_ends_with_it() => Asked().Do(Close()).Duty("explain-filing", "F1").Status.ShouldBe(DutyStatus.Discharged);

    [Fact]
    public void What_was_reported_upward_in_vain_ends_as_not_corrected()
    {
        var story = Corrected().Do(new ReportFilingUpward(Day("2025-06-12"), "仍不立案")).Do(Close(reason: "协商后仍不立案"));

        story.Stage().ShouldBe("unheeded");
        story.LastLine().En.ShouldContain("not corrected");
    }

    [Fact]
    public void Reasons_that_came_are_judged() => Explained().ShouldRefuse<ProceedingOutOfOrder>(Close(), "proceeding").Remedy.Zh.ShouldContain("审查理由");

    [Fact]
    public void A_notice_is_not_left_lying() => Notified().ShouldRefuse<ProceedingOutOfOrder>(Close(), "proceeding");

    [Fact]
    public void It_has_a_reason() => Accepted().ShouldRefuse<FieldIsEmpty>(Close(reason: " "), "reason");
}
