using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class RecordPenaltyReplyTests
{
    [Fact]
    public void A_fine_to_the_fen_with_organ_number_and_day()
    {
        Replied().StageIn().ShouldBe("replied");
        Replied().Duty("answer-penalty-opinion").Status.ShouldBe(DutyStatus.Discharged);
        Replied().LastLine().Zh.ShouldBe("L1 张某：已给予行政处罚（某省某市市场监督管理局 2025-07-25 市监罚〔2025〕12号，罚款 30,000.50 元）");
    }

    [Fact]
    public void For_each_person_on_their_own()
    {
        var story = NotProsecuted().Do(Pass("P1", "P2")).Do(new RegisterPenaltyReview(Day("2025-05-19"))).Do(Opinion(AgencyPlace.Here)).Do(Serve()).Do(Fined() with { Persons = ["P1"] });
        story.StageIn().ShouldBe("served");
        story.Duty("answer-penalty-opinion").Status.ShouldBe(DutyStatus.Open);
        story.ShouldRefuse<NotWaitedFor>(Fined() with { Persons = ["P1"] }, "persons").Says.Zh.ShouldContain("李某");

        story.Do(new RecordPenaltyReply(Day("2025-08-01"), PenaltyResult.NotPunished, Reason: "初次违法，已改正")).StageIn().ShouldBe("replied");
        story.Duty("answer-penalty-opinion").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void Silence_is_recorded_at_any_time_but_doubted_while_the_unverified_period_runs()
    {
        Silent().StageIn().ShouldBe("replied");
        Silent().LastDoubts().ShouldBeEmpty();
        Silent().Duty("answer-penalty-opinion").Status.ShouldBe(DutyStatus.Open);
        var hasty = Served().Do(new RecordPenaltyReply(Day("2025-08-09"), PenaltyResult.NoReply));
        hasty.LastDoubts().Single().Zh.ShouldContain("2025-08-09");
    }

    [Fact]
    public void An_answer_that_comes_late_is_taken() => Following().Do(Fined() with { On = Day("2025-09-01") }).StageIn().ShouldBe("replied");

    [Fact]
    public void What_was_done_is_said_whole_and_without_contradiction()
    {
        Served().ShouldRefuse<FieldIsEmpty>(Fined() with { Kind = null }, "kind");
        Served().ShouldRefuse<FieldIsEmpty>(Fined() with { Fine = null }, "fine");
        Served().ShouldRefuse<FieldIsEmpty>(Fined() with { Fine = new Money(0) }, "fine");
        Served().ShouldRefuse<FieldIsEmpty>(Fined() with { Number = " " }, "number");
        Served().ShouldRefuse<FieldIsEmpty>(Fined() with { PunishedOn = null }, "punishedOn");
        Served().ShouldRefuse<PunishedAfterTheReply>(Fined() with { PunishedOn = Day("2025-07-31") }, "punishedOn");
        Served().ShouldRefuse<NoPenaltyInThisResult>(Fined() with { Result = PenaltyResult.NotPunished }, "result");
        Served().ShouldRefuse<FieldIsEmpty>(new RecordPenaltyReply(Day("2025-07-30"), PenaltyResult.NotPunished), "reason");
    }

    [Fact]
    public void Not_before_service_not_for_strangers_not_twice()
    {
        Decided().ShouldRefuse<ProceedingOutOfOrder>(Fined(), "proceeding").Basis!.Article.ShouldBe("刑诉法177第3款");
        Served().ShouldRefuse<NotWaitedFor>(Fined() with { Persons = ["P2"] }, "persons");
        Replied().ShouldRefuse<NotWaitedFor>(Fined(), "persons");
    }
}
