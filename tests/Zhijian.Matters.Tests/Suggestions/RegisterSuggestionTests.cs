using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class RegisterSuggestionTests
{
    [Fact]
    public void It_ends_the_clock_also_when_the_reply_came_before_it_was_recorded()
    {
        Served().Do(new RegisterSuggestion(Day("2025-05-30"), "回执")).Duty("register-suggestion").Status.ShouldBe(DutyStatus.Discharged);
        Replied().Do(new RegisterSuggestion(Day("2025-05-30"), "回执")).Duty("register-suggestion").Status.ShouldBe(DutyStatus.Discharged);
        Served(SuggestionKind.PublicInterest).Do(new RegisterSuggestion(Day("2025-05-30"), "回执")).Duty("register-suggestion-public").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void Twice_before_service_or_without_proof_it_is_refused()
    {
        var step = new RegisterSuggestion(Day("2025-05-30"), "回执");
        Served().Do(step).ShouldRefuse<SuggestionRegisteredBefore>(step, "proceeding").Basis!.Article.ShouldBe("检察建议规定21");
        Approved().ShouldRefuse<SuggestionRegisteredBefore>(step, "proceeding");
        Opened().ShouldRefuse<ProceedingOutOfOrder>(step, "proceeding");
        Served().ShouldRefuse<Matters.Intake.DoneBeforeOwed>(step with { On = Day("2025-05-27") }, "on");
        Served().ShouldRefuse<DateInFuture>(step with { On = Day("2026-11-23") }, "on");
        Served().ShouldRefuse<FieldIsEmpty>(step with { Proof = "" }, "proof");
    }
}
