using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>A field of a facts record that does not fit; <paramref name="Path"/> as in acts[0].amounts[1].metric.</summary>
public sealed record FactError(string Path, Text Says);

/// <summary>Reads a facts record from JSON strictly: unknown fields, unknown words and impossible values are named with their path, all at once.</summary>
public static class FactsFile
{
    /// <summary>Camel case, words in kebab case; nothing is guessed, nothing is dropped.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static (CaseFacts? Facts, IReadOnlyList<FactError> Errors) Read(string json, LawBook law)
    {
        CaseFacts? facts;
        try
        {
            if (Holes(JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }), "").ToList() is { Count: > 0 } holes)
                return (null, holes);
            facts = JsonSerializer.Deserialize<CaseFacts>(json, Options);
        }
        catch (JsonException e)
        {
            var (path, line, says) = ((e.Path ?? "$").TrimStart('$').TrimStart('.'), (e.LineNumber ?? 0) + 1, JsonErrors.Of(e));
            return (null, [new FactError(path, new Text($"第 {line} 行：{says.Zh}", $"line {line}: {says.En}"))]);
        }
        if (facts is null)
            return (null, [new FactError("", new Text("需要一个对象", "an object is expected"))]);
        var errors = Check(facts, law);
        return errors.Count == 0 ? (facts, []) : (null, errors);
    }

    /// <summary>Nothing in place of an element of a list or of an answer, which the reader would let pass.</summary>
    private static IEnumerable<FactError> Holes(JsonNode? node, string path) => node switch
    {
        JsonArray list => list.SelectMany((n, i) => n is null ? [Hole($"{path}[{i}]")] : Holes(n, $"{path}[{i}]")),
        JsonObject inner => inner.SelectMany(p => p.Value is null
            ? path.EndsWith(".elements", StringComparison.Ordinal) ? [Hole($"{path}.{p.Key}")] : []
            : Holes(p.Value, path.Length == 0 ? p.Key : $"{path}.{p.Key}")),
        _ => [],
    };

    private static FactError Hole(string path) => new(path, new Text("不能为 null；不填则删去", "cannot be null; leave it out"));

    /// <summary>What JSON alone cannot see: ids that exist, words of the vocabulary, dates in order, amounts in fen.</summary>
    public static IReadOnlyList<FactError> Check(CaseFacts facts, LawBook law)
    {
        var errors = new List<FactError>();
        var words = law.Vocabulary.Standards;
        Day("handledOn", facts.HandledOn);
        if (facts.Persons.Count == 0)
            Add("persons", "至少一人", "at least one person");
        if (facts.Acts.Count == 0)
            Add("acts", "至少一个行为", "at least one act");
        foreach (var twice in facts.Persons.GroupBy(p => p.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Add("persons", $"编号“{twice.Key}”重复", $"the id “{twice.Key}” stands twice");
        foreach (var twice in facts.Acts.GroupBy(a => a.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            Add("acts", $"编号“{twice.Key}”重复", $"the id “{twice.Key}” stands twice");
        for (var i = 0; i < facts.Acts.Count; i++)
            CheckAct(facts.Acts[i], $"acts[{i}]");
        for (var i = 0; i < facts.Persons.Count; i++)
            foreach (var (s, j) in (facts.Persons[i].EarlierSanctions ?? []).Select((s, j) => (s, j)))
            {
                var path = $"persons[{i}].earlierSanctions[{j}]";
                Day($"{path}.on", s.On);
                Day($"{path}.servedOn", s.ServedOn);
                if (s.ServedOn < s.On)
                    Add($"{path}.servedOn", "早于处罚决定", "before the decision");
            }
        return errors;

        void CheckAct(ActFacts a, string path)
        {
            foreach (var c in a.Charges.Where(c => !law.Charges.ContainsKey(c)))
                Add($"{path}.charges", $"没有罪名“{c}”，有：{string.Join("、", law.Charges.Keys)}", $"no charge “{c}”; known: {string.Join(", ", law.Charges.Keys)}");
            if (a.Charges.Count == 0)
                Add($"{path}.charges", "至少一个罪名", "at least one charge");
            foreach (var p in a.Persons.Where(p => facts.Persons.All(x => x.Id != p)))
                Add($"{path}.persons", $"没有人员“{p}”", $"no person “{p}”");
            if (a.Persons.Count == 0)
                Add($"{path}.persons", "至少一人", "at least one person");
            Day($"{path}.from", a.From);
            Day($"{path}.to", a.To);
            if (a.To < a.From)
                Add($"{path}.to", "早于起日", "before “from”");
            if (a.From > facts.HandledOn)
                Add($"{path}.from", "晚于处理日", "after “handledOn”");
            if (a.Object is { } o && !words.Objects.ContainsKey(o))
                Add($"{path}.object", $"“{o}”不在其中：{string.Join("、", words.Objects.Keys)}", $"“{o}” is none of {string.Join(", ", words.Objects.Keys)}");
            if (a.Marks < 0)
                Add($"{path}.marks", "不能为负", "is negative");
            foreach (var (x, j) in a.Amounts.Select((x, j) => (x, j)))
            {
                if (!words.Metrics.TryGetValue(x.Metric, out var metric))
                    Add($"{path}.amounts[{j}].metric", $"“{x.Metric}”不在其中：{string.Join("、", words.Metrics.Keys)}", $"“{x.Metric}” is none of {string.Join(", ", words.Metrics.Keys)}");
                else if (metric.Unit == MetricUnit.Flag && x.Value is not (0 or 1))
                    Add($"{path}.amounts[{j}].value", "有为 1，无为 0", "1 for yes, 0 for no");
                Fen($"{path}.amounts[{j}].value", x.Value);
            }
            foreach (var (x, j) in (a.Sold ?? []).Select((x, j) => (x, j)))
                Pair($"{path}.sold[{j}]", x.Quantity, x.Price);
            foreach (var (x, j) in (a.Stock ?? []).Select((x, j) => (x, j)))
            {
                Pair($"{path}.stock[{j}]", x.Quantity, null);
                foreach (var (name, price) in new[] { ("averageActual", x.AverageActual), ("label", x.Label), ("marketMiddle", x.MarketMiddle) })
                    Fen($"{path}.stock[{j}].{name}", price);
            }
            if (a.Charges.All(law.Charges.ContainsKey))
                CheckElements(a, path);
            if (a.Loss is { } loss)
                CheckLoss(loss, $"{path}.loss");
            foreach (var (x, j) in (a.Proceeds ?? []).Select((x, j) => (x, j)))
                Fen($"{path}.proceeds[{j}].amount", x.Amount);
            foreach (var (x, j) in (a.Costs ?? []).Select((x, j) => (x, j)))
            {
                Fen($"{path}.costs[{j}].amount", x.Amount);
                if (!law.Rules.Deducted.Contains(x.Kind) && !law.Rules.NotDeducted.Contains(x.Kind))
                    Add($"{path}.costs[{j}].kind", $"“{x.Kind}”不在其中：{string.Join("、", law.Rules.Deducted.Concat(law.Rules.NotDeducted))}", $"“{x.Kind}” is none of {string.Join(", ", law.Rules.Deducted.Concat(law.Rules.NotDeducted))}");
            }
        }

        void CheckElements(ActFacts a, string path)
        {
            var known = a.Charges.SelectMany(c => law.Charges[c].Texts).SelectMany(t => t.Elements).Where(e => !e.ByStandards).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var id in a.Elements.Keys.Where(id => !known.Contains(id)))
                Add($"{path}.elements.{id}", $"没有要素“{id}”，有：{string.Join("、", known)}", $"no element “{id}”; known: {string.Join(", ", known)}");
        }

        void CheckLoss(LossFacts loss, string path)
        {
            foreach (var (name, value) in new[] { ("licenceFee", loss.LicenceFee), ("unitProfit", loss.UnitProfit), ("lostProfit", loss.LostProfit), ("commercialValue", loss.CommercialValue), ("remedial", loss.Remedial) })
                Fen($"{path}.{name}", value);
            foreach (var (name, value) in new[] { ("lostUnits", loss.LostUnits), ("infringingUnits", loss.InfringingUnits) })
                Quantity($"{path}.{name}", value);
        }

        void Pair(string path, decimal quantity, decimal? price)
        {
            Quantity($"{path}.quantity", quantity);
            Fen($"{path}.price", price);
        }

        // a slip of the finger, and a number with which nothing could be computed
        void Quantity(string path, decimal? value)
        {
            if (value < 0)
                Add(path, "不能为负", "is negative");
            else if (value >= 10_000_000_000)
                Add(path, "数量过大", "is too large");
        }

        void Day(string path, DateOnly? day)
        {
            if (day is { Year: < 1950 or > 2100 })
                Add(path, "年份须在 1950 至 2100 之间", "the year must lie between 1950 and 2100");
        }

        void Fen(string path, decimal? value)
        {
            if (value < 0)
                Add(path, "不能为负", "is negative");
            else if (value is { } v && decimal.Round(v, 2) != v)
                Add(path, $"{v.ToString(CultureInfo.InvariantCulture)} 精确到分以下", $"{v.ToString(CultureInfo.InvariantCulture)} is finer than one fen");
            else if (value >= 1_000_000_000_000)
                Add(path, "数额过大", "is too large");
        }

        void Add(string path, string zh, string en) => errors.Add(new FactError(path, new Text(zh, en)));
    }
}
