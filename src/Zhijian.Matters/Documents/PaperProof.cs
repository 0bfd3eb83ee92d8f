using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Evidence;

namespace Zhijian.Matters.Documents;

/// <summary>One element of a charge with the exhibits that prove it, as a paper says it: 扣押清单（E1，直接证明，第1-3页“滤芯三百件”）.</summary>
internal sealed record PaperProof(Person Person, string Charge, Text Element, string Exhibits)
{
    /// <summary>Of these persons, by charge and element. What is kept to named people is left out: a paper is read by others.</summary>
    public static IEnumerable<PaperProof> Of(Matter matter, IReadOnlyList<Person> persons, LawBook law)
    {
        // only where the acts have no date does the day matter; that of the last entry is the same for everybody who makes the paper
        var day = matter.Timeline.Count == 0 ? DateOnly.MinValue : DateOnly.ParseExact(matter.Timeline[^1].Recorded.RecordedAt.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return ProofMatrix.Of(matter, law, day).Where(t => persons.Any(p => p.Id == t.Person)).SelectMany(table => table.Rows
            .Select(row => (Row: row, Exhibits: row.Exhibits.Where(e => !e.Exhibit.IsKept).ToList()))
            .Where(r => r.Exhibits.Count > 0)
            .Select(r => new PaperProof(matter.Person(table.Person)!, table.Charge, r.Row.Title, string.Join('；', r.Exhibits.Select(e => Say(matter, e.Exhibit, e.Tie))))));
    }

    private static string Say(Matter matter, Exhibit exhibit, ExhibitTie tie) =>
        $"{exhibit.Is.Title}（{exhibit.Id}，{tie.Strength.Label().Zh}{(Where(matter, exhibit, tie) is { } where ? $"，{where}" : "")}）";

    private static string? Where(Matter matter, Exhibit exhibit, ExhibitTie tie) =>
        Passage.TryParse(tie.Passage, exhibit.Files) is { } p ? $"第{FileCatalogue.PageOf(matter, exhibit, p.File, p.Page)}页“{p.Quote}”" : tie.Passage;
}
