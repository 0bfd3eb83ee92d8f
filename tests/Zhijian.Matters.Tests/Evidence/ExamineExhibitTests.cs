using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class ExamineExhibitTests
{
    private static ExamineExhibit Examine(
        Quality legality = Quality.Stands, Quality authenticity = Quality.Stands, Quality relevance = Quality.Stands, ExhibitVerdict verdict = ExhibitVerdict.Admitted, ExclusionGround? ground = null, string? note = "说明") =>
        new(Day("2026-03-05"), "E1", legality, authenticity, relevance, verdict, ground, note);

    [Theory]
    [InlineData(Quality.Doubtful, Quality.Stands, Quality.Stands)]
    [InlineData(Quality.Stands, Quality.Fails, Quality.Stands)]
    [InlineData(Quality.Stands, Quality.Stands, Quality.Doubtful)]
    public void Admitted_is_only_what_stands_in_all_three(Quality legality, Quality authenticity, Quality relevance) =>
        TakeInExhibitTests.Taken().ShouldRefuse<NotAllStands>(Examine(legality, authenticity, relevance), "verdict");

    [Fact]
    public void The_last_examination_counts()
    {
        var story = TakeInExhibitTests.Taken().Do(Examine(Quality.Doubtful, verdict: ExhibitVerdict.ToSupplement));
        story.Matter.Exhibit("E1")!.Examination!.Verdict.ShouldBe(ExhibitVerdict.ToSupplement);
        story.Do(Examine()).Matter.Exhibit("E1")!.Examination!.Verdict.ShouldBe(ExhibitVerdict.Admitted);
        story.ShouldRefuse<FieldIsEmpty>(Examine(Quality.Doubtful, verdict: ExhibitVerdict.ToSupplement, note: null), "note");
    }

    [Theory]
    [InlineData(ExhibitKind.Physical, ExclusionGround.NotMended, true)]
    [InlineData(ExhibitKind.Documentary, ExclusionGround.NotMended, true)]
    [InlineData(ExhibitKind.SuspectStatement, ExclusionGround.NotMended, false)]
    [InlineData(ExhibitKind.SuspectStatement, ExclusionGround.ForcedConfession, true)]
    [InlineData(ExhibitKind.Testimony, ExclusionGround.ForcedConfession, false)]
    [InlineData(ExhibitKind.Testimony, ExclusionGround.ForcedTestimony, true)]
    [InlineData(ExhibitKind.ExpertOpinion, ExclusionGround.ForcedTestimony, false)]
    public void A_ground_of_exclusion_is_for_its_kinds(ExhibitKind kind, ExclusionGround ground, bool fits)
    {
        var story = TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes() with { Kind = kind });
        var examine = Examine(Quality.Fails, verdict: ExhibitVerdict.Excluded, ground: ground);
        if (fits)
            story.Do(examine).Matter.Exhibit("E1")!.Stands.ShouldBeFalse();
        else
            story.ShouldRefuse<GroundOfAnotherKind>(examine, "ground").Basis!.Article.ShouldBe("刑诉法56第1款");
    }

    [Fact]
    public void An_exclusion_has_a_ground_that_agrees_with_the_finding()
    {
        TakeInExhibitTests.Taken().ShouldRefuse<GroundMissing>(Examine(Quality.Fails, verdict: ExhibitVerdict.Excluded), "ground");
        TakeInExhibitTests.Taken().ShouldRefuse<GroundNotFound>(Examine(Quality.Fails, verdict: ExhibitVerdict.Excluded, ground: ExclusionGround.NotTrue), "ground");
        TakeInExhibitTests.Taken().Do(Examine(authenticity: Quality.Fails, verdict: ExhibitVerdict.Excluded, ground: ExclusionGround.NotTrue));
    }
}
