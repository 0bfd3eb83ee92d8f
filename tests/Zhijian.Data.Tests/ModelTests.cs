using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The supervision models as they stand in data/: law, figures and examples. That their SQL finds what the examples say is tested where databases are.</summary>
public sealed class ModelTests
{
    private static readonly DataSetCatalogue Sets = DataSetCatalogue.Load(TestLaw.Data);
    private static readonly ModelCatalogue Models = ModelCatalogue.Load(TestLaw.Data, Sets);

    public static IEnumerable<TheoryDataRow<string>> All => Models.All.Select(m => new TheoryDataRow<string>(m.Id));

    [Fact]
    public void The_fourteen_are_there_in_their_order() => Models.All.Select(m => m.Id).ShouldBe(
        [
            "penalty-at-threshold", "small-penalties-add-up", "repeat-within-two-years", "transfer-without-decision", "non-prosecution-without-penalty", "right-holder-not-told",
            "suggestion-unanswered", "bulk-bad-faith-suits", "title-defect", "dead-right", "mark-squatting", "public-names", "missed-in-the-chain", "sentence-outliers",
        ]);

    [Theory]
    [MemberData(nameof(All))]
    public void A_model_says_everything_in_both_languages(string id)
    {
        var model = Models.Find(id)!;
        var texts = new[] { model.Title, model.Prose }.Concat(model.Basis.Select(b => b.Says)).Concat(model.Rules.Select(r => r.Title)).Concat(model.Values.Select(v => v.Title))
            .Concat(model.Parameters.Select(p => p.Title)).Concat(model.Explanation.ByRule.Values);

        foreach (var text in texts)
        {
            text.Zh.Any(c => c > 'ÿ').ShouldBeTrue(text.Zh);
            text.En.Length.ShouldBeGreaterThan(1, text.Zh);
        }
        model.Examples.Count(e => e.Finds.Rows.Count == 0).ShouldBeGreaterThan(0);
        model.Explanation.ByRule.Keys.Where(k => k.Length > 0).ShouldBeSubsetOf(model.Rules.Select(r => r.Id));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_statements_of_every_example_can_be_written(string id)
    {
        var model = Models.Find(id)!;

        foreach (var example in model.Examples)
        {
            var query = ModelSql.Render(model, example.Parameters, example.Today);
            foreach (var sql in new[] { query.FindingSql, query.RowsSql, query.LinksSql ?? "" })
                sql.ShouldNotContain(":");
        }
    }

    // a term that changes in the law book would otherwise stand unchanged in a model
    [Fact]
    public void Figures_that_the_law_gives_are_those_of_the_law_book()
    {
        var figures = Models.All.SelectMany(m => m.Parameters).Where(p => p.Term is not null).ToList();

        figures.Count.ShouldBeGreaterThan(5);
        foreach (var figure in figures)
        {
            var term = TestLaw.Book.Terms[figure.Term!].Values[^1];
            figure.Default.ShouldBe($"{term.Length}", figure.Term);
            figure.Type.ShouldBe(term.Unit == TermUnit.Month ? ParameterType.Months : ParameterType.Days, figure.Term);
            figure.Reference!.Status.ShouldBe(term.Reference.Status, figure.Term);
        }
    }

    [Fact]
    public void Figures_without_an_article_can_be_changed_and_others_cannot() =>
        Models.All.SelectMany(m => m.Parameters).ShouldAllBe(p => p.IsAdjustable == (p.Reference == null && p.Values.Count == 0));

    // no amount of the law stands in a model: it comes from the set that the law book fills
    [Theory]
    [InlineData("penalty-at-threshold")]
    [InlineData("small-penalties-add-up")]
    [InlineData("repeat-within-two-years")]
    [InlineData("missed-in-the-chain")]
    [InlineData("sentence-outliers")]
    public void Amounts_come_from_the_law_book(string id)
    {
        var model = Models.Find(id)!;

        model.Inputs.Keys.ShouldContain("threshold");
        model.Parameters.ShouldAllBe(p => p.Type != ParameterType.Money);
    }

    [Fact]
    public void A_basis_that_changed_changes_with_its_date()
    {
        var model = Models.Find("dead-right")!;

        model.Parameter("report_alone")!.Values.Select(v => (v.From, v.Value, v.Reference.Status)).ShouldBe(
            [(new DateOnly(2009, 10, 1), "30", RefStatus.Unverified), (new DateOnly(2025, 8, 1), "0", RefStatus.Secondary)]);
        ModelSql.Render(model, new Dictionary<string, string>(), new DateOnly(2026, 9, 30)).FindingSql
            .ShouldContain("(CASE WHEN s.filed_on >= DATE '2025-08-01' THEN CAST(0 AS bigint) WHEN s.filed_on >= DATE '2009-10-01' THEN CAST(30 AS bigint) END)");
    }
}
