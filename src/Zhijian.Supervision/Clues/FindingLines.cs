using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Supervision.Clues;

/// <summary>A file of findings that cannot be taken in; the message names the line and the field.</summary>
public sealed class FindingFileException(int line, Text says) : Exception($"{line}: {says.Zh}")
{
    public int Line { get; } = line;

    public Text Says { get; } = says;
}

/// <summary>Findings of another system, one JSON object a line, in the form of <see cref="Finding"/>. Read strictly: one wrong line, and nothing is taken in.</summary>
public static class FindingLines
{
    /// <summary>More in one file would be no review any more.</summary>
    public const int Most = 100_000;

    private static readonly JsonSerializerOptions Strict = new(Json.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="FindingFileException">A line is wrong.</exception>
    public static async Task<IReadOnlyList<Finding>> ReadAsync(TextReader file, CancellationToken ct = default)
    {
        var findings = new List<Finding>();
        for (var line = 1; await file.ReadLineAsync(ct) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (findings.Count == Most)
                throw new FindingFileException(line, new Text($"一个文件至多 {Most} 条", $"at most {Most} findings in a file"));
            findings.Add(Parse(line, text));
        }
        return findings;
    }

    private static Finding Parse(int line, string text)
    {
        Finding? finding;
        try
        {
            finding = JsonSerializer.Deserialize<Finding>(text, Strict);
        }
        catch (JsonException e)
        {
            throw new FindingFileException(line, new Text($"不是所要的 JSON（{e.Path}）：{e.Message}", $"not the JSON that is asked for ({e.Path}): {e.Message}"));
        }
        if (finding is null)
            throw new FindingFileException(line, new Text("是空的", "it is null"));
        foreach (var (name, value) in new[] { ("model", finding.Model), ("key", finding.Key), ("subject", finding.Subject), ("explanation.zh", finding.Explanation.Zh), ("explanation.en", finding.Explanation.En) })
            if (string.IsNullOrWhiteSpace(value))
                throw new FindingFileException(line, new Text($"“{name}”没有填", $"“{name}” is empty"));
        return finding.Score is >= 1 and <= 100 ? finding : throw new FindingFileException(line, new Text($"“score”须为 1 至 100，不能是 {finding.Score}", $"“score” is 1 to 100, not {finding.Score}"));
    }
}
