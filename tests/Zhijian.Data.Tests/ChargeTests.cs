using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class ChargeTests
{
    private static readonly LawBook Book = TestLaw.Book;

    public static IEnumerable<TheoryDataRow<string, string>> Thresholds => Book.Charges.Values.SelectMany(c => c.Thresholds.Select(t =>
        new TheoryDataRow<string, string>(c.Id, t.Id) { TestDisplayName = t.Id }));

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void The_instrument_of_a_figure_is_in_force_on_all_its_days(string charge, string threshold)
    {
        var t = Book.Charges[charge].Thresholds.Single(x => x.Id == threshold);
        var instrument = Book.Instruments[t.Instrument];

        t.From.ShouldBeGreaterThanOrEqualTo(instrument.From);
        if (instrument.To is { } end)
            t.To.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(end);
    }

    [Theory]
    [MemberData(nameof(Thresholds))]
    public void A_figure_belongs_to_the_texts_that_are_in_force_on_its_days(string charge, string threshold)
    {
        var t = Book.Charges[charge].Thresholds.Single(x => x.Id == threshold);
        var inForce = Book.Charges[charge].Texts.Where(x => x.From <= (t.To ?? DateOnly.MaxValue) && (x.To ?? DateOnly.MaxValue) >= t.From).Select(x => x.Version);

        t.Texts.ShouldBe(inForce);
    }

    [Fact]
    public void Two_figures_for_the_same_thing_never_hold_on_the_same_day()
    {
        var doubled =
            from charge in Book.Charges.Values
            from a in charge.Thresholds
            from b in charge.Thresholds
            where string.CompareOrdinal(a.Id, b.Id) < 0
                && a.Reference.Status == b.Reference.Status // a filing standard may run beside an interpretation for some days
                && (a.Object, a.Variant, a.Metric) == (b.Object, b.Variant, b.Metric)
                && (a.Subject == b.Subject || a.Subject == ThresholdSubject.Any || b.Subject == ThresholdSubject.Any)
                && a.From <= (b.To ?? DateOnly.MaxValue) && b.From <= (a.To ?? DateOnly.MaxValue)
            select $"{a.Id} and {b.Id}";

        doubled.ShouldBeEmpty();
    }

    [Fact]
    public void Ids_of_figures_are_unique() => Book.Charges.Values.SelectMany(c => c.Thresholds).GroupBy(t => t.Id).Where(g => g.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void The_texts_of_an_article_follow_one_another_without_a_gap()
    {
        foreach (var charge in Book.Charges.Values)
        {
            foreach (var (first, next) in charge.Texts.Zip(charge.Texts.Skip(1)))
                first.To!.Value.AddDays(1).ShouldBe(next.From, charge.Id);
            charge.Texts[^1].To.ShouldBeNull(charge.Id);
        }
    }

    [Fact]
    public void Every_word_of_the_standards_is_used()
    {
        var words = Book.Vocabulary.Standards;
        var thresholds = Book.Charges.Values.SelectMany(c => c.Thresholds).ToList();
        var metrics = thresholds.SelectMany(t => t.Halves.Select(h => h.Metric).Append(t.Metric).Concat(t.OnlyBelow is { } b ? [b.Metric] : []));

        words.Metrics.Keys.Except(metrics).ShouldBeEmpty();
        words.Variants.Keys.Except(thresholds.Select(t => t.Variant)).ShouldBeEmpty();
        // copies is what an act on physical copies is; no standard of its own names it
        words.Objects.Keys.Except(thresholds.Select(t => t.Object)).ShouldBe(["copies"]);
    }

    [Fact]
    public void The_upper_band_begins_where_the_base_band_ends()
    {
        foreach (var text in Book.Charges.Values.SelectMany(c => c.Texts))
            foreach (var (lower, upper) in text.Bands.Zip(text.Bands.Skip(1)))
                upper.MinMonths.ShouldBe(lower.MaxMonths);
    }

    [Fact]
    public void A_charge_has_the_name_that_the_vocabulary_gives_it()
    {
        foreach (var charge in Book.Charges.Values)
            Book.Vocabulary.Charge(charge.Id)!.Title.Zh.ShouldBe(charge.Title.Zh);
    }

    [Fact]
    public void What_an_instrument_repeals_ends_the_day_before_it_begins()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestLaw.Data, "law", "instruments"), "*.yaml"))
        {
            var node = DataNode.Load(TestLaw.Data, file);
            foreach (var repealed in node.Strings("repeals"))
                Book.Instruments[repealed].To.ShouldBe(node.Date("from").AddDays(-1), $"{node.String("id")} repeals {repealed}");
        }
    }
}
