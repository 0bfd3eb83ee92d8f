using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>Every figure of the files under data/ against the second copy: a slip of one digit in either fails.</summary>
public sealed class SecondCopyTests
{
    private static readonly Dictionary<string, string> Bands140 = new() { ["<=2y/拘役"] = "BAND_1", ["2-7y"] = "BAND_2", [">=7y"] = "BAND_3", ["15y/life"] = "BAND_4" };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "";

    [Fact]
    public void Every_standard_has_the_figures_dates_and_scope_of_the_table()
    {
        var data = TestLaw.Book.Charges.Values.SelectMany(c => c.Thresholds).Select(t => string.Join(' ',
            t.Charge, t.Instrument, Day(t.From), Day(t.To), string.Join('|', t.Texts), t.Subject.ToString().ToLowerInvariant(), t.Object ?? "-", t.Variant.ToUpperInvariant().Replace('-', '_'), t.Metric,
            $"{t.Base:0.##}", $"{t.Aggravated:0.##}", t.Reference.Status == RefStatus.Verified ? "V" : "S"));
        var table = Tables.Read("thresholds.csv").Select(r => string.Join(' ',
            r["charge"], r["interp"], r["valid_from"], r["valid_to"], r["law_text"], r["subject"], r["object"].Length == 0 ? "-" : r["object"], Bands140.GetValueOrDefault(r["variant"], r["variant"]), r["metric"],
            r["base"], r["aggravated"], r["status"]));

        data.Order(StringComparer.Ordinal).ShouldBe(table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_band_is_that_of_the_table()
    {
        var data = TestLaw.Book.Charges.Values.SelectMany(c => c.Texts.SelectMany(t => t.Bands.Select((b, i) =>
            $"{c.Id} {t.Version} {i + 1} {b.MinMonths} {b.MaxMonths} {(b.Life ? "life" : "")} {b.Detention} {b.Control} {(b.Fine == FineRule.And ? "and" : "and_or_only")}".ToLowerInvariant())));
        var table = Tables.Read("bands.csv").Select(r => $"{r["charge"]} {r["text"]} {r["band"]} {r["min"]} {r["max"]} {r["life"]} {r["detention"]} {r["control"]} {r["fine"]}");

        data.Order(StringComparer.Ordinal).ShouldBe(table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_closed_day_and_every_worked_weekend_is_that_of_the_notices()
    {
        var data = TestLaw.Book.Calendar.Years.Values.SelectMany(y => y.Off.Keys.Select(d => $"{d:yyyy-MM-dd} off").Concat(y.Work.Keys.Select(d => $"{d:yyyy-MM-dd} work")));

        // the table also names a Monday as worked (2020-02-03, the end of a prolonged festival), which it is anyway
        data.Order(StringComparer.Ordinal).ShouldBe(Tables.Read("holidays.csv").Where(r => r["kind"] == "off" || DateOnly.Parse(r["date"]).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday).Select(r => $"{r["date"]} {r["kind"]}").Order(StringComparer.Ordinal));
    }

    public static IEnumerable<TheoryDataRow<string, string, string, string>> Limits =>
        Tables.Read("time-limits.csv").Select(r => new TheoryDataRow<string, string, string, string>(r["id"], r["length"], r["unit"], r["custody_sensitive"]));

    [Theory]
    [MemberData(nameof(Limits))]
    public void Every_time_limit_has_the_length_and_custody_rule_of_the_table(string id, string length, string unit, string custody)
    {
        var term = TestLaw.Book.Terms.GetValueOrDefault(id).ShouldNotBeNull($"no data/law/terms/{id}.yaml");
        if (unit == "within_period")
            // no length of its own: that of the period in which it lies (刑诉规则348)
            (length, unit) = ("1", "month");

        // a later law may stand behind it already (TM-OPP from 2027-01-01)
        term.Values.Select(v => $"{v.Length} {Words.Kebab(v.Unit).Replace('-', '_')}").ShouldContain($"{length} {unit}");
        if (custody == "Y")
            term.Counting.LastDay.ShouldBe(unit is "hour" or "same_day" or "day_before" ? LastDay.Stands : LastDay.MovesUnlessInCustody);
    }
}
