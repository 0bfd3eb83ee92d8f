using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>A law, interpretation or other document with the days on which it is in force.</summary>
public sealed record Instrument(string Id, string Title, string? Number, DateOnly From, DateOnly? To, LegalRef Reference, string? Note)
{
    /// <summary>interpretation, filing_standard …: the words of data/law/instruments/README.md.</summary>
    public required string Kind { get; init; }

    public DateOnly? Promulgated { get; init; }

    /// <summary>Ids of the instruments that it repeals.</summary>
    public IReadOnlyList<string> Repeals { get; init; } = [];

    /// <summary>The day on which somebody last compared the file with the text.</summary>
    public required DateOnly Checked { get; init; }

    public static IReadOnlyDictionary<string, Instrument> Load(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "law", "instruments"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))
            .ToDictionary(i => i.Id, StringComparer.Ordinal);

    private static Instrument Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var instrument = new Instrument(
            node.String("id"), node.String("title"), node.FindString("number"), node.Date("from"), node.FindDate("to"), node.Reference(), node.FindString("note"))
        {
            Kind = node.String("kind"), Promulgated = node.FindDate("promulgated"), Repeals = node.Strings("repeals"), Checked = node.Date("checked"),
        };
        node.Done();
        return instrument;
    }
}
