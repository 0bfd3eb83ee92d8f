namespace Zhijian.Web.Modelling;

/// <summary>A paragraph, or the points of a list.</summary>
public sealed record ProseBlock(string? Paragraph, IReadOnlyList<string> Points);

/// <summary>The words of a model: paragraphs and lists, which is all of Markdown that they use. Pure.</summary>
public static class Prose
{
    public static IReadOnlyList<ProseBlock> Of(string markdown)
    {
        var blocks = new List<ProseBlock>();
        var open = false; // whether the next line goes on with the last block
        foreach (var line in markdown.Split('\n').Select(l => l.Trim()))
        {
            var last = blocks.Count > 0 ? blocks[^1] : null;
            if (line.Length == 0)
                open = false;
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                if (open && last!.Paragraph is null)
                    blocks[^1] = last with { Points = [.. last.Points, line[2..]] };
                else
                    blocks.Add(new ProseBlock(null, [line[2..]]));
                open = true;
            }
            else if (open && last!.Paragraph is { } paragraph)
                blocks[^1] = last with { Paragraph = Join(paragraph, line) };
            else if (open)
                blocks[^1] = last! with { Points = [.. last!.Points.SkipLast(1), Join(last.Points[^1], line)] };
            else
            {
                blocks.Add(new ProseBlock(line, []));
                open = true;
            }
        }
        return blocks;
    }

    // lines of Chinese go on without a space
    private static string Join(string a, string b) => a[^1] < '\u2e80' && b[0] < '\u2e80' ? $"{a} {b}" : a + b;
}
