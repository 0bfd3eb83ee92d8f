using System.Globalization;
using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The data sets as they stand in data/, and the one that the law book fills.</summary>
public sealed class SetTests
{
    private static readonly DataSetCatalogue Sets = DataSetCatalogue.Load(TestLaw.Data);

    [Fact]
    public void The_sets_that_models_need_are_there() => Sets.All.Select(s => s.Id).ShouldBe(
        [
            "company", "copyright_registration", "gi_register", "judgment", "ledger_entry", "licence", "matter_person", "non_prosecution", "notice", "patent", "penalty",
            "police_decision", "public_name", "same_party", "seed_variety", "suggestion", "suit", "threshold", "trademark", "transfer",
        ],
        ignoreOrder: true);

    [Fact]
    public void Names_and_meanings_are_given_in_both_languages()
    {
        foreach (var set in Sets.All)
        {
            set.Find(set.Partition)!.Required.ShouldBeTrue($"{set.Id}: a row without “{set.Partition}” lies nowhere");
            foreach (var (name, title, meaning) in set.Columns.Select(c => (c.Name, c.Title, c.Meaning)).Append((set.Id, set.Title, set.Meaning)))
            {
                title.Zh.Any(c => c > 'ÿ').ShouldBeTrue($"{set.Id}.{name}");
                title.En.All(char.IsAscii).ShouldBeTrue($"{set.Id}.{name}");
                meaning.Length.ShouldBeGreaterThan(1, $"{set.Id}.{name}");
            }
        }
    }

    // who is named, lives somewhere or can be called is a person, whatever the table
    [Fact]
    public void Columns_that_tell_of_a_person_are_marked() =>
        Sets.All.SelectMany(s => s.Columns).Where(c => c.Name is "party" or "party_code" or "legal_rep" or "phone" or "defendant" or "plaintiff" or "person" or "person_code" or "paid_account")
            .ShouldAllBe(c => c.Personal);

    [Fact]
    public void The_thresholds_are_those_of_the_charge_files_and_no_others()
    {
        var rows = LawSets.Thresholds(TestLaw.Book);
        string? Value(IReadOnlyList<string?> row, string column) => row[rows.Columns.ToList().IndexOf(column)];
        var all = TestLaw.Book.Charges.Values.SelectMany(c => c.Thresholds).ToDictionary(t => $"{t.Id}@{t.From:yyyy-MM-dd}", StringComparer.Ordinal);

        rows.Columns.ShouldBe(Sets.Find("threshold")!.Columns.Select(c => c.Name));
        foreach (var row in rows.Rows)
        {
            var of = all[Value(row, "threshold_id")!];
            var money = TestLaw.Book.Vocabulary.Standards.Metrics[of.Metric].Unit == MetricUnit.Yuan;
            Number(Value(row, money ? "base_money" : "base_count")).ShouldBe(money ? of.Base * 100 : of.Base, of.Id);
            Number(Value(row, money ? "upper_money" : "upper_count")).ShouldBe(money ? of.Aggravated * 100 : of.Aggravated, of.Id);
            Value(row, money ? "base_count" : "base_money").ShouldBeNull(of.Id);
            (Value(row, "charge"), Value(row, "variant"), Value(row, "metric"), Value(row, "object")).ShouldBe((of.Charge, of.Variant, of.Metric, of.Object));
            Value(row, "valid_from").ShouldBe(of.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Value(row, "valid_to").ShouldBe(of.To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Value(row, "status").ShouldBe(Words.Kebab(of.Reference.Status));
        }
        rows.Rows.Count.ShouldBe(all.Values.Count(t => t.Halves.Count == 0 && TestLaw.Book.Vocabulary.Standards.Metrics[t.Metric].Unit != MetricUnit.Flag));
    }

    [Fact]
    public void Only_what_matters_tell_is_marked_so() =>
        Sets.All.Where(s => s.FromMatters != FromMatters.No).Select(s => s.Id).ShouldBe(MatterRows.Known, ignoreOrder: true);

    [Fact]
    public void Only_what_the_law_book_fills_is_marked_so() =>
        Sets.All.Where(s => s.FromLaw).Select(s => s.Id).ShouldBe(LawSets.All(TestLaw.Book).Keys);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("order")]
    [InlineData("select")]
    [InlineData("Penalty")]
    [InlineData("gi-register")]
    [InlineData("1a")]
    [InlineData("")]
    public void A_word_of_sql_is_no_name(string name) => SqlWords.IsName(name).ShouldBeFalse();
}
