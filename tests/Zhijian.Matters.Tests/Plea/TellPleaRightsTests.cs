using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class TellPleaRightsTests
{
    [Fact]
    public void It_is_recorded_for_everybody_under_review_units_too()
    {
        var story = UnitCrime();

        story.Matter.Persons.ShouldAllBe(p => p.Leniency.RightsToldOn != null);
        story.LastLine().Zh.ShouldBe("告知认罪认罚权利和后果：某贸易公司、李某");
    }

    [Fact]
    public void Told_anew_an_earlier_finding_is_gone()
    {
        var story = Told().Do(new ReviewVoluntariness(Day("2026-03-04"), PleaWill.AgainstTheWill, "受到威胁"));
        story.Leniency().Voluntary.ShouldBe(false);

        story.Do(new TellPleaRights(Day("2026-03-09"))).Leniency().Voluntary.ShouldBeNull();
    }

    [Fact]
    public void One_charge_of_two_under_review_is_enough() => Transferred().ProsecutedFor("213", "2026-03-09").Do(new TellPleaRights(Day("2026-03-10"))).Leniency().RightsToldOn!.Value.Value.ShouldBe("2026-03-10");

    [Fact]
    public void It_does_not_come_before_the_transfer() => Transferred().ShouldRefuse<BeforeTheStage>(new TellPleaRights(Day("2026-03-01")), "on");
}
