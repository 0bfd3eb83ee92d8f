using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class RecordIncidentalActionTests
{
    private static RecordIncidentalAction Action(IncidentalEvent what, string on = "2026-03-12", IncidentalClaimant claimant = IncidentalClaimant.Victim, string detail = "赔偿损失", params string[] holders) =>
        new(Day(on), what, claimant, detail, new Kernel.Money(50_000), holders);

    [Fact]
    public void Filed_and_settled_stand_in_the_timeline_and_no_stage_moves()
    {
        var story = Stories.At(Stage.Indicted).Do(Action(IncidentalEvent.Filed, holders: "R1")).Do(Action(IncidentalEvent.Settled, "2026-03-18", detail: "调解书1号"));
        var matter = story.Matter;

        matter.Timeline[^2].Event.Says(matter).Zh.ShouldBe("附带民事诉讼（被害人）提起附带民事诉讼：赔偿损失，50,000 元");
        matter.Timeline[^1].Event.Says(matter).En.ShouldBe("Settled (Victim): 调解书1号, 50,000 yuan");
        story.StageOf("P1").ShouldBe(Stage.Indicted);
    }

    [Fact]
    public void What_was_not_filed_does_not_end()
    {
        Stories.At(Stage.Indicted).ShouldRefuse<NoIncidentalAction>(Action(IncidentalEvent.Judged), "what").Basis!.Status.ShouldBe(Kernel.RefStatus.Unverified);
        Stories.At(Stage.Indicted).Do(Action(IncidentalEvent.Filed)).ShouldRefuse<NoIncidentalAction>(Action(IncidentalEvent.Judged, claimant: IncidentalClaimant.Procuratorate), "what");
        Stories.At(Stage.Indicted).Do(Action(IncidentalEvent.Filed)).ShouldRefuse<EndedBeforeItWasFiled>(Action(IncidentalEvent.Judged, "2026-03-11"), "on");
    }

    [Fact]
    public void It_says_what_is_claimed_and_for_whom()
    {
        Stories.At(Stage.Indicted).ShouldRefuse<FieldIsEmpty>(Action(IncidentalEvent.Filed, detail: ""), "detail");
        Stories.At(Stage.Indicted).ShouldRefuse<UnknownRightHolder>(Action(IncidentalEvent.Filed, holders: "R7"), "holders");
    }

    [Fact]
    public void Its_article_is_marked_as_not_verified() => TestLaw.Book.Procedures["record-incidental-action"].Reference!.Status.ShouldBe(Kernel.RefStatus.Unverified);
}
