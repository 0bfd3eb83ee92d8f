using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.FourChecks;

public sealed class RecordCheckTests
{
    private static RecordCheck Check(Track track, CheckOutcome outcome, string reason = "查了销售渠道") => new(Stories.Later, track, outcome, reason);

    [Fact]
    public void An_outcome_is_recorded_with_its_reason_and_who_found_it() =>
        Stories.At(Stage.Registered).Do(Check(Track.Civil, CheckOutcome.NoIssue)).Matter.Checks[Track.Civil]
            .ShouldBe(new CheckResult(CheckOutcome.NoIssue, "查了销售渠道", "lu", Stories.Later, Stories.At(Stage.Registered).Matter.Occurrences.Count));

    [Fact]
    public void A_function_that_was_opened_becomes_a_track_and_another_does_not()
    {
        Stories.At(Stage.Registered).Do(FromCheckTests.Filed()).Do(Check(Track.PublicInterest, CheckOutcome.Opened)).Matter.Tracks.ShouldBe([Track.Criminal, Track.PublicInterest]);
        Stories.At(Stage.Registered).Do(Check(Track.PublicInterest, CheckOutcome.Transferred)).Matter.Tracks.ShouldBe([Track.Criminal]);
    }

    [Fact]
    public void A_later_check_takes_the_place_of_the_earlier() =>
        Stories.At(Stage.Registered).Do(Check(Track.Civil, CheckOutcome.NoIssue)).Do(Check(Track.Civil, CheckOutcome.Transferred)).Matter.Checks[Track.Civil].Outcome.ShouldBe(CheckOutcome.Transferred);

    [Theory]
    [InlineData(CheckOutcome.NoIssue)]
    [InlineData(CheckOutcome.Opened)]
    [InlineData(CheckOutcome.Transferred)]
    public void Where_there_are_suspects_the_criminal_function_applies(CheckOutcome outcome)
    {
        Stories.At(Stage.Registered).ShouldRefuse<CriminalTrackIsThere>(Check(Track.Criminal, CheckOutcome.NotApplicable), "outcome");
        Stories.At(Stage.Registered).Do(Check(Track.Criminal, outcome));
        A.Matter().Do(Check(Track.Criminal, CheckOutcome.NotApplicable)); // nobody is in it
    }

    [Fact]
    public void Opened_is_said_only_of_a_function_in_which_something_was_opened()
    {
        Stories.At(Stage.Registered).ShouldRefuse<NothingOpened>(Check(Track.PublicInterest, CheckOutcome.Opened), "outcome");
        A.Matter().ShouldRefuse<NothingOpened>(Check(Track.Criminal, CheckOutcome.Opened), "outcome");
    }

    [Theory]
    [InlineData(CheckOutcome.NoIssue)]
    [InlineData(CheckOutcome.NotApplicable)]
    [InlineData(CheckOutcome.Transferred)]
    public void While_a_proceeding_runs_nothing_else_can_be_said(CheckOutcome outcome) =>
        Stories.At(Stage.Registered).Do(FromCheckTests.Filed()).ShouldRefuse<ProceedingIsRunning>(Check(Track.PublicInterest, outcome), "outcome").Says.Zh.ShouldContain("G1");

    [Fact]
    public void With_a_question_of_the_function_open_it_is_refused_and_the_question_is_named()
    {
        var story = Stories.At(Stage.NotProsecuted);

        story.ShouldRefuse<ChecksUnanswered>(Check(Track.Administrative, CheckOutcome.NoIssue), "function").Says.Zh.ShouldContain("不起诉后的行政处罚");
        story.Do(Check(Track.Civil, CheckOutcome.NoIssue)); // the question is not the civil function's
    }

    [Fact]
    public void Without_a_reason_it_is_refused() => Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(Check(Track.Civil, CheckOutcome.NoIssue, " "), "reason");
}
