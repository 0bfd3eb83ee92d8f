using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class AskForReasonsTests
{
    private static MatterStory Accepted(int proceedings = 1) => Enumerable.Range(0, proceedings).Aggregate(
        A.Matter(), (story, _) => story.Do(new AcceptFilingSupervision(Day("2025-05-06"), FilingFault.NotFiled, FilingSource.Victim, "某分局", "某事项")));

    [Fact]
    public void The_police_explain_within_seven_days()
    {
        var story = Accepted().Do(new AskForReasons(Day("2025-05-12")));

        story.Matter.Proceeding("F1")!.Stage.ShouldBe("reasons-asked");
        story.Duty("explain-filing", "F1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-05-19")), d => d.Rule.Holder.ShouldBe(Holder.Police));
    }

    [Fact]
    public void Without_a_proceeding_it_is_refused_with_the_article() =>
        A.Matter().ShouldRefuse<NoProceeding>(new AskForReasons(Day("2025-05-12")), "proceeding").Basis!.Article.ShouldContain("规则559");

    [Fact]
    public void It_is_not_asked_twice() => Accepted().Do(new AskForReasons(Day("2025-05-12"))).ShouldRefuse<ProceedingOutOfOrder>(new AskForReasons(Day("2025-05-13")), "proceeding");

    [Fact]
    public void Of_several_one_must_be_named()
    {
        Accepted(2).ShouldRefuse<ChooseOneProceeding>(new AskForReasons(Day("2025-05-12")), "proceeding");
        Accepted(2).Do(new AskForReasons(Day("2025-05-12"), null, "F2")).Matter.Proceedings.Select(p => p.Stage).ShouldBe(["accepted", "reasons-asked"]);
    }

    [Fact]
    public void One_that_is_not_there_is_refused() => Accepted().ShouldRefuse<UnknownProceeding>(new AskForReasons(Day("2025-05-12"), null, "F9"), "proceeding");

    [Fact]
    public void It_does_not_come_before_the_acceptance() => Accepted().ShouldRefuse<BeforeTheProceedingStage>(new AskForReasons(Day("2025-05-05")), "on");
}
