using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class RecordSuggestionReplyTests
{
    [Fact]
    public void A_reply_ends_the_clock()
    {
        Replied().StageOf().ShouldBe("replied");
        Replied().Duty("answer-suggestion").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void That_there_is_none_shows_only_after_the_period_and_does_not_end_it()
    {
        Served().ShouldRefuse<SuggestionReplyRuns>(new RecordSuggestionReply(Day("2025-07-28"), SuggestionReply.None), "on").Basis!.Article.ShouldBe("检察建议规定19");
        var story = Served().Do(new RecordSuggestionReply(Day("2025-07-29"), SuggestionReply.None));
        story.StageOf().ShouldBe("replied");
        story.Duty("answer-suggestion").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void A_fixed_period_ends_on_its_day()
    {
        var story = Approved().Do(new ServeSuggestion(Day("2025-05-28"), "签收", Day("2025-06-20"), UrgentReason: "急"));
        story.ShouldRefuse<SuggestionReplyRuns>(new RecordSuggestionReply(Day("2025-06-20"), SuggestionReply.None), "on").Says.Zh.ShouldContain("2025-06-20");
        story.Do(new RecordSuggestionReply(Day("2025-06-23"), SuggestionReply.None)).StageOf().ShouldBe("replied");
        story.Duty("answer-suggestion-fixed").Status.ShouldBe(DutyStatus.Open);
    }

    [Fact]
    public void Before_service_or_without_content_it_is_refused()
    {
        Approved().ShouldRefuse<ProceedingOutOfOrder>(new RecordSuggestionReply(Day("2025-07-21"), SuggestionReply.Accepted, "好"), "proceeding");
        Served().ShouldRefuse<FieldIsEmpty>(new RecordSuggestionReply(Day("2025-07-21"), SuggestionReply.Partly), "content");
    }
}
