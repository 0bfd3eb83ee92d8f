using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ReturnForInvestigationTests
{
    private static MatterStory ReturnedTwice() =>
        Stories.At(Stage.ProsecutionReview).Returned("2026-03-10").Resubmitted("2026-04-01").Returned("2026-04-10").Resubmitted("2026-05-06");

    [Fact]
    public void It_ends_the_review_and_gives_the_police_a_month()
    {
        var story = Stories.At(Stage.ProsecutionReview).Returned("2026-03-10");

        story.StageOf("P1").ShouldBe(Stage.Returned);
        story.Duty("decide-prosecution").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("supplementary-investigation").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2026-04-10")), d => d.Rule.Holder.ShouldBe(Holder.Police));
    }

    [Fact]
    public void Twice_is_allowed() => ReturnedTwice().Matter.Person("P1")!.Returns.ShouldBe(2);

    [Fact]
    public void A_third_return_is_refused_with_the_article_and_the_way_out()
    {
        var refusal = ReturnedTwice().ShouldRefuse<ThirdReturn>(new ReturnForInvestigation(Day("2026-05-12"), "补充鉴定"), "persons");

        refusal.Code.ShouldBe("third-return");
        refusal.Basis!.Article.ShouldContain("刑诉法175");
        refusal.Remedy.Zh.ShouldContain("不起诉");
    }

    [Fact]
    public void Returns_are_counted_for_each_person()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某")).Transferred("2026-03-02")
            .Returned("2026-03-10", "P1").Resubmitted("2026-03-20", "P1").Returned("2026-03-25", "P1").Resubmitted("2026-04-10", "P1");

        story.ShouldRefuse<ThirdReturn>(new ReturnForInvestigation(Day("2026-04-13"), "补充鉴定", ["P1", "P2"]), "persons").Says.Zh.ShouldContain("张某");
        story.Returned("2026-04-13", "P2").Matter.Person("P2")!.Returns.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public void Those_before_a_change_of_jurisdiction_count_too(int before, int left)
    {
        var story = A.Matter(m => m.Suspect("张某")).TransferredAfterReturns("2026-03-02", before);
        for (var i = 0; i < left; i++)
            story.Returned($"2026-0{4 + i}-01").Resubmitted($"2026-0{4 + i}-20");

        story.ShouldRefuse<ThirdReturn>(new ReturnForInvestigation(Day("2026-06-10"), "补充鉴定"), "persons");
    }

    [Fact]
    public void Without_saying_what_to_investigate_it_is_refused() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<FieldIsEmpty>(new ReturnForInvestigation(Stories.Later, ""), "outline");

    [Fact]
    public void A_charge_that_was_indicted_does_not_go_back_with_another()
    {
        var story = A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02").ProsecutedFor("213", "2026-03-10").Returned("2026-03-16");

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Indicted, Stage.Returned));
    }
}
