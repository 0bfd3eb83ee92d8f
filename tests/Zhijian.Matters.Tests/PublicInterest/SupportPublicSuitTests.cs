using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class SupportPublicSuitTests
{
    [Fact]
    public void The_suit_of_another_is_supported() => Supporting().StageOf().ShouldBe("supporting");

    [Fact]
    public void Where_nobody_has_sued_or_nobody_is_named_it_is_refused()
    {
        NobodySued().ShouldRefuse<ProceedingOutOfOrder>(new SupportPublicSuit(Day("2025-06-21"), "某协会", "某法院"), "proceeding").Basis!.Article.ShouldContain("101");
        BodySued().ShouldRefuse<FieldIsEmpty>(new SupportPublicSuit(Day("2025-06-10"), "", "某法院"), "plaintiff");
    }
}
