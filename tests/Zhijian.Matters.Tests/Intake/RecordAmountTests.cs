using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Intake;

namespace Zhijian.Matters.Tests.Intake;

public sealed class RecordAmountTests
{
    private static RecordAmount Amount(string kind = "销售数额", string source = "台账", string? person = null) => new(Stories.Later, kind, new Money(46_800.5m), source, true, person);

    [Fact]
    public void Its_kind_is_kept_as_the_word_of_the_list() =>
        Stories.At(Stage.Registered).Do(Amount(person: "P1")).Matter.Amounts.Single().ShouldBe(new Amount("sales-amount", new Money(46_800.5m), true, "台账", "P1"));

    [Fact]
    public void A_kind_that_is_not_in_the_list_a_source_that_is_missing_and_an_unknown_person_are_refused()
    {
        Stories.At(Stage.Registered).ShouldRefuse<UnknownAmountKind>(Amount("所得"), "kind").Remedy.Zh.ShouldContain("非法经营数额");
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(Amount(source: ""), "source");
        Stories.At(Stage.Registered).ShouldRefuse<UnknownPerson>(Amount(person: "P2"), "person");
    }
}
