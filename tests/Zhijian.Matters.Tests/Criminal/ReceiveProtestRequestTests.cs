using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ReceiveProtestRequestTests
{
    private static MatterStory Judged() => A.Matter(m => m.Suspect("张某", "213").RightHolder("某公司").RightHolder("另一公司").RegisteredOn("2025-08-01")).Transferred("2025-08-04").Prosecuted("2025-08-20").Judged("2025-09-19");

    private static ReceiveProtestRequest Ask(string on, string served = "2025-09-19", string grounds = "量刑畸轻", string? why = null, params string[] holders) => new(Day(on), Day(served), grounds, why, holders);

    [Fact]
    public void It_is_answered_within_five_days()
    {
        var story = Judged().Do(Ask("2025-09-24", holders: "R1"));

        story.Duty("answer-protest-request", "R1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-09-29")), d => d.Rule.Holder.ShouldBe(Holder.Office));
        story.Duties.Where(d => d.Subject == "R2" && d.Rule.Id == "answer-protest-request").ShouldBeEmpty();
        var matter = story.Matter;
        matter.Timeline[^1].Event.Says(matter).Zh.ShouldBe("某公司请求抗诉：量刑畸轻");
    }

    [Fact]
    public void After_five_days_the_procuratorate_chooses()
    {
        Judged().Do(Ask("2025-10-09", served: "2025-09-26")); // 1 October, moved by the holiday
        Judged().ShouldRefuse<RequestIsLate>(Ask("2025-10-10", served: "2025-09-26"), "whyTaken").Basis!.Article.ShouldBe("刑诉法229；规则588");
        Judged().Do(Ask("2025-10-10", served: "2025-09-26", why: "量刑明显不当"));
    }

    [Fact]
    public void There_must_be_a_judgment_and_a_victim()
    {
        Stories.At(Stage.Indicted).ShouldRefuse<NothingJudgedYet>(Ask("2026-04-01", "2026-04-01")).Basis!.Article.ShouldContain("刑诉法229");
        A.Matter(m => m.Suspect("张某", "213").RegisteredOn("2025-08-01")).ShouldRefuse<NoRightHolder>(Ask("2025-09-24"), "holders");
        Judged().ShouldRefuse<UnknownRightHolder>(Ask("2025-09-24", holders: "R7"), "holders");
    }

    [Fact]
    public void Dates_and_grounds_are_sound()
    {
        Judged().ShouldRefuse<RequestedBeforeServed>(Ask("2025-09-18"), "servedOn");
        Judged().ShouldRefuse<FieldIsEmpty>(Ask("2025-09-24", grounds: ""), "grounds");
    }
}
