using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>A law, interpretation or other document with the days on which it is in force.</summary>
public sealed record Instrument(string Id, string Title, string? Number, DateOnly From, DateOnly? To, LegalRef Reference, string? Note)
{
    public static IReadOnlyDictionary<string, Instrument> Load(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "law", "instruments"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))
            .ToDictionary(i => i.Id, StringComparer.Ordinal);

    private static Instrument Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var instrument = new Instrument(
            node.String("id"), node.String("title"), node.FindString("number"), node.Date("from"), node.FindDate("to"), node.Reference(), node.FindString("note"));
        _ = (node.String("kind"), node.FindDate("promulgated"), node.Strings("repeals"), node.Date("checked"));
        node.Done();
        return instrument;
    }
}
