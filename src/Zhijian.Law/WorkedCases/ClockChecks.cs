using System.Globalization;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Law.WorkedCases;

/// <summary>Checks of dates: deadline, hours, limitation.</summary>
internal sealed class ClockChecks(LawBook law)
{
    public IReadOnlyDictionary<string, Func<JsonObject, JsonObject, Computed>> Types => new Dictionary<string, Func<JsonObject, JsonObject, Computed>>(StringComparer.Ordinal)
    {
        ["deadline"] = (check, _) => Deadline(check),
        ["hours"] = (check, _) => Hours(check),
        ["limitation"] = (check, facts) => Limitation(check, check.Over(facts)),
    };

    private Computed Deadline(JsonObject check)
    {
        var id = check.Text("limit");
        if (!law.Terms.TryGetValue(id, out var term))
            throw new CheckFieldException($"no term “{id}”");
        if (check.FindText("unit") is "hour" or "hours")
        {
            var hours = (JsonObject)check.DeepClone();
            hours["hours"] = check.Number("length") + (check.FindNumber("extra_days") ?? 0) * 24;
            return Hours(hours);
        }
        var start = check.Day("start");
        // the check may ask for a variant of the length: counted by the rules of the term
        var reference = term.Values[^1].Reference;
        var length = check.FindNumber("length") is { } n
            ? new TermValue(DateOnly.MinValue, (int)n, Words.Parse<TermUnit>(check.Text("unit").Replace('_', '-').TrimEnd('s')) ?? throw new CheckFieldException($"“unit”: {check.Text("unit")}"), reference)
            : (term.ValueOn(start) ?? term.Values[0]) with { From = DateOnly.MinValue };
        var extra = (int)(check.FindNumber("extra_days") ?? 0);
        var from = new CountFrom(start, check.FindBool("custody") switch { true => Custody.Detained, false => Custody.Free, null => Custody.Unknown })
        {
            Extensions = extra == 0 ? [] : [new Extension(new Text("另加", "further"), new TermValue(DateOnly.MinValue, extra, length.Unit == TermUnit.WorkingDay ? TermUnit.WorkingDay : TermUnit.Day, reference))],
        };
        var count = (term with { Values = [length] }).Count(from, law.Calendar);
        return Computed.Word(check["expect"], Computed.Say(count.Due), count.Question?.En ?? count.EarlierReading?.Why.En);
    }

    private static Computed Hours(JsonObject check)
    {
        if (!DateTime.TryParseExact(check.Text("start"), ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var start))
            throw new CheckFieldException("“start” is no moment (yyyy-MM-ddTHH:mm)");
        var due = start.AddHours((double)check.Number("hours"));
        return new Computed(
            DateTime.TryParse(WorkedCaseRunner.Say(check["expect"]), CultureInfo.InvariantCulture, DateTimeStyles.None, out var expect) && expect == due,
            due.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
    }

    private Computed Limitation(JsonObject check, JsonObject facts)
    {
        int? months = facts.FindText("band_max_months") is null or "life" or "null" || facts.FindBool("life") == true ? null : (int)facts.Number("band_max_months");
        var limit = Sentencing.Limit(law.Rules, months, facts.Day("crime_end"));
        var pairs = new[]
        {
            ("expect_anniversary", Computed.Say(limit.Anniversary)), ("expect_last_undisputed_day", Computed.Say(limit.LastUndisputedDay)),
            ("expect_barred_undisputed_from", Computed.Say(limit.BarredFrom)), ("expect_years", limit.Years.ToString(CultureInfo.InvariantCulture)),
        }.Where(p => check[p.Item1] is not null).ToList();
        if (pairs.Count == 0)
            return check["expect"] is JsonValue v && CheckFields.AsNumber(v) is not null
                ? Computed.Number(v, limit.Years) : Computed.Word(check["expect"], Computed.Say(limit.Anniversary), limit.Open);
        return new Computed(
            pairs.All(p => check.Text(p.Item1) == p.Item2), string.Join(" ", pairs.Select(p => p.Item2)), string.Join(" ", pairs.Select(p => check.Text(p.Item1))), limit.Open);
    }
}
