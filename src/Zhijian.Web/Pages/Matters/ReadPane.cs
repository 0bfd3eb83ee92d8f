using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Reading;

namespace Zhijian.Web.Pages.Matters;

/// <summary>One file as it lies open: the page, what was found on it and where to go from there.</summary>
public sealed class ReadPane
{
    /// <summary>Pages that are listed to jump to, around the one that is open.</summary>
    private const int Near = 8;

    public required Exhibit Exhibit { get; init; }

    public required AttachedDocument File { get; init; }

    public required FileText Text { get; init; }

    public required PageText? Page { get; init; }

    public required int Number { get; init; }

    /// <summary>The number of the page in the catalogue of the file.</summary>
    public required string Stable { get; init; }

    public required bool HasImage { get; init; }

    public string Query { get; init; } = "";

    public Found? Found { get; init; }

    /// <summary>Which hit of the page, from 1; 0 without a search.</summary>
    public int Hit { get; init; }

    /// <summary>Where the hits of the page are.</summary>
    public IReadOnlyList<int> Hits { get; init; } = [];

    public int Last => Math.Max(Text.Pages, 1);

    /// <summary>How many hits stand before the one that is shown.</summary>
    public int HitNumber => Found is null || Hit == 0 ? 0 : Found.Pages.Where(p => p.Page < Number).Sum(p => p.Count) + Hit;

    public (int Page, int Hit)? NextHit => Found is null ? null
        : Hit > 0 && Hit < Hits.Count ? (Number, Hit + 1)
        : Found.Pages.FirstOrDefault(p => p.Page > Number) is { } next ? (next.Page, 1) : null;

    public (int Page, int Hit)? PreviousHit => Found is null ? null
        : Hit > 1 ? (Number, Hit - 1)
        : Found.Pages.LastOrDefault(p => p.Page < Number) is { } before ? (before.Page, before.Count) : null;

    /// <summary>The pages to jump to: the first, those around, the last.</summary>
    public IEnumerable<int> Jumps => Enumerable.Range(1, Last).Where(p => Last <= 30 || p == 1 || p == Last || Math.Abs(p - Number) <= Near);

    /// <summary>Opens a page of a file; the person may open the file.</summary>
    public static async Task<ReadPane> OpenAsync(Platform platform, Matter matter, FileOpening opening, int number, string? query, int hit, CancellationToken ct)
    {
        var (file, exhibit) = (opening.File, opening.Exhibit!);
        // a short file is there at once; a long one is read on behind the page
        var text = await platform.Reading.ReadAsync(file.Hash, file.MediaType, TimeSpan.FromSeconds(3), ct);
        var words = string.IsNullOrWhiteSpace(query) ? "" : query.Length > 200 ? query[..200] : query;
        var found = words.Length > 0 && text.State == TextState.Done ? await platform.Reading.FindAsync(file.Hash, words, ct) : null;
        if (number < 1)
            number = found?.Pages is [var first, ..] ? first.Page : 1;
        number = Math.Min(number, Math.Max(text.Pages, 1));
        var page = await platform.Reading.PageAsync(file.Hash, number, ct);
        IReadOnlyList<int> hits = found is null || page is null ? [] : [.. Folded.Places(page.Text, Folded.Of(words))];
        return new ReadPane
        {
            Exhibit = exhibit, File = file, Text = text, Page = page, Number = number, Stable = FileCatalogue.PageOf(matter, exhibit, file.Hash, number), HasImage = platform.Reading.HasImage(file.MediaType),
            Query = words, Found = found, Hits = hits, Hit = hits.Count == 0 ? 0 : Math.Clamp(hit, 1, hits.Count),
        };
    }
}
