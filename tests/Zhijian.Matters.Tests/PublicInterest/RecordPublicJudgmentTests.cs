using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class RecordPublicJudgmentTests
{
    private static readonly RecordPublicJudgment Judgment = new(Day("2025-11-10"), "某县人民法院", PublicOutcome.Granted, "责令依法履职");

    [Fact]
    public void One_on_our_suit_goes_up_within_three_days()
    {
        var story = Sued().Do(Judgment);

        story.StageOf().ShouldBe("judged");
        story.Duty("register-public-judgment", "G1").Count.Due.ShouldBe(Day("2025-11-13"));
    }

    [Fact]
    public void One_on_a_supported_suit_does_not() => Supporting().Do(Judgment).Duties.ShouldNotContain(d => d.Rule.Id == "register-public-judgment");

    [Fact]
    public void Before_the_suit_or_without_its_orders_it_is_refused()
    {
        NotRectified().ShouldRefuse<ProceedingOutOfOrder>(Judgment, "proceeding").Basis!.Article.ShouldContain("58");
        Sued().ShouldRefuse<FieldIsEmpty>(Judgment with { Orders = "" }, "orders");
    }
}
