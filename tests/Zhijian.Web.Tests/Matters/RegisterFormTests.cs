using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

/// <summary>The registration form: rows, and errors that name row and field.</summary>
public sealed class RegisterFormTests
{
    private static RegisterForm Of(params (string Name, string Value)[] fields)
    {
        var all = new[] { ("title", "假冒运动鞋案"), ("on", "2026-09-01"), ("rightType", "TM"), ("secrecy", "internal") }.Concat(fields);
        return new RegisterForm(all.GroupBy(f => f.Item1).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[g.Last().Item2], StringComparer.Ordinal));
    }

    [Fact]
    public void Empty_rows_do_not_count()
    {
        var command = Of(("persons.2.name", "张某"), ("persons.2.charges", "213"), ("persons.2.measure", "bail")).Bind(TestLaw.Book);

        command!.Persons.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Name.ShouldBe("张某"), p => p.Measure.ShouldBe(Measure.Bail), p => p.Charges.ShouldBe(["213"]));
        command.RightHolders.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("persons.1.others", "213", "persons.1.name")]
    [InlineData("persons.0.name", "张某", "persons.0.charges")]
    [InlineData("persons.3.others", "999", "persons.3.others")]
    [InlineData("holders.1.contact", "a@b.invalid", "holders.1.name")]
    [InlineData("amounts.2.yuan", "十万", "amounts.2.yuan")]
    [InlineData("amounts.2.yuan", "100", "amounts.2.source")]
    [InlineData("actsFrom", "去年", "actsFrom")]
    [InlineData("on", "2026-13-01", "on")]
    [InlineData("rightType", "XX", "rightType")]
    public void An_error_names_its_row_and_field(string field, string value, string at)
    {
        var form = Of((field, value));

        form.Bind(TestLaw.Book).ShouldBeNull();
        form.ErrorsAt(at).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_unit_has_no_coercive_measure()
    {
        var form = Of(("persons.0.name", "某厂"), ("persons.0.charges", "213"), ("persons.0.unit", "true"), ("persons.0.measure", "arrested"));

        form.Bind(TestLaw.Book).ShouldBeNull();
        form.Errors.ShouldHaveSingleItem().Field.ShouldBe("persons.0.measure");
    }

    [Fact]
    public void More_rows_are_added_and_never_without_end()
    {
        Of().RowsOf("persons").ShouldBe(4);
        Of(("_more", "persons"), ("rows.persons", "8")).RowsOf("persons").ShouldBe(12);
        Of(("rows.persons", "100000")).RowsOf("persons").ShouldBe(60);
    }
}
