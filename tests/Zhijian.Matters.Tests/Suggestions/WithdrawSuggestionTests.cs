using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class WithdrawSuggestionTests
{
    [Fact]
    public void It_is_at_its_end_and_nobody_owes_a_reply()
    {
        var story = Served().Do(new WithdrawSuggestion(Day("2025-06-10"), "依据的判决被撤销"));

        story.StageOf().ShouldBe("withdrawn");
        story.Duty("answer-suggestion").Status.ShouldBe(DutyStatus.Discharged);
        Approved(SuggestionKind.PublicInterest).Do(new WithdrawSuggestion(Day("2025-05-27"), "已自行纠正")).Duty("serve-suggestion-public").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void Before_the_approval_after_the_end_or_without_reason_it_is_refused()
    {
        Drafted().ShouldRefuse<ProceedingOutOfOrder>(new WithdrawSuggestion(Day("2025-06-10"), "无"), "proceeding");
        Escalated().ShouldRefuse<ProceedingOutOfOrder>(new WithdrawSuggestion(Day("2025-08-10"), "无"), "proceeding");
        Served().ShouldRefuse<FieldIsEmpty>(new WithdrawSuggestion(Day("2025-06-10"), ""), "reason");
    }
}
