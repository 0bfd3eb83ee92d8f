using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

/// <summary>
/// The known amounts of one charge against the figures of the day of the act: a first comparison, never a conclusion. Other than
/// the recorded charges there are no figures to compare with. Pure.
/// </summary>
/// <param name="Check">Null where no figure is recorded for the charge or the day of the act is not known well enough.</param>
/// <param name="Missing">What to ask for before the comparison is possible.</param>
public sealed record Facts(bool IsRecorded, ThresholdCheck? Check, Text? Missing, IReadOnlyDictionary<string, KnownAmount> Amounts)
{
    public static Facts Of(Matter matter, Person person, string charge, LawBook law, DateOnly today)
    {
        if (!law.Charges.ContainsKey(charge))
            return new Facts(false, null, null, new Dictionary<string, KnownAmount>(StringComparer.Ordinal));
        var amounts = AmountsOf(matter, person, law.Vocabulary);
        // acts that go on are judged by the law of their last day
        if ((matter.ActsTo ?? matter.ActsFrom) is not { IsKnown: true } acts)
            return new Facts(true, null, new Text("行为日期未知：不知道适用哪一标准", "the date of the acts is unknown: so is the figure that applies"), amounts);
        var first = Check(acts.Earliest);
        var last = Check(acts.Latest);
        return first.Figures.Select(f => f.Threshold.Id).SequenceEqual(last.Figures.Select(f => f.Threshold.Id), StringComparer.Ordinal)
            ? new Facts(true, last, null, amounts)
            : new Facts(true, null, new Text($"行为止于只知“{acts}”，其间标准有变：请补录到日", $"the end of the acts is only known as “{acts}”, and the figures changed in between: record the day"), amounts);

        ThresholdCheck Check(DateOnly day) => ThresholdCheck.Of(law.At(day, today), charge, person.IsUnit, amounts);
    }

    /// <summary>Figures that the known amounts reach, but that hold only if a further fact is so.</summary>
    public IReadOnlyList<Threshold> ReachedIf => Check is null ? [] : [.. Further.Where(t => Amounts[t.Metric].Yuan >= t.Base)];

    /// <summary>Figures that depend on a further fact and whose amount is known.</summary>
    public IReadOnlyList<Threshold> Further => Check is null ? [] : [.. Check.NeedsFurtherFacts.Where(t => Amounts.ContainsKey(t.Metric))];

    /// <summary>By metric: the person's own amounts before those of the whole matter; of several the largest, for they may contain each other.</summary>
    private static Dictionary<string, KnownAmount> AmountsOf(Matter matter, Person person, Vocabulary words)
    {
        var known = matter.Amounts
            .Where(a => a.Person is null || a.Person == person.Id)
            .Select(a => (Amount: a, words.AmountKind(a.Kind)?.Metric))
            .Where(a => a.Metric is not null)
            .GroupBy(a => a.Metric!, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => (g.Any(a => a.Amount.Person is not null) ? g.Where(a => a.Amount.Person is not null) : g).MaxBy(a => a.Amount.Yuan) is var top ? new KnownAmount(top.Amount.Yuan, top.Amount.Approximate) : null!,
                StringComparer.Ordinal);
        if (known.TryGetValue("sales_amount", out var sold) && known.TryGetValue("unsold_value", out var unsold))
            known["sold_plus_unsold"] = new KnownAmount(sold.Yuan + unsold.Yuan, sold.Approximate || unsold.Approximate);
        return known;
    }

    public static Text MetricOf(string metric) => metric switch
    {
        "illegal_turnover" => new Text("非法经营数额", "illegal turnover"),
        "illegal_gains" => new Text("违法所得", "illegal gains"),
        "sales_amount" => new Text("销售金额", "sales amount"),
        "unsold_value" => new Text("待售货值", "value of unsold goods"),
        "sold_plus_unsold" => new Text("已售＋待售", "sold and unsold"),
        "gains_goods_plus_services" => new Text("商品和服务违法所得", "gains from goods and services"),
        _ => new Text(metric, metric),
    };

    /// <summary>On what a figure depends beside the amount.</summary>
    public static Text VariantOf(Threshold threshold) => threshold.Variant switch
    {
        var v when v.Contains("repeat") => new Text("二年内曾受处罚", "punished within two years"),
        var v when v.Contains("unsold") => new Text("有未售货", "goods unsold"),
        var v when v.Contains("two") => new Text("两种以上商标", "two marks or more"),
        _ when threshold.Object == "services" => new Text("服务商标", "service mark"),
        var v => new Text(v, v),
    };
}
