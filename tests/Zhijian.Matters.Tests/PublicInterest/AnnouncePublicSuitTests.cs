using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class AnnouncePublicSuitTests
{
    [Fact]
    public void Thirty_days_run()
    {
        Announced().StageOf().ShouldBe("announced");
        Announced().Duty("public-announcement", "G1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-06-19")), d => d.Rule.Holder.ShouldBe(Law.Holder.QualifiedBody));
    }

    [Fact]
    public void A_local_paper_does_not_do() =>
        Inquired(PublicLine.Civil).ShouldRefuse<AnnouncementIsNational>(new AnnouncePublicSuit(Day("2025-05-20"), "某县报", false), "national").Basis!.Article.ShouldContain("检察公益诉讼解释13");

    [Fact]
    public void On_the_administrative_line_before_the_inquiry_or_twice_it_is_refused()
    {
        var step = new AnnouncePublicSuit(Day("2025-05-21"), "正义网", true);
        Inquired().ShouldRefuse<StepOfTheOtherLine>(step, "proceeding");
        Filed(PublicLine.Civil).ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding");
        Announced().ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding");
    }

    [Fact]
    public void Without_a_medium_it_is_refused() => Inquired(PublicLine.Civil).ShouldRefuse<FieldIsEmpty>(new AnnouncePublicSuit(Day("2025-05-20"), "", true), "medium");
}
