using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class DecidePublicSuggestionTests
{
    [Fact]
    public void It_is_to_be_served_within_three_days()
    {
        Decided().StageOf().ShouldBe("suggestion-decided");
        Decided().Duty("serve-public-suggestion", "G1").Count.Due.ShouldBe(Day("2025-05-23"));
    }

    [Fact]
    public void Before_the_inquiry_and_on_the_civil_line_it_is_refused()
    {
        var step = new DecidePublicSuggestion(Day("2025-05-20"), "依法查处");
        Filed().ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding").Basis!.Article.ShouldContain("75");
        Inquired(PublicLine.Civil).ShouldRefuse<StepOfTheOtherLine>(step, "proceeding").Basis!.Article.ShouldContain("75");
    }

    [Fact]
    public void Without_content_it_is_refused() => Inquired().ShouldRefuse<FieldIsEmpty>(new DecidePublicSuggestion(Day("2025-05-20"), ""), "content");
}
