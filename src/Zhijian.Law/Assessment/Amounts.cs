using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// Turnover, sales, gains, value of goods and loss of one act, by the rules of one instrument (数额计算). What the file states as a sum is
/// taken; what it does not is computed from goods, prices, proceeds and costs; what cannot be computed is unknown. O(lines).
/// </summary>
public sealed class Amounts(ActFacts act, Rules rules, PriceRule prices)
{
    /// <param name="instrument">The instrument whose price rule holds: R25, R04 …</param>
    public Amounts(ActFacts act, Rules rules, string instrument)
        : this(act, rules, rules.PricesOf(instrument))
    {
    }

    public Figure Of(string metric) => Stated(metric) ?? metric switch
    {
        "sales_amount" => Sales(metric),
        "unsold_value" => Stock(metric),
        "illegal_turnover" or "sold_plus_unsold" or "publication_turnover" => Sales(metric).Plus(Of("unsold_value")),
        "illegal_gains" or "publication_gains" => Gains(metric),
        "goods_gains" or "gains_goods_plus_services" => Of("illegal_gains") with { Metric = metric },
        "rightholder_loss" => act.Loss is { } loss ? Loss(loss, rules) : Figure.Unknown(metric),
        "sold_plus_unsold_items" => (Of("label_items") with { Metric = metric }).Plus(Of("unsold_label_items")),
        "sold_plus_unsold_copies" => (Of("copies") with { Metric = metric }).Plus(Of("unsold_copies")),
        _ => Figure.Unknown(metric),
    };

    private Figure? Stated(string metric)
    {
        Figure? sum = null;
        foreach (var a in act.Amounts.Where(a => a.Metric == metric))
        {
            var (low, high) = a.Certainty switch
            {
                Certainty.AtLeast => (a.Value, null),
                Certainty.AtMost => (0m, a.Value),
                _ => (a.Value, (decimal?)a.Value),
            };
            var figure = new Figure(metric, low, high, a.Certainty == Certainty.About, [new FigureStep(new Text("材料所载", "as stated"), a.Value, null, a.Source)]);
            sum = sum?.Plus(figure) ?? figure;
        }
        return sum;
    }

    /// <summary>All proceeds received and due for goods sold (销售金额).</summary>
    private Figure Sales(string metric)
    {
        if (Stated("sales_amount") is { } stated)
            return stated with { Metric = metric };
        if (act.Sold is not { } sold)
            return Figure.Unknown(metric);
        return Figure.Of(metric, sold.Sum(l => l.Quantity * l.Price), [.. sold.Select(l => Line("已售", "sold", l.Quantity, l.Price, null, l.Source))]);
    }

    private static FigureStep Line(string zh, string en, decimal quantity, decimal price, LegalRef? basis, string? source) =>
        new(new Text($"{zh} {Say(quantity)} × {Say(price)}", $"{en} {Say(quantity)} × {Say(price)}"), quantity * price, basis, source);

    private static string Say(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>Goods not sold, by the price bases of the instrument in their order (货值金额).</summary>
    private Figure Stock(string metric)
    {
        if (act.Stock is not { } stock)
            return Figure.Unknown(metric);
        return stock.Select(l => StockValue(metric, l, prices)).Aggregate(Figure.Of(metric, 0), (sum, line) => sum.Plus(line));
    }

    private static Figure StockValue(string metric, StockLine line, PriceRule rule)
    {
        var value = ByPrice(metric, line, rule);
        if (line.Labelled || line.MeantForCounterfeiting == true)
            return value;
        var why = new FigureStep(new Text("已制成未附标识：有证据证明将用于假冒的才计入", "finished, not yet labelled: counts only if proved to be meant for counterfeiting"), null, new LegalRef("法释〔2025〕5号第29条第2款"));
        return line.MeantForCounterfeiting == false ? Figure.Of(metric, 0, why) : value.Perhaps(why);
    }

    private static Figure ByPrice(string metric, StockLine line, PriceRule rule)
    {
        var beside = rule.AnyOf.Select(line.Price).OfType<decimal>().ToList();
        if (beside.Count > 0)
        {
            var (low, high) = (line.Quantity * beside.Min(), line.Quantity * beside.Max());
            return new Figure(metric, low, high, false, [Line("未售", "unsold", line.Quantity, beside.Min(), rule.Reference, line.Source),
                .. low == high ? Array.Empty<FigureStep>() : [new FigureStep(new Text($"标价与实际平均价并列，没有次序；另一价格得 {Say(high)}", $"label and average price stand beside each other; the other gives {Say(high)}"), high, rule.Reference)]]);
        }
        foreach (var basis in rule.Order)
            if (line.Price(basis) is { } price)
                return Figure.Of(metric, line.Quantity * price, Line($"未售（{Name(basis).Zh}）", $"unsold ({Name(basis).En})", line.Quantity, price, rule.Reference, line.Source));
        return Figure.Unknown(metric);
    }

    public static Text Name(PriceBasis basis) => basis switch
    {
        PriceBasis.AverageActual => new Text("实际销售平均价", "average actual price"),
        PriceBasis.Label => new Text("标价", "label price"),
        _ => new Text("市场中间价", "middle market price"),
    };

    /// <summary>Proceeds less raw materials or purchase price; fees are gains; wages, rent and servers are not deducted (违法所得).</summary>
    private Figure Gains(string metric)
    {
        if (Stated("illegal_gains") is { } stated)
            return stated with { Metric = metric };
        var sold = act.Sold is null && Stated("sales_amount") is null ? null : Sales(metric);
        if (sold is null && act.Proceeds is null)
            return Figure.Unknown(metric);
        var steps = new List<FigureStep>(sold?.Steps ?? []);
        steps.AddRange((act.Proceeds ?? []).Select(p => new FigureStep(new Text($"收入：{p.Kind}", $"proceeds: {p.Kind}"), p.Amount, rules.Gains, p.Source)));
        var fees = (act.Proceeds ?? []).Sum(p => p.Amount);
        var (low, high) = ((sold?.Low ?? 0) + fees, sold is null ? fees : sold.High + fees);
        if (act.Costs is not { } costs)
        {
            // fees for services, members and advertising are gains as they are; only goods have a cost to deduct
            var open = sold is { High: not 0 };
            if (open)
                steps.Add(new FigureStep(new Text("原材料或者进货成本未知：只知上限", "cost of materials or purchase unknown: only the upper end is known"), null, rules.Gains));
            return new Figure(metric, open ? fees : low, high, false, steps);
        }
        var deducted = costs.Where(c => rules.Deducted.Contains(c.Kind)).ToList();
        steps.AddRange(deducted.Select(c => new FigureStep(new Text($"扣除：{c.Kind}", $"less: {c.Kind}"), -c.Amount, rules.Gains, c.Source)));
        steps.AddRange(costs.Except(deducted).Select(c => new FigureStep(new Text($"不扣：{c.Kind}", $"not deducted: {c.Kind}"), 0, rules.Gains, c.Source)));
        var less = deducted.Sum(c => c.Amount);
        return new Figure(metric, Math.Max(0, low - less), high is null ? null : Math.Max(0, high.Value - less), sold?.About ?? false, steps);
    }

    /// <summary>The loss of a trade secret by how it was acquired and used (法释〔2025〕5号第18条).</summary>
    public static Figure Loss(LossFacts loss, Rules rules)
    {
        const string metric = "rightholder_loss";
        var rule = rules.Losses[loss.Case];
        var profit = LostProfit(loss, rules);
        var result = rule.Method switch
        {
            LossMethod.LicenceFee => Fee(),
            LossMethod.CommercialValue => loss.CommercialValue is { } value ? Figure.Of(metric, value, Step(value)) : Figure.Unknown(metric),
            LossMethod.LostProfit => profit,
            _ => AtLeastFee(profit),
        };
        return loss.Remedial is { } remedial
            ? result.Plus(Figure.Of(metric, remedial, new FigureStep(new Text("补救费用另加", "remedial costs are added"), remedial, rules.LostProfit)))
            : result;

        FigureStep Step(decimal value) => new(rule.Says, value, rule.Reference);

        Figure Fee() => loss.LicenceFee is { } fee ? Figure.Of(metric, fee, Step(fee)) : Figure.Unknown(metric);

        // either alone is a lower end: the higher of the two counts
        Figure AtLeastFee(Figure lost) => loss.LicenceFee is not { } fee ? lost with { High = null }
            : lost.IsKnown ? Figure.Of(metric, Math.Max(lost.Low, fee), [.. lost.Steps, Step(fee)])
            : new Figure(metric, Math.Max(lost.Low, fee), lost.High, false, [.. lost.Steps, Step(fee)]);
    }

    private static Figure LostProfit(LossFacts loss, Rules rules)
    {
        const string metric = "rightholder_loss";
        if (loss.LostProfit is { } sum)
            return Figure.Of(metric, sum, new FigureStep(new Text("利润损失，材料所载", "lost profit as stated"), sum, rules.LostProfit));
        if (loss.UnitProfit is not { } unit)
            return Figure.Unknown(metric);
        if (loss.LostUnits is { } lost)
            return Figure.Of(metric, lost * unit, Line("权利人减少的销量 × 单位利润：", "units lost × unit profit:", lost, unit, rules.LostProfit, null));
        return loss.InfringingUnits is { } made
            ? Figure.Of(metric, made * unit, Line("侵权产品数量 × 权利人单位利润：", "infringing units × unit profit of the right holder:", made, unit, rules.LostProfit, null))
            : Figure.Unknown(metric);
    }
}
