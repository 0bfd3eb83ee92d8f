using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class ExtendAdministrativeReviewTests
{
    private static readonly ExtendAdministrativeReview Plain = new(Day("2025-08-11"), ReviewExtension.Settlement, 30, "检察长某");

    [Fact]
    public void The_days_that_the_chief_approved_are_added() =>
        Suits.Administrative().Do(Plain).Duty("administrative-review", "A1").Count.ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2025-09-18")), c => c.Steps.ShouldContain(s => s.What.Zh.Contains("检察长批准延长") && s.Basis!.Article == "行政监督规则56"));

    [Fact]
    public void A_simple_case_is_not_extended() => Suits.Administrative(simple: true).ShouldRefuse<SimpleCaseIsNotExtended>(Plain, "proceeding").Basis!.Article.ShouldBe("行政监督规则79");

    [Fact]
    public void It_is_extended_once() => Suits.Administrative().Do(Plain).ShouldRefuse<ReviewExtendedOnce>(Plain, "proceeding").Basis!.Article.ShouldBe("行政监督规则56第2款");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(367)]
    public void A_number_of_days_that_nobody_approves_is_refused(int days) => Suits.Administrative().ShouldRefuse<DaysOutOfRange>(Plain with { Days = days }, "days");

    [Fact]
    public void Without_the_chief_or_after_the_decision_it_is_refused()
    {
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(Plain with { Chief = " " }, "chief");
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(Plain, "proceeding");
    }
}
