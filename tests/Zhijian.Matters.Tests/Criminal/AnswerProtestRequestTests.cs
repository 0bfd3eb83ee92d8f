using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class AnswerProtestRequestTests
{
    private static MatterStory Asked(params string[] holders) =>
        A.Matter(m => m.Suspect("张某", "213").RightHolder("某公司").RightHolder("另一公司").RegisteredOn("2025-08-01")).Transferred("2025-08-04").Prosecuted("2025-08-20").Judged("2025-09-19")
            .Do(new ReceiveProtestRequest(Day("2025-09-24"), Day("2025-09-19"), "量刑畸轻", null, holders));

    private static AnswerProtestRequest Answer(string on = "2025-09-28", string reason = "量刑适当", params string[] holders) => new(Day(on), ProtestAnswer.NoProtest, reason, holders);

    [Fact]
    public void Everybody_who_asked_is_answered()
    {
        var story = Asked().Do(Answer());

        story.Duties.Where(d => d.Rule.Id == "answer-protest-request").ShouldAllBe(d => d.Status == DutyStatus.Discharged);
        story.ShouldRefuse<NoRequestIsOpen>(Answer(), "holders").Basis!.Article.ShouldContain("规则588");
    }

    [Fact]
    public void One_of_two_may_be_answered_first()
    {
        var story = Asked().Do(Answer(holders: "R2"));

        (story.Duty("answer-protest-request", "R1").Status, story.Duty("answer-protest-request", "R2").Status).ShouldBe((DutyStatus.Open, DutyStatus.Discharged));
        story.ShouldRefuse<NoRequestIsOpen>(Answer(holders: "R2"), "holders");
    }

    [Fact]
    public void Who_did_not_ask_is_not_answered()
    {
        Asked("R1").ShouldRefuse<NoRequestIsOpen>(Answer(holders: "R2"), "holders");
        Asked("R1").ShouldRefuse<UnknownRightHolder>(Answer(holders: "R7"), "holders");
        Stories.At(Stage.Judged).ShouldRefuse<NoRequestIsOpen>(new AnswerProtestRequest(Stories.Later, ProtestAnswer.NoProtest, "量刑适当"), "holders");
    }

    [Fact]
    public void Not_before_it_was_asked_and_not_without_a_reason()
    {
        Asked().ShouldRefuse<AnsweredBeforeAsked>(Answer("2025-09-23"), "on");
        Asked().ShouldRefuse<FieldIsEmpty>(Answer(reason: " "), "reason");
    }
}
