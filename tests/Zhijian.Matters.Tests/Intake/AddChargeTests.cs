using Shouldly;
using Xunit;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Intake;

public sealed class AddChargeTests
{
    private static AddCharge Charge(string charge = "214", string person = "P1") => new(Stories.Later, person, charge);

    [Theory]
    [InlineData(Stage.Registered)]
    [InlineData(Stage.ArrestReview)]
    [InlineData(Stage.Investigation)]
    [InlineData(Stage.ProsecutionReview)]
    [InlineData(Stage.Returned)]
    public void It_joins_the_other_charges_up_to_the_review(Stage stage) => Stories.At(stage).Do(Charge()).StageOf("P1", "214").ShouldBe(stage);

    [Theory]
    [InlineData(Stage.Indicted)]
    [InlineData(Stage.NotProsecuted)]
    [InlineData(Stage.Judged)]
    [InlineData(Stage.TransferredOut)]
    public void Nobody_is_indicted_or_judged_by_adding_a_charge(Stage stage) => Stories.At(stage).Do(Charge()).StageOf("P1", "214").ShouldBe(Stage.Registered);

    [Fact]
    public void It_may_be_given_by_its_name() => Stories.At(Stage.Registered).Do(Charge("侵犯商业秘密罪")).StageOf("P1", "219").ShouldBe(Stage.Registered);

    [Fact]
    public void The_review_does_not_end_until_the_new_charge_is_decided_too() =>
        Stories.At(Stage.ProsecutionReview).Do(Charge()).ProsecutedFor("213", "2026-04-02").Duty("decide-prosecution").Status.ShouldBe(Law.DutyStatus.Open);

    [Fact]
    public void A_charge_that_is_there_is_refused() => Stories.At(Stage.Registered).ShouldRefuse<ChargeIsThere>(Charge("假冒注册商标"), "charge");

    [Fact]
    public void An_unknown_person_or_charge_is_refused()
    {
        Stories.At(Stage.Registered).ShouldRefuse<UnknownPerson>(Charge(person: "P2"), "person");
        Stories.At(Stage.Registered).ShouldRefuse<UnknownCharge>(Charge("盗窃"), "charge");
    }
}
