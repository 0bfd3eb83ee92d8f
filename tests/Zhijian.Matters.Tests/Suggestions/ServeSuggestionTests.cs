using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class ServeSuggestionTests
{
    private static readonly ServeSuggestion Serve = new(Day("2025-05-28"), "签收");

    [Fact]
    public void Two_months_for_the_reply_and_five_days_for_the_filing_upward()
    {
        Served().Duty("answer-suggestion", "S1").Count.Due.ShouldBe(Day("2025-07-28"));
        Served().Duty("register-suggestion", "S1").Count.Due.ShouldBe(Day("2025-06-02")); // a holiday, on which it stands
    }

    [Fact]
    public void A_shorter_period_may_be_fixed_and_is_shown()
    {
        var story = Approved().Do(Serve with { ReplyBy = Day("2025-06-20"), UrgentReason = "节前整治" });

        story.Matter.Proceeding("S1")!.Outcome!.Value.Zh.ShouldBe("限 2025-06-20 前回复");
        story.Duties.Where(d => d.Rule.Id.StartsWith("answer-")).Select(d => (d.Rule.Id, d.Count.Due)).ShouldBe([("answer-suggestion-fixed", Day("2025-06-20"))]);
        story.Duty("answer-suggestion-fixed").ShouldSatisfyAllConditions(
            d => d.Count.Value!.Reference.Article.ShouldBe("检察建议规定19"), d => CheckedCount.Of(d.Term, d.From!, TestLaw.Book.Calendar).Agrees.ShouldBeTrue());
    }

    [Fact]
    public void For_the_public_interest_two_months_or_fifteen_days_by_its_own_rules()
    {
        Served(SuggestionKind.PublicInterest).Duty("answer-suggestion-public", "S1").Count.Due.ShouldBe(Day("2025-07-28"));
        Served(SuggestionKind.PublicInterest).Duty("register-suggestion-public", "S1").Count.Due.ShouldBe(Day("2025-06-03")); // moved by the holiday
        Approved(SuggestionKind.PublicInterest).Do(Serve with { Urgent = true, UrgentReason = "损害扩大" }).Duty("answer-suggestion-public-urgent").Count.Due.ShouldBe(Day("2025-06-12"));
    }

    [Fact]
    public void Before_the_approval_it_is_refused_with_the_article()
    {
        foreach (var story in new[] { Opened(), Drafted(), Reviewed() })
            story.ShouldRefuse<ProceedingOutOfOrder>(Serve, "proceeding").ShouldSatisfyAllConditions(r => r.Basis!.Article.ShouldBe("检察建议规定17—21"), r => r.Remedy.Zh.ShouldContain("先审批"));
    }

    [Theory]
    [InlineData("2025-05-28")]
    [InlineData("2025-07-29")]
    public void A_fixed_day_lies_within_the_two_months(string by) => Approved().ShouldRefuse<FixedReplyIsShorter>(Serve with { ReplyBy = Day(by), UrgentReason = "急" }, "replyBy").Basis!.Article.ShouldContain("检察建议规定19");

    [Fact]
    public void Urgency_is_explained_and_has_its_form()
    {
        Approved().ShouldRefuse<SuggestionUrgencyUnexplained>(Serve with { ReplyBy = Day("2025-06-20") }, "urgentReason");
        Approved().ShouldRefuse<UrgentNeedsItsDay>(Serve with { Urgent = true, UrgentReason = "急" }, "urgent");
        Approved(SuggestionKind.PublicInterest).ShouldRefuse<FixedReplyIsShorter>(Serve with { ReplyBy = Day("2025-06-20"), UrgentReason = "急" }, "replyBy");
        Approved().ShouldRefuse<FieldIsEmpty>(Serve with { Receipt = "" }, "receipt");
    }
}
