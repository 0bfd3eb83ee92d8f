using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>What a piece of material is, as far as its use elsewhere depends on it.</summary>
public enum Material
{
    /// <summary>物证、书证、视听资料、电子数据</summary>
    Object,

    /// <summary>供述、证言、陈述</summary>
    Statement,

    /// <summary>鉴定意见、勘验检查笔录</summary>
    Opinion,

    /// <summary>认罪认罚材料</summary>
    Plea,

    /// <summary>技术侦查材料</summary>
    TechnicalInvestigation,

    /// <summary>商业秘密</summary>
    TradeSecret,

    /// <summary>个人信息、隐私</summary>
    PersonalData,

    /// <summary>裁判文书、决定书等公文</summary>
    OfficialPaper,
}

/// <summary>For what it is used.</summary>
public enum Purpose
{
    /// <summary>线索：据以启动核查</summary>
    Clue,

    /// <summary>证据</summary>
    Evidence,

    /// <summary>参考：不作认定依据</summary>
    Reference,
}

/// <summary>Whether it may be used there.</summary>
public enum SharingAnswer
{
    Allowed,

    /// <summary>Only after somebody looked at what the rule asks; the person says what was found.</summary>
    Ask,

    Forbidden,
}

/// <summary>
/// A rule of use across functions (data/sharing/): what was learned in one function is used in another for a named purpose, or not. Lists that are empty
/// mean any.
/// </summary>
public sealed record SharingRule
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required IReadOnlyList<Material> Materials { get; init; }

    public required IReadOnlyList<Track> From { get; init; }

    public required IReadOnlyList<Track> To { get; init; }

    public required IReadOnlyList<Purpose> Purposes { get; init; }

    public required SharingAnswer Answer { get; init; }

    /// <summary>What must be looked at first; null unless the answer is <see cref="SharingAnswer.Ask"/>.</summary>
    public required Text? Asks { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>It speaks only where no other rule does.</summary>
    public required bool Otherwise { get; init; }

    private bool Fits(Material material, Track from, Track to, Purpose purpose) =>
        (Materials.Count == 0 || Materials.Contains(material)) && (From.Count == 0 || From.Contains(from))
        && (To.Count == 0 || To.Contains(to)) && (Purposes.Count == 0 || Purposes.Contains(purpose));

    /// <summary>The rule that governs a use: a prohibition before a question before a permission, and what is otherwise where none speaks. Pure.</summary>
    public static SharingRule For(IReadOnlyList<SharingRule> rules, Material material, Track from, Track to, Purpose purpose) =>
        rules.Where(r => !r.Otherwise && r.Fits(material, from, to, purpose)).MaxBy(r => r.Answer) ?? rules.Single(r => r.Otherwise);

    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static IReadOnlyList<SharingRule> Load(string data)
    {
        SharingRule[] rules =
        [
            .. Directory.EnumerateFiles(Path.Combine(data, "sharing"), "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file))),
        ];
        return rules.Count(r => r.Otherwise) == 1 ? rules : throw new InvalidOperationException("data/sharing: exactly one rule says what is otherwise");
    }

    private static SharingRule Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var rule = new SharingRule
        {
            Id = name,
            Title = node.Text("title"),
            Materials = Words<Material>(node, "materials"),
            From = Words<Track>(node, "from"),
            To = Words<Track>(node, "to"),
            Purposes = Words<Purpose>(node, "purposes"),
            Answer = node.Word<SharingAnswer>("answer"),
            Asks = node.FindText("asks"),
            Reference = node.Reference(),
            Otherwise = node.Find("otherwise") is not null && node.Bool("otherwise"),
        };
        if ((rule.Answer == SharingAnswer.Ask) != rule.Asks is not null)
            throw node.Error("“asks” says what must be looked at where the answer is ask, and stands nowhere else");
        if (rule is { Answer: SharingAnswer.Forbidden, Reference.Status: not RefStatus.Verified })
            throw node.Get("answer").Error("what was not verified forbids nothing; let it ask");
        _ = node.Date("checked");
        node.Done();
        return rule;
    }

    private static T[] Words<T>(DataNode node, string field)
        where T : struct, Enum => [.. node.Items(field).Select(n => n.Word<T>())];
}
