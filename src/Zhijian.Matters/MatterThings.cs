using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Search;

namespace Zhijian.Matters;

/// <summary>
/// What of a matter can be found: the matter, its papers, exhibits, files and the entries of its record. Those of kept exhibits are a list of their own,
/// from their own stream, so that the matter's own rows are the same with and without them. Pure.
/// </summary>
public static class MatterThings
{
    public static IReadOnlyList<IndexedThing> Of(Matter matter)
    {
        var firsts = Firsts(matter);
        return
        [
            OfMatter(matter),
            .. matter.Papers.Select(p => Of(p, firsts)),
            .. matter.Exhibits.Where(e => !e.IsKept).Select(e => Of(e, firsts[("exhibit", e.Id)], null)),
            .. matter.Timeline.Where(t => t.Event is not (IPaperEvent or IExhibitEvent or DocumentAttached)).Select(t => Of(matter, t)),
        ];
    }

    /// <summary>The files of the matter, without their text.</summary>
    public static IReadOnlyList<IndexedThing> FilesOf(Matter matter)
    {
        var firsts = Firsts(matter);
        return [.. matter.Documents.Select(d => Of(d, firsts[("document", d.Hash)], null))];
    }

    /// <summary>The exhibits that are kept to named people, each for its own circle.</summary>
    /// <param name="kept">The stream of the kept exhibits, folded apart from the matter.</param>
    /// <param name="seqs">The numbers of the events that brought an exhibit or a file of it.</param>
    public static IReadOnlyList<IndexedThing> OfKept(Matter kept, IReadOnlyDictionary<(string What, string Id), long> seqs) => [.. kept.Exhibits.Select(e => Of(e, seqs[("exhibit", e.Id)], e.KeptTo))];

    /// <summary>Their files, without text, for those who signed the undertaking.</summary>
    public static IReadOnlyList<IndexedThing> FilesOfKept(Matter kept, IReadOnlyDictionary<(string What, string Id), long> seqs) =>
        [.. kept.Exhibits.SelectMany(e => e.Files.Select(f => Of(f, seqs[("document", $"{e.Id} {f.Hash}")], [.. e.Undertakings.Keys.Where(e.MayOpen)])))];

    private static IndexedThing OfMatter(Matter m) => new()
    {
        Kind = ThingKind.Matter,
        Item = "",
        Seq = m.Timeline[0].Recorded.Seq,
        Title = m.Title,
        Numbers = [m.Id.Value, m.Id.CaseNumber, .. Filled(m.Published?.CaseNumber)],
        Parties = [.. m.Persons.Select(p => p.Name).Concat(m.RightHolders.Select(h => h.Name)).Distinct(StringComparer.Ordinal)],
        Brands = [.. Filled(m.Right?.Name)],
        Text = string.Join('\n', new[] { m.Goods, m.Note, m.Published?.Office, m.Published?.Court, m.Published?.CaseId }.OfType<string>()
            .Concat(m.Accusations.Select(a => a.Accusation.Charge).Distinct(StringComparer.Ordinal)).Concat(m.RightHolders.Select(h => h.Contact).OfType<string>())
            .Concat(m.Proceedings.SelectMany(p => p.Facts.Values.Prepend(p.Title)).Where(IsProse).Distinct(StringComparer.Ordinal))),
        Day = m.RegisteredOn?.Value ?? "",
        Tracks = [.. m.Tracks.Select(Words.Kebab)],
    };

    private static IndexedThing Of(Paper p, Dictionary<(string What, string Id), long> firsts) => new()
    {
        Kind = ThingKind.Paper,
        Item = $"{p.N}",
        Seq = firsts[("paper", $"{p.N}")],
        Title = p.Name.Zh,
        Numbers = [.. Filled(p.Number?.Text)],
        // an earlier wording is found by the lines that are no more in the paper
        Text = string.Join('\n', p.Versions.Reverse().SelectMany(v => v.Text.Lines()).Distinct(StringComparer.Ordinal)),
        Day = $"{p.Seal?.On ?? p.Latest.On:yyyy-MM-dd}",
        Tracks = [.. p.Track is { } track ? [Words.Kebab(track)] : Array.Empty<string>()],
    };

    private static IndexedThing Of(Exhibit e, long seq, IReadOnlySet<string>? keptTo) => new()
    {
        Kind = ThingKind.Exhibit,
        Item = e.Id,
        Seq = seq,
        Title = e.Is.Title,
        Text = string.Join('\n', new[] { e.Id, e.Is.Kind.Label().Zh, e.Is.CollectedBy, e.Is.CollectedFrom, e.Is.Place, e.Is.Volume, e.Is.Pages, e.Is.KeptWhy }
            .Concat(e.Goods.Select(g => $"{g.Name} {g.Quantity} {g.Unit} {g.GenuineSource} {g.FalseSource} {g.DestructionPaper}"))
            .Concat(e.Captures.SelectMany(c => new[] { c.Address, c.Tool }))
            .Concat(e.Ties.SelectMany(t => new[] { t.Passage, t.Note }))
            .Concat(e.Custody.Select(c => c.Says.Zh)).Append(e.Examination?.Note).Append(e.Withdrawn?.Reason)
            .Concat(e.Files.Select(f => f.Name)).Where(t => !string.IsNullOrWhiteSpace(t)).Distinct(StringComparer.Ordinal)),
        Day = $"{e.Is.On:yyyy-MM-dd}",
        Tracks = [Words.Kebab(e.Is.FoundIn)],
        KeptTo = keptTo is null ? null : [.. keptTo],
    };

    private static IndexedThing Of(AttachedDocument d, long seq, IReadOnlyCollection<string>? keptTo) =>
        new() { Kind = ThingKind.Document, Item = d.Hash, Seq = seq, Title = d.Name, Day = d.On.Value, KeptTo = keptTo };

    private static IndexedThing Of(Matter m, TimelineEntry t) => new()
    {
        Kind = ThingKind.Entry,
        Item = $"{t.Recorded.Version}",
        Seq = t.Recorded.Seq,
        Title = t.Event.Says(m).Zh,
        TitleCounts = false,
        Text = string.Join('\n', Prose(JsonNode.Parse(t.Data)).Distinct(StringComparer.Ordinal)),
        Day = t.Recorded.ActedOn.Value,
        Tracks = [.. t.Event.Track is { } track ? [Words.Kebab(track)] : Array.Empty<string>()],
    };

    /// <summary>What people wrote, as against the words and ids of the program.</summary>
    private static IEnumerable<string> Prose(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(f => Prose(f.Value)),
        JsonArray a => a.SelectMany(Prose),
        JsonValue v when v.TryGetValue<string>(out var text) && IsProse(text) => [text],
        _ => [],
    };

    private static bool IsProse(string text) => text.Any(c => c > 0x7f || c == ' ');

    private static IEnumerable<string> Filled(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [text];

    /// <summary>The numbers of the events that brought a paper, an exhibit, a file.</summary>
    private static Dictionary<(string What, string Id), long> Firsts(Matter matter)
    {
        var firsts = new Dictionary<(string, string), long>();
        foreach (var entry in matter.Timeline)
            if (Brings(entry.Event) is { } thing)
                firsts.TryAdd(thing, entry.Recorded.Seq);
        return firsts;
    }

    /// <summary>What the event brings into the matter; null where it changes what is there.</summary>
    internal static (string What, string Id)? Brings(IMatterEvent e) => e switch
    {
        PaperMade made => ("paper", $"{made.Paper}"),
        ExhibitTakenIn taken => ("exhibit", taken.Exhibit),
        ExhibitFileAdded { Exhibit: var exhibit } added when KeptExhibits.IsKept(exhibit) => ("document", $"{exhibit} {added.Hash}"),
        DocumentAttached attached => ("document", attached.Hash),
        _ => null,
    };
}
