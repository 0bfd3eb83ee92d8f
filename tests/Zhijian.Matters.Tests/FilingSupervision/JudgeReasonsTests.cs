using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class JudgeReasonsTests
{
    private static JudgeReasons Judge(ReasonsOutcome outcome, string on = "2025-05-19", string reason = "见审查报告") => new(Day(on), outcome, reason);

    [Fact]
    public void Where_they_stand_whoever_asked_is_told_within_ten_days()
    {
        var story = Explained().Do(Judge(ReasonsOutcome.Stand));

        story.Stage().ShouldBe("reasons-stand");
        story.Duty("inform-filing-applicant", "F1").ShouldSatisfyAllConditions(d => d.Count.Due.ShouldBe(Day("2025-05-29")), d => d.Rule.Holder.ShouldBe(Holder.Office));
    }

    [Fact]
    public void Where_the_procuratorate_found_it_nobody_is_told() =>
        Explained(source: FilingSource.Found).Do(Judge(ReasonsOutcome.Stand)).Duties.Where(d => d.Rule.Id == "inform-filing-applicant").ShouldBeEmpty();

    [Fact]
    public void Where_they_do_not_stand_the_police_are_to_be_told()
    {
        var story = Explained().Do(Judge(ReasonsOutcome.Fail));

        story.Stage().ShouldBe("reasons-fail");
        story.LastLine().ShouldBe(new Kernel.Text("F1 审查公安机关的理由：理由不能成立（见审查报告）", "F1: The reasons do not stand (见审查报告)"));
    }

    [Fact]
    public void Silence_does_not_stand_but_may_be_found_not_to()
    {
        var story = Asked(FilingFault.Undecided).Do(new SendFilingCorrection(Day("2025-05-16")));

        story.ShouldRefuse<NoReasonsWereGiven>(Judge(ReasonsOutcome.Stand), "outcome").Basis!.Article.ShouldBe("规则561");
        story.Do(Judge(ReasonsOutcome.Fail)).Stage().ShouldBe("reasons-fail");
    }

    [Fact]
    public void There_must_be_reasons_to_judge() => Asked().ShouldRefuse<ProceedingOutOfOrder>(Judge(ReasonsOutcome.Fail), "proceeding").Basis!.Article.ShouldContain("规则561");

    [Fact]
    public void The_conclusion_has_a_reason_of_its_own() => Explained().ShouldRefuse<FieldIsEmpty>(Judge(ReasonsOutcome.Fail, reason: ""), "reason");
}
