using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>The closed lists of what standards measure, on what, and in which situation (data/vocabulary/standards.yaml).</summary>
public sealed class StandardWords
{
    public required IReadOnlyDictionary<string, Metric> Metrics { get; init; }

    public required IReadOnlyDictionary<string, Text> Objects { get; init; }

    public required IReadOnlyDictionary<string, Text> Variants { get; init; }

    public static StandardWords Load(string data)
    {
        var node = DataNode.Load(data, Path.Combine(data, "vocabulary", "standards.yaml"));
        var words = new StandardWords
        {
            Metrics = node.Items("metrics").Select(ReadMetric).ToDictionary(m => m.Id, StringComparer.Ordinal),
            Objects = Named(node.Items("objects")),
            Variants = Named(node.Items("variants")),
        };
        node.Done();
        return words;
    }

    public string CheckMetric(DataNode node) => Check(node, Metrics.Keys);

    public string CheckObject(DataNode node) => Check(node, Objects.Keys);

    public string CheckVariant(DataNode node) => Check(node, Variants.Keys);

    private static string Check(DataNode node, IEnumerable<string> known) =>
        node.String() is var word && known.Contains(word) ? word : throw node.Error($"“{word}” is none of {string.Join(", ", known)} (data/vocabulary/standards.yaml)");

    private static Metric ReadMetric(DataNode node)
    {
        var metric = new Metric(node.String("id"), new Text(node.String("zh"), node.String("en")), node.Word<MetricUnit>("unit"), node.FindString("of"));
        node.Done();
        return metric;
    }

    private static Dictionary<string, Text> Named(IEnumerable<DataNode> nodes) =>
        nodes.Select(n =>
        {
            var pair = (Id: n.String("id"), Title: new Text(n.String("zh"), n.String("en")));
            n.Done();
            return pair;
        }).ToDictionary(p => p.Id, p => p.Title, StringComparer.Ordinal);
}

/// <param name="Of">The measure word of a count (件、份、次).</param>
public sealed record Metric(string Id, Text Title, MetricUnit Unit, string? Of);

/// <summary>In what a metric is counted.</summary>
public enum MetricUnit
{
    Yuan,
    Count,

    /// <summary>Whether or not it happened: 1 or 0.</summary>
    Flag,
}
