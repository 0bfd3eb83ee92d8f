using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests;

public sealed class StepFormTests
{
    private static (IDated? Command, IReadOnlyList<FieldError> Errors) Bind(string step, params (string Field, string Value)[] values) =>
        StepForm.Bind(TestLaw.Steps.Find(step)!, values.GroupBy(v => v.Field).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(v => v.Value)]));

    private static (IDated? Command, IReadOnlyList<FieldError> Errors) Json(string step, string body) => StepForm.FromJson(TestLaw.Steps.Find(step)!, body);

    private static FieldError Single((IDated? Command, IReadOnlyList<FieldError> Errors) bound)
    {
        bound.Command.ShouldBeNull();
        var error = bound.Errors.Single();
        error.Says.Zh.ShouldNotBeNullOrWhiteSpace();
        error.Says.En.ShouldNotBeNullOrWhiteSpace();
        return error;
    }

    // ---- what was typed

    [Fact]
    public void What_was_typed_becomes_the_command()
    {
        var (command, errors) = Bind("record-judgment", ("on", " 2026-06-09 "), ("court", "某区人民法院"), ("verdict", "guilty"), ("months", "36"), ("fine", "350,000.50"), ("persons", "P1、P2"));

        errors.ShouldBeEmpty();
        var judgment = command.ShouldBeOfType<RecordJudgment>();
        (judgment.On, judgment.Court, judgment.Verdict, judgment.Months, judgment.Fine, judgment.SuspendedMonths)
            .ShouldBe((Day("2026-06-09"), "某区人民法院", Verdict.Guilty, 36, new Money(350_000.5m), (int?)null));
        judgment.Persons.ShouldBe(["P1", "P2"]);
    }

    [Theory]
    [InlineData("on", "2026-06")]
    [InlineData("on", "6月9日")]
    [InlineData("on", "2026-02-30")]
    [InlineData("verdict", "Guilty?")]
    [InlineData("months", "12.5")]
    [InlineData("months", "-1")]
    [InlineData("months", "99999999999")]
    [InlineData("fine", "五万")]
    [InlineData("fine", "1.005")]
    [InlineData("fine", "-5")]
    [InlineData("verdikt", "guilty")]
    public void A_value_that_does_not_fit_is_an_error_at_its_field(string field, string value)
    {
        var values = new List<(string, string)> { ("on", "2026-06-09"), ("court", "某法院"), ("verdict", "guilty") };
        values.RemoveAll(v => v.Item1 == field);

        Single(Bind("record-judgment", [.. values, (field, value)])).Field.ShouldBe(field);
    }

    [Fact]
    public void All_errors_are_told_at_once_each_at_its_field() =>
        Bind("record-judgment", ("on", "x"), ("months", "y"), ("court", " ")).Errors.Select(e => e.Field).ShouldBe(["on", "court", "verdict", "months"], ignoreOrder: true);

    [Fact]
    public void A_date_that_may_be_partial_is_taken_as_far_as_it_is_known()
    {
        (string, string)[] values = [("title", "某案"), ("on", "2026-03-02"), ("rightType", "TM"), ("rightHolders", "[]"), ("persons", "[]")];

        Bind("register-matter", [.. values, ("actsFrom", "2024-05"), ("actsTo", "2025")]).Command.ShouldBeOfType<RegisterMatter>()
            .ShouldSatisfyAllConditions(c => c.ActsFrom.ShouldBe(PartialDate.Parse("2024-05")), c => c.ActsTo.ShouldBe(PartialDate.Parse("2025")));
        Single(Bind("register-matter", [.. values, ("actsFrom", "2024-13")])).Field.ShouldBe("actsFrom");
    }

    [Theory]
    [InlineData("on", true)]
    [InlineData("true", true)]
    [InlineData("是", true)]
    [InlineData("否", false)]
    [InlineData("false", false)]
    public void Yes_and_no_are_understood(string typed, bool approximate) =>
        Bind("record-amount", ("on", "2026-03-02"), ("kind", "违法所得"), ("yuan", "1"), ("source", "台账"), ("approximate", typed)).Command.ShouldBeOfType<RecordAmount>().Approximate.ShouldBe(approximate);

    [Fact]
    public void What_is_neither_yes_nor_no_is_not_taken_for_no() =>
        Single(Bind("record-amount", ("on", "2026-03-02"), ("kind", "违法所得"), ("yuan", "1"), ("source", "台账"), ("approximate", "约"))).Field.ShouldBe("approximate");

    [Fact]
    public void Several_texts_come_with_commas_or_one_by_one_and_a_name_with_a_mark_inside_stays_whole()
    {
        var byComma = Bind("add-person", ("on", "2026-03-02"), ("name", "李某"), ("charges", "213，非法制造、销售非法制造的注册商标标识罪"));
        var oneByOne = Bind("add-person", ("on", "2026-03-02"), ("name", "李某"), ("charges", "213"), ("charges", "非法制造、销售非法制造的注册商标标识罪"));

        byComma.Command.ShouldBeOfType<AddPerson>().Charges.ShouldBe(["213", "非法制造、销售非法制造的注册商标标识罪"]);
        oneByOne.Command.ShouldBeOfType<AddPerson>().Charges.ShouldBe(["213", "非法制造、销售非法制造的注册商标标识罪"]);
    }

    [Fact]
    public void A_field_that_was_left_empty_is_absent() =>
        Bind("prosecute", ("on", "2026-03-02"), ("court", "某法院"), ("charges", ""), ("persons", " ")).Command.ShouldBeOfType<Prosecute>()
            .ShouldSatisfyAllConditions(c => c.Charges.ShouldBeNull(), c => c.Persons.ShouldBeNull());

    [Fact]
    public void A_structure_that_is_no_json_or_of_the_wrong_form_is_an_error_at_its_field()
    {
        (string, string)[] values = [("title", "某案"), ("on", "2026-03-02"), ("rightType", "TM"), ("rightHolders", "[]")];

        Single(Bind("register-matter", [.. values, ("persons", "张某")])).Field.ShouldBe("persons");
        Single(Bind("register-matter", [.. values, ("persons", """[{"name": "张某"}]""")])).Field.ShouldStartWith("persons");
        Single(Bind("register-matter", [.. values, ("persons", """[{"name": "张某", "charges": ["213"], "measure": "jailed"}]""")])).Field.ShouldBe("persons[0].measure");
    }

    // ---- a JSON body

    [Fact]
    public void A_body_becomes_the_command() =>
        Json("record-check", """{"on": "2026-03-02", "function": "public-interest", "outcome": "no-issue", "reason": "已审查"}""").Command
            .ShouldBe(new RecordCheck(Day("2026-03-02"), Law.Track.PublicInterest, CheckOutcome.NoIssue, "已审查"));

    [Theory]
    [InlineData("""{"function": "civil", "outcome": "no-issue", "reason": "x"}""", "on")]
    [InlineData("""{"on": null, "function": "civil", "outcome": "no-issue", "reason": "x"}""", "on")]
    [InlineData("""{"on": "2026-03-02", "function": "civil", "outcome": "no-issue", "reason": "x", "resaon": "y"}""", "resaon")]
    [InlineData("""{"on": "2026-3-2", "function": "civil", "outcome": "no-issue", "reason": "x"}""", "on")]
    [InlineData("""{"on": "2026-03-02", "function": "penal", "outcome": "no-issue", "reason": "x"}""", "function")]
    [InlineData("""{"on": "2026-03-02", "function": 1, "outcome": "no-issue", "reason": "x"}""", "function")]
    [InlineData("""{"on": "2026-03-02", "function": "civil", "outcome": "no-issue", "reason": 5}""", "reason")]
    [InlineData("""{"on": "2026-03-02", "function": "civil", "outcome": "no-issue", "Reason": "x", "reason": "x"}""", "Reason")]
    [InlineData("""{"on": "2026-03-02", "function": "civil", "outcome": "no-issue", "reason": "x", "reason": "y"}""", "")] // one of them would be lost: no JSON of ours
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("", "")]
    [InlineData("{", "")]
    public void A_body_that_does_not_fit_is_an_error_that_names_the_field(string body, string field) => Single(Json("record-check", body)).Field.ShouldBe(field);

    [Fact]
    public void Every_missing_field_of_a_body_is_named() => Json("record-check", "{}").Errors.Select(e => e.Field).ShouldBe(["on", "function", "outcome", "reason"]);

    [Fact]
    public void An_amount_in_a_body_has_at_most_two_places() =>
        Single(Json("record-amount", """{"on": "2026-03-02", "kind": "违法所得", "yuan": 1.005, "source": "台账"}""")).Field.ShouldBe("yuan");
}
