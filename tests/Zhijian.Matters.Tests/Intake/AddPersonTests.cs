using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Intake;

public sealed class AddPersonTests
{
    [Fact]
    public void A_suspect_who_comes_later_starts_at_the_beginning()
    {
        var story = Stories.At(Stage.ProsecutionReview).Do(new AddPerson(Stories.Later, " 李某 ", ["销售假冒注册商标的商品", "214"], Measure.Detained));

        story.Matter.Person("P2")!.ShouldSatisfyAllConditions(p => p.Name.ShouldBe("李某"), p => p.Custody.ShouldBe(Custody.Detained), p => p.Accusations.Single().Charge.ShouldBe("214"));
        (story.StageOf("P1"), story.StageOf("P2")).ShouldBe((Stage.ProsecutionReview, Stage.Registered));
    }

    [Fact]
    public void Their_clock_knows_the_measure_with_which_they_came() =>
        Stories.At(Stage.Registered).Do(new AddPerson(Stories.Later, "李某", ["214"], Measure.Detained)).AcceptedForArrest("2026-04-02", "P2")
            .Duty("decide-arrest", "P2").Term.Id.ShouldBe("CR-ARR-DET");

    [Theory]
    [InlineData(Measure.Detained)]
    [InlineData(Measure.Bail)]
    public void A_unit_comes_without_a_measure(Measure measure)
    {
        var unit = new AddPerson(Stories.Later, "某贸易公司", ["214"], measure, true);
        Stories.At(Stage.Registered).ShouldRefuse<Matters.Criminal.UnitsAreNotArrested>(unit, "measure").Basis!.Article.ShouldBe("刑诉法81");
        Stories.At(Stage.Registered).Do(unit with { Measure = Measure.Unknown }).Matter.Person("P2")!.Measure.ShouldBe(Measure.None);
    }

    [Fact]
    public void Somebody_of_the_same_name_is_refused() => Stories.At(Stage.Registered).ShouldRefuse<PersonIsThere>(new AddPerson(Stories.Later, "张某", ["214"]), "name");

    [Fact]
    public void Without_a_name_or_a_charge_it_is_refused()
    {
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new AddPerson(Stories.Later, "", ["214"]), "name");
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new AddPerson(Stories.Later, "李某", []), "charges");
        Stories.At(Stage.Registered).ShouldRefuse<UnknownCharge>(new AddPerson(Stories.Later, "李某", ["盗窃罪"]), "charges");
    }
}
