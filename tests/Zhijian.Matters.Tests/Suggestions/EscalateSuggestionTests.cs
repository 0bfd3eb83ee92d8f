using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class EscalateSuggestionTests
{
    [Fact]
    public void One_that_rests_on_three_matters_is_not_accepted_and_goes_to_the_organ_above()
    {
        var story = A.Matter(m => m.RegisteredOn("2025-05-06")).Do(Open() with { Matters = ["MS-2025-0002", "MS-2025-0003"], Clues = ["模型线索12号"] })
            .Do(new StartSuggestionInquiry(Day("2025-05-07"), "走访")).Do(new FinishSuggestionInquiry(Day("2025-05-20"), SuggestionInquiryResult.Suggest, "三案同因"))
            .Do(new DraftSuggestion(Day("2025-05-21"), "授权混乱", "建立台账")).Do(new ReviewSuggestion(Day("2025-05-23"), SuggestionReviewResult.Passed, "同意"))
            .Do(new ApproveSuggestion(Day("2025-05-26"), SuggestionApprover.Committee, SuggestionApproval.Approved)).Do(new ServeSuggestion(Day("2025-05-28"), "签收"))
            .Do(new RegisterSuggestion(Day("2025-05-30"), "回执")).Do(new RecordSuggestionReply(Day("2025-07-21"), SuggestionReply.Refused, "不属本局职责"))
            .Do(new EvaluateSuggestion(Day("2025-08-01"), SuggestionEffect.NotDone, "无变化")).Do(new EscalateSuggestion(Day("2025-08-05"), EscalatedTo.SuperiorOrgan, "某省市场监督管理局", "拒不整改"));
        story.StageOf().ShouldBe("escalated");
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldBe("S1 未采纳，通报被建议单位的上级机关：某省市场监督管理局（拒不整改）");

        story.Do(new EvaluateSuggestion(Day("2025-10-10"), SuggestionEffect.HandledAbove, "省局发文，已建台账")).Do(new RecordSuggestionVisit(Day("2026-03-10"), "台账运行"));
        story.StageOf().ShouldBe("ended");
        Matters.FourChecks.CloseMatter.Obstacles(story.FourChecks("2026-03-11").Matter, TestLaw.Book).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_not_evaluated_as_not_done_is_not_escalated()
    {
        Replied(SuggestionReply.Refused).ShouldRefuse<ProceedingOutOfOrder>(new EscalateSuggestion(Day("2025-08-05"), EscalatedTo.Authority, "某局", "拒不整改"), "proceeding");
        Unaccepted().ShouldRefuse<FieldIsEmpty>(new EscalateSuggestion(Day("2025-08-05"), EscalatedTo.HigherProcuratorate, "", "拒不整改"), "name");
    }
}
