using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class FollowUpPenaltyOpinionTests
{
    private static FollowUpPenaltyOpinion Follow(PenaltyFollowUp means, string? name = null, string? suggestion = null) => new(Day("2025-08-20"), means, "两个月没有回复", name, suggestion);

    [Theory]
    [InlineData(PenaltyFollowUp.Urge, null, "following")]
    [InlineData(PenaltyFollowUp.ReportHigher, "某市人民检察院", "escalated")]
    [InlineData(PenaltyFollowUp.TellSuperior, "某省市场监督管理局", "escalated")]
    public void The_agency_is_urged_or_it_goes_to_those_above(PenaltyFollowUp means, string? name, string stage)
    {
        var story = Following().Do(Follow(means, name));

        story.StageIn().ShouldBe(stage);
        story.LastLine().Zh.ShouldBe($"L1 {means.Label().Zh}{(name is null ? "" : $" {name}")}：两个月没有回复");
    }

    [Fact]
    public void A_suggestion_is_linked_by_its_id()
    {
        Following().ShouldRefuse<SuggestionIsLinked>(Follow(PenaltyFollowUp.Suggest), "suggestion");
        Following().ShouldRefuse<SuggestionIsLinked>(Follow(PenaltyFollowUp.Suggest, suggestion: "L1"), "suggestion");
        Following().Do(new OpenSuggestion(Day("2025-08-13"), SuggestionKind.SocialGovernance, Track.Administrative, Agency, "规范处罚程序"))
            .Do(Follow(PenaltyFollowUp.Suggest, suggestion: "S1")).LastLine().En.ShouldContain("S1");
    }

    [Fact]
    public void Not_before_the_evaluation_not_to_nobody_not_without_words()
    {
        Replied().ShouldRefuse<ProceedingOutOfOrder>(Follow(PenaltyFollowUp.Urge), "proceeding").Remedy.Zh.ShouldContain("评估");
        Following().ShouldRefuse<FieldIsEmpty>(Follow(PenaltyFollowUp.TellSuperior), "name");
        Following().ShouldRefuse<FieldIsEmpty>(Follow(PenaltyFollowUp.Urge) with { Detail = "" }, "detail");
    }
}
