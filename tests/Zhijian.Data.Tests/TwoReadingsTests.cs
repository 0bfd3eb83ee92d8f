using Shouldly;
using Xunit;
using Zhijian.Law.Assessment;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>
/// The same facts read twice: by the assessment, and by going through the table row by row. Two thousand random cases, seeded; amounts
/// lie at, one fen below and above the figures, so that a wrong comparison shows.
/// </summary>
public sealed class TwoReadingsTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Rows = Tables.Read("thresholds.csv");

    private sealed record Drawn(string Charge, DateOnly On, bool Unit, string? Object, bool TwoMarks, bool Repeat, Dictionary<string, decimal> Amounts);

    [Fact]
    public void Both_readings_give_the_same_bands()
    {
        var random = new Random(20261122);
        for (var n = 0; n < 2000; n++)
        {
            var drawn = Draw(random);
            var (low, high) = ByTheTable(drawn);
            var assessed = new Assessor(TestLaw.Book).Assess(Facts(drawn), questions: false).Conclusions.Single();
            var conduct = assessed.Choice.Candidates.Single(c => c.Kind == CandidateKind.Conduct);

            (conduct.LowBand, conduct.HighBand).ShouldBe((low, high), $"case {n}: {drawn.Charge} {drawn.On} unit={drawn.Unit} {drawn.Object} two={drawn.TwoMarks} repeat={drawn.Repeat} {string.Join(", ", drawn.Amounts)}");
        }
    }

    private static Drawn Draw(Random random)
    {
        string[] charges = ["213", "214", "215", "216", "217", "218", "219", "219-1", "140", "307-1"];
        var charge = charges[random.Next(charges.Length)];
        var first = charge switch { "219-1" => new DateOnly(2021, 3, 1), "307-1" => new DateOnly(2015, 11, 1), _ => new DateOnly(1998, 1, 1) };
        var on = first.AddDays(random.Next(new DateOnly(2026, 11, 22).DayNumber - first.DayNumber));
        var obj = charge switch
        {
            "213" => on < new DateOnly(2021, 3, 1) ? "goods" : random.Next(2) == 0 ? "goods" : "services",
            "214" => "goods",
            "215" => "labels",
            "217" => on < new DateOnly(2021, 3, 1) ? random.Next(2) == 0 ? "copies" : "online" : new[] { "copies", "online", "circumvention" }[random.Next(3)],
            _ => null,
        };
        var own = Rows.Where(r => r["charge"] == charge).ToList();
        // figures of every metric of the charge, at the edges of any instrument; derived metrics follow from their parts
        string[] derived = ["sold_plus_unsold", "sold_plus_unsold_items", "sold_plus_unsold_copies", "gains_goods_plus_services", "halves", "prior_admin_or_civil_liabilities"];
        var amounts = own.Select(r => r["metric"]).Except(derived).Distinct().ToDictionary(m => m, m => Near(own.Where(r => r["metric"] == m).ToList(), random));
        if (charge is "214" or "218")
            amounts.TryAdd("sales_amount", 0);
        return new Drawn(charge, on, random.Next(2) == 0, obj, random.Next(2) == 0, random.Next(2) == 0, amounts);
    }

    private static decimal Near(List<IReadOnlyDictionary<string, string>> rows, Random random)
    {
        var row = rows[random.Next(rows.Count)];
        if (row["unit"] == "flag")
            return random.Next(2);
        var figures = new[] { row["base"], row["aggravated"] }.Where(f => f.Length > 0).Select(decimal.Parse).ToList();
        var step = row["unit"] == "CNY" ? 0.01m : 1;
        return random.Next(4) == 0 ? 0 : Math.Max(0, figures[random.Next(figures.Count)] * new[] { 1m, 0.5m, 1m, 1m }[random.Next(4)] + new[] { -step, 0, step }[random.Next(3)]);
    }

    private static CaseFacts Facts(Drawn d) => new()
    {
        HandledOn = d.On,
        Persons = [new PersonFacts { Id = "p", IsUnit = d.Unit, EarlierSanctions = d.Repeat ? [new EarlierSanction { Kind = SanctionKind.Administrative, Charges = [d.Charge], On = d.On.AddYears(-1) }] : [] }],
        Acts = [new ActFacts { Id = "a", Charges = [d.Charge], Persons = ["p"], From = d.On, To = d.On, Object = d.Object, Marks = d.TwoMarks ? 2 : 1, Amounts = [.. d.Amounts.Select(a => new StatedAmount(a.Key, a.Value))] }],
    };

    /// <summary>Row by row, without the product's code: verified rows reach a band, others only perhaps.</summary>
    private static (int Low, int High) ByTheTable(Drawn d)
    {
        var text = d.On < new DateOnly(2021, 3, 1) ? "1997" : "2020";
        var (low, high, opened) = (0, 0, false);
        foreach (var r in Rows.Where(r => r["charge"] == d.Charge && string.CompareOrdinal(r["valid_from"], $"{d.On:yyyy-MM-dd}") <= 0 && (r["valid_to"].Length == 0 || string.CompareOrdinal($"{d.On:yyyy-MM-dd}", r["valid_to"]) <= 0)))
        {
            if (!r["law_text"].Split('|').Contains(text) || (r["subject"] == "individual" && d.Unit) || (r["subject"] == "unit" && !d.Unit) || !Concerns(r["object"], d.Object))
                continue;
            var band = r["variant"] switch { "2-7y" => 2, ">=7y" => 3, "15y/life" => 4, _ => 1 };
            opened |= band == 1 && r["base"].Length > 0;
            if (!Holds(r, d))
                continue;
            var (lower, upper, settled) = r["variant"] == "HALF_OF_TWO" ? Halves(r["interp"], d) : Plain(r, d);
            if (lower && r["status"] == "V" && settled)
                low = Math.Max(low, band);
            if (lower)
                high = Math.Max(high, band);
            if (upper && r["status"] == "V" && r["variant"] != "HALF_OF_TWO")
                low = Math.Max(low, band + 1);
            if (upper)
                high = Math.Max(high, band + 1);
        }
        return (low, opened ? Math.Max(low, high) : Math.Max(high, 1));
    }

    private static bool Concerns(string row, string? act) => row switch
    {
        "" => act != "circumvention",
        "goods+services" => act is "goods" or "services",
        _ => row == act,
    };

    private static bool Holds(IReadOnlyDictionary<string, string> r, Drawn d)
    {
        var v = r["variant"];
        if (v.StartsWith("MIXED") || v == "REPEAT_LIABILITY_2X")
            return false; // one act has one object; one earlier liability is not two
        if (v.EndsWith("TWO_KINDS") && !d.TwoMarks)
            return false;
        if (v.EndsWith("REPEAT_2Y") && !d.Repeat)
            return false;
        if (!v.StartsWith("SOLD_PLUS"))
            return true;
        var twoOrRepeat = v.EndsWith("TWO_KINDS") || v.EndsWith("REPEAT_2Y");
        var (metric, figure) = (d.Charge, r["interp"], r["metric"]) switch
        {
            ("214", _, _) => ("sales_amount", twoOrRepeat ? 30_000 : 50_000),
            ("215", "R11", _) => ("label_items", twoOrRepeat ? 10_000 : 20_000),
            ("215", _, _) => ("label_items", twoOrRepeat ? 5_000 : 10_000),
            ("218", _, "sold_plus_unsold_copies") => ("copies", 1_000),
            _ => ("sales_amount", twoOrRepeat ? 50_000 : 100_000),
        };
        return Of(d, metric) < figure;
    }

    private static decimal Of(Drawn d, string metric) => metric switch
    {
        "sold_plus_unsold" => Of(d, "sales_amount") + Of(d, "unsold_value"),
        "sold_plus_unsold_items" => Of(d, "label_items") + Of(d, "unsold_label_items"),
        "sold_plus_unsold_copies" => Of(d, "copies") + Of(d, "unsold_copies"),
        _ => d.Amounts.GetValueOrDefault(metric),
    };

    private static (bool Lower, bool Upper, bool Settled) Plain(IReadOnlyDictionary<string, string> r, Drawn d)
    {
        var value = Of(d, r["metric"]);
        return (r["base"].Length > 0 && value >= decimal.Parse(r["base"]), r["aggravated"].Length > 0 && value >= decimal.Parse(r["aggravated"]), true);
    }

    /// <summary>By hand from the articles: 法发〔2011〕3号第13条, 法释〔2025〕5号第13条.</summary>
    private static (bool Lower, bool Upper, bool Settled) Halves(string interp, Drawn d)
    {
        var online = d.Object == "online";
        (string Metric, int Item, decimal Base, decimal Upper)[] all = interp == "R11"
            ? [("illegal_turnover", 1, 50_000, 250_000), ("works", 2, 500, 2_500), ("clicks", 3, 50_000, 250_000), ("members", 4, 1_000, 5_000)]
            : [("illegal_turnover", 1, 50_000, 500_000), ("copies", 3, 500, 5_000), ("works", 4, 500, 5_000), ("downloads", 4, 10_000, 100_000), ("clicks", 4, 100_000, 1_000_000), ("members", 4, 1_000, 10_000)];
        var counted = all.Where(h => online || h.Metric is "illegal_turnover" or "copies").ToList();
        var lower = counted.Where(h => Of(d, h.Metric) >= h.Base / 2).ToList();
        return (lower.Count >= 2, counted.Count(h => Of(d, h.Metric) >= h.Upper / 2) >= 2, interp == "R11" || lower.Select(h => h.Item).Distinct().Count() >= 2);
    }
}
