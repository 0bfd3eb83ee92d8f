using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Matters;

/// <summary>
/// What was established for one person under one charge (查明的事实). What is null is unknown; an empty list or a zero was verified. Amounts
/// are in yuan, quantities in pieces.
/// </summary>
public sealed record EstablishedFacts
{
    [Label("行为起", "Acts from")]
    public DateOnly? From { get; init; }

    [Label("行为止", "Acts to", HintZh = "连续、继续的，是结束那天", HintEn = "for continuing acts the day on which they ended")]
    public DateOnly? To { get; init; }

    [Label("对象", "Object")]
    public string? Object { get; init; }

    [Label("连续或者继续", "Continuing or consecutive")]
    public bool? Continuing { get; init; }

    [Label("货是本人制造的", "Own product")]
    public bool? OwnProduct { get; init; }

    [Label("已售", "Sold")]
    public IReadOnlyList<SoldLine>? Sold { get; init; }

    [Label("未售", "Unsold")]
    public IReadOnlyList<StockLine>? Stock { get; init; }

    [Label("货物以外的收入", "Other proceeds")]
    public IReadOnlyList<MoneyLine>? Proceeds { get; init; }

    [Label("成本", "Costs")]
    public IReadOnlyList<MoneyLine>? Costs { get; init; }

    [Label("其他数额、数量", "Further amounts")]
    public IReadOnlyList<StatedAmount> Amounts { get; init; } = [];

    [Label("商业秘密的损失", "Loss of a trade secret")]
    public LossFacts? Loss { get; init; }

    [Label("商标（专利）个数", "Marks (patents) of different sources")]
    public int? Marks { get; init; }

    [Label("以前受过的处罚、被追究的责任", "Earlier penalties and liabilities")]
    public IReadOnlyList<EarlierSanction>? EarlierSanctions { get; init; }

    [Label("认罪认罚", "Pleads guilty and accepts punishment")]
    public bool? PleadsGuilty { get; init; }

    [Label("自首、退赔、谅解等", "Surrender, restitution, forgiveness and the like")]
    public bool? FurtherLeniency { get; init; }

    [Label("单位为犯罪而设立，或者以犯罪为主要活动", "The unit was set up for crime, or crime is its main business")]
    public bool? ExistsForCrime { get; init; }

    [Label("盗用单位名义，违法所得由个人私分", "The name of the unit was used, the gains were shared among persons")]
    public bool? GainsWentToPersons { get; init; }

    [Label("要素", "Elements")]
    public IReadOnlyDictionary<string, ElementFact> Elements { get; init; } = new Dictionary<string, ElementFact>(StringComparer.Ordinal);

    [Label("出处", "Sources", HintZh = "栏目名 → 证据名称和页码；各行自己的出处写在行里", HintEn = "name of the field → exhibit and page; lines carry their own")]
    public IReadOnlyDictionary<string, string> Sources { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
