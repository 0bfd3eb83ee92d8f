using Shouldly;
using Xunit;
using Zhijian.Law.Assessment;
using Zhijian.Testing;

namespace Zhijian.Law.Tests.Assessment;

/// <summary>What would have brought the assessment down is an error that names its place.</summary>
public sealed class FactsFileLimitsTests
{
    private static string With(string act, string handledOn = "2026-09-28") =>
        $$"""{"handledOn": "{{handledOn}}", "persons": [{"id": "P1"}], "acts": [{"id": "a", "charges": ["213"], "persons": ["P1"] {{act}} }]}""";

    [Theory]
    [InlineData(""","sold": [null]""", "acts[0].sold[0]")]
    [InlineData(""","elements": {"no-licence": null}""", "acts[0].elements.no-licence")]
    [InlineData(""","elements": {"nonsense": {"answer": "yes"}}""", "acts[0].elements.nonsense")]
    [InlineData(""","to": "9999-12-31" """, "acts[0].to")]
    [InlineData(""","sold": [{"quantity": 1e20, "price": 1}]""", "acts[0].sold[0].quantity")]
    [InlineData(""","stock": [{"quantity": 1, "label": 1e14}]""", "acts[0].stock[0].label")]
    [InlineData(""","loss": {"case": "breach-used", "unitProfit": -1}""", "acts[0].loss.unitProfit")]
    [InlineData(""","sold": [{"quantity": 1, "price": 1, "colour": "red"}]""", "acts[0].sold[0].colour")]
    [InlineData(""","marks": "two" """, "acts[0].marks")]
    public void It_names_the_place(string act, string path)
    {
        var (facts, errors) = FactsFile.Read(With(act), TestLaw.Book);
        facts.ShouldBeNull();
        var error = errors.ShouldHaveSingleItem();
        error.Path.ShouldBe(path);
        error.Says.Zh.ShouldNotContain("Zhijian.");
        error.Says.Zh.ShouldNotContain("System.");
    }

    [Fact]
    public void The_largest_figures_that_it_takes_can_be_computed_with()
    {
        var line = """{"quantity": 9999999999, "price": 999999999999.99}""";
        var (facts, errors) = FactsFile.Read(With($$""", "to": "2100-12-31", "object": "goods", "sold": [{{string.Join(',', Enumerable.Repeat(line, 2000))}}]""", "2100-12-31"), TestLaw.Book);
        errors.ShouldBeEmpty();
        new Assessor(TestLaw.Book).Assess(facts!).Conclusions.ShouldHaveSingleItem().LowBand.ShouldBe(2);
    }
}
