using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class ApproveSuggestionTests
{
    private static readonly ApproveSuggestion Yes = new(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved);

    [Fact]
    public void Social_governance_not_before_the_legal_policy_review()
    {
        Drafted().ShouldRefuse<GovernanceNeedsReview>(Yes, "proceeding").Basis!.Article.ShouldContain("检察建议规定11");
        Drafted().Do(Yes with { Approval = SuggestionApproval.SentBack }).StageOf().ShouldBe("drafting");
        Approved().StageOf().ShouldBe("approved");
    }

    [Fact]
    public void Other_kinds_may_do_without_it() => Approved(SuggestionKind.Correction).StageOf().ShouldBe("approved");

    [Fact]
    public void A_civil_retrial_is_for_the_committee_an_administrative_one_is_not_barred()
    {
        Drafted(SuggestionKind.Retrial, Track.Civil).ShouldRefuse<RetrialNeedsTheCommittee>(Yes, "by").Basis!.Article.ShouldBe("民事监督规则87");
        Drafted(SuggestionKind.Retrial, Track.Civil).Do(Yes with { By = SuggestionApprover.Committee }).StageOf().ShouldBe("approved");
        Drafted(SuggestionKind.Retrial, Track.Administrative).Do(Yes).StageOf().ShouldBe("approved");
    }

    [Fact]
    public void One_for_the_public_interest_is_served_within_three_days()
    {
        Approved(SuggestionKind.PublicInterest).Duty("serve-suggestion-public", "S1").Count.Due.ShouldBe(Day("2025-05-29"));
        Approved().Duties.ShouldNotContain(d => d.Rule.Id == "serve-suggestion-public");
    }

    [Fact]
    public void Before_the_draft_or_twice_it_is_refused()
    {
        Opened().ShouldRefuse<ProceedingOutOfOrder>(Yes, "proceeding");
        Approved().ShouldRefuse<ProceedingOutOfOrder>(Yes with { On = Day("2025-05-27") }, "proceeding");
    }
}
