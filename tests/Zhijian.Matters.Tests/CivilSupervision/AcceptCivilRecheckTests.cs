using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class AcceptCivilRecheckTests
{
    [Fact]
    public void It_opens_a_proceeding_of_its_own_with_three_months()
    {
        var story = A.Matter().Do(Suits.Recheck());

        story.Matter.Proceeding("C1")!.Stage.ShouldBe("rechecking");
        story.Duties.Select(d => (d.Rule.Id, d.Count.Due)).ShouldBe([("civil-recheck", Day("2025-11-04"))]);
    }

    [Fact]
    public void It_is_asked_for_within_one_year()
    {
        A.Matter().Do(Suits.Recheck(applied: "2025-08-04") with { RefusedOn = Day("2024-08-05") });
        A.Matter().ShouldRefuse<RecheckTooLate>(Suits.Recheck(applied: "2025-08-04") with { RefusedOn = Day("2024-08-01") }, "appliedOn").Basis!.Article.ShouldBe("民事监督规则126");
        A.Matter().ShouldRefuse<AppliedTooEarly>(Suits.Recheck() with { RefusedOn = Day("2025-08-02") }, "appliedOn");
    }

    [Fact]
    public void It_is_rechecked_once()
    {
        var story = A.Matter().Do(Suits.Recheck());

        story.ShouldRefuse<RecheckedOnce>(Suits.Recheck(), "refusal").Says.Zh.ShouldContain("C1");
        story.Do(Suits.Recheck("某区检民监〔2025〕4号")).Matter.Proceedings.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_empty_is_refused_at_its_field()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(Suits.Recheck() with { Applicant = "" }, "applicant");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Suits.Recheck() with { Office = "" }, "office");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Suits.Recheck() with { Refusal = "" }, "refusal");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Suits.Recheck() with { Court = "" }, "court");
        A.Matter().ShouldRefuse<AcceptedBeforeApplied>(Suits.Recheck(applied: "2025-08-05"), "appliedOn");
        A.Matter().ShouldRefuse<DateInFuture>(Suits.Recheck() with { On = Day("2026-12-01") }, "on");
    }
}
