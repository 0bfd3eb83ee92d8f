using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class FilePublicInterestTests
{
    [Fact]
    public void The_organ_gets_the_filing_decision_within_seven_days()
    {
        var story = Filed();

        story.StageOf().ShouldBe("filed");
        story.Matter.Tracks.ShouldContain(Track.PublicInterest);
        story.Duty("serve-filing-decision", "G1").Count.Due.ShouldBe(Day("2025-05-13"));
    }

    [Fact]
    public void A_wrongdoer_gets_none() => Filed(PublicLine.Civil).Duties.ShouldNotContain(d => d.Rule.Id == "serve-filing-decision");

    [Fact]
    public void Two_stand_side_by_side() =>
        Filed().Do(File(PublicLine.Civil, about: "某食品公司销售")).Matter.Proceedings.Select(p => (p.Id, p.Title)).ShouldBe([("G1", "泾源黄牛肉地理标志被冒用"), ("G2", "某食品公司销售")]);

    [Fact]
    public void Without_harm_organ_or_subject_or_tomorrow_it_is_refused()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(File() with { Harm = " " }, "harm");
        A.Matter().ShouldRefuse<FieldIsEmpty>(File() with { Against = "" }, "against");
        A.Matter().ShouldRefuse<FieldIsEmpty>(File() with { About = "" }, "about");
        A.Matter().ShouldRefuse<DateInFuture>(File(on: "2026-11-23"), "on");
    }
}
