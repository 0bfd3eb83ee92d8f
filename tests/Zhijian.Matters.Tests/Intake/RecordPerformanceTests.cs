using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Intake;

public sealed class RecordPerformanceTests
{
    private static MatterStory Refused() => A.Matter(m => m.Suspect("张某").Detained()).AcceptedForArrest("2026-03-02").ArrestRefused("2026-03-06");

    [Fact]
    public void A_receipt_that_came_ends_the_duty_of_the_police() =>
        Refused().Performed("execution-receipt.P1.1", "2026-03-09").Duty("execution-receipt").ShouldSatisfyAllConditions(
            d => d.Status.ShouldBe(DutyStatus.Discharged), d => d.DischargedOn!.Value.Value.ShouldBe("2026-03-09"));

    [Theory]
    [InlineData("execution-receipt.P2.1")]
    [InlineData("execution-receipt")]
    [InlineData("")]
    public void A_duty_that_is_not_there_is_refused(string key) => Refused().ShouldRefuse<NoSuchOpenDuty>(new RecordPerformance(Stories.Later, key, "回执"), "duty");

    [Fact]
    public void A_duty_that_is_done_is_not_done_again() =>
        Refused().Performed("execution-receipt.P1.1", "2026-03-09").ShouldRefuse<NoSuchOpenDuty>(new RecordPerformance(Stories.Later, "execution-receipt.P1.1", "回执"), "duty");

    [Fact]
    public void A_duty_with_a_step_of_its_own_is_not_talked_away() =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<HasAStepOfItsOwn>(new RecordPerformance(Stories.Later, "decide-prosecution.P1.1", "起诉书"), "duty").Remedy.Zh.ShouldContain("提起公诉");

    [Fact]
    public void It_is_not_done_before_it_was_owed() =>
        Refused().ShouldRefuse<DoneBeforeOwed>(new RecordPerformance(Day("2026-03-05"), "execution-receipt.P1.1", "回执"), "on");

    [Fact]
    public void Without_proof_it_is_refused() => Refused().ShouldRefuse<FieldIsEmpty>(new RecordPerformance(Stories.Later, "execution-receipt.P1.1", " "), "proof");
}
