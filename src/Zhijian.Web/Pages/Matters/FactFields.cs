using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;
using Zhijian.Matters;
using Zhijian.Web.Book;

namespace Zhijian.Web.Pages.Matters;

public enum FactKind
{
    Text,
    Day,
    Number,
    Count,
    YesNo,
    Choice,

    /// <summary>Articles, separated by commas.</summary>
    Articles,
}

/// <summary>One control of the form of the facts.</summary>
/// <param name="Default">What the control says when nobody touched it.</param>
public sealed record FactField(string Name, Text Label, FactKind Kind, bool Required = false, string Default = "")
{
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    public Text? Hint { get; init; }
}

/// <summary>Facts of which there may be several, one a row.</summary>
/// <param name="MayBeNone">“None” is an answer of its own.</param>
public sealed record FactLines(string Name, Text Title, bool MayBeNone, IReadOnlyList<FactField> Columns);

/// <summary>What the form of the facts asks for under one charge: what its standards and elements read, and nothing else. Pure.</summary>
public sealed class FactFields(LawBook law, Charge charge, Person person)
{
    public const int MostRows = 200;

    private static readonly FactField Source = new("source", new Text("出处", "Source"), FactKind.Text);

    public IReadOnlyList<FactField> Acts { get; } =
    [
        new("from", new Text("行为起", "Acts from"), FactKind.Day),
        new("to", new Text("行为止", "Acts to"), FactKind.Day) { Hint = new Text("连续、继续的，是结束那天", "for continuing acts the day on which they ended") },
        new("object", new Text("对象", "Object"), FactKind.Choice) { Options = [.. ObjectsOf(charge, law.Vocabulary.Standards)] },
        new("continuing", new Text("连续或者继续", "Continuing or consecutive"), FactKind.YesNo),
        .. charge.Id is "214" or "218" ? [new FactField("ownProduct", new Text("货是本人制造的", "Own product"), FactKind.YesNo)] : Array.Empty<FactField>(),
    ];

    public IReadOnlyList<FactField> Circumstances { get; } =
    [
        .. charge.Thresholds.Any(t => t.NeedsTwoKinds) ? [new FactField("marks", new Text("商标（专利）个数", "Marks (patents) of different sources"), FactKind.Count) { Hint = new Text("识别不同来源的才算两个", "only those of different sources count as two") }] : Array.Empty<FactField>(),
        new("pleadsGuilty", new Text("认罪认罚", "Pleads guilty and accepts punishment"), FactKind.YesNo),
        new("furtherLeniency", new Text("自首、退赔、谅解等", "Surrender, restitution, forgiveness and the like"), FactKind.YesNo),
        .. person.IsUnit
            ? [new FactField("existsForCrime", new Text("单位为犯罪而设立，或者以犯罪为主要活动", "Set up for crime, or crime is its main business"), FactKind.YesNo),
               new FactField("gainsWentToPersons", new Text("盗用单位名义，违法所得由个人私分", "Its name was used, the gains were shared among persons"), FactKind.YesNo)]
            : Array.Empty<FactField>(),
    ];

    public IReadOnlyList<FactField> Loss { get; } = charge.Thresholds.All(t => t.Metric != "rightholder_loss") ? [] :
    [
        new("loss.case", new Text("取得和使用的方式", "How it was acquired and used"), FactKind.Choice) { Options = [.. Enum.GetValues<LossCase>().Select(c => new FieldOption(Words.Kebab(c), c.Label()))] },
        .. new[]
        {
            ("licenceFee", "合理许可使用费（元）", "Reasonable licence fee (yuan)"), ("lostUnits", "权利人减少的销量", "Units that the right holder sold less"),
            ("infringingUnits", "侵权产品数量", "Infringing units"), ("unitProfit", "权利人单位利润（元）", "Profit of the right holder per unit (yuan)"),
            ("lostProfit", "利润损失（元）", "Lost profit (yuan)"), ("commercialValue", "商业价值（元）", "Commercial value (yuan)"), ("remedial", "补救费用（元）", "Remedial costs (yuan)"),
        }.Select(f => new FactField($"loss.{f.Item1}", new Text(f.Item2, f.Item3), FactKind.Number)),
    ];

    public IReadOnlyList<FactLines> Amounts { get; } =
    [
        new("sold", new Text("已售", "Sold"), true, [Number("quantity", "数量", "Quantity", true), Number("price", "实际售价（元）", "Actual price (yuan)", true), Source]),
        new("stock", new Text("未售", "Unsold"), true,
        [
            Number("quantity", "数量", "Quantity", true), Number("averageActual", "实际平均价", "Average price"), Number("label", "标价", "Label price"), Number("marketMiddle", "市场中间价", "Market price"),
            Choose("labelled", "附有标识", "Labelled", "true", ("true", "是", "yes"), ("false", "否", "no")),
            Choose("meantForCounterfeiting", "将用于假冒", "Meant for it", "", ("true", "是", "yes"), ("false", "否", "no")), Source,
        ]),
        new("proceeds", new Text("货物以外的收入（服务费、会员费、广告费）", "Other proceeds (service, member, advertising fees)"), true,
            [new FactField("kind", new Text("种类", "Kind"), FactKind.Text, true), Number("amount", "金额（元）", "Amount (yuan)", true), Source]),
        new("costs", new Text("成本（原材料、进货价款扣除，其他不扣）", "Costs (materials and purchase price are deducted, others are not)"), true,
        [
            new FactField("kind", new Text("种类", "Kind"), FactKind.Choice, true) { Options = [.. law.Rules.Deducted.Concat(law.Rules.NotDeducted).Select(k => new FieldOption(k, CostWords.Of(k)))] },
            Number("amount", "金额（元）", "Amount (yuan)", true), Source,
        ]),
        new("amounts", new Text("其他数额、数量（材料直接载明的）", "Further amounts and counts (as the file states them)"), false,
        [
            new FactField("metric", new Text("计量", "Measure"), FactKind.Choice, true) { Options = [.. MetricsOf(charge).Select(m => law.Vocabulary.Standards.Metrics[m]).Select(m => new FieldOption(m.Id, m.Title))] },
            Number("value", "数值", "Value", true),
            new FactField("certainty", new Text("确定程度", "Certainty"), FactKind.Choice, Default: "exact") { Options = [.. Enum.GetValues<Certainty>().Select(c => new FieldOption(Words.Kebab(c), c.Label()))] },
            Source,
        ]),
    ];

    public FactLines Sanctions { get; } = new("earlierSanctions", new Text("以前受过的处罚、被追究的责任", "Earlier penalties and liabilities"), true,
    [
        new FactField("kind", new Text("种类", "Kind"), FactKind.Choice, true) { Options = [.. Enum.GetValues<SanctionKind>().Select(c => new FieldOption(Words.Kebab(c), c.Label()))] },
        new FactField("charges", new Text("针对的条文", "Articles"), FactKind.Articles, true), new FactField("on", new Text("决定日期", "Decided on"), FactKind.Day),
        Choose("imprisonment", "有期徒刑以上", "Imprisonment", "", ("true", "是", "yes"), ("false", "否", "no")), new FactField("servedOn", new Text("刑满日期", "Served on"), FactKind.Day), Source,
    ]);

    /// <summary>Of the newest text first; what only an older one asks for says so.</summary>
    public IReadOnlyList<Element> Elements { get; } =
    [
        .. charge.Texts.Reverse().SelectMany(t => t.Elements.Select(e => t == charge.Texts[^1] ? e : e with { Title = new Text($"{e.Title.Zh}（{t.Version} 年文本）", $"{e.Title.En} ({t.Version} text)") }))
            .Where(e => !e.ByStandards).DistinctBy(e => e.Id),
    ];

    public IEnumerable<FactField> Single => [.. Acts, .. Circumstances, .. Loss];

    public IEnumerable<FactLines> Lines => [.. Amounts, Sanctions];

    /// <summary>Facts that have their source beside them; rows carry their own.</summary>
    public IEnumerable<string> Sourced => [.. Acts.Concat(Circumstances).Select(f => f.Name), "loss"];

    private static IEnumerable<FieldOption> ObjectsOf(Charge charge, StandardWords words) =>
        charge.Thresholds.Select(t => t.Object).OfType<string>().SelectMany(o => o.Split('+')).Distinct(StringComparer.Ordinal).Select(o => new FieldOption(o, words.Objects[o]));

    /// <summary>The counts of half-of-two stand in its parts.</summary>
    private static IEnumerable<string> MetricsOf(Charge charge) =>
        charge.Thresholds.SelectMany(t => t.Halves.Count > 0 ? t.Halves.Select(h => h.Metric) : [t.Metric]).Distinct(StringComparer.Ordinal);

    private static FactField Number(string name, string zh, string en, bool required = false) => new(name, new Text(zh, en), FactKind.Number, required);

    private static FactField Choose(string name, string zh, string en, string otherwise, params (string Value, string Zh, string En)[] options) =>
        new(name, new Text(zh, en), FactKind.YesNo, Default: otherwise) { Options = [.. options.Select(o => new FieldOption(o.Value, new Text(o.Zh, o.En)))] };
}
