using DiffPlex;
using DiffPlex.Model;

namespace Zhijian.Documents;

/// <summary>What happened to a piece of a text between two versions.</summary>
public enum Change
{
    Same,
    Added,
    Taken,
}

public sealed record ChangedPiece(Change Change, string Text);

/// <summary>One paragraph of the comparison: kept, added, taken away, or changed inside.</summary>
public sealed record ChangedLine(IReadOnlyList<ChangedPiece> Pieces)
{
    public bool IsSame => Pieces.All(p => p.Change == Change.Same);
}

/// <summary>Two versions of a paper, paragraph by paragraph; inside a changed one, character by character.</summary>
public static class PaperComparison
{
    private static readonly Differ Differ = new();

    /// <summary>Pure. O(paragraphs × changes).</summary>
    public static IReadOnlyList<ChangedLine> Of(PaperText before, PaperText after)
    {
        var (old, now) = (before.Lines().Select(OneLine).ToList(), after.Lines().Select(OneLine).ToList());
        var diff = Differ.CreateLineDiffs(string.Join('\n', old), string.Join('\n', now), ignoreWhitespace: false);
        var lines = new List<ChangedLine>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            lines.AddRange(old.Skip(at).Take(block.DeleteStartA - at).Select(l => Whole(Change.Same, l)));
            // paragraphs at the same place are taken for two forms of one
            var pairs = Math.Min(block.DeleteCountA, block.InsertCountB);
            for (var i = 0; i < pairs; i++)
                lines.Add(new ChangedLine(Inside(old[block.DeleteStartA + i], now[block.InsertStartB + i])));
            lines.AddRange(old.Skip(block.DeleteStartA + pairs).Take(block.DeleteCountA - pairs).Select(l => Whole(Change.Taken, l)));
            lines.AddRange(now.Skip(block.InsertStartB + pairs).Take(block.InsertCountB - pairs).Select(l => Whole(Change.Added, l)));
            at = block.DeleteStartA + block.DeleteCountA;
        }
        lines.AddRange(old.Skip(at).Select(l => Whole(Change.Same, l)));
        return lines;
    }

    private static ChangedLine Whole(Change change, string text) => new([new ChangedPiece(change, text)]);

    private static List<ChangedPiece> Inside(string old, string now)
    {
        var pieces = new List<ChangedPiece>();
        var at = 0;
        foreach (DiffBlock block in Differ.CreateCharacterDiffs(old, now, ignoreWhitespace: false).DiffBlocks)
        {
            Add(pieces, Change.Same, old[at..block.DeleteStartA]);
            Add(pieces, Change.Taken, old.Substring(block.DeleteStartA, block.DeleteCountA));
            Add(pieces, Change.Added, now.Substring(block.InsertStartB, block.InsertCountB));
            at = block.DeleteStartA + block.DeleteCountA;
        }
        Add(pieces, Change.Same, old[at..]);
        return pieces;
    }

    private static void Add(List<ChangedPiece> pieces, Change change, string text)
    {
        if (text.Length > 0)
            pieces.Add(new ChangedPiece(change, text));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
