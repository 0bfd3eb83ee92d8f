using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>Reads data/law/rules/: amounts, sentencing, concurrence.</summary>
internal static class RuleFiles
{
    public static Rules Load(string data)
    {
        var folder = Path.Combine(data, "law", "rules");
        var amounts = DataNode.Load(data, Path.Combine(folder, "amounts.yaml"));
        var sentencing = DataNode.Load(data, Path.Combine(folder, "sentencing.yaml"));
        var (gains, limitation, plea, fast, attempt, recidivism, repeat, profit) = (
            amounts.Get("gains"), sentencing.Get("limitation"), sentencing.Get("plea"), sentencing.Get("fast_track"), sentencing.Get("attempt"),
            sentencing.Get("recidivism"), sentencing.Get("repeat"), amounts.Get("lost_profit"));
        var rules = new Rules
        {
            Prices = [.. amounts.Items("prices").Select(ReadPrices)],
            Deducted = gains.Strings("deducted"),
            NotDeducted = gains.Strings("not_deducted"),
            Gains = gains.Reference(),
            GainsBefore = gains.String("before"),
            Losses = amounts.Items("loss").Select(ReadLoss).ToDictionary(l => l.Case, l => l.Rule),
            LostProfit = profit.Reference(),
            Fines = [.. sentencing.Items("fines").Select(ReadFine)],
            Limitation = [.. limitation.Items("steps").Select(ReadStep)],
            LimitationForLife = ReadStep(limitation.Get("life")),
            LimitationOpen = limitation.String("open"),
            Recidivism = new YearsRule(recidivism.Int("years"), recidivism.Reference(), recidivism.String("needs")),
            RepeatYears = repeat.Int("years"),
            RepeatOpen = repeat.String("open"),
            Plea = new PleaRule(plea.Int("alone"), plea.Int("with_others"), plea.String("others"), plea.Reference(), plea.String("note")),
            FastTrack = (fast.Int("max_months"), fast.Reference()),
            Attempt = (attempt.Reference(), new Text(attempt.String("zh"), attempt.String("en"))),
            SetOff = sentencing.Get("setoff").Reference(),
            Probation = [.. sentencing.Items("probation").Select(ReadRemark)],
            Circumstances = [.. sentencing.Items("circumstances").Select(ReadCircumstance)],
            Concurrence = [.. DataNode.Load(data, Path.Combine(folder, "concurrence.yaml")).Items().Select(ReadConcurrence)],
        };
        _ = (limitation.String("start"), profit.String("remedial"), profit.String("before"));
        foreach (var node in new[] { gains, limitation, plea, fast, attempt, recidivism, repeat, profit, amounts, sentencing })
            node.Done();
        return rules;
    }

    private static PriceRule ReadPrices(DataNode node)
    {
        _ = node.Date("from");
        var rule = new PriceRule(node.Strings("instruments"), Bases(node, "any_of"), Bases(node, "order"), node.Reference(), node.FindString("note"));
        node.Done();
        return rule;
    }

    private static List<PriceBasis> Bases(DataNode node, string field) => [.. node.Items(field).Select(b => b.Word<PriceBasis>())];

    private static (LossCase Case, LossRule Rule) ReadLoss(DataNode node)
    {
        var rule = (node.Word<LossCase>("case"), new LossRule(node.Word<LossMethod>("method"), new Text(node.String("zh"), node.String("en")), node.Reference()));
        node.Done();
        return rule;
    }

    private static FineRange ReadFine(DataNode node)
    {
        var fine = new FineRange(
            node.String("instrument"), node.Date("from"), node.FindDate("to"), Pair(node, "gains"), Pair(node, "turnover"), node.Bool("ordered"),
            node.Find("unknown") is { } u ? ReadUnknown(u) : null, node.Reference(), node.FindString("note"));
        node.Done();
        return fine;
    }

    private static ((decimal, decimal), (decimal, decimal)) ReadUnknown(DataNode node)
    {
        var pair = (Pair(node, "up_to_3y"), Pair(node, "over_3y"));
        node.Done();
        return pair;
    }

    private static (decimal From, decimal To) Pair(DataNode node, string field)
    {
        var ends = node.Get(field).Items().Select(i => decimal.TryParse(i.String(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) ? n : throw i.Error("no figure")).ToList();
        return ends is [var from, var to] && from < to ? (from, to) : throw node.Get(field).Error($"“{field}” is a pair: from, to");
    }

    private static LimitationStep ReadStep(DataNode node)
    {
        var step = new LimitationStep(node.Find("below_months") is null ? null : node.Int("below_months"), node.Int("years"), node.Reference());
        node.Done();
        return step;
    }

    private static DatedRemark ReadRemark(DataNode node)
    {
        var remark = new DatedRemark(node.Date("from"), node.FindDate("to"), new Remark(new Text(node.String("zh"), node.String("en")), node.Reference()));
        node.Done();
        return remark;
    }

    private static Circumstance ReadCircumstance(DataNode node)
    {
        var circumstance = new Circumstance(node.String("id"), node.Word<CircumstanceKind>("kind"), node.Date("from"), new Text(node.String("zh"), node.String("en")), node.Reference());
        node.Done();
        return circumstance;
    }

    private static ConcurrenceRule ReadConcurrence(DataNode node)
    {
        var rule = new ConcurrenceRule(node.Strings("charges"), node.Word<ConcurrenceKind>("rule"), node.Find("own_product") is null ? null : node.Bool("own_product"), node.Reference());
        node.Done();
        return rule;
    }
}
