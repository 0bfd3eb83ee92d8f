using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Law.WorkedCases;

/// <summary>Checks of persons: attempt, unit_crime, recidivist, plea_reduction, eligibility.</summary>
internal sealed partial class PersonChecks(LawBook law)
{
    public IReadOnlyDictionary<string, Func<JsonObject, JsonObject, Computed>> Types => new Dictionary<string, Func<JsonObject, JsonObject, Computed>>(StringComparer.Ordinal)
    {
        ["attempt"] = Attempt,
        ["unit_crime"] = UnitCrime,
        ["recidivist"] = Recidivist,
        ["plea_reduction"] = (check, _) => PleaReduction(check),
        ["eligibility"] = (check, facts) => Eligibility(check, check.Over(facts)),
    };

    /// <summary>Only goods not sold: an attempt until 2025-04-25 (法发〔2011〕3号第8条), an open question since.</summary>
    private static Computed Attempt(JsonObject check, JsonObject facts)
    {
        var all = check.Over(facts);
        var unsold = all.Any(f => f.Key.StartsWith("unsold", StringComparison.Ordinal) || f.Key == "stock");
        var sold = all.FindNumber("sold", "sold_value", "sales_amount") is > 0 || all["sold"] is JsonArray { Count: > 0 };
        var regime = all.FindText("regime");
        var end = facts.FindDay("conduct_end") ?? EndOf(facts["conduct"]);
        var since2025 = regime is not null ? regime == "R25" : end >= new DateOnly(2025, 4, 26);
        if (since2025 && unsold && !sold)
            return new Computed(
                check["expect"] is null || WorkedCaseRunner.Say(check["expect"]).ToLowerInvariant() is "unsettled" or "ask" or "unknown" or "open" or "null",
                "unsettled", null, "under 法释〔2025〕5号 the text does not say: the engine asks");
        return Computed.Truth(check["expect"], unsold && !sold);
    }

    /// <summary>The end of a span written as 2007-05..2009-08-09, or as an object with from and to.</summary>
    private static DateOnly? EndOf(JsonNode? conduct) => conduct switch
    {
        JsonObject o => o.FindDay("to", "from"),
        JsonArray list => list.Select(EndOf).Max(),
        JsonValue v when v.TryGetValue<string>(out var s) => Tail(s),
        _ => null,
    };

    private static DateOnly? Tail(string span)
    {
        var parts = span.Split("..");
        var last = parts[^1];
        // 2009-03..09 repeats the year in mind only
        if (parts.Length == 2 && last.Length < 4)
            last = parts[0][..(parts[0].Length - last.Length)] + last;
        else if (parts.Length == 2 && last.Length == 5 && parts[0].Length == 10)
            last = parts[0][..5] + last;
        return CheckFields.AsDay(last, late: true);
    }

    /// <summary>A unit that exists for crime, or whose gains were shared among persons, commits no unit crime (法释〔1999〕14号第2条、第3条).</summary>
    private static Computed UnitCrime(JsonObject check, JsonObject facts)
    {
        var all = check.Over(facts);
        var ground = check.FindText("basis") ?? "";
        var excluded = all.FindBool("set_up_for_crime", "mainly_crime", "exists_for_crime", "gains_shared", "gains_divided_privately", "gains_to_persons") == true
            || all.FindText("gains_to") is "persons" or "individuals"
            || (ground.Contains("1999〕14号", StringComparison.Ordinal) && Grounds().IsMatch(ground));
        if (check["expect"] is not JsonObject expected)
            return Computed.Truth(check["expect"], !excluded);
        return new Computed(expected.All(e => e.Value is JsonValue v && v.TryGetValue<bool>(out var b) && b == !excluded), string.Join(", ", expected.Select(e => $"{e.Key}: {(excluded ? "false" : "true")}")));
    }

    private Computed Recidivist(JsonObject check, JsonObject facts)
    {
        var all = check.Over(facts);
        var words = $"{all.FindText("prior")} {all.FindText("basis")}";
        var served = all.FindDay("released", "served", "served_on", "sentence_ended", "prior_served") ?? (Released().Match(words) is { Success: true } m ? CheckFields.AsDay(m.Groups["day"].Value, late: false) : null)
            ?? throw new CheckFieldException("the day on which the earlier sentence was served is required: released");
        var again = all.FindDay("again", "new_crime", "reoffence", "conduct_from") ?? (facts["conduct"] as JsonObject)?.FindDay("from") ?? (NewCrime().Match(words) is { Success: true } n ? CheckFields.AsDay(n.Groups["day"].Value, late: false) : null)
            ?? throw new CheckFieldException("the day of the new crime is required: again");
        var imprisonment = all.FindBool("imprisonment") ?? (all.FindText("prior_sentence") is not { } sentence || !(sentence.Contains("拘役") || sentence.Contains("fine") || sentence.Contains("detention")));
        var person = new PersonFacts
        {
            Id = "p",
            EarlierSanctions = [new EarlierSanction { Kind = SanctionKind.Criminal, Charges = [], Imprisonment = imprisonment, ServedOn = served }],
        };
        return Computed.Truth(check["expect"], Sentencing.Recidivist(law.Rules, person, again) == Answer.Yes, law.Rules.Recidivism.Needs);
    }

    private Computed PleaReduction(JsonObject check)
    {
        var rule = law.Rules.Plea;
        var b = check.Number("base_months");
        var (alone, others) = Sentencing.PleaFloor(law.Rules, b);
        var stated = (check.FindNumber("only_plea_max_percent") ?? rule.Alone, check.FindNumber("with_surrender_etc_max_percent") ?? rule.WithOthers) == (rule.Alone, rule.WithOthers);
        var got = $"{Computed.Say(alone)} months floor with plea alone; {Computed.Say(others)} months with surrender and the like";
        decimal?[] expected = check["expect"] switch
        {
            JsonArray list => [.. list.Select(CheckFields.AsNumber)],
            JsonObject named => [.. named.Select(n => CheckFields.AsNumber(n.Value))],
            JsonValue v when v.TryGetValue<string>(out var s) => [.. Months().Matches(s).Select(m => (decimal?)decimal.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))],
            var other => [CheckFields.AsNumber(other)],
        };
        return new Computed(stated && expected.Length > 0 && expected.Zip([alone, others]).All(p => p.First == p.Second), got, null, rule.Reference.Article);
    }

    /// <summary>Fast track (速裁): three years or less, facts clear, plea, consent; excluded for the blind, deaf or mute, minors and others (刑诉法222、223).</summary>
    private Computed Eligibility(JsonObject check, JsonObject facts)
    {
        string[] exclusions = ["minor", "blind_deaf_mute", "limited_capacity", "major_social_impact", "joint_defendant_disagrees", "co_defendant_disagrees", "facts_disputed"];
        var months = facts.FindNumber("predicted_sentence_months", "sentence_months") ?? throw new CheckFieldException("“predicted_sentence_months” is required");
        var eligible = months <= law.Rules.FastTrack.MaxMonths && facts.FindBool("plea") == true && facts.FindBool("agrees", "consent") == true
            && exclusions.All(e => facts.FindBool(e) != true) && facts.FindBool("compensation_agreed") != false && facts.FindBool("facts_clear") != false;
        if (check["expect"] is JsonValue v && v.TryGetValue<bool>(out var truth))
            return new Computed(truth == eligible, eligible ? "true" : "false");
        if (WorkedCaseRunner.Say(check["expect"]).StartsWith("probation", StringComparison.OrdinalIgnoreCase))
        {
            // 刑法72、74: three years or less, and no recidivist; the four conditions are for people
            var probation = months <= 36 && facts.FindBool("recidivist") != true ? "probation yes" : "probation no";
            return new Computed(WorkedCaseRunner.Say(check["expect"]).StartsWith(probation, StringComparison.OrdinalIgnoreCase), probation, null, "刑法72、74");
        }
        var got = eligible ? "fast track yes" : "fast track no";
        return new Computed(WorkedCaseRunner.Say(check["expect"]).StartsWith(got, StringComparison.OrdinalIgnoreCase), got, null, law.Rules.FastTrack.Reference.Article);
    }

    [GeneratedRegex(@"art\.? ?[23]|第[二三23]条", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Grounds();

    [GeneratedRegex(@"released (?<day>\d{4}-\d{2}(-\d{2})?)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Released();

    [GeneratedRegex(@"new crime (from |on )?(?<day>\d{4}-\d{2}(-\d{2})?)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NewCrime();

    [GeneratedRegex(@"(?<n>\d+(\.\d+)?) months?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Months();
}
