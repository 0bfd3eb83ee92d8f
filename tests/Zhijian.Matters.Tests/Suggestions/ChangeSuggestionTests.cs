using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class ChangeSuggestionTests
{
    [Fact]
    public void It_is_drafted_approved_and_served_anew_with_a_new_clock()
    {
        var story = Served(SuggestionKind.Correction).Do(new ChangeSuggestion(Day("2025-06-10"), "事实有变"));
        story.StageOf().ShouldBe("drafting");
        story.Duty("answer-suggestion").Status.ShouldBe(DutyStatus.Discharged);

        story.Do(new DraftSuggestion(Day("2025-06-11"), "问题", "内容")).Do(new ApproveSuggestion(Day("2025-06-12"), SuggestionApprover.Chief, SuggestionApproval.Approved)).Do(new ServeSuggestion(Day("2025-06-13"), "签收"));
        story.Duty("answer-suggestion").ShouldSatisfyAllConditions(d => d.Status.ShouldBe(DutyStatus.Open), d => d.Count.Due.ShouldBe(Day("2025-08-13")));
    }

    [Fact]
    public void Before_service_or_without_reason_it_is_refused()
    {
        Approved().ShouldRefuse<ProceedingOutOfOrder>(new ChangeSuggestion(Day("2025-06-10"), "有变"), "proceeding");
        Served().ShouldRefuse<FieldIsEmpty>(new ChangeSuggestion(Day("2025-06-10"), ""), "reason");
    }
}
