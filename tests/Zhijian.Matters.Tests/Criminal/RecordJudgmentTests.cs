using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class RecordJudgmentTests
{
    private static RecordJudgment Judgment(Verdict verdict = Verdict.Guilty, int? months = null, int? suspended = null, decimal? fine = null) =>
        new(Day("2026-06-09"), "某区人民法院", verdict, null, months, suspended, fine is { } f ? new Money(f) : null);

    [Fact]
    public void The_ten_days_for_a_protest_run_from_receipt_and_the_court_has_finished()
    {
        var story = Stories.At(Stage.Indicted).Do(Judgment(months: 36, suspended: 48, fine: 350_000));

        story.StageOf("P1").ShouldBe(Stage.Judged);
        story.Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldBe("36 个月，缓刑 48 个月，罚金 350,000 元");
        story.Duty("first-instance").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("review-judgment").Count.Due.ShouldBe(Day("2026-06-22"));
    }

    [Theory]
    [InlineData(Verdict.NotGuilty)]
    [InlineData(Verdict.Exempt)]
    public void Without_a_punishment_there_is_no_sentence(Verdict verdict)
    {
        Stories.At(Stage.Indicted).Do(Judgment(verdict)).Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldBe(verdict.Label().Zh);
        foreach (var sentence in new[] { Judgment(verdict, months: 6), Judgment(verdict, suspended: 6), Judgment(verdict, fine: 1) })
            Stories.At(Stage.Indicted).ShouldRefuse<NoSentenceWithoutGuilt>(sentence, "verdict");
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("（2026）渝01刑初1号", "")]
    [InlineData("2026渝01刑初1", "缺少括号 缺少“号”")]
    [InlineData("第一号判决", "年份")]
    public void An_odd_case_number_is_recorded_as_given_and_doubted(string? number, string says)
    {
        var story = Stories.At(Stage.Indicted).Do(Judgment(months: 6) with { CaseNumber = number });

        var judged = story.Matter.Timeline[^1].Event.ShouldBeOfType<Judged>();
        judged.CaseNumber.ShouldBe(number);
        var doubts = ((IMatterEvent)judged).Doubts.Select(d => d.Zh).ToList();
        doubts.Count.ShouldBe(says.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var word in says.Split(' '))
            string.Join(' ', doubts).ShouldContain(word);
    }

    [Fact]
    public void A_unit_is_fined_and_never_imprisoned()
    {
        static MatterStory Indicted() => A.Matter(m => m.Unit("某公司").Suspect("张某").RegisteredOn("2026-03-02")).Transferred("2026-03-02").Prosecuted("2026-03-10");
        foreach (var sentence in new[] { Judgment(months: 6), Judgment(months: 6) with { Persons = ["P1"] }, Judgment(suspended: 6) with { Persons = ["P1"] } })
            Indicted().ShouldRefuse<UnitsAreNotImprisoned>(sentence, "persons").ShouldSatisfyAllConditions(r => r.Says.Zh.ShouldContain("某公司"), r => r.Basis!.Article.ShouldBe("刑法31、220"));

        var story = Indicted().Do(Judgment(fine: 500_000) with { Persons = ["P1"] }).Do(Judgment(months: 6) with { Persons = ["P2"] });
        story.Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldContain("500,000");
    }

    [Fact]
    public void Probation_goes_with_three_years_at_most()
    {
        Stories.At(Stage.Indicted).Do(Judgment(months: 36, suspended: 60));
        Stories.At(Stage.Indicted).ShouldRefuse<ProbationUpToThreeYears>(Judgment(months: 37, suspended: 60), "suspendedMonths").Basis.ShouldBe(new LegalRef("刑法72"));
        Stories.At(Stage.Indicted).ShouldRefuse<ProbationUpToThreeYears>(Judgment(suspended: 12), "suspendedMonths");
    }

    [Fact]
    public void A_fine_alone_is_a_sentence() =>
        Stories.At(Stage.Indicted).Do(Judgment(fine: 50_000)).Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldContain("罚金 50,000 元");

    [Theory]
    [InlineData(-1, null, "months")]
    [InlineData(12, -1, "suspendedMonths")]
    public void Months_are_not_negative(int months, int? suspended, string field) =>
        Stories.At(Stage.Indicted).ShouldRefuse<MonthsAreNotNegative>(Judgment(months: months, suspended: suspended), field);

    [Fact]
    public void A_charge_still_under_review_is_not_judged_with_another()
    {
        var story = A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02").ProsecutedFor("213", "2026-03-10").Do(Judgment(months: 6));

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Judged, Stage.ProsecutionReview));
    }

    [Fact]
    public void Without_a_court_it_is_refused() => Stories.At(Stage.Indicted).ShouldRefuse<FieldIsEmpty>(new RecordJudgment(Stories.Later, "", Verdict.Guilty), "court");
}
