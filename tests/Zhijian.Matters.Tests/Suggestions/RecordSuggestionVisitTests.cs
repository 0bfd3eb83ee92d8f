using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class RecordSuggestionVisitTests
{
    [Fact]
    public void Yanchi_sheep_a_suggestion_that_was_accepted_and_visited() // tc-047
    {
        var story = A.Matter(m => m.RegisteredOn("2025-05-06")).Do(Open(SuggestionKind.PublicInterest, Track.PublicInterest, "四家肉店冒用盐池滩羊地理标志"))
            .Do(new DraftSuggestion(Day("2025-05-21"), "四家肉店冒用", "依法查处")).Do(new ApproveSuggestion(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved))
            .Do(new ServeSuggestion(Day("2025-05-28"), "签收")).Do(new RegisterSuggestion(Day("2025-05-29"), "回执"))
            .Do(new RecordSuggestionReply(Day("2025-07-02"), SuggestionReply.Accepted, "四家均已查处")).Do(new RecordSuggestionVisit(Day("2025-07-10"), "四家已更换标识"))
            .Do(new EvaluateSuggestion(Day("2025-07-11"), SuggestionEffect.Done, "四家已更换标识"));

        story.StageOf().ShouldBe("ended");
        story.Matter.Proceeding("S1")!.Track.ShouldBe(Track.PublicInterest);
        story.Duties.ShouldAllBe(d => d.Status == DutyStatus.Discharged && d.DischargedOn!.Value.Day <= d.Count.Due);
    }

    [Fact]
    public void Before_the_reply_or_with_nothing_seen_it_is_refused()
    {
        Served().ShouldRefuse<ProceedingOutOfOrder>(new RecordSuggestionVisit(Day("2025-07-10"), "好"), "proceeding");
        Replied().ShouldRefuse<FieldIsEmpty>(new RecordSuggestionVisit(Day("2025-07-22"), ""), "seen");
    }
}
