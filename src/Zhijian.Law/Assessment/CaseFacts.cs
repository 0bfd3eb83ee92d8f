using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// The facts of a case as the law asks for them (事实). What is absent is unknown: an empty list or a zero must be said. Amounts are in
/// yuan with at most two decimals; quantities are pieces.
/// </summary>
public sealed record CaseFacts
{
    /// <summary>The day on which the case is decided (handled): the second of the two dates (刑法12).</summary>
    [Label("处理日", "Handled on", HintZh = "案件处理（决定）的日期；与行为的日期一起定适用的法律", HintEn = "the day on which the case is decided; with the days of the acts it settles which law applies")]
    public required DateOnly HandledOn { get; init; }

    [Label("人员", "Persons")]
    public required IReadOnlyList<PersonFacts> Persons { get; init; }

    [Label("行为", "Acts", HintZh = "同一种的一系列行为可以作一个", HintEn = "a series of acts of one kind may be one")]
    public required IReadOnlyList<ActFacts> Acts { get; init; }
}

/// <summary>A person or unit accused.</summary>
public sealed record PersonFacts
{
    [Label("编号", "Id", HintZh = "由你定，供行为引用", HintEn = "your own; acts refer to it")]
    public required string Id { get; init; }

    [Label("姓名或者单位名称", "Name")]
    public string? Name { get; init; }

    [Label("是单位", "Is a unit")]
    public bool IsUnit { get; init; }

    /// <summary>Earlier penalties and liabilities; absent: not yet looked up, empty: none.</summary>
    [Label("以前受过的处罚、被追究的责任", "Earlier penalties and liabilities", HintZh = "没有查过的不填；查过没有的填空数组", HintEn = "absent: not looked up; empty: none")]
    public IReadOnlyList<EarlierSanction>? EarlierSanctions { get; init; }

    /// <summary>For a unit: set up for the crime, or crime is its main business since (法释〔1999〕14号第2条).</summary>
    [Label("单位为犯罪而设立，或者以犯罪为主要活动", "Set up for crime, or crime is its main business")]
    public bool? ExistsForCrime { get; init; }

    /// <summary>For a unit: its name was used but the gains were shared among persons (法释〔1999〕14号第3条).</summary>
    [Label("盗用单位名义，违法所得由个人私分", "Its name was used, the gains were shared among persons")]
    public bool? GainsWentToPersons { get; init; }

    /// <summary>Pleads guilty and accepts punishment (认罪认罚).</summary>
    [Label("认罪认罚", "Pleads guilty and accepts punishment")]
    public bool? PleadsGuilty { get; init; }

    /// <summary>Surrender, full restitution, forgiveness and the like (自首、退赔、谅解).</summary>
    [Label("自首、退赔、谅解等", "Surrender, restitution, forgiveness and the like")]
    public bool? FurtherLeniency { get; init; }
}

/// <summary>An earlier penalty or liability.</summary>
public sealed record EarlierSanction
{
    [Label("种类", "Kind")]
    public required SanctionKind Kind { get; init; }

    /// <summary>The articles whose conduct it punished: 213, 214 …</summary>
    [Label("针对的条文", "Articles", HintZh = "处罚的行为属于哪一条：213、214 等", HintEn = "the articles whose conduct it punished: 213, 214 …")]
    public required IReadOnlyList<string> Charges { get; init; }

    /// <summary>The day of the decision; absent: unknown.</summary>
    [Label("决定日期", "Decided on")]
    public DateOnly? On { get; init; }

    /// <summary>For a criminal penalty: fixed-term imprisonment or heavier (刑法65).</summary>
    [Label("有期徒刑以上", "Fixed-term imprisonment or heavier")]
    public bool? Imprisonment { get; init; }

    /// <summary>The last day served, or the pardon.</summary>
    [Label("刑满（赦免）日期", "Served on")]
    public DateOnly? ServedOn { get; init; }

    [Label("出处", "Source")]
    public string? Source { get; init; }
}

public enum SanctionKind
{
    [Label("行政处罚", "Administrative penalty")]
    Administrative,

    [Label("刑事处罚", "Criminal penalty")]
    Criminal,

    [Label("民事责任", "Civil liability")]
    Civil,
}

/// <summary>One act, or a series of acts of one kind, of one or several persons.</summary>
public sealed record ActFacts
{
    [Label("编号", "Id", HintZh = "由你定", HintEn = "your own")]
    public required string Id { get; init; }

    /// <summary>The articles under which it is looked at; several where charges compete (214 and 140).</summary>
    [Label("按哪些条文看", "Articles", HintZh = "刑法条号；竞合的可以几个：214、140", HintEn = "articles of the Criminal Law; several where charges compete: 214, 140")]
    public required IReadOnlyList<string> Charges { get; init; }

    [Label("行为人", "Persons", HintZh = "人员的 id", HintEn = "ids of persons")]
    public required IReadOnlyList<string> Persons { get; init; }

    [Label("起", "From")]
    public DateOnly? From { get; init; }

    /// <summary>The last day; for continuing acts the day on which they ended (刑法89).</summary>
    [Label("止", "To", HintZh = "连续、继续的，是结束那天", HintEn = "for continuing acts the day on which they ended")]
    public DateOnly? To { get; init; }

    /// <summary>goods, services, labels, copies, online, circumvention, publications (data/vocabulary/standards.yaml).</summary>
    [Label("对象", "Object")]
    public string? Object { get; init; }

    /// <summary>Marks or patents that identify different sources (法释〔2025〕5号第7条).</summary>
    [Label("商标（专利）个数", "Marks (patents)", HintZh = "识别不同来源的；1 表示只有一个", HintEn = "that identify different sources")]
    public int? Marks { get; init; }

    /// <summary>Continuing or consecutive (连续、继续); false: separate acts.</summary>
    [Label("连续或者继续", "Continuing or consecutive", HintZh = "否：各自独立的数个行为", HintEn = "no: separate acts")]
    public bool? Continuing { get; init; }

    /// <summary>Already punished or decided: not added up again (法释〔2025〕5号第29条).</summary>
    [Label("已经处理过", "Already handled", HintZh = "受过处罚或者已有决定的，不再累计", HintEn = "already punished or decided: not added up again")]
    public bool AlreadyHandled { get; init; }

    /// <summary>Whether the goods sold were made by the same person (法释〔2025〕5号第8条、第15条).</summary>
    [Label("货是本人制造的", "Own product")]
    public bool? OwnProduct { get; init; }

    [Label("材料所载的数额、数量", "Stated amounts", HintZh = "已经有合计数的直接填；填了的不再从货物计算", HintEn = "sums that the file states; they are taken as they are")]
    public IReadOnlyList<StatedAmount> Amounts { get; init; } = [];

    /// <summary>Goods sold at their actual price; absent: unknown, empty: nothing was sold.</summary>
    [Label("已售", "Sold", HintZh = "没有查清的不填；查明没有的填空数组", HintEn = "absent: unknown; empty: nothing was sold")]
    public IReadOnlyList<SoldLine>? Sold { get; init; }

    /// <summary>Goods not sold; absent: unknown, empty: none.</summary>
    [Label("未售", "Unsold", HintZh = "没有查清的不填；查明没有的填空数组", HintEn = "absent: unknown; empty: none")]
    public IReadOnlyList<StockLine>? Stock { get; init; }

    /// <summary>Proceeds beside the goods in <see cref="Sold"/>: service, member, advertising fees.</summary>
    [Label("货物以外的收入", "Other proceeds", HintZh = "服务费、会员费、广告费", HintEn = "service, member, advertising fees")]
    public IReadOnlyList<MoneyLine>? Proceeds { get; init; }

    /// <summary>Costs by kind; raw_materials and purchase_price are deducted, others are not (法释〔2025〕5号第28条第4款).</summary>
    [Label("成本", "Costs", HintZh = "原材料、进货成本扣除，其他不扣", HintEn = "raw materials and purchase price are deducted, others are not")]
    public IReadOnlyList<MoneyLine>? Costs { get; init; }

    [Label("商业秘密的损失", "Loss of a trade secret")]
    public LossFacts? Loss { get; init; }

    /// <summary>What has to be proved, by the id of the element; absent: unknown.</summary>
    [Label("要素", "Elements", HintZh = "键是要素的编号；答 yes、no 或者 unknown", HintEn = "by the id of the element: yes, no or unknown")]
    public IReadOnlyDictionary<string, ElementFact> Elements { get; init; } = new Dictionary<string, ElementFact>(StringComparer.Ordinal);
}

/// <summary>An amount or count as the file states it, with its source.</summary>
/// <param name="Metric">A metric of data/vocabulary/standards.yaml; a flag is 1 or 0.</param>
public sealed record StatedAmount(
    [Label("计量", "Measure")] string Metric,
    [Label("数值", "Value", HintZh = "金额以元计，至多两位小数；数量以件计；有无填 1 或者 0", HintEn = "yuan with at most two places, or pieces; a flag is 1 or 0")] decimal Value,
    [Label("确定程度", "Certainty")] Certainty Certainty = Certainty.Exact,
    [Label("出处", "Source")] string? Source = null);

public enum Certainty
{
    [Label("准确", "Exact")]
    Exact,

    [Label("约", "About")]
    About,

    [Label("至少（余、以上）", "At least")]
    AtLeast,

    [Label("至多", "At most")]
    AtMost,
}

/// <summary>Goods sold at one price.</summary>
public sealed record SoldLine(
    [Label("数量", "Quantity")] decimal Quantity,
    [Label("实际售价（元）", "Actual price (yuan)")] decimal Price,
    [Label("出处", "Source")] string? Source = null);

/// <summary>Goods not sold, with the prices that are known.</summary>
/// <param name="Labelled">False: finished but not yet labelled; it counts if proved to be meant for counterfeiting (法释〔2025〕5号第29条).</param>
public sealed record StockLine(
    [Label("数量", "Quantity")] decimal Quantity,
    [Label("实际销售平均价（元）", "Average actual price (yuan)")] decimal? AverageActual = null,
    [Label("标价（元）", "Label price (yuan)")] decimal? Label = null,
    [Label("市场中间价（元）", "Middle market price (yuan)")] decimal? MarketMiddle = null,
    [Label("已附标识", "Labelled")] bool Labelled = true,
    [Label("有证据证明将用于假冒", "Proved to be meant for counterfeiting")] bool? MeantForCounterfeiting = null,
    [Label("出处", "Source")] string? Source = null)
{
    public decimal? Price(PriceBasis basis) => basis switch
    {
        PriceBasis.AverageActual => AverageActual,
        PriceBasis.Label => Label,
        _ => MarketMiddle,
    };
}

/// <summary>A sum of one kind, with its source.</summary>
public sealed record MoneyLine(
    [Label("种类", "Kind")] string Kind,
    [Label("金额（元）", "Amount (yuan)")] decimal Amount,
    [Label("出处", "Source")] string? Source = null);

/// <summary>What the loss of a trade secret is computed from, in yuan; absent values are unknown.</summary>
public sealed record LossFacts
{
    [Label("取得和使用的方式", "How it was acquired and used")]
    public required LossCase Case { get; init; }

    [Label("合理许可使用费（元）", "Reasonable licence fee (yuan)")]
    public decimal? LicenceFee { get; init; }

    /// <summary>Units that the right holder sold less.</summary>
    [Label("权利人减少的销量", "Units that the right holder sold less")]
    public decimal? LostUnits { get; init; }

    [Label("侵权产品数量", "Infringing units")]
    public decimal? InfringingUnits { get; init; }

    /// <summary>Profit of the right holder per unit.</summary>
    [Label("权利人单位利润（元）", "Profit of the right holder per unit (yuan)")]
    public decimal? UnitProfit { get; init; }

    /// <summary>Lost profit, where it was established as a sum.</summary>
    [Label("利润损失（元）", "Lost profit (yuan)")]
    public decimal? LostProfit { get; init; }

    [Label("商业价值（元）", "Commercial value (yuan)")]
    public decimal? CommercialValue { get; init; }

    /// <summary>Costs of repair that are added.</summary>
    [Label("补救费用（元）", "Remedial costs (yuan)")]
    public decimal? Remedial { get; init; }
}

public sealed record ElementFact([Label("能否证明", "Proved")] Answer Answer, [Label("出处", "Source")] string? Source = null);
