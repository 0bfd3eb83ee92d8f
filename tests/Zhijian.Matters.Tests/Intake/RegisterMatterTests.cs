using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Intake;

public sealed class RegisterMatterTests
{
    private static RegisterMatter Valid() => new("假冒运动鞋案", Day("2026-03-02"), "TM", [new NewRightHolder("某公司")], [new NewPerson("张某", ["213"], Measure.Detained)]);

    private static T Refused<T>(RegisterMatter command, string? field)
        where T : Refusal => A.Unregistered().ShouldRefuse<T>(command, field);

    [Fact]
    public void It_opens_the_criminal_track_with_its_people_and_rights()
    {
        var matter = A.Unregistered().Do(Valid() with
        {
            RightName = "某商标",
            Amounts = [new NewAmount("非法经营额", new Money(450_000), "台账", Approximate: true)],
        }).Matter;

        matter.Title.ShouldBe("假冒运动鞋案");
        matter.OfficePath.ShouldBe(An.Office);
        matter.Tracks.ShouldBe([Track.Criminal]);
        matter.Right.ShouldBe(new Right("TM", "某商标"));
        matter.Persons.Single().ShouldSatisfyAllConditions(p => p.Id.ShouldBe("P1"), p => p.Measure.ShouldBe(Measure.Detained), p => p.Accusations.Single().Stage.ShouldBe(Stage.Registered));
        matter.RightHolders.Single().ShouldBe(new RightHolder("R1", "某公司", null));
        matter.Amounts.Single().ShouldBe(new Amount("illegal-turnover", new Money(450_000), true, "台账"));
        matter.Lead.ShouldBe("lu");
    }

    [Fact]
    public void Charges_are_kept_as_articles_and_each_once() =>
        A.Unregistered().Do(Valid() with { Persons = [new NewPerson("张某", ["假冒注册商标罪", "213", "销售假冒注册商标的商品"])] }).Matter.Accusations.Select(a => a.Accusation.Charge).ShouldBe(["213", "214"]);

    [Fact]
    public void A_unit_is_under_no_measure_whatever_was_given() =>
        A.Unregistered().Do(Valid() with { Persons = [new NewPerson("某公司", ["213"], Measure.Detained, IsUnit: true)] }).Matter.Persons[0].Measure.ShouldBe(Measure.None);

    [Fact]
    public void A_matter_may_have_no_suspect_yet() => A.Unregistered().Do(Valid() with { Persons = [] }).Matter.Persons.ShouldBeEmpty();

    [Fact]
    public void Who_registers_and_who_leads_are_in_the_circle() =>
        A.Unregistered().By(An.Actor("fang")).Do(Valid() with { Secrecy = Secrecy.Circle, Lead = "lu" }).Matter.Circle.ShouldBe(["fang", "lu"]);

    [Fact]
    public void A_registered_matter_is_not_registered_again() => A.Matter(m => m.Suspect("张某")).ShouldRefuse<AlreadyRegistered>(Valid());

    [Theory]
    [InlineData(" ", "title")]
    [InlineData("", "title")]
    public void Without_a_title_it_is_refused(string title, string field) => Refused<FieldIsEmpty>(Valid() with { Title = title }, field);

    [Theory]
    [InlineData("")]
    [InlineData("XX")]
    public void Without_a_kind_of_right_of_the_list_it_is_refused(string type) => Refused<UnknownRightType>(Valid() with { RightType = type }, "rightType");

    [Fact]
    public void A_suspect_has_a_name_and_a_charge_of_the_list()
    {
        Refused<FieldIsEmpty>(Valid() with { Persons = [new NewPerson("", ["213"])] }, "persons");
        Refused<FieldIsEmpty>(Valid() with { Persons = [new NewPerson("张某", [])] }, "persons");
        Refused<UnknownCharge>(Valid() with { Persons = [new NewPerson("张某", ["213", "999"])] }, "persons").Says.Zh.ShouldContain("999");
    }

    [Fact]
    public void Two_suspects_of_the_same_name_are_told_apart_first() =>
        Refused<PersonIsThere>(Valid() with { Persons = [new NewPerson("张某", ["213"]), new NewPerson("张某 ", ["214"])] }, "persons");

    [Fact]
    public void A_right_holder_has_a_name() => Refused<FieldIsEmpty>(Valid() with { RightHolders = [new NewRightHolder(" ")] }, "rightHolders");

    [Fact]
    public void An_amount_has_a_source_and_a_kind_of_the_list()
    {
        Refused<FieldIsEmpty>(Valid() with { Amounts = [new NewAmount("违法所得", new Money(1), "")] }, "amounts");
        Refused<UnknownAmountKind>(Valid() with { Amounts = [new NewAmount("所得", new Money(1), "台账")] }, "amounts").Remedy.Zh.ShouldContain("违法所得");
    }

    [Theory]
    [InlineData("2025-05-02", "2025-05-01", true)]
    [InlineData("2025-05", "2025-04-30", true)]
    [InlineData("2025-05", "2024", true)]
    [InlineData("2025-05-01", "2025-05-01", false)]
    [InlineData("2025-05", "2025", false)] // some day of 2025, perhaps after May
    [InlineData("2025-05-20", "2025-05", false)]
    public void Acts_do_not_end_before_they_begin_as_far_as_the_dates_are_known(string from, string to, bool refused)
    {
        var command = Valid() with { ActsFrom = PartialDate.Parse(from), ActsTo = PartialDate.Parse(to) };

        if (refused)
            Refused<ActsEndBeforeTheyBegin>(command, "actsTo");
        else
            A.Unregistered().Do(command);
    }

    [Fact]
    public void Somebody_of_another_office_does_not_lead_it() => Refused<NotAColleague>(Valid() with { Lead = "he" }, "lead");
}
