using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class AcceptTransferTests
{
    [Fact]
    public void It_opens_the_review_and_the_three_notices()
    {
        var story = A.Matter(m => m.Suspect("张某").RightHolder("某公司")).Transferred("2026-01-15");

        story.StageOf("P1").ShouldBe(Stage.ProsecutionReview);
        story.Duties.Select(d => (d.Key, d.Count.Due)).ShouldBe(
            [
                ("decide-prosecution.P1.1", Day("2026-02-24")),
                ("notify-suspect.P1.1", Day("2026-01-19")),
                ("notify-victim.R1.1", Day("2026-01-19")),
                ("notify-right-holder.R1.1", Day("2026-01-26")),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void In_custody_the_month_ends_on_its_day() =>
        A.Matter(m => m.Suspect("张某").Arrested()).Transferred("2026-01-15").Duty("decide-prosecution").Count.Due.ShouldBe(Day("2026-02-15"));

    [Fact]
    public void It_ends_the_custody_of_the_investigation() =>
        Stories.At(Stage.Investigation).Transferred("2026-04-01").Duty("investigation-custody").Status.ShouldBe(DutyStatus.Discharged);

    [Fact]
    public void A_unit_is_transferred_like_a_person_and_is_never_in_custody() =>
        A.Matter(m => m.Unit("某公司")).Transferred("2026-01-15").Duty("decide-prosecution").ShouldSatisfyAllConditions(
            d => d.Custody.ShouldBe(Custody.Free), d => d.Count.Due.ShouldBe(Day("2026-02-24")));

    [Fact]
    public void Returns_of_the_procuratorate_before_count_here() =>
        A.Matter(m => m.Suspect("张某")).TransferredAfterReturns("2026-03-02", 2).ShouldRefuse<ThirdReturn>(new ReturnForInvestigation(Day("2026-03-10"), "补充鉴定"), "persons");

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void More_than_two_returns_cannot_have_been(int returns)
    {
        var refusal = A.Matter(m => m.Suspect("张某")).ShouldRefuse<TwoReturnsAtMost>(new AcceptTransfer(Day("2026-03-02"), "某区人民检察院", returns), "earlierReturns");

        (refusal.Code, refusal.Basis!.Article).ShouldBe(("two-returns-at-most", "刑诉法175；规则346、350"));
    }

    [Fact]
    public void Without_the_transferring_organ_it_is_refused() =>
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new AcceptTransfer(Stories.Later, ""), "transferredBy");

    [Fact]
    public void A_charge_that_was_indicted_stays_so_when_a_new_charge_is_transferred()
    {
        var story = Stories.At(Stage.Indicted).Do(new Matters.Intake.AddCharge(Day("2026-03-12"), "P1", "214")).Transferred("2026-03-16");

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Indicted, Stage.ProsecutionReview));
    }
}
