using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Evidence;

/// <summary>The eight kinds of evidence (刑诉法50).</summary>
public enum ExhibitKind
{
    [Label("物证", "Physical evidence")]
    Physical,

    [Label("书证", "Documentary evidence")]
    Documentary,

    [Label("证人证言", "Testimony of a witness")]
    Testimony,

    [Label("被害人陈述", "Statement of the victim")]
    VictimStatement,

    [Label("犯罪嫌疑人、被告人供述和辩解", "Statement of the suspect or defendant")]
    SuspectStatement,

    [Label("鉴定意见", "Expert opinion")]
    ExpertOpinion,

    [Label("勘验、检查、辨认、侦查实验等笔录", "Record of inquest, examination, identification or experiment")]
    InquestRecord,

    [Label("视听资料、电子数据", "Audio-visual material, electronic data")]
    ElectronicData,
}

/// <summary>Whether what lies in the file is the thing itself.</summary>
public enum ExhibitForm
{
    [Label("原件、原物", "Original")]
    Original,

    [Label("复制件、照片", "Copy")]
    Copy,
}

/// <summary>What the examination of an exhibit came to.</summary>
public enum ExhibitVerdict
{
    [Label("采信", "Admitted")]
    Admitted,

    [Label("补正或者作出合理解释", "To be supplemented")]
    ToSupplement,

    [Label("排除", "Excluded")]
    Excluded,
}

/// <summary>How much an exhibit says about one thing to prove.</summary>
public enum ProofStrength
{
    [Label("直接证明", "Direct")]
    Direct,

    [Label("间接证明", "Indirect")]
    Indirect,

    [Label("证明力弱", "Weak")]
    Weak,
}

/// <summary>One link of the chain of custody.</summary>
public sealed record CustodyEntry(DateOnly On, Text Says, string? Seal, string By);

/// <summary>Goods of an exhibit, one line of the ledger. Prices are those of one unit.</summary>
public sealed record GoodsLine(
    string Id, string Name, long Quantity, string Unit, Money? GenuinePrice, string? GenuineSource, Money? FalsePrice, string? FalseSource, long Samples, long Destroyed, string? DestructionPaper);

/// <summary>A page of the web as it was captured.</summary>
public sealed record Capture(string Id, string Address, string CapturedAt, string Tool, Money? Price, long? SalesCount, string? Hash);

/// <summary>What an exhibit proves, for one person and charge.</summary>
public sealed record ExhibitTie(string Person, string Charge, string Element, ProofStrength Strength, string? Passage, string? Note);

/// <summary>The result of an examination (三性审查).</summary>
public sealed record ExhibitExamination(DateOnly On, ExhibitVerdict Verdict, Text? Ground, string? Note, string By);

/// <summary>
/// An exhibit (证据), folded from its events. One that is kept to named people lies in a stream of its own: for everybody else neither a number, a
/// count nor a version shows that it is there.
/// </summary>
public sealed class Exhibit
{
    private readonly List<AttachedDocument> _files = [];
    private readonly List<CustodyEntry> _custody = [];
    private readonly List<GoodsLine> _goods = [];
    private readonly List<Capture> _captures = [];
    private readonly List<ExhibitTie> _ties = [];
    private readonly SortedSet<string> _keptTo = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, DateOnly> _undertakings = new(StringComparer.Ordinal);

    internal Exhibit(ExhibitTakenIn taken, string by)
    {
        (Is, TakenBy) = (taken, by);
        _keptTo.UnionWith(taken.KeptTo);
        Say(taken.On, new Text($"取得：{taken.CollectedBy}", $"taken in from {taken.CollectedBy}"), by);
    }

    /// <summary>E3, or for one kept to named people K and six digits: its number tells nothing about how many others there are.</summary>
    public string Id => Is.Exhibit;

    /// <summary>As it was taken in.</summary>
    public ExhibitTakenIn Is { get; }

    public string TakenBy { get; }

    public bool IsKept => KeptExhibits.IsKept(Id);

    /// <summary>Ids of the people to whom it is kept; empty where everybody who sees the matter sees it.</summary>
    public IReadOnlySet<string> KeptTo => _keptTo;

    /// <summary>Written undertakings of confidentiality (保密承诺书), by person.</summary>
    public IReadOnlyDictionary<string, DateOnly> Undertakings => _undertakings;

    public IReadOnlyList<AttachedDocument> Files => _files;

    public IReadOnlyList<CustodyEntry> Custody => _custody;

    /// <summary>The seal that is on it now.</summary>
    public string? Seal { get; private set; }

    /// <summary>Set when it left the office for good: returned, destroyed, passed on.</summary>
    public DateOnly? GoneOn { get; private set; }

    public IReadOnlyList<GoodsLine> Goods => _goods;

    public IReadOnlyList<Capture> Captures => _captures;

    public IReadOnlyList<ExhibitTie> Ties => _ties;

    /// <summary>The last one.</summary>
    public ExhibitExamination? Examination { get; private set; }

    /// <summary>Withdrawn (撤下): it proves nothing any more.</summary>
    public (DateOnly On, string Reason)? Withdrawn { get; private set; }

    /// <summary>It can still prove something.</summary>
    public bool Stands => Withdrawn is null && Examination?.Verdict != ExhibitVerdict.Excluded;

    /// <summary>Whether the person may open its files: of a kept one, after the written undertaking.</summary>
    public bool MayOpen(string person) => !IsKept || (_keptTo.Contains(person) && _undertakings.ContainsKey(person));

    internal void Add(AttachedDocument file) => _files.Add(file);

    internal void Undertake(string person, DateOnly on)
    {
        _keptTo.Add(person);
        _undertakings[person] = on;
        Say(on, new Text($"保密承诺书：{person}", $"undertaking of confidentiality: {person}"), person);
    }

    internal void Say(DateOnly on, Text says, string by) => _custody.Add(new CustodyEntry(on, says, Seal, by));

    internal void Sealed(string? seal) => Seal = seal;

    internal void Gone(DateOnly on) => GoneOn = on;

    internal void Put(GoodsLine line)
    {
        var at = _goods.FindIndex(g => g.Id == line.Id);
        if (at < 0)
            _goods.Add(line);
        else
            _goods[at] = line;
    }

    internal void Add(Capture capture) => _captures.Add(capture);

    internal void Tie(ExhibitTie tie) => _ties.Add(tie);

    internal void Untie(string person, string charge, string element) => _ties.RemoveAll(t => t.Person == person && t.Charge == charge && t.Element == element);

    internal void Examined(ExhibitExamination examination) => Examination = examination;

    internal void Withdraw(DateOnly on, string reason) => Withdrawn = (on, reason);
}
