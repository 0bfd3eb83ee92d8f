using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class DraftSuggestionTests
{
    [Fact]
    public void It_is_drafted_with_or_without_an_inquiry()
    {
        Drafted().StageOf().ShouldBe("drafted");
        Inquiring().Do(new FinishSuggestionInquiry(Day("2025-05-20"), SuggestionInquiryResult.Suggest, "属实")).Do(new DraftSuggestion(Day("2025-05-21"), "问题", "内容")).StageOf().ShouldBe("drafted");
    }

    [Fact]
    public void During_the_inquiry_or_without_content_it_is_refused()
    {
        Inquiring().ShouldRefuse<ProceedingOutOfOrder>(new DraftSuggestion(Day("2025-05-21"), "问题", "内容"), "proceeding");
        Opened().ShouldRefuse<FieldIsEmpty>(new DraftSuggestion(Day("2025-05-21"), "问题", ""), "content");
    }
}
