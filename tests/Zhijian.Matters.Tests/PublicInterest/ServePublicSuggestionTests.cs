using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class ServePublicSuggestionTests
{
    [Fact]
    public void The_organ_has_two_months_and_we_file_it_upward_in_five_days()
    {
        var story = Served();

        story.Duty("serve-public-suggestion").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("register-public-suggestion", "G1").Count.Due.ShouldBe(Day("2025-05-27"));
        story.Duty("answer-public-suggestion", "G1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-07-22")), d => d.Rule.Holder.ShouldBe(Holder.Agency));
        story.Duties.ShouldNotContain(d => d.Rule.Id == "answer-public-suggestion-urgent");
    }

    [Fact]
    public void Fifteen_days_where_the_damage_grows()
    {
        Served(urgent: true).Duty("answer-public-suggestion-urgent", "G1").Count.Due.ShouldBe(Day("2025-06-06"));
        Served(urgent: true).Duties.ShouldNotContain(d => d.Rule.Id == "answer-public-suggestion");
    }

    [Fact]
    public void Urgent_without_a_reason_is_refused_with_the_article() =>
        Decided().ShouldRefuse<UrgencyNeedsAReason>(new ServePublicSuggestion(Day("2025-05-22"), "签收", true), "urgentReason").Basis!.Article.ShouldBe("检察公益诉讼解释21");

    [Fact]
    public void Before_the_decision_or_without_receipt_it_is_refused()
    {
        Inquired().ShouldRefuse<ProceedingOutOfOrder>(new ServePublicSuggestion(Day("2025-05-22"), "签收"), "proceeding");
        Decided().ShouldRefuse<FieldIsEmpty>(new ServePublicSuggestion(Day("2025-05-22"), ""), "receipt");
    }
}
