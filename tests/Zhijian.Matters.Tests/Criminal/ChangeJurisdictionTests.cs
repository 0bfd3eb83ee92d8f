using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class ChangeJurisdictionTests
{
    [Fact]
    public void The_person_leaves_and_the_clocks_about_them_end()
    {
        var story = Stories.At(Stage.ProsecutionReview).JurisdictionChanged("2026-03-10");

        story.StageOf("P1").ShouldBe(Stage.TransferredOut);
        story.Matter.Person("P1")!.Accusations[0].Outcome!.Value.Zh.ShouldBe("移送某市人民检察院");
        story.Duty("decide-prosecution").Status.ShouldBe(DutyStatus.Discharged);
        story.Duty("notify-suspect").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void It_is_open_in_the_arrest_review_too() =>
        Stories.At(Stage.ArrestReview).JurisdictionChanged("2026-03-04").Duty("decide-arrest").Status.ShouldBe(DutyStatus.Discharged);

    [Fact]
    public void A_charge_that_was_indicted_stays_here()
    {
        var story = A.Matter(m => m.Suspect("张某", "213", "214")).Transferred("2026-03-02").ProsecutedFor("213", "2026-03-10").JurisdictionChanged("2026-03-16");

        (story.StageOf("P1", "213"), story.StageOf("P1", "214")).ShouldBe((Stage.Indicted, Stage.TransferredOut));
    }

    [Theory]
    [InlineData("", "主要犯罪地在外市", "to")]
    [InlineData("某市人民检察院", " ", "reason")]
    public void Without_the_receiver_or_the_reason_it_is_refused(string to, string reason, string field) =>
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<FieldIsEmpty>(new ChangeJurisdiction(Stories.Later, to, reason), field);
}
