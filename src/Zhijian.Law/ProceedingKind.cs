using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>A kind of supervision beside the criminal proceedings (监督程序): its function and its stages (data/proceedings/).</summary>
/// <param name="Prefix">The letter of its ids: F1, C2.</param>
public sealed record ProceedingKind(string Id, char Prefix, Text Title, Track Track, LegalRef Reference, IReadOnlyList<ProceedingStage> Stages)
{
    /// <exception cref="InvalidOperationException">There is none of that name: the fold and the file disagree.</exception>
    public ProceedingStage Stage(string id) => Find(id) ?? throw new InvalidOperationException($"data/proceedings/{Id}.yaml has no stage “{id}”");

    public ProceedingStage? Find(string id) => Stages.FirstOrDefault(s => s.Id == id);

    public static IReadOnlyDictionary<string, ProceedingKind> Load(string data)
    {
        var kinds = Directory.EnumerateFiles(Path.Combine(data, "proceedings"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))
            .ToDictionary(k => k.Id, StringComparer.Ordinal);
        return kinds.Values.GroupBy(k => k.Prefix).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new InvalidOperationException($"data/proceedings: {string.Join(", ", twice.Select(k => k.Id))} share the letter {twice.Key}")
            : kinds;
    }

    private static ProceedingKind Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var kind = new ProceedingKind(
            name, node.String("prefix") is [>= 'A' and <= 'Z' and not 'P' and not 'R' and var letter] ? letter : throw node.Get("prefix").Error("one letter, not P (persons) and not R (right holders)"),
            node.Text("title"), node.Word<Track>("track"), node.Reference(), [.. node.Items("stages").Select(ReadStage)]);
        if (!kind.Stages.Any(s => s.Final))
            throw node.Get("stages").Error("no stage is final: such a proceeding would never end");
        _ = node.Date("checked");
        node.Done();
        return kind;
    }

    private static ProceedingStage ReadStage(DataNode node)
    {
        var stage = new ProceedingStage(node.String("id"), new Text(node.String("zh"), node.String("en")), node.Find("final") is not null && node.Bool("final"));
        node.Done();
        return stage;
    }
}

/// <param name="Final">Nothing is left to do in the proceeding.</param>
public sealed record ProceedingStage(string Id, Text Title, bool Final);
