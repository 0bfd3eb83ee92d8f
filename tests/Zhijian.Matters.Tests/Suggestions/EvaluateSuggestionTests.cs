using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class EvaluateSuggestionTests
{
    [Fact]
    public void Done_ends_it_and_not_done_is_urged_further()
    {
        Replied().Do(new EvaluateSuggestion(Day("2025-08-01"), SuggestionEffect.Done, "台账已建")).StageOf().ShouldBe("ended");
        Unaccepted().StageOf().ShouldBe("unaccepted");
        Unaccepted().Do(new EvaluateSuggestion(Day("2025-09-01"), SuggestionEffect.Done, "经督促已建")).StageOf().ShouldBe("ended");
    }

    [Fact]
    public void What_was_handled_above_was_put_there_before()
    {
        Replied().ShouldRefuse<NotEscalatedYet>(new EvaluateSuggestion(Day("2025-08-01"), SuggestionEffect.HandledAbove, "无"), "result");
        Escalated().Do(new EvaluateSuggestion(Day("2025-09-01"), SuggestionEffect.HandledAbove, "省局督办")).StageOf().ShouldBe("ended");
    }

    [Fact]
    public void Before_the_reply_or_without_a_visit_it_is_refused()
    {
        Served().ShouldRefuse<ProceedingOutOfOrder>(new EvaluateSuggestion(Day("2025-08-01"), SuggestionEffect.Done, "好"), "proceeding");
        Replied().ShouldRefuse<FieldIsEmpty>(new EvaluateSuggestion(Day("2025-08-01"), SuggestionEffect.Done, ""), "visit");
    }
}
