using System.IO;
using System.Text.Encodings.Web;
using Shouldly;
using Xunit;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

/// <summary>What is ticked goes into the form, and nothing else; the form keeps what was typed.</summary>
public sealed class PastedFactsTests
{
    private const string Text = "2019年9月至12月，被告人程某某、高某销售假冒“甲甲”商标的手袋23个，销售金额共计人民币50余万元，另有货款3万元。被告人程某某曾因犯盗窃罪于2012年4月25日被判处有期徒刑一年。";

    private static readonly PastedFacts Pasted = PastedFacts.Of(Text, TestLaw.Book.Vocabulary)!;

    private static RegisterForm Form(params (string Name, string Value)[] fields) =>
        new(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(f => f.Value)], StringComparer.Ordinal));

    private static (string Name, string Value)[] Tick(string surface, string? into = null)
    {
        var row = Pasted.Rows.Single(r => r.Proposal.Surface == surface);
        return [("take", row.Key), ($"into.{row.Key}", into ?? row.Targets[0].Value)];
    }

    [Fact]
    public void Nothing_ticked_changes_nothing() => Pasted.Take(Form(("title", "某案"))).ShouldSatisfyAllConditions(t => t.Taken.ShouldBe(0), t => t.Form.RowsOf("persons").ShouldBe(4), t => t.Form["persons.0.name"].ShouldBeEmpty());

    [Fact]
    public void Ticked_proposals_fill_free_rows_and_fields()
    {
        var (form, taken, noPlace) = Pasted.Take(Form(
        [
            ("persons.0.name", "张某"), ("goods", "皮带"), .. Tick("程某某"), .. Tick("高某"), .. Tick("2019年9月"), .. Tick("12月"), .. Tick("“甲甲”"), .. Tick("手袋"), .. Tick("50余万元"), .. Tick("3万元"),
        ]));

        (taken, noPlace).ShouldBe((8, 0));
        (form["persons.0.name"], form["persons.1.name"], form["persons.2.name"]).ShouldBe(("张某", "程某某", "高某"));
        (form["actsFrom"], form["actsTo"], form["rightName"], form["goods"]).ShouldBe(("2019-09", "2019-12", "甲甲", "皮带、手袋"));
        (form["amounts.0.kind"], form["amounts.0.yuan"], form["amounts.0.about"]).ShouldBe(("sales-amount", "500000", "true"));
        form["amounts.0.source"].ShouldBe("事实部分：“销售金额共计人民币50余万元”");
        (form["amounts.1.kind"], form["amounts.1.about"]).ShouldBe(("", ""));
    }

    [Fact]
    public void The_kind_of_an_amount_may_be_chosen() => Pasted.Take(Form(Tick("3万元", "amounts.case-amount"))).Form["amounts.0.kind"].ShouldBe("case-amount");

    [Fact]
    public void Rows_are_added_when_all_are_full()
    {
        var full = Enumerable.Range(0, 4).Select(i => ($"persons.{i}.name", $"某{i}"));
        var form = Pasted.Take(Form([.. full, .. Tick("程某某")])).Form;
        form.RowsOf("persons").ShouldBe(5);
        form["persons.4.name"].ShouldBe("程某某");
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("_key")]
    [InlineData("secrecy")]
    public void A_field_that_was_not_offered_is_not_filled(string field)
    {
        var (form, taken, noPlace) = Pasted.Take(Form(Tick("程某某", field)));
        (taken, noPlace, form[field]).ShouldBe((0, 1, ""));
    }

    [Fact]
    public void Another_text_has_another_mark() => PastedFacts.Of(Text + "。", TestLaw.Book.Vocabulary)!.Mark.ShouldNotBe(Pasted.Mark);

    [Fact]
    public void The_marked_text_is_the_text_and_cannot_be_markup()
    {
        var text = "<script>alert(1)</script>被告人程某某&“<b>甲</b>”商标，曾因2012年4月25日被判处罚金3万元。";
        var pasted = PastedFacts.Of(text, TestLaw.Book.Vocabulary)!;
        using var writer = new StringWriter();
        Highlight.Of(pasted.Text, pasted.Proposals).WriteTo(writer, HtmlEncoder.Default);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument($"<p>{writer}</p>");
        page.QuerySelector("p")!.TextContent.ShouldBe(text);
        page.QuerySelectorAll("script,b").ShouldBeEmpty();
        page.QuerySelectorAll("mark mark").Select(m => m.TextContent).ShouldBe(["2012年4月25日", "3万元"]);
    }
}
