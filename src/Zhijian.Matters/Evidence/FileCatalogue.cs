using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Zhijian.Kernel;

namespace Zhijian.Matters.Evidence;

/// <summary>One line of the catalogue of the electronic file. <paramref name="Number"/> never changes once it was frozen.</summary>
public sealed record CatalogueLine(string Number, string Exhibit, string Title, string? Volume, string? Pages, IReadOnlyList<string> Files);

/// <summary>A catalogue as it was frozen.</summary>
public sealed record FrozenCatalogue(DateOnly On, string Hash, string By, IReadOnlyList<CatalogueLine> Lines, string? Note);

/// <summary>
/// The catalogue of the electronic file (电子卷宗目录), by volume and page. What was numbered keeps its number; what comes later between two of them is
/// 12A, 12B. Exhibits kept to named people are not in it: a gap would tell.
/// </summary>
public static partial class FileCatalogue
{
    public static IReadOnlyList<CatalogueLine> Of(Matter matter)
    {
        var before = matter.Catalogues.Count > 0 ? matter.Catalogues[^1].Lines : [];
        var numbered = before.ToDictionary(l => l.Exhibit, l => l.Number, StringComparer.Ordinal);
        var taken = before.Select(l => l.Number).ToHashSet(StringComparer.Ordinal);
        var last = before.Select(l => WholeOf(l.Number)).DefaultIfEmpty().Max();
        var rows = matter.Exhibits.Where(e => !e.IsKept).OrderBy(e => NumberIn(e.Is.Volume)).ThenBy(e => e.Is.Volume, StringComparer.Ordinal).ThenBy(e => NumberIn(e.Is.Pages)).ThenBy(e => NumberIn(e.Id)).ToList();
        var lastNumbered = rows.FindLastIndex(e => numbered.ContainsKey(e.Id));
        var (lines, at) = (new List<CatalogueLine>(), 0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (numbered.TryGetValue(rows[i].Id, out var number))
                at = WholeOf(number);
            else
                taken.Add(number = i > lastNumbered ? $"{at = ++last}" : Between(at, taken));
            lines.Add(new CatalogueLine(number, rows[i].Id, rows[i].Is.Title, rows[i].Is.Volume, rows[i].Is.Pages, [.. rows[i].Files.Select(f => f.Hash)]));
        }
        return lines;
    }

    /// <summary>
    /// The number of a page of a file: that of its line and its own, 12A-3; 12A(2)-3 in the second file of an exhibit. It stands once the line was frozen.
    /// What is not in the catalogue goes by its exhibit.
    /// </summary>
    public static string PageOf(Matter matter, Exhibit exhibit, string hash, int page)
    {
        var line = exhibit.IsKept ? exhibit.Id : Of(matter).FirstOrDefault(l => l.Exhibit == exhibit.Id)?.Number ?? exhibit.Id;
        var at = exhibit.Files.ToList().FindIndex(f => f.Hash == hash);
        return at > 0 ? $"{line}({at + 1})-{page}" : $"{line}-{page}";
    }

    /// <summary>SHA-256 over the lines, one a line, its fields apart by tabs.</summary>
    public static string HashOf(IReadOnlyList<CatalogueLine> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(
        lines.Select(l => string.Join('\t', new[] { l.Number, l.Exhibit, l.Title, l.Volume ?? "", l.Pages ?? "" }.Concat(l.Files)) + "\n")))));

    /// <summary>0A stands before 1; after Z come ZA, ZB.</summary>
    private static string Between(int at, HashSet<string> taken)
    {
        for (var letters = "A"; ; letters = letters[^1] == 'Z' ? letters + "A" : letters[..^1] + (char)(letters[^1] + 1))
            if (!taken.Contains($"{at}{letters}"))
                return $"{at}{letters}";
    }

    private static int WholeOf(string number) => int.Parse(number.AsSpan(0, number.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? number.Length : end));

    /// <summary>The first number in a name of a volume or range of pages, Arabic or Chinese; without one it comes last.</summary>
    private static int NumberIn(string? text) =>
        text is null ? int.MaxValue
        : Digits().Match(text) is { Success: true } digits ? int.Parse(digits.Value)
        : text.IndexOfAny([.. "一二三四五六七八九"]) is var at && at >= 0 ? "一二三四五六七八九".IndexOf(text[at]) + 1
        : int.MaxValue;

    [GeneratedRegex("[0-9]{1,8}", RegexOptions.None, 1000)]
    private static partial Regex Digits();
}
