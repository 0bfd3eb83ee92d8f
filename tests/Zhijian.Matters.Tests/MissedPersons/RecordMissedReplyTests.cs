using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.MissedPersons;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.MissedPersons;

public sealed class RecordMissedReplyTests
{
    private static MatterStory Demanded(int times = 1) => Enumerable.Range(0, times).Aggregate(
        Stories.At(Stage.ProsecutionReview), (story, i) => story.Do(new DemandMissedProsecution(Day("2026-03-06"), "某市公安局", ["213"], "共同犯罪", $"李某{i}")));

    private static RecordMissedReply Reply(MissedOutcome outcome = MissedOutcome.Followed, string? demand = null, string on = "2026-03-16", string detail = "补充起诉意见书1号") => new(Day(on), outcome, detail, demand);

    [Fact]
    public void What_was_followed_has_ended()
    {
        var story = Demanded().Do(Reply());
        var matter = story.Matter;

        matter.Timeline[^1].Event.Says(matter).Zh.ShouldBe("M1 李某0：已提请逮捕（已移送起诉）（补充起诉意见书1号）");
        story.ShouldRefuse<NoDemandIsOpen>(Reply(), "demand");
    }

    [Fact]
    public void Reasons_alone_do_not_end_it() =>
        Demanded().Do(Reply(MissedOutcome.ReasonsGiven)).Do(Reply(MissedOutcome.ReasonsStand)).ShouldRefuse<NoDemandIsOpen>(Reply(), "demand");

    [Fact]
    public void The_procuratorate_may_indict_but_not_arrest_on_a_missed_transfer()
    {
        Demanded().ShouldRefuse<NotForThisDemand>(Reply(MissedOutcome.ArrestDecided), "outcome").Basis!.Status.ShouldBe(RefStatus.Unverified);
        Demanded().Do(Reply(MissedOutcome.Indicted));
    }

    [Fact]
    public void And_arrest_but_not_indict_on_a_missed_arrest()
    {
        static MatterStory Arrest() => Stories.At(Stage.ArrestReview).Do(new DemandMissedArrest(Day("2026-03-06"), "某市公安局", ["213"], "共同犯罪", "李某"));

        Arrest().ShouldRefuse<NotForThisDemand>(Reply(MissedOutcome.Indicted), "outcome");
        Arrest().Do(Reply(MissedOutcome.ArrestDecided));
    }

    [Fact]
    public void Of_several_one_is_named()
    {
        Demanded(2).ShouldRefuse<ChooseOneDemand>(Reply(), "demand");
        Demanded(2).ShouldRefuse<UnknownDemand>(Reply(demand: "M9"), "demand");
        Demanded(2).Do(Reply(demand: "M2")).Do(Reply()); // only M1 is left
    }

    [Fact]
    public void In_order_and_in_words()
    {
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<NoDemandIsOpen>(Reply(), "demand");
        Demanded().ShouldRefuse<RepliedBeforeDemanded>(Reply(on: "2026-03-05"), "on");
        Demanded().ShouldRefuse<FieldIsEmpty>(Reply(detail: ""), "detail");
    }
}
