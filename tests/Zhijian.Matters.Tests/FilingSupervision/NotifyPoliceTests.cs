using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class NotifyPoliceTests
{
    private static NotifyPolice Notify(string on = "2025-05-19", string reason = "数额已达标准") => new(Day(on), reason, "通知1号");

    [Fact]
    public void The_police_file_within_fifteen_days()
    {
        var story = Failed().Do(Notify("2025-05-16"));

        story.Stage().ShouldBe("notified");
        story.Duty("file-on-notice", "F1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-03")), d => d.Rule.Holder.ShouldBe(Holder.Police));
        story.LastLine().Zh.ShouldBe("F1 公安机关收到通知立案书");
    }

    [Fact]
    public void A_case_that_should_not_have_been_filed_is_to_be_withdrawn()
    {
        var story = Failed(FilingFault.WronglyFiled).Do(Notify());

        story.Duty("withdraw-on-notice", "F1").Count.Due.ShouldBe(Day("2025-06-03"));
        story.Duties.Where(d => d.Rule.Id == "file-on-notice").ShouldBeEmpty();
        story.LastLine().En.ShouldContain("withdraw");
    }

    [Fact]
    public void Silence_is_over_once_the_police_are_told()
    {
        var story = Asked(FilingFault.Undecided).Do(new SendFilingCorrection(Day("2025-05-16"))).Do(new JudgeReasons(Day("2025-05-19"), ReasonsOutcome.Fail, "符合立案条件")).Do(Notify());

        story.Duty("explain-overdue-filing", "F1").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("file-on-notice", "F1").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void Two_supervisions_side_by_side_keep_their_own_clocks()
    {
        var story = Notified().Do(Accept(FilingFault.WronglyFiled, FilingSource.Party)).Do(new AskForReasons(Day("2025-05-20"), null, "F2")).Do(new RecordReasons(Day("2025-05-22"), "有犯罪事实"))
            .Do(new JudgeReasons(Day("2025-05-26"), ReasonsOutcome.Fail, "属经济纠纷")).Do(Notify("2025-05-28"));

        story.Duty("file-on-notice", "F1").Count.Due.ShouldBe(Day("2025-06-03"));
        story.Duty("withdraw-on-notice", "F2").Count.Due.ShouldBe(Day("2025-06-12"));
        story.ShouldRefuse<ChooseOneProceeding>(new RecordFilingCompliance(Day("2025-06-05"), "决定书1号"), "proceeding");
        story.Do(new RecordFilingCompliance(Day("2025-06-05"), "撤案1号", "F2"));
        (story.Stage("F1"), story.Stage("F2")).ShouldBe(("notified", "complied"));
    }

    [Fact]
    public void Not_before_the_reasons_were_found_not_to_stand() => Explained().ShouldRefuse<ProceedingOutOfOrder>(Notify(), "proceeding").Basis!.Article.ShouldContain("规则561");

    [Fact]
    public void The_notice_says_why() => Failed().ShouldRefuse<FieldIsEmpty>(Notify(reason: " "), "reason");

    [Fact]
    public void It_is_not_received_before_the_decision() => Failed().ShouldRefuse<BeforeTheProceedingStage>(Notify("2025-05-13"), "on");
}
