using Shouldly;
using Xunit;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class RecordUnitEndTests
{
    private static MatterStory Reviewed() => A.Matter(m => m.Unit("某公司").Suspect("张某").RegisteredOn("2026-03-02")).Transferred("2026-03-02");

    private static RecordUnitEnd End(UnitEnd how = UnitEnd.Deregistered) => new(Day("2026-03-05"), "P1", how, "注销登记证明");

    [Theory]
    [InlineData(UnitEnd.Revoked)]
    [InlineData(UnitEnd.Deregistered)]
    public void A_unit_that_is_no_more_is_not_prosecuted_its_persons_are(UnitEnd how)
    {
        var story = Reviewed().Do(End(how));

        story.ShouldRefuse<UnitIsGone>(new Prosecute(Day("2026-03-10"), "某区人民法院"), "persons").ShouldSatisfyAllConditions(
            r => r.Says.Zh.ShouldContain("某公司"), r => r.Basis!.Article.ShouldBe("高检发释字〔2002〕4号；刑法30、31"), r => r.Remedy.Zh.ShouldContain("直接负责的主管人员"));
        story.Prosecuted("2026-03-10", "P2").StageOf("P2").ShouldBe(Stage.Indicted);
        story.NotProsecuted("2026-03-11", "P1").StageOf("P1").ShouldBe(Stage.NotProsecuted);
    }

    [Theory]
    [InlineData(UnitEnd.LicenceRevoked)]
    [InlineData(UnitEnd.Bankrupt)]
    public void Where_two_texts_differ_both_are_shown_and_nothing_is_refused(UnitEnd how)
    {
        var story = Reviewed().Do(End(how));

        story.Matter.Timeline[^1].Event.Doubts.Single().Zh.ShouldSatisfyAllConditions(d => d.ShouldContain("高检发释字〔2002〕4号"), d => d.ShouldContain("刑诉解释344"));
        story.Prosecuted("2026-03-10").StageOf("P1").ShouldBe(Stage.Indicted);
    }

    [Fact]
    public void Only_a_unit_with_its_proof()
    {
        Reviewed().ShouldRefuse<OnlyUnitsEnd>(End() with { Person = "P2" }, "person").Remedy.Zh.ShouldContain("刑诉法16");
        Reviewed().ShouldRefuse<UnknownPerson>(End() with { Person = "P7" }, "person");
        Reviewed().ShouldRefuse<FieldIsEmpty>(End() with { Proof = "" }, "proof");
        Reviewed().Do(End()).Matter.Timeline[^1].Event.Doubts.ShouldBeEmpty();
    }
}
