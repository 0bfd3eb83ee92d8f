using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Supervision.Clues;

/// <summary>A word of the closed lists of clues. <paramref name="Counts"/>: as a result, it counts in the yield of the model.</summary>
public sealed record ClueWord(string Id, Text Title, bool NeedsNote, bool Counts);

/// <summary>The closed lists of clues (data/clues/): reasons for setting one aside, and results.</summary>
public sealed record ClueWords(IReadOnlyList<ClueWord> Reasons, IReadOnlyList<ClueWord> Results)
{
    public ClueWord? Reason(string? id) => Reasons.FirstOrDefault(r => r.Id == id);

    public ClueWord? Result(string? id) => Results.FirstOrDefault(r => r.Id == id);

    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static ClueWords Load(string data) => new(Read(data, "reasons.yaml", results: false), Read(data, "results.yaml", results: true));

    private static List<ClueWord> Read(string data, string name, bool results)
    {
        var words = new List<ClueWord>();
        foreach (var node in DataNode.Load(data, Path.Combine(data, "clues", name)).Items())
        {
            var word = new ClueWord(node.String("id"), node.Text("title"), node.Find("note") is not null && node.Bool("note"), results && node.Bool("counts"));
            node.Done();
            words.Add(words.All(w => w.Id != word.Id) ? word : throw node.Error($"“{word.Id}” stands twice"));
        }
        return words;
    }
}
