using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class StartSuggestionInquiryTests
{
    [Fact]
    public void It_ends_within_two_months()
    {
        Inquiring().StageOf().ShouldBe("inquiry");
        Inquiring().Duty("finish-suggestion-inquiry", "S1").Count.Due.ShouldBe(Day("2025-07-07"));
    }

    [Fact]
    public void Twice_or_without_a_plan_it_is_refused()
    {
        Inquiring().ShouldRefuse<ProceedingOutOfOrder>(new StartSuggestionInquiry(Day("2025-05-08"), "走访"), "proceeding").Basis!.Article.ShouldBe("检察建议规定15");
        Opened().ShouldRefuse<FieldIsEmpty>(new StartSuggestionInquiry(Day("2025-05-08"), ""), "plan");
    }
}
