using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class SettleAdministrativeDisputeTests
{
    private static readonly SettleAdministrativeDispute Plain = new(Day("2025-06-10"), "某公司、某局", "公开听证，释法说理", true, "某公司履行变更后的处罚");

    [Fact]
    public void Who_did_what_and_what_was_agreed_stand_in_the_timeline_and_the_review_goes_on()
    {
        var story = Suits.Administrative().Do(Plain);

        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldBe("A1 行政争议实质性化解：某公司、某局；公开听证，释法说理；协议：某公司履行变更后的处罚");
        story.Matter.Proceeding("A1")!.ShouldSatisfyAllConditions(p => p.Stage.ShouldBe("accepted"), p => p.Facts["settlement"].ShouldBe("settled"));
        story.Do(Suits.Decide(false, SupervisionDecision.End)).Matter.Proceeding("A1")!.Stage.ShouldBe("ended");
    }

    [Fact]
    public void Work_without_success_is_recorded_without_an_agreement() =>
        Suits.Administrative().Do(Plain with { Settled = false, Agreement = null }).Matter.Proceeding("A1")!.Facts["settlement"].ShouldBe("tried");

    [Fact]
    public void What_is_empty_is_refused_at_its_field()
    {
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(Plain with { Who = "" }, "who");
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(Plain with { What = "" }, "what");
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(Plain with { Agreement = " " }, "agreement");
    }

    [Fact]
    public void After_the_end_nothing_is_settled() =>
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(Plain with { On = Day("2025-06-25") }, "proceeding").Basis!.Article.ShouldBe("行政监督规则56");
}
