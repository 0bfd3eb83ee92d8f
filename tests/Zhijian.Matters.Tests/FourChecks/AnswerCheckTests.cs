using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.FourChecks;

public sealed class AnswerCheckTests
{
    private const string Question = "harm-consumers.D1.1";

    private static MatterStory Asked() => Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers"));

    private static AnswerCheck Answer(CheckOutcome outcome = CheckOutcome.NoIssue, string? into = null, string check = Question, string reason = "已召回") => new(Stories.Later, check, outcome, reason, into);

    [Fact]
    public void The_answer_stands_with_its_reason_and_the_question_is_closed()
    {
        var story = Asked().Do(Answer());

        CheckQuestions.Of(story.Matter, TestLaw.Book).Single().Answer!.ShouldSatisfyAllConditions(a => a.Reason.ShouldBe("已召回"), a => a.By.ShouldBe("lu"), a => a.Outcome.ShouldBe(CheckOutcome.NoIssue));
        story.ShouldRefuse<CheckAnsweredAlready>(Answer(), "check");
    }

    [Fact]
    public void It_may_be_carried_on_in_a_proceeding_that_is_there() =>
        Asked().Do(FromCheckTests.Filed()).Do(Answer(CheckOutcome.Opened, "G1")).Matter.Answers[Question].Proceeding.ShouldBe("G1");

    [Fact]
    public void Opened_without_a_proceeding_is_refused_except_in_the_criminal_function()
    {
        Asked().ShouldRefuse<NothingOpened>(Answer(CheckOutcome.Opened), "into");
        Stories.At(Stage.Registered).Do(RecordFindingTests.Of("missed-suspect")).Do(Answer(CheckOutcome.Opened, check: "missed-suspects.D1.1"));
    }

    [Theory]
    [InlineData(CheckOutcome.Opened, "G2")]
    [InlineData(CheckOutcome.Opened, "C1")]
    [InlineData(CheckOutcome.NoIssue, "G1")]
    public void A_proceeding_that_is_not_there_or_of_another_function_or_beside_another_outcome_is_refused(CheckOutcome outcome, string into) =>
        Asked().Do(FromCheckTests.Filed()).Do(FromCheckTests.Civil()).ShouldRefuse<NotCarriedOnThere>(Answer(outcome, into), "into");

    [Fact]
    public void An_unknown_question_is_refused_with_those_that_are_open() =>
        Asked().ShouldRefuse<UnknownCheck>(Answer(check: "harm-gi.D1.1"), "check").Remedy.Zh.ShouldContain(Question);

    [Fact]
    public void Without_a_reason_or_before_it_was_asked_it_is_refused()
    {
        Asked().ShouldRefuse<FieldIsEmpty>(Answer(reason: " "), "reason");
        Asked().ShouldRefuse<AnsweredBeforeAsked>(Answer() with { On = Stories.Later.AddDays(-1) }, "on");
    }
}
