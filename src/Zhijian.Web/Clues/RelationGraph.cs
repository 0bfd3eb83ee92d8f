using Zhijian.Supervision.Runs;

namespace Zhijian.Web.Clues;

/// <summary>
/// Who is tied to whom in a finding, laid out from left to right: a name stands one column after the first that leads to it, as far from the start as
/// the shortest way. Fixed, so that the same finding looks the same. Pure; linear in the links.
/// </summary>
public sealed record RelationGraph(IReadOnlyList<RelationGraph.Node> Nodes, IReadOnlyList<RelationGraph.Line> Lines, int Width, int Height)
{
    /// <summary>More than so many links are read in the table.</summary>
    public const int Most = 40;
    public const int NodeWidth = 150;
    public const int NodeHeight = 28;
    private const int ColumnWidth = 270;
    private const int RowHeight = 60;
    private const int Letters = 11;

    /// <param name="Name">In full; <paramref name="Short"/> fits its box.</param>
    public sealed record Node(string Name, string Short, int X, int Y);

    /// <param name="LabelX">Where its label stands: to the right of the middle, for most lines fan out to the right.</param>
    public sealed record Line(int X1, int Y1, int X2, int Y2, string? Label, int LabelX, int LabelY);

    /// <summary>The first links; null where there are none.</summary>
    public static RelationGraph? Of(IReadOnlyList<FindingLink> links)
    {
        var shown = links.Take(Most).ToList();
        if (shown.Count == 0)
            return null;
        var columns = Columns(shown);
        var places = new Dictionary<string, (int X, int Y)>(StringComparer.Ordinal);
        var tallest = columns.Max(c => c.Count);
        foreach (var (names, column) in columns.Select((names, i) => (names, i)))
            foreach (var (name, row) in names.Select((name, i) => (name, i)))
                places[name] = (column * ColumnWidth, (RowHeight * row) + (RowHeight * (tallest - names.Count) / 2)); // each column in the middle
        return new RelationGraph(
            [.. places.Select(p => new Node(p.Key, p.Key.Length > Letters ? $"{p.Key[..(Letters - 1)]}…" : p.Key, p.Value.X, p.Value.Y))],
            [.. shown.Where(l => l.From != l.To).Select(l => Between(places[l.From], places[l.To], l.Label))],
            ((columns.Count - 1) * ColumnWidth) + NodeWidth, tallest * RowHeight);
    }

    private static List<List<string>> Columns(List<FindingLink> links)
    {
        var next = links.ToLookup(l => l.From, l => l.To, StringComparer.Ordinal);
        var led = links.Where(l => l.From != l.To).Select(l => l.To).ToHashSet(StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<List<string>>();
        var names = links.SelectMany(l => new[] { l.From, l.To }).ToList();
        // those that nothing leads to; then the first of each circle that none of these leads into
        foreach (var name in names.Where(n => !led.Contains(n)).Concat(names))
            if (!placed.Contains(name))
                Spread(name);
        return columns;

        void Spread(string start)
        {
            var now = new List<string> { start };
            placed.Add(start);
            for (var column = 0; now.Count > 0; column++)
            {
                if (columns.Count == column)
                    columns.Add([]);
                columns[column].AddRange(now);
                now = [.. now.SelectMany(n => next[n]).Where(placed.Add)];
            }
        }
    }

    private static Line Between((int X, int Y) from, (int X, int Y) to, string? label)
    {
        const int Middle = NodeHeight / 2;
        const int Beside = 6; // a line back stands below the one that it answers, and so does its label
        if (from.X == to.X)
        {
            var (x, down) = (from.X + (NodeWidth / 2), to.Y > from.Y);
            var (top, bottom) = (from.Y + (down ? NodeHeight : 0), to.Y + (down ? 0 : NodeHeight));
            var at = down ? x - Beside : x + Beside;
            return new Line(at, top, at, bottom, label, at, ((top + bottom) / 2) + (down ? 0 : 12));
        }
        return to.X > from.X
            ? Sloping(from.X + NodeWidth, from.Y + Middle, to.X, to.Y + Middle, fifths: 3, -4)
            : Sloping(from.X, from.Y + Middle + Beside, to.X + NodeWidth, to.Y + Middle + Beside, fifths: 2, 12);

        Line Sloping(int x1, int y1, int x2, int y2, int fifths, int lower) =>
            new(x1, y1, x2, y2, label, x1 + ((x2 - x1) * fifths / 5), y1 + ((y2 - y1) * fifths / 5) + lower);
    }
}
