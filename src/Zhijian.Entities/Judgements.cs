namespace Zhijian.Entities;

/// <summary>What a person decided about two records.</summary>
public enum PairJudgement
{
    /// <summary>They are one.</summary>
    Same,

    /// <summary>They are two.</summary>
    Different,

    /// <summary>It was looked at and stays open: the score of this pair no longer counts, for or against.</summary>
    Unsure,
}

/// <summary>
/// Judgements of people by the ids of the records. They outrank every score. Clusters are a function of scores and judgements alone, so one that is
/// withdrawn leaves no trace.
/// </summary>
public sealed class Judgements
{
    private readonly SortedDictionary<(string A, string B), PairJudgement> _of = [];

    public IEnumerable<(string A, string B, PairJudgement Judgement)> All => _of.Select(j => (j.Key.A, j.Key.B, j.Value));

    public void Judge(string a, string b, PairJudgement judgement)
    {
        if (a == b)
            throw new ArgumentException("a record is not judged against itself", nameof(b));
        _of[Key(a, b)] = judgement;
    }

    /// <summary>False when there was none.</summary>
    public bool Withdraw(string a, string b) => _of.Remove(Key(a, b));

    public PairJudgement? On(string a, string b) => _of.TryGetValue(Key(a, b), out var judgement) ? judgement : null;

    private static (string, string) Key(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    internal Judged For(Dictionary<string, int> rows) =>
        new(_of.Where(j => rows.ContainsKey(j.Key.A) && rows.ContainsKey(j.Key.B)).Select(j => (rows[j.Key.A], rows[j.Key.B], j.Value)));
}

/// <summary>Judgements by rows.</summary>
internal sealed class Judged
{
    public static readonly Judged None = new([]);

    private readonly Dictionary<(int, int), PairJudgement> _of = [];
    private readonly HashSet<int> _records = [];

    public Judged(IEnumerable<(int A, int B, PairJudgement Judgement)> judgements)
    {
        foreach (var (a, b, judgement) in judgements)
        {
            _of[(Math.Min(a, b), Math.Max(a, b))] = judgement;
            _records.Add(a);
            _records.Add(b);
        }
        Same = [.. _of.Where(j => j.Value == PairJudgement.Same).Select(j => j.Key).Order()];
    }

    public IReadOnlyList<(int A, int B)> Same { get; }

    public bool Together(int a, int b) => Is(a, b, PairJudgement.Same);

    public bool Open(int a, int b) => Is(a, b, PairJudgement.Unsure);

    public bool Apart(int a, int b) => Is(a, b, PairJudgement.Different);

    /// <summary>The score of the pair does not link: it is judged, and not as one.</summary>
    public bool Withholds(int a, int b) => Apart(a, b) || Open(a, b);

    public bool Touches(int record) => _of.Count > 0 && _records.Contains(record);

    private bool Is(int a, int b, PairJudgement what) => _of.Count > 0 && _of.TryGetValue((Math.Min(a, b), Math.Max(a, b)), out var judgement) && judgement == what;
}
