using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Law;

/// <summary>A charge as pages, API and command line show it: texts with their bands, standards through time or of one day.</summary>
public sealed record ChargeView(string Id, Text Title, string Reference, Text Who, string? UnitReference, IReadOnlyList<TextView> Texts, IReadOnlyList<StandardRow> Standards)
{
    /// <param name="on">Only what is in force on that day; null: everything.</param>
    public static ChargeView Of(Charge charge, StandardWords words, DateOnly? on) => new(
        charge.Id, charge.Title, charge.Reference.Article, charge.Who, charge.UnitReference?.Article,
        [.. charge.Texts.Where(t => on is null || t == charge.TextOn(on.Value)).Select(t => new TextView(t.Version, t.From, t.To, t.Reference.Article, t.Elements, [.. t.Bands.Select(b => new BandView(b, BandWords.Of(b)))], t.Note))],
        [.. charge.Thresholds.Where(t => on is null || t.IsInForce(on.Value)).Select(t => new StandardRow(
            t.Id, t.Instrument, t.From, t.To, t.Texts, t.Subject, t.Object, t.Object is null ? null : words.Objects[t.Object], t.Variant, words.Variants[t.Variant], t.Metric, words.Metrics[t.Metric].Title,
            words.Metrics[t.Metric].Unit, t.Base, t.BaseTo, t.Aggravated, t.AggravatedTo, t.Attempt, t.Halves, t.Reference.Article, t.Reference.Status, t.Note))]);
}

public sealed record TextView(string Version, DateOnly From, DateOnly? To, string Reference, IReadOnlyList<Element> Elements, IReadOnlyList<BandView> Bands, string? Note);

public sealed record BandView(Band Band, Text Says);

/// <summary>One standard with its words in both languages.</summary>
public sealed record StandardRow(
    string Id, string Instrument, DateOnly From, DateOnly? To, IReadOnlyList<string> Texts, ThresholdSubject Subject, string? Object, Text? ObjectTitle, string Variant, Text VariantTitle, string Metric, Text MetricTitle,
    MetricUnit Unit, decimal? Base, decimal? BaseTo, decimal? Aggravated, decimal? AggravatedTo, AttemptRule Attempt, IReadOnlyList<Half> Halves, string Reference, RefStatus Status, string? Note);
