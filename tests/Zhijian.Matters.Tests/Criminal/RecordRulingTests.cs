using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class RecordRulingTests
{
    private static RecordRuling Rule(string on, string court = "某区人民法院", string content = "终止审理") => new(Day(on), court, content, "（2026）渝01刑初1号");

    private static ReviewJudgment Protest(string on) => new(Day(on), JudgmentReview.Protest, "裁定错误");

    [Fact]
    public void Five_days_for_a_protest_and_the_court_has_done()
    {
        var story = Stories.At(Stage.Indicted).Do(Rule("2026-03-30"));

        story.StageOf("P1").ShouldBe(Stage.Judged);
        story.Duty("review-ruling").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2026-04-07")), d => d.Rule.Holder.ShouldBe(Holder.Office)); // over the days of 清明
        story.Duty("first-instance").Status.ShouldBe(DutyStatus.Discharged);
        story.Duties.Where(d => d.Rule.Id == "review-judgment").ShouldBeEmpty();
    }

    [Fact]
    public void A_protest_against_it_is_in_time_or_refused()
    {
        Stories.At(Stage.Indicted).Do(Rule("2026-03-30")).Do(Protest("2026-04-07")).Duty("review-ruling").Status.ShouldBe(DutyStatus.Discharged);
        Stories.At(Stage.Indicted).Do(Rule("2026-03-30")).ShouldRefuse<TermHasExpired>(Protest("2026-04-08"), "on").Basis!.Article.ShouldContain("刑诉法228、230");
    }

    [Fact]
    public void Whoever_has_a_judgment_too_keeps_its_ten_days()
    {
        var story = A.Matter(m => m.Suspect("张某", "213").RegisteredOn("2026-03-02")).Transferred("2026-03-02").Prosecuted("2026-03-10").Judged("2026-06-09")
            .Do(new Matters.Intake.AddCharge(Day("2026-06-09"), "P1", "214")).Transferred("2026-06-09").Prosecuted("2026-06-09").Do(Rule("2026-06-10"));

        story.Duty("review-ruling").Count.Due.ShouldBe(Day("2026-06-15"));
        story.Do(Protest("2026-06-18"));
    }

    [Fact]
    public void Court_and_content_are_needed()
    {
        Stories.At(Stage.Indicted).ShouldRefuse<FieldIsEmpty>(Rule("2026-03-30", court: ""), "court");
        Stories.At(Stage.Indicted).ShouldRefuse<FieldIsEmpty>(Rule("2026-03-30", content: " "), "content");
    }
}
