using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class ReferFalseLitigationTests
{
    private static ReferFalseLitigation Refer(ReferralWay way = ReferralWay.Police, params string[] signs) =>
        new(Day("2025-06-10"), way, "某市公安局", "审查是否以虚假诉讼罪立案", "倒签创作日期，批量起诉", signs);

    [Fact]
    public void The_clue_goes_to_the_police_with_its_purpose()
    {
        var story = Suits.Civil().Do(Refer(signs: "batch-suits"));

        story.Matter.Proceeding("C1")!.Facts.ShouldSatisfyAllConditions(f => f["referred"].ShouldBe("police"), f => f["referred-for"].ShouldBe("审查是否以虚假诉讼罪立案"));
        story.Matter.Tracks.ShouldContain(Law.Track.Criminal);
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("刑法307-1");
        story.Matter.Proceedings.ShouldHaveSingleItem();
    }

    [Fact]
    public void Or_it_opens_filing_supervision_in_the_same_matter()
    {
        var matter = Suits.Civil().Do(Refer(ReferralWay.FilingSupervision, "batch-suits")).Matter;

        matter.Proceedings.Select(p => (p.Id, p.Kind)).ShouldBe([("C1", Matters.Proceedings.CivilSupervision), ("F1", Matters.Proceedings.FilingSupervision)]);
        matter.Proceeding("F1")!.Title.ShouldStartWith("虚假诉讼（C1）");
        matter.Proceeding("C1")!.Stage.ShouldBe("accepted");
    }

    [Fact]
    public void Without_any_sign_it_is_refused_but_the_signs_of_the_start_are_enough()
    {
        Suits.Civil().ShouldRefuse<FalseLitigationNeedsSigns>(Refer(), "indicators").Basis!.Article.ShouldBe("法释〔2018〕17号第1条");
        A.Matter().Do(Suits.Application() with { Indicators = ["money-flow"] }).Do(Refer()).Matter.Proceeding("C1")!.Facts["indicators"].ShouldBe("money-flow");
    }

    [Fact]
    public void Without_a_proceeding_a_purpose_facts_or_police_it_is_refused()
    {
        A.Matter().ShouldRefuse<NoProceeding>(Refer(signs: "batch-suits"), "proceeding").Basis!.Article.ShouldContain("刑法307-1");
        Suits.Civil().ShouldRefuse<FieldIsEmpty>(Refer(signs: "batch-suits") with { Purpose = "" }, "purpose");
        Suits.Civil().ShouldRefuse<FieldIsEmpty>(Refer(signs: "batch-suits") with { Facts = "" }, "facts");
        Suits.Civil().ShouldRefuse<FieldIsEmpty>(Refer(signs: "batch-suits") with { Police = "" }, "police");
        Suits.Civil().ShouldRefuse<UnknownIndicator>(Refer(signs: "x"), "indicators");
    }
}
