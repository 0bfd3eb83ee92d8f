using Shouldly;
using Xunit;
using Zhijian.Law.Assessment;
using Zhijian.Testing;

namespace Zhijian.Law.Tests.Assessment;

public sealed class FactsFileTests
{
    private const string Good = """
        {"handledOn":"2026-01-01","persons":[{"id":"p","earlierSanctions":[]}],
         "acts":[{"id":"a","charges":["214"],"persons":["p"],"from":"2025-06-01","to":"2025-06-30","object":"goods","marks":1,
                  "amounts":[{"metric":"sales_amount","value":60000.5,"certainty":"at-least","source":"台账 12"}],
                  "stock":[{"quantity":2,"label":100}],"costs":[{"kind":"purchase_price","amount":1}],
                  "elements":{"knowing":{"answer":"yes","source":"供述"}}}]}
        """;

    private static IReadOnlyList<FactError> Errors(string json) => FactsFile.Read(json, TestLaw.Book).Errors;

    [Fact]
    public void A_record_is_read_whole()
    {
        var (facts, errors) = FactsFile.Read(Good, TestLaw.Book);

        errors.ShouldBeEmpty();
        facts!.Acts[0].Amounts[0].ShouldBe(new StatedAmount("sales_amount", 60_000.5m, Certainty.AtLeast, "台账 12"));
        facts.Acts[0].Sold.ShouldBeNull(); // unknown, not empty
        facts.Acts[0].Stock!.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("\"handledOn\":\"2026-01-01\",", "", "", "handledOn")]
    [InlineData("\"marks\":1", "\"marx\":1", "acts[0].marx", "marx")]
    [InlineData("\"marks\":1", "\"marks\":\"one\"", "acts[0].marks", "")]
    [InlineData("\"charges\":[\"214\"]", "\"charges\":[\"999\"]", "acts[0].charges", "999")]
    [InlineData("\"persons\":[\"p\"]", "\"persons\":[\"q\"]", "acts[0].persons", "q")]
    [InlineData("sales_amount", "sales", "acts[0].amounts[0].metric", "sales_amount")]
    [InlineData("60000.5", "-1", "acts[0].amounts[0].value", "negative")]
    [InlineData("60000.5", "1.005", "acts[0].amounts[0].value", "fen")]
    [InlineData("at-least", "maybe", "acts[0].amounts[0].certainty", "")]
    [InlineData("\"goods\"", "\"ships\"", "acts[0].object", "services")]
    [InlineData("\"to\":\"2025-06-30\"", "\"to\":\"2025-05-30\"", "acts[0].to", "from")]
    [InlineData("\"from\":\"2025-06-01\"", "\"from\":\"2025-13-01\"", "acts[0].from", "")]
    [InlineData("purchase_price", "bribes", "acts[0].costs[0].kind", "raw_materials")]
    [InlineData("\"quantity\":2", "\"quantity\":-2", "acts[0].stock[0].quantity", "negative")]
    [InlineData("\"yes\"", "\"ja\"", "acts[0].elements.knowing.answer", "")]
    public void What_does_not_fit_is_named_by_its_path(string right, string wrong, string path, string says)
    {
        Good.ShouldContain(right);
        var error = Errors(Good.Replace(right, wrong)).ShouldHaveSingleItem();

        error.Path.ShouldBe(path);
        error.Says.En.ShouldContain(says);
    }

    [Fact]
    public void Several_errors_are_said_at_once() =>
        Errors(Good.Replace("60000.5", "-1").Replace("\"goods\"", "\"ships\"")).Select(e => e.Path).ShouldBe(["acts[0].object", "acts[0].amounts[0].value"]);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"a\":1,\"a\":2}")]
    public void What_is_no_record_is_refused_without_a_fall(string json) => Errors(json).ShouldNotBeEmpty();
}
