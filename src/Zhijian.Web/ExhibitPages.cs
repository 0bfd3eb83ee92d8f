using System.Runtime.CompilerServices;
using Zhijian.Matters;

namespace Zhijian.Web;

/// <summary>One page of a file of an exhibit. <paramref name="IsKept"/>: whoever shows it must ask to whom the exhibit is kept.</summary>
public sealed record ExhibitPage(string Matter, string Exhibit, bool IsKept, string File, int Page, string Text);

/// <summary>The text of the exhibits of a matter by pages, for an index. Reads what is not read yet; one page is in memory at a time.</summary>
public static class ExhibitPages
{
    /// <param name="matter">As it was folded: kept exhibits are in it for those only to whom they are kept.</param>
    public static async IAsyncEnumerable<ExhibitPage> OfAsync(Platform platform, Matter matter, [EnumeratorCancellation] CancellationToken ct = default)
    {
        foreach (var exhibit in matter.Exhibits)
            foreach (var file in exhibit.Files)
            {
                await platform.Reading.ReadAsync(file.Hash, file.MediaType, ct);
                await foreach (var page in platform.Reading.PagesAsync(file.Hash, ct))
                    yield return new ExhibitPage(matter.Id.Value, exhibit.Id, exhibit.IsKept, file.Hash, page.Number, page.Text);
            }
    }
}
