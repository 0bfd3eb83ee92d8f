using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.FourChecks;

public sealed class RecordFindingTests
{
    internal static RecordFinding Of(string kind, Track foundIn = Track.Criminal, Material material = Material.Object, string? court = null) => new(
        Stories.Later, kind, foundIn, "仍有1060台在用", material, "证据卷二第41页", "某县市场监督管理局", court, "（2025）某01民终1234号", "原告某公司，被告李某", Kernel.PartialDate.Parse("2025-06-30"), Act: "行政处罚决定", ActNumber: "12号");

    private static IReadOnlyList<(string Key, Track Function)> Asked(MatterStory story) => [.. CheckQuestions.Of(story.Matter, TestLaw.Book).Select(q => (q.Key, q.Function))];

    [Fact]
    public void It_puts_its_question_to_the_function_that_it_concerns()
    {
        var story = Stories.At(Stage.Registered).Do(Of("doubtful-registration"));

        story.Matter.Findings.Single().ShouldSatisfyAllConditions(f => f.Id.ShouldBe("D1"), f => f.Is.Title.Zh.ShouldStartWith("商标注册"));
        Asked(story).ShouldBe([("doubtful-registration.D1.1", Track.Administrative)]);
    }

    [Fact]
    public void One_finding_may_concern_two_functions() =>
        Asked(Stories.At(Stage.Registered).Do(Of("false-litigation", Track.Civil))).ShouldBe([("false-litigation-civil.D1.1", Track.Civil), ("false-litigation-crime.D1.1", Track.Criminal)], ignoreOrder: true);

    [Theory]
    [InlineData(Track.Criminal)]
    [InlineData(Track.PublicInterest)]
    public void A_gap_in_administration_is_for_the_function_that_found_it(Track track) => Asked(Stories.At(Stage.Registered).Do(Of("governance-gap", track))).Single().Function.ShouldBe(track);

    [Fact]
    public void Two_of_a_kind_are_two_questions() =>
        Asked(Stories.At(Stage.Registered).Do(Of("harm-gi")).Do(Of("harm-gi"))).Select(q => q.Key).ShouldBe(["harm-gi.D1.1", "harm-gi.D2.1"]);

    [Fact]
    public void The_kind_may_be_given_by_its_name_and_another_word_is_refused_with_the_list()
    {
        Stories.At(Stage.Registered).Do(Of("危害食品药品安全")).Matter.Findings.Single().Is.Kind.ShouldBe("harm-food-drug");
        Stories.At(Stage.Registered).ShouldRefuse<UnknownFindingKind>(Of("something"), "kind").Remedy.Zh.ShouldContain("危害食品药品安全");
    }

    [Fact]
    public void Without_facts_or_source_or_tomorrow_it_is_refused()
    {
        var story = Stories.At(Stage.Registered);
        story.ShouldRefuse<FieldIsEmpty>(Of("harm-gi") with { What = " " }, "what");
        story.ShouldRefuse<FieldIsEmpty>(Of("harm-gi") with { Source = "" }, "source");
        story.ShouldRefuse<DateInFuture>(Of("harm-gi") with { On = MatterStory.Day("2030-01-01") }, "on");
    }

    [Fact]
    public void A_person_who_is_not_prosecuted_puts_the_question_of_a_penalty_for_each_such_person() =>
        Asked(A.Matter(m => m.Suspect("张某").Suspect("李某").Suspect("王某")).Transferred("2026-03-02").NotProsecuted("2026-03-10", "P1", "P3"))
            .ShouldBe([("penalty-after-non-prosecution.P1.1", Track.Administrative), ("penalty-after-non-prosecution.P3.1", Track.Administrative)]);

    [Fact]
    public void A_step_that_answers_a_question_answers_it_for_its_person_only()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某").Suspect("王某")).Transferred("2026-03-02").NotProsecuted("2026-03-10")
            .Do(new Zhijian.Matters.ReverseLinkage.TransferForPenalty(MatterStory.Day("2026-03-11"), "仍是侵权", ["P1"])).Do(new Zhijian.Matters.ReverseLinkage.DeclinePenaltyTransfer(MatterStory.Day("2026-03-11"), "没有违法行为", ["P2"]));

        CheckQuestions.Of(story.Matter, TestLaw.Book).Select(q => (q.Subject, q.Answer?.Outcome)).ShouldBe([("P1", CheckOutcome.Opened), ("P2", CheckOutcome.NoIssue), ("P3", null)]);
    }
}
