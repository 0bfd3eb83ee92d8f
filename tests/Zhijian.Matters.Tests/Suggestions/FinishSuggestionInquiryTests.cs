using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class FinishSuggestionInquiryTests
{
    [Theory]
    [InlineData(SuggestionInquiryResult.Suggest, "drafting")]
    [InlineData(SuggestionInquiryResult.Drop, "dropped")]
    public void It_leads_to_the_draft_or_to_the_end(SuggestionInquiryResult result, string stage)
    {
        var story = Inquiring().Do(new FinishSuggestionInquiry(Day("2025-05-20"), result, "属实"));

        story.StageOf().ShouldBe(stage);
        story.Duty("finish-suggestion-inquiry").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void Before_the_inquiry_or_without_findings_it_is_refused()
    {
        Opened().ShouldRefuse<ProceedingOutOfOrder>(new FinishSuggestionInquiry(Day("2025-05-20"), SuggestionInquiryResult.Drop, "无"), "proceeding");
        Inquiring().ShouldRefuse<FieldIsEmpty>(new FinishSuggestionInquiry(Day("2025-05-20"), SuggestionInquiryResult.Drop, ""), "findings");
    }
}
