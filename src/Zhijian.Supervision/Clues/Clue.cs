using Zhijian.Kernel;

namespace Zhijian.Supervision.Clues;

/// <summary>Where a clue stands; derived from its judgement, its transfer and its results.</summary>
public enum ClueState
{
    [Label("待核查", "To review")]
    Open,

    [Label("需要数据", "Needs data")]
    NeedsData,

    [Label("跟进", "Followed")]
    Followed,

    [Label("不采用", "Set aside")]
    SetAside,

    [Label("重复", "Duplicate")]
    Duplicate,

    [Label("移送待答复", "Transfer to be answered")]
    Transferring,

    [Label("有结果", "With a result")]
    Closed,
}

/// <summary>What a person says of a clue. Only the first two say whether the model was right, and only they count in its precision.</summary>
public enum Judgement
{
    [Label("跟进", "Follow")]
    Follow,

    [Label("不采用", "Set aside")]
    SetAside,

    [Label("重复", "Duplicate")]
    Duplicate,

    [Label("需要数据", "Needs data")]
    NeedsData,
}

/// <summary>How important the person finds the clue; the score is what the model proposes.</summary>
public enum ClueGrade
{
    [Label("A 重要", "A important")]
    A,

    [Label("B 一般", "B ordinary")]
    B,

    [Label("C 较低", "C low")]
    C,
}

/// <summary>A procuratorate as far as clues need it. <paramref name="Short"/>: the letters that begin their numbers.</summary>
public sealed record ClueOffice(string Code, string Path, string Short, string Name);

/// <summary>A value that is another one than when the clue was last looked at; null is unknown.</summary>
public sealed record FactChange(string Name, string? Was, string? Is);

/// <summary>A judgement as it stands, by whom and when.</summary>
public sealed record Judged(Judgement Is, string? Reason, string? Note, string? Of, string? From, string? What, string By, string On);

/// <summary>A transfer that the other procuratorate has not answered yet.</summary>
public sealed record PendingTransfer(string Unit, string Path, string Reason, string By, string On);

/// <summary>What came of the clue. <paramref name="Kind"/>: from data/clues/results.yaml.</summary>
public sealed record ClueResult(string Kind, DateOnly On, string? Note, string By);

/// <summary>Who recorded an event of a clue and when.</summary>
public sealed record ClueRecorded(long Version, string Actor, string ActedOn, string RecordedAt);

/// <summary>One line of the life of a clue. <paramref name="Matter"/>: the matter that it names, for readers who may know of it.</summary>
public sealed record ClueEntry(ClueRecorded Recorded, string Type, Text Says, string? Matter);

/// <summary>A clue of legal supervision (线索) as it stands: what the models found, and what people made of it.</summary>
public sealed class Clue(ClueNumber number)
{
    public ClueNumber Number { get; } = number;

    public long Version { get; internal set; }

    public bool Exists => Version > 0;

    public string Model { get; internal set; } = "";

    /// <summary>The version of the model that found the facts as they stand.</summary>
    public int ModelVersion { get; internal set; }

    public string Key { get; internal set; } = "";

    public string Subject { get; internal set; } = "";

    /// <summary>The unit that the data name; it may be another one than that which has the clue.</summary>
    public string? FoundUnit { get; internal set; }

    public int Score { get; internal set; }

    public Text Explanation { get; internal set; }

    public IReadOnlyDictionary<string, string?> Values { get; internal set; } = new Dictionary<string, string?>();

    public IReadOnlyList<FindingRow> Rows { get; internal set; } = [];

    /// <summary>The run that found the facts as they stand.</summary>
    public string Run { get; internal set; } = "";

    /// <summary>The other system that the finding came from; null for a run of ours.</summary>
    public string? Origin { get; internal set; }

    /// <summary>The unit that it was raised for: part of its identity, also after a transfer.</summary>
    public string RaisedFor { get; internal set; } = "";

    /// <summary>The unit that has it, and its path.</summary>
    public string Office { get; internal set; } = "";

    public string OfficePath { get; internal set; } = "";

    /// <summary>Paths of the units that read it: those that have or had it, and the one that is asked to take it.</summary>
    public IEnumerable<string> Readers => Transfer is { } asked ? [.. Holders, asked.Path] : Holders;

    public DateOnly RaisedOn { get; internal set; }

    public ClueGrade? Grade { get; internal set; }

    /// <summary>Who handles it; null as long as nobody does.</summary>
    public string? Person { get; internal set; }

    public Judged? Judged { get; internal set; }

    public PendingTransfer? Transfer { get; internal set; }

    /// <summary>The matters that it became; who may not see one must not be told.</summary>
    public IReadOnlyList<string> Matters { get; internal set; } = [];

    public IReadOnlyList<ClueResult> Results { get; internal set; } = [];

    /// <summary>What changed when facts last changed; empty when they never did.</summary>
    public IReadOnlyList<FactChange> Changes { get; internal set; } = [];

    /// <summary>How often the facts changed, and how often it came back by that.</summary>
    public int Changed { get; internal set; }

    public int Reopened { get; internal set; }

    public IReadOnlyList<ClueEntry> Timeline => _timeline;

    /// <summary>A result was recorded on the judgement that stands.</summary>
    internal bool HasEnded { get; set; }

    internal List<string> Holders { get; } = [];

    private readonly List<ClueEntry> _timeline = [];

    public ClueState State => Transfer is not null ? ClueState.Transferring : Judged?.Is switch
    {
        null => ClueState.Open,
        Judgement.NeedsData => ClueState.NeedsData,
        Judgement.SetAside => ClueState.SetAside,
        Judgement.Duplicate => ClueState.Duplicate,
        _ => HasEnded ? ClueState.Closed : ClueState.Followed,
    };

    /// <summary>Something rests on the judgement: it is not taken back any more.</summary>
    public bool IsBuiltOn => Matters.Count > 0 || HasEnded;

    /// <summary>For a reader who may not know of that matter: neither the number nor the line of it.</summary>
    internal void Forget(string matter)
    {
        Matters = [.. Matters.Where(m => m != matter)];
        _timeline.RemoveAll(e => e.Matter == matter);
    }

    internal void Apply(IClueEvent happened, ClueRecorded recorded, string type)
    {
        happened.Apply(this, recorded);
        Version = recorded.Version;
        _timeline.Add(new ClueEntry(recorded, type, happened.Says(), (happened as ClueBecameMatter)?.Matter));
    }
}
