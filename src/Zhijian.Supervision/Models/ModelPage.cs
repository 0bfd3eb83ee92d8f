using System.Text.RegularExpressions;
using Zhijian.Law;

namespace Zhijian.Supervision.Models;

/// <summary>A Markdown page cut into its front matter and the sections under its second-level headings; every piece knows its line.</summary>
internal sealed class ModelPage
{
    private const string Fence = "```";

    private ModelPage(string path, DataNode front, IReadOnlyList<PageSection> sections) => (Path, Front, Sections) = (path, front, sections);

    public string Path { get; }

    public DataNode Front { get; }

    /// <summary>The first has no heading: what stands before all others.</summary>
    public IReadOnlyList<PageSection> Sections { get; }

    public static ModelPage Load(string root, string file)
    {
        var path = DataNode.PathBelow(root, file);
        var lines = File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n');
        var end = lines.Length > 0 && lines[0] == "---" ? Array.IndexOf(lines, "---", 1) : -1;
        if (end < 0)
            throw new DataFileException(path, 1, "a model begins with its front matter between two lines “---”");
        var front = DataNode.Parse(path, string.Join('\n', lines[..end]) + "\n");
        return new ModelPage(path, front, [.. Cut(path, lines, end + 1)]);
    }

    private static IEnumerable<PageSection> Cut(string path, string[] lines, int from)
    {
        var (heading, start, fenced) = ("", from, false);
        for (var i = from; i <= lines.Length; i++)
        {
            if (i < lines.Length && lines[i].StartsWith(Fence, StringComparison.Ordinal))
                fenced = !fenced;
            if (i < lines.Length && (fenced || !lines[i].StartsWith("## ", StringComparison.Ordinal)))
                continue;
            yield return new PageSection(path, heading, start == from ? start + 1 : start, lines[start..i]);
            if (i < lines.Length)
                (heading, start) = (lines[i][3..].Trim(), i + 1);
        }
    }
}

/// <param name="Line">The line of the heading.</param>
/// <param name="Lines">What stands below it.</param>
internal sealed partial record PageSection(string Path, string Heading, int Line, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines).Trim();

    public DataFileException Error(string says, int below = 0) => new(Path, Line + below, says);

    /// <summary>The one block of SQL in the section.</summary>
    public SqlBlock Sql()
    {
        var open = Lines.Select((l, i) => (Line: l, At: i)).Where(l => l.Line.StartsWith("```", StringComparison.Ordinal)).ToList();
        if (open.Count != 2 || open[0].Line.TrimEnd() != "```sql" || open[1].Line.TrimEnd() != "```")
            throw Error($"“## {Heading}” holds one block between “```sql” and “```”");
        return new SqlBlock(Path, Line + open[0].At + 2, string.Join('\n', Lines.Skip(open[0].At + 1).Take(open[1].At - open[0].At - 1)));
    }

    /// <summary>The parts under third-level headings, and what stands before them.</summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<PageSection> Parts) Parts()
    {
        var heads = Lines.Select((l, i) => (Line: l, At: i)).Where(l => l.Line.StartsWith("### ", StringComparison.Ordinal)).ToList();
        return ([.. Lines.Take(heads.Count > 0 ? heads[0].At : Lines.Count)],
            [.. heads.Select((h, i) => new PageSection(Path, h.Line[4..].Trim(), Line + 1 + h.At, [.. Lines.Skip(h.At + 1).Take((i + 1 < heads.Count ? heads[i + 1].At : Lines.Count) - h.At - 1)]))]);
    }

    /// <summary>The Markdown table of the section: names of columns, then rows; an empty cell is a value that is not known.</summary>
    public PageTable Table()
    {
        var rows = Lines.Select((l, i) => (Cells: Cells(l), Line: Line + 1 + i)).Where(r => r.Cells is not null).ToList();
        if (rows.Count < 2 || rows[1].Cells!.Any(c => c is null || !Rule().IsMatch(c)))
            throw Error($"“### {Heading}” holds a table: a row of names, a row of dashes, and the rows");
        var names = rows[0].Cells!.Select(c => c ?? throw Error("a column without a name")).ToList();
        foreach (var (cells, line) in rows.Skip(2))
            if (cells!.Count != names.Count)
                throw Error($"{cells.Count} cells under {names.Count} names", line - Line);
        return new PageTable(Path, rows[0].Line, names, [.. rows.Skip(2).Select(r => (r.Cells!, r.Line))]);
    }

    private static IReadOnlyList<string?>? Cells(string line) => line.StartsWith('|') && line.TrimEnd() is { Length: > 1 } row && row[^1] == '|'
        ? [.. row[1..^1].Split('|').Select(c => c.Trim() is { Length: > 0 } text ? text : null)] : null;

    [GeneratedRegex("^:?-+:?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();
}

internal sealed record PageTable(string Path, int Line, IReadOnlyList<string> Names, IReadOnlyList<(IReadOnlyList<string?> Cells, int Line)> Rows);
