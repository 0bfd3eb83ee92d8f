using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class RecordFilingComplianceTests
{
    private static RecordFilingCompliance Comply(string on = "2025-05-28", string document = "立案决定书1号") => new(Day(on), document);

    [Fact]
    public void The_supervision_ends_and_three_months_run()
    {
        var story = Notified().Do(Comply("2025-05-19"));

        story.Stage().ShouldBe("complied");
        story.Duty("file-on-notice", "F1").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("conclude-filed-case", "F1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-08-19")), d => d.Rule.Holder.ShouldBe(Holder.Police));
    }

    [Fact]
    public void A_withdrawal_ends_it_without_more()
    {
        var story = Notified(FilingFault.WronglyFiled).Do(Comply(document: "撤销案件决定书1号"));

        story.LastLine().Zh.ShouldBe("F1 公安机关已撤销案件（撤销案件决定书1号）");
        story.Duty("withdraw-on-notice", "F1").Status.ShouldBe(DutyStatus.Discharged);
        story.Duties.Where(d => d.Rule.Id == "conclude-filed-case").ShouldBeEmpty();
    }

    [Fact]
    public void Police_who_file_of_their_own_accord_end_it_at_any_time()
    {
        foreach (var story in new[] { Accepted(), Asked(), Explained(), Failed(), Corrected().Do(new ReportFilingUpward(Day("2025-06-09"), "仍不立案")) })
        {
            story.Do(Comply("2025-06-10")).Stage().ShouldBe("complied");
            story.Duties.Where(d => d.Rule.Holder == Holder.Police && d.Status == DutyStatus.Open && d.Rule.Id != "conclude-filed-case").ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_criminal_stages_of_the_matter_are_not_touched()
    {
        var story = A.Matter(m => m.Suspect("张某", "213").RegisteredOn("2025-05-01")).Transferred("2025-05-02").Do(Accept()).Do(Comply());

        story.StageOf("P1").ShouldBe(Stage.ProsecutionReview);
        story.Duty("decide-prosecution").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void The_decision_is_named() => Notified().ShouldRefuse<FieldIsEmpty>(Comply(document: ""), "document");

    [Fact]
    public void An_administrative_organ_files_nothing() => Accepted(FilingFault.NotTransferred).ShouldRefuse<AgencyIsAdvised>(Comply(), "proceeding");

    [Fact]
    public void What_has_ended_is_not_ended_again() => Notified().Do(Comply()).ShouldRefuse<ProceedingOutOfOrder>(Comply(), "proceeding");
}
