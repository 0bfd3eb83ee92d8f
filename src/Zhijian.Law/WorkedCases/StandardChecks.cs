using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Law.WorkedCases;

/// <summary>Checks of standards and of the law in time: band, half_of_two, repeat_window, temporal, continuing, concurrence.</summary>
internal sealed class StandardChecks(LawBook law)
{
    public IReadOnlyDictionary<string, Func<JsonObject, JsonObject, Computed>> Types => new Dictionary<string, Func<JsonObject, JsonObject, Computed>>(StringComparer.Ordinal)
    {
        ["band"] = (check, _) => BandOf(check),
        ["half_of_two"] = (check, _) => HalfOfTwo(check),
        ["repeat_window"] = (check, facts) => RepeatWindow(check.Over(facts)),
        ["temporal"] = (check, _) => Temporal(check),
        ["continuing"] = (check, facts) => Continuing(check, facts),
        ["concurrence"] = (check, _) => Concurrence(check),
    };

    public Computed BandOf(JsonObject check)
    {
        var rows = Rows(check, check.Text("variant").ToLowerInvariant().Replace('_', '-'));
        var metric = check.Text("metric");
        if (rows.Where(t => t.Metric == metric).ToList() is not { Count: > 0 } found)
            throw new CheckFieldException($"no standard for {check.Text("charge")} {check.Text("regime")} {check.FindText("law")} {check.Text("variant")} {metric} {check.FindText("subject")} {check.FindText("object")}");
        // a person under no rule of their own stands under that for anybody; “any” under that for individuals where the instrument divides
        var threshold = found[0];
        var value = check["value"] is JsonValue v && v.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? check["value"]!.GetValue<bool>() ? 1 : 0 : check.Number("value");
        var figure = Figure.Of(metric, value);
        var got = threshold.Aggravated is { } upper && figure.Reaches(upper) == Answer.Yes ? "aggravated"
            : threshold.Base is { } b && figure.Reaches(b) == Answer.Yes ? "base" : "none";
        return Computed.Word(check["expect"], got, $"{threshold.Id}: {threshold.Reference}{(threshold.Reference.Status == RefStatus.Verified ? "" : " (?)")}");
    }

    /// <summary>The rows of a charge that a check means, the best match first.</summary>
    private List<Threshold> Rows(JsonObject check, string variant)
    {
        var charge = check.FindText("charge") ?? "217";
        if (!law.Charges.TryGetValue(charge, out var c))
            throw new CheckFieldException($"no charge “{charge}”");
        var regimes = check.Text("regime").Split('/', StringSplitOptions.TrimEntries);
        var (text, subject, obj) = (check.FindText("law"), check.FindText("subject") ?? "any", check.FindText("object") ?? "");
        var bands = new Dictionary<string, string>(StringComparer.Ordinal) { ["<=2y/拘役"] = "band-1", ["2-7y"] = "band-2", [">=7y"] = "band-3", ["15y/life"] = "band-4" };
        variant = bands.GetValueOrDefault(check.FindText("variant") ?? "", variant);
        return
        [
            .. c.Thresholds
                .Where(t => regimes.Contains(t.Instrument) && t.Variant == variant && (text is null || t.Texts.Contains(text)))
                .Where(t => subject == "any" || t.AppliesTo(subject == "unit"))
                .Where(t => obj.Length == 0 || t.Object is null || t.Object == obj)
                .OrderBy(t => t.Object == (obj.Length == 0 ? null : obj) ? 0 : 1)
                .ThenBy(t => t.Subject switch { ThresholdSubject.Any => subject == "any" ? 0 : 1, ThresholdSubject.Unit => subject == "unit" ? 0 : 2, _ => subject == "individual" ? 0 : 1 })
                .ThenByDescending(t => t.From),
        ];
    }

    private Computed HalfOfTwo(JsonObject check)
    {
        if (Rows(check, "half-of-two") is not [var threshold, ..])
            throw new CheckFieldException($"{check.Text("regime")} has no standard of two halves");
        var metrics = check.Object("metrics").ToDictionary(m => m.Key switch { "turnover" => "illegal_turnover", "gains" => "illegal_gains", var k => k }, m => CheckFields.AsNumber(m.Value) ?? 0, StringComparer.Ordinal);
        var lower = threshold.Halves.Where(h => metrics.GetValueOrDefault(h.Metric) >= h.Base / 2).ToList();
        var upper = threshold.Halves.Count(h => metrics.GetValueOrDefault(h.Metric) >= h.Aggravated / 2);
        var oneItem = lower.Count >= 2 && threshold.SameItem != RefStatus.Verified && lower.Select(h => h.Item).Distinct(StringComparer.Ordinal).Count() < 2;
        var note = oneItem ? "the counts stand in one item: whether they are two standards is not settled"
            : upper >= 2 && threshold.Upper != RefStatus.Verified ? "how the upper band follows is not settled" : null;
        return Computed.Word(check["expect"], upper >= 2 ? "aggravated" : lower.Count >= 2 ? "base" : "none", note);
    }

    private Computed RepeatWindow(JsonObject check) =>
        Computed.Truth(check["expect"], Sentencing.IsWithin(check.Day("prior", "penalty", "admin_penalty"), check.Day("again", "reoffence"), law.Rules.RepeatYears), law.Rules.RepeatOpen);

    private static Computed Temporal(JsonObject check)
    {
        var (conduct, decision) = (check.Object("conduct_time"), check.Object("decision_time"));
        var chosen = Weight(decision).CompareTo(Weight(conduct)) < 0 ? decision : conduct;
        var other = chosen == conduct ? decision : conduct;
        var expected = check.Text("expect_regime");
        // named by what tells them apart: the instrument, or the text where the instrument is the same
        var sameRegime = chosen.FindText("regime") == other.FindText("regime");
        var got = (sameRegime ? chosen.FindText("law") : chosen.FindText("regime")) ?? "";
        var agrees = expected == got || (expected == chosen.FindText("law") && expected != other.FindText("law"))
            || (Names(chosen).Contains(expected) && !Names(other).Contains(expected))
            || (expected == (chosen == conduct ? "conduct" : "decision"));
        return new Computed(agrees, got, expected);
    }

    /// <summary>R04/R07/R11: several instruments together.</summary>
    private static string[] Names(JsonObject side) => side.FindText("regime")?.Split('/', StringSplitOptions.TrimEntries) ?? [];

    private static (decimal, decimal) Weight(JsonObject side) =>
        (side.FindText("band_max") == "life" ? decimal.MaxValue : side.Number("band_max"), side.FindNumber("band_min") ?? 0);

    /// <summary>Continuing acts across a change follow the later law as a whole (高检发释字〔1998〕6号).</summary>
    private Computed Continuing(JsonObject check, JsonObject facts)
    {
        var conduct = facts["conduct"] as JsonObject ?? facts;
        var to = check.FindDay("to") ?? conduct.Day("to");
        var expect = check.FindText("expect_law") ?? check.FindText("expect") ?? check.Text("expect_regime");
        var charge = law.Charges[check.FindText("charge") ?? "213"];
        var text = charge.TextOn(to)?.Version ?? throw new CheckFieldException($"no text on {to:yyyy-MM-dd}");
        // an expectation that names an instrument asks for the interpretation at the end of the acts
        var got = expect.StartsWith('R') || expect.StartsWith("PF", StringComparison.Ordinal) ? charge.Thresholds.LastOrDefault(t => t.IsInForce(to) && t.Reference.Status == RefStatus.Verified)?.Instrument ?? "none" : text;
        return new Computed(expect == got, got, expect, got == text ? null : "whether the rule extends to interpretations is unsettled");
    }

    private static Computed Concurrence(JsonObject check)
    {
        var charges = check.Object("charges").Select(c => (Charge: c.Key, Band: ReadBand(c.Key, c.Value))).ToList();
        if (charges.Count < 2)
            throw new CheckFieldException("“charges” names fewer than two");
        var heaviest = charges.Aggregate((a, b) => Assessor.Heavier(b.Band, a.Band) > 0 ? b : a);
        var equal = charges.Count(c => Assessor.Heavier(c.Band, heaviest.Band) == 0) > 1;
        return Computed.Word(check["expect"], heaviest.Charge, equal ? "equal bands: the first is named" : null);
    }

    private static Band ReadBand(string charge, JsonNode? node)
    {
        if (node is not JsonArray { Count: 2 } pair)
            throw new CheckFieldException($"“charges.{charge}” is a pair of months: minimum, maximum");
        var life = WorkedCaseRunner.Say(pair[1]) == "life";
        return new Band((int)(CheckFields.AsNumber(pair[0]) ?? 0), life ? 180 : (int)(CheckFields.AsNumber(pair[1]) ?? throw new CheckFieldException($"“charges.{charge}”: months")), false, false, FineRule.And, life);
    }
}
