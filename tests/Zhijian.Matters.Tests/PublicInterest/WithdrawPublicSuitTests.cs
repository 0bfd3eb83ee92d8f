using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class WithdrawPublicSuitTests
{
    private static readonly WithdrawPublicSuit Withdraw = new(Day("2025-09-10"), ClaimsMet.All, "八家均已停止冒用，现场核实");

    [Fact]
    public void The_court_gets_it_within_three_days_moved_over_the_weekend()
    {
        var story = Sued().Do(Withdraw);

        story.StageOf().ShouldBe("withdrawn");
        story.Duty("submit-public-withdrawal", "G1").Count.Due.ShouldBe(Day("2025-09-15"));
    }

    [Fact]
    public void Only_when_all_claims_are_met() => Sued().ShouldRefuse<ClaimsAreNotMet>(Withdraw with { Claims = ClaimsMet.Partly }, "claims").Basis!.Article.ShouldContain("84");

    [Fact]
    public void Before_the_suit_or_without_proof_it_is_refused()
    {
        NotRectified().ShouldRefuse<ProceedingOutOfOrder>(Withdraw, "proceeding");
        Sued().ShouldRefuse<FieldIsEmpty>(Withdraw with { Corrected = "" }, "corrected");
    }
}
