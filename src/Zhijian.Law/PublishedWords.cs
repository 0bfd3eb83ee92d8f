using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>What the words of published cases say about supervision (data/vocabulary/published-proceedings.yaml).</summary>
/// <param name="Says">Words that say it; those of one kind in the order of the procedure.</param>
/// <param name="None">Words that were looked at and say nothing of it.</param>
public sealed record PublishedWords(IReadOnlyList<PublishedWord> Says, IReadOnlyList<SilentWord> None)
{
    private static readonly string[] Places = ["title", "measures", "events"];

    /// <summary>The words that this text, found in this place of a case, contains (title) or is (elsewhere).</summary>
    public IEnumerable<PublishedWord> In(string function, string place, string text) =>
        Says.Where(s => s.Function == function && s.Place == place && (place == "title" ? text.Contains(s.Phrase, StringComparison.Ordinal) : text == s.Phrase));

    /// <summary>Somebody looked at the phrase and found that it says nothing of supervision.</summary>
    public bool IsSilent(string function, string phrase) => None.Any(n => n.Phrase == phrase && (n.Function ?? function) == function);

    public static PublishedWords Load(string data, IReadOnlyDictionary<string, ProceedingKind> kinds)
    {
        var node = DataNode.Load(data, Path.Combine(data, "vocabulary", "published-proceedings.yaml"));
        var says = node.Items("says").Select(n => ReadWord(n, kinds)).ToList();
        var none = node.Items("none").SelectMany(ReadSilent).ToList();
        node.Done();
        return none.Find(n => says.Exists(s => s.Phrase == n.Phrase && s.Place != "title" && (n.Function ?? s.Function) == s.Function)) is { } both
            ? throw node.Error($"“{both.Phrase}” is both among “says” and among “none”")
            : new PublishedWords(says, none);
    }

    private static PublishedWord ReadWord(DataNode node, IReadOnlyDictionary<string, ProceedingKind> kinds)
    {
        var (place, kind) = (node.String("in"), node.String("kind"));
        if (!Places.Contains(place))
            throw node.Get("in").Error($"“{place}” is none of {string.Join(", ", Places)}");
        if (!kinds.TryGetValue(kind, out var known))
            throw node.Get("kind").Error($"no data/proceedings/{kind}.yaml");
        var stage = known.Find(node.String("stage")) ?? throw node.Get("stage").Error($"“{node.String("stage")}” is no stage of data/proceedings/{kind}.yaml");
        var word = new PublishedWord(node.String("function"), place, node.String("phrase"), kind, stage.Id, node.Map("facts"));
        node.Done();
        return word;
    }

    private static List<SilentWord> ReadSilent(DataNode node)
    {
        var (function, because) = (node.FindString("function"), node.String("because"));
        List<SilentWord> words = [.. node.Strings("phrases").Select(p => new SilentWord(function, p, because))];
        node.Done();
        return words.Count > 0 ? words : throw node.Error("“phrases” is required");
    }
}

/// <param name="Function">The function of the case, as published: the same word means another thing in another function.</param>
/// <param name="Place">title, measures or events.</param>
/// <param name="Stage">The stage that the word shows at the least.</param>
/// <param name="Facts">What the word cannot but mean: a protest is one against a judgment.</param>
public sealed record PublishedWord(string Function, string Place, string Phrase, string Kind, string Stage, IReadOnlyDictionary<string, string> Facts);

/// <param name="Function">Null: in any function.</param>
public sealed record SilentWord(string? Function, string Phrase, string Because);
