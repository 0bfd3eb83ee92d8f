using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class ReviewSuggestionTests
{
    [Fact]
    public void What_is_sent_back_is_drafted_anew()
    {
        Reviewed().StageOf().ShouldBe("reviewed");
        Drafted().Do(new ReviewSuggestion(Day("2025-05-23"), SuggestionReviewResult.SentBack, "说理不足")).Do(new DraftSuggestion(Day("2025-05-24"), "问题", "内容")).StageOf().ShouldBe("drafted");
    }

    [Fact]
    public void Before_the_draft_or_without_opinion_it_is_refused()
    {
        Opened().ShouldRefuse<ProceedingOutOfOrder>(new ReviewSuggestion(Day("2025-05-23"), SuggestionReviewResult.Passed, "同意"), "proceeding").Basis!.Article.ShouldContain("11");
        Drafted().ShouldRefuse<FieldIsEmpty>(new ReviewSuggestion(Day("2025-05-23"), SuggestionReviewResult.Passed, ""), "opinion");
    }
}
