using Zhijian.Matters.Criminal;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class TransferForPenaltyTests
{
    [Theory]
    [InlineData(NonProsecution.Legal)]
    [InlineData(NonProsecution.Discretionary)]
    [InlineData(NonProsecution.Special)]
    public void After_a_non_prosecution_of_any_kind_three_working_days(NonProsecution kind)
    {
        var story = Matter().Transferred("2025-05-07").Do(new DecideNonProsecution(Day("2025-05-16"), kind, "理由", null, "核准1号"));
        story.Duty("transfer-for-penalty", "P1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-05-21")), d => d.Term.Id.ShouldBe("RX-TRANSFER"), d => d.Term.Values[^1].Reference.Status.ShouldBe(RefStatus.Secondary));

        story.Do(Pass()).Duty("transfer-for-penalty", "P1").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("transfer-for-penalty", "P2").Status.ShouldBe(DutyStatus.Open);
        story.StageIn().ShouldBe("transferred");
    }

    [Fact]
    public void A_doubtful_non_prosecution_too() =>
        Matter().Transferred("2025-05-07").Returned("2025-05-08").Resubmitted("2025-05-12").Do(new DecideNonProsecution(Day("2025-05-16"), NonProsecution.Doubtful, "证据不足", "无补查必要")).Do(Pass()).StageIn().ShouldBe("transferred");

    [Fact]
    public void What_the_matter_knows_is_not_typed_again() =>
        PassedOn().Matter.Proceeding("L1")!.ShouldSatisfyAllConditions(
            p => p.Title.ShouldBe("张某（假冒注册商标罪），运动鞋，非法经营数额 42,000 元"), p => p.Track.ShouldBe(Track.Administrative), p => p.Facts["not-prosecuted"].ShouldBe("2025-05-16"));

    [Fact]
    public void Several_persons_go_together_or_apart()
    {
        NotProsecuted().Do(Pass("P1", "P2")).Matter.Proceedings.Single().Facts["persons"].ShouldBe("P1 P2");
        NotProsecuted().Do(Pass() with { Persons = null }).Matter.Proceedings.Single().Facts["persons"].ShouldBe("P1 P2");
        PassedOn().Do(Pass("P2")).Matter.Proceedings.Select(p => (p.Id, p.Facts["persons"])).ShouldBe([("L1", "P1"), ("L2", "P2")]);
    }

    [Fact]
    public void Who_was_indicted_is_not_passed_on()
    {
        var story = Matter().Transferred("2025-05-07").Prosecuted("2025-05-15", "P2").NotProsecuted("2025-05-16", "P1");

        story.ShouldRefuse<IndictedIsNotPassedOn>(Pass("P1", "P2"), "persons").ShouldSatisfyAllConditions(
            r => r.Says.Zh.ShouldContain("李某"), r => r.Basis!.Article.ShouldBe("刑诉法177第3款；行政处罚法35"), r => r.Remedy.Zh.ShouldContain("折抵"));
        story.Do(Pass() with { Persons = null }).Matter.Proceedings.Single().Facts["persons"].ShouldBe("P1"); // only who can be
    }

    [Fact]
    public void Who_was_not_prosecuted_for_one_charge_only_is_not_passed_on()
    {
        var story = A.Matter(m => m.Suspect("张某", "213", "214").RegisteredOn("2025-05-06")).Transferred("2025-05-07")
            .Do(new DecideNonProsecution(Day("2025-05-16"), NonProsecution.Discretionary, "情节轻微", Charges: ["213"]));
        story.Duties.ShouldNotContain(d => d.Rule.Id == "transfer-for-penalty");
        story.ShouldRefuse<NotProsecutedFirst>(Pass(), "persons").ShouldSatisfyAllConditions(r => r.Says.Zh.ShouldContain("审查起诉"), r => r.Basis!.Article.ShouldBe("刑诉法177第3款"));

        story.ProsecutedFor("214", "2025-05-17").ShouldRefuse<IndictedIsNotPassedOn>(Pass(), "persons");
        story.Duties.ShouldNotContain(d => d.Rule.Id == "transfer-for-penalty");
    }

    [Fact]
    public void When_the_last_charge_is_not_prosecuted_the_person_is_owed_an_answer() =>
        A.Matter(m => m.Suspect("张某", "213", "214").RegisteredOn("2025-05-06")).Transferred("2025-05-07")
            .Do(new DecideNonProsecution(Day("2025-05-14"), NonProsecution.Discretionary, "情节轻微", Charges: ["213"]))
            .Do(new DecideNonProsecution(Day("2025-05-16"), NonProsecution.Discretionary, "情节轻微", Charges: ["214"]))
            .Duties.Count(d => d.Rule.Id == "transfer-for-penalty").ShouldBe(1);

    [Fact]
    public void Not_twice_not_before_the_decision_not_without_a_reason()
    {
        PassedOn().ShouldRefuse<PassedOnAlready>(Pass(), "persons").Says.Zh.ShouldContain("L1");
        NotProsecuted().ShouldRefuse<BeforeTheStage>(Pass() with { On = Day("2025-05-15") }, "on");
        NotProsecuted().ShouldRefuse<FieldIsEmpty>(Pass() with { Reason = " " }, "reason");
        NotProsecuted().ShouldRefuse<UnknownPerson>(Pass("P7"), "persons");
        NotProsecuted().ShouldRefuse<DateInFuture>(Pass() with { On = Day("2026-11-23") }, "on");
        Matter().ShouldRefuse<NobodyToActOn>(Pass() with { Persons = null }, "persons");
    }
}
