using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Clues;

/// <summary>The precision of a model by quarter and version as bars: computed here, drawn by the page as SVG, told in one sentence and in the table below it. Pure.</summary>
public sealed record PrecisionChart(IReadOnlyList<PrecisionChart.Bar> Bars, Text Label)
{
    public const int Width = 300;
    public const int Height = 150;
    private const int Left = 34;
    private const int Top = 16;
    private const int Bottom = 22;
    private const int Most = 6;

    public sealed record Bar(string X, string Y, string Width, string Height, string Middle, string Says, string Quarter);

    /// <summary>The last quarters in which something was judged; null where nothing was.</summary>
    public static PrecisionChart? Of(IReadOnlyList<ModelPerformance> rows)
    {
        var judged = rows.Where(r => r.Precision is not null).TakeLast(Most).ToList();
        if (judged.Count == 0)
            return null;
        var step = (double)(Width - Left) / judged.Count;
        var bars = judged.Select((r, i) => new Bar(
            Say(Left + (step * i) + (step * 0.25)), HeightOf(r.Precision!.Value), Say(step * 0.5), Say((double)r.Precision.Value * (Height - Top - Bottom)), Say(Left + (step * (i + 0.5))), Percent(r.Precision.Value),
            $"{r.Quarter[2..]} v{r.Version}")).ToList();
        string Sentence(string of) => string.Join("; ", judged.Select(r => $"{r.Quarter} v{r.Version} {Percent(r.Precision!.Value)} % ({r.Confirmed} {of} {r.Judged})"));
        return new PrecisionChart(bars, new Text($"精准率：{Sentence("/")}", $"Precision: {Sentence("of")}"));
    }

    public static IEnumerable<(string Y, int Percent)> Grid => new[] { 0, 25, 50, 75, 100 }.Select(p => (HeightOf(p / 100m), p));

    private static string HeightOf(decimal share) => Say(Height - Bottom - ((double)share * (Height - Top - Bottom)));

    public static string Percent(decimal share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Say(double n) => n.ToString("0.#", CultureInfo.InvariantCulture);
}
