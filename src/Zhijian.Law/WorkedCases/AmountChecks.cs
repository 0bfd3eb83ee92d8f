using System.Globalization;
using System.Text.Json.Nodes;
using Zhijian.Law.Assessment;

namespace Zhijian.Law.WorkedCases;

/// <summary>Checks of amounts: turnover, gains, loss, aggregate, fine_range, setoff, arithmetic.</summary>
internal sealed class AmountChecks(LawBook law)
{
    private static readonly Dictionary<string, string> CostKinds = new(StringComparer.Ordinal)
    {
        ["raw_materials"] = "raw_materials", ["materials"] = "raw_materials", ["raw_material_cost"] = "raw_materials",
        ["purchase_price"] = "purchase_price", ["purchase_cost"] = "purchase_price", ["purchase"] = "purchase_price", ["purchases"] = "purchase_price",
        ["cost_of_goods"] = "purchase_price", ["goods_cost"] = "purchase_price", ["products_used"] = "purchase_price", ["product_cost"] = "purchase_price",
    };

    public IReadOnlyDictionary<string, Func<JsonObject, JsonObject, Computed>> Types => new Dictionary<string, Func<JsonObject, JsonObject, Computed>>(StringComparer.Ordinal)
    {
        ["turnover"] = (check, facts) => Turnover(check, check.Over(facts)),
        ["gains"] = (check, facts) => Gains(check, check.Over(facts)),
        ["loss"] = Loss,
        ["aggregate"] = (check, facts) => Aggregate(check, check.Over(facts)),
        ["fine_range"] = (check, facts) => FineRange(check, check.Over(facts)),
        ["setoff"] = (check, facts) => SetOff(check, check.Over(facts)),
        ["arithmetic"] = (check, _) => Arithmetic(check),
    };

    private Computed Turnover(JsonObject check, JsonObject facts)
    {
        var act = new ActFacts
        {
            Id = "a", Charges = [], Persons = [],
            Sold = [.. facts.Objects("sold").Select(l => new SoldLine(l.FindNumber("qty", "quantity", "items") ?? 1, l.FindNumber("price", "actual", "value") ?? throw new CheckFieldException("“sold”: a price is required")))],
            Stock = [.. facts.Objects("unsold", "stock").Concat(facts.Objects("unlabelled")).Select(ReadStock)],
        };
        var figure = new Amounts(act, law.Rules, check.FindText("regime") ?? "R25").Of("illegal_turnover");
        return Range(check["expect"], figure);
    }

    private static StockLine ReadStock(JsonObject l) =>
        l.FindNumber("value") is { } value
            ? new StockLine(1, value)
            : new StockLine(
                l.FindNumber("qty", "quantity", "items") ?? 1, l.FindNumber("average_actual", "actual"), l.FindNumber("label", "label_price"), l.FindNumber("market_middle", "market"),
                l.FindBool("labelled") ?? true, l.FindBool("meant_for_counterfeiting", "proved_meant", "meant"));

    private static Computed Range(JsonNode? expect, Figure figure)
    {
        if (figure.High is not { } high)
            return new Computed(false, $"at least {Computed.Say(figure.Low)}, the rest is unknown");
        if (figure.IsKnown && expect is not JsonArray)
            return Computed.Number(expect, figure.Low);
        return new Computed(
            expect is JsonArray { Count: 2 } pair && CheckFields.AsNumber(pair[0]) == figure.Low && CheckFields.AsNumber(pair[1]) == high,
            figure.IsKnown ? Computed.Say(figure.Low) : $"[{Computed.Say(figure.Low)},{Computed.Say(high)}]");
    }

    private Computed Gains(JsonObject check, JsonObject facts)
    {
        string[] proceeds = ["revenue", "proceeds", "sales", "sales_amount", "income", "turnover"];
        var fees = facts.Where(f => proceeds.Contains(f.Key) || f.Key.EndsWith("_fees", StringComparison.Ordinal) || f.Key.EndsWith("_fee", StringComparison.Ordinal) || f.Key.EndsWith("_income", StringComparison.Ordinal))
            .Select(f => new MoneyLine(f.Key, CheckFields.AsNumber(f.Value) ?? throw new CheckFieldException($"“{f.Key}” is no amount"))).ToList();
        if (fees.Count == 0)
            throw new CheckFieldException("no proceeds: revenue, proceeds, sales or some …_fees");
        var costs = facts.Where(f => fees.All(p => p.Kind != f.Key) && CheckFields.AsNumber(f.Value) is not null)
            .Select(f => new MoneyLine(CostKinds.GetValueOrDefault(f.Key, f.Key), CheckFields.AsNumber(f.Value)!.Value)).ToList();
        var act = new ActFacts { Id = "a", Charges = [], Persons = [], Proceeds = fees, Costs = costs };
        var regime = check.FindText("regime") ?? "R25";
        return Range(check["expect"], new Amounts(act, law.Rules, regime).Of("illegal_gains")) with { Note = regime == "R25" ? null : law.Rules.GainsBefore };
    }

    private Computed Loss(JsonObject check, JsonObject facts)
    {
        var one = check.FindNumber("case") is { } n ? facts.Objects("cases").ElementAtOrDefault((int)n) ?? throw new CheckFieldException($"“cases” has no number {n}") : check.Over(facts);
        var act = (one.FindText("act") ?? one.Text("case_of")).ToLowerInvariant();
        var kind = act switch
        {
            _ when act.Contains("public") || act.Contains("lost") || act.Contains("destroyed") => LossCase.BecamePublic,
            _ when act.Contains("third") => LossCase.ThirdParty,
            _ when act.Contains("breach") => LossCase.BreachUsed,
            _ when act.Contains("not used") || act.Contains("not disclosed") || act.Contains("unused") => LossCase.AcquiredNotUsed,
            _ when act.Contains("used") => LossCase.AcquiredThenUsed,
            _ => throw new CheckFieldException($"“act”: “{act}” is none of acquisition (used or not), breach, third party, became public"),
        };
        var loss = new LossFacts
        {
            Case = kind, LicenceFee = one.FindNumber("licence_fee", "license_fee"), LostProfit = one.FindNumber("profit_loss", "lost_profit"),
            LostUnits = one.FindNumber("units_lost", "lost_units"), InfringingUnits = one.FindNumber("infringing_units", "units_infringing", "units_sold"), UnitProfit = one.FindNumber("unit_profit", "rightholder_unit_profit"),
            CommercialValue = one.FindNumber("commercial_value", "R&D", "r&d", "rd_cost"), Remedial = one.FindNumber("remedial", "remedial_costs"),
        };
        var figure = Amounts.Loss(loss, law.Rules);
        var rule = law.Rules.Losses[kind];
        // an expectation in words names the method
        if (check["expect"] is JsonValue v && v.TryGetValue<string>(out var words) && CheckFields.AsNumber(v) is null)
            return new Computed(words.StartsWith(rule.Method switch { LossMethod.CommercialValue => "commercial value", LossMethod.LicenceFee => "licence fee", _ => "lost profit" }, StringComparison.OrdinalIgnoreCase), rule.Says.En, null, rule.Reference.Article);
        return Range(check["expect"], figure) with { Note = rule.Reference.Article };
    }

    /// <summary>Acts that are not yet handled and still prosecutable are added up (法释〔2025〕5号第29条).</summary>
    private Computed Aggregate(JsonObject check, JsonObject facts)
    {
        string[] amounts = ["amount", "value", "turnover", "sales", "sales_amount", "gains", "illegal_turnover"];
        string[] settled = ["handled", "already_handled", "punished", "prosecuted", "time_barred", "barred", "penalised"];
        if ((facts["values"] ?? facts["amounts"]) is JsonArray values && values.All(v => CheckFields.AsNumber(v) is not null))
            return Against(values.Sum(v => CheckFields.AsNumber(v)!.Value));
        var acts = facts.Objects("acts", "conduct", "items").ToList();
        if (acts.Count == 0)
            throw new CheckFieldException("“acts” is required: a list with amounts");
        var counted = acts.Where(a => !settled.Any(s => IsSaid(a[s])) && a.FindBool("unhandled", "prosecutable") != false).ToList();
        return Against(counted.Sum(a => a.FindNumber(amounts) ?? throw new CheckFieldException("“acts”: an amount is required")));

        // an expectation that names a band asks for the band of the sum
        Computed Against(decimal sum)
        {
            if (WorkedCaseRunner.Say(check["expect"]) is not ("none" or "base" or "aggravated"))
                return Computed.Number(check["expect"], sum);
            var band = (JsonObject)check.DeepClone();
            band["value"] = sum;
            return new StandardChecks(law).BandOf(band);
        }

        // true, or in words: "administrative penalty 2024"
        static bool IsSaid(JsonNode? node) => node is JsonValue v && (v.TryGetValue<bool>(out var b) ? b : v.TryGetValue<string>(out var s) && s.Length > 0 && s is not ("no" or "none" or "false"));
    }

    private Computed FineRange(JsonObject check, JsonObject facts)
    {
        var regime = check.Text("regime");
        if (law.Rules.Fines.FirstOrDefault(f => f.Instrument == regime) is not { } rule)
            return new Computed(check["expect"] is null, "no rule on fines");
        var fines = Sentencing.Fines(rule, facts.FindNumber("gains"), facts.FindNumber("turnover"), facts.FindBool("sentence_over_3y", "over_3y") ?? false);
        var got = string.Join(" or ", fines.Select(f => $"[{Computed.Say(f.From)},{Computed.Say(f.To)}]"));
        return new Computed(
            fines.Count == 0 ? check["expect"] is null : check["expect"] is JsonArray { Count: 2 } e && fines.Any(f => CheckFields.AsNumber(e[0]) == f.From && CheckFields.AsNumber(e[1]) == f.To),
            got.Length == 0 ? "no range" : got, null, rule.Reference.Article);
    }

    private static Computed SetOff(JsonObject check, JsonObject facts) =>
        Computed.Number(check["expect"], Sentencing.SetOff(
            facts.FindNumber("criminal_fine") ?? throw new CheckFieldException("“criminal_fine” is required"), facts.FindNumber("admin_fine", "administrative_fine") ?? throw new CheckFieldException("“admin_fine” is required")));

    /// <summary>An equation in words: 173124+51880=225004.</summary>
    private static Computed Arithmetic(JsonObject check)
    {
        var sides = check.Text("expect").Replace(",", "", StringComparison.Ordinal).Split('=');
        if (sides.Length != 2)
            throw new CheckFieldException("“expect” is no equation");
        var (left, right) = (Sum(sides[0]), Sum(sides[1]));
        return new Computed(left == right, $"{Computed.Say(left)} = {Computed.Say(right)}");

        static decimal Sum(string side) => side.Split('+').Sum(term => term.Split('*', 'x', '×').Aggregate(1m, (product, factor) =>
            decimal.TryParse(factor.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? product * n : throw new CheckFieldException($"“{factor.Trim()}” is no number")));
    }
}
