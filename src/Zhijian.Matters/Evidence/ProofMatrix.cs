using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Evidence;

/// <summary>How well one thing to prove stands.</summary>
public enum ProofGap
{
    [Label("无缺口", "No gap")]
    None,

    [Label("只有一件弱证据", "Only one weak exhibit")]
    OneWeak,

    [Label("没有证据", "No exhibit")]
    Nothing,
}

/// <summary>One element with the exhibits that prove it. <paramref name="ByStandards"/>: amounts decide it beside the exhibits.</summary>
public sealed record ProofRow(string Element, Text Title, bool ByStandards, ProofGap Gap, IReadOnlyList<(Exhibit Exhibit, ExhibitTie Tie)> Exhibits);

/// <summary>The things to prove against one person under one charge.</summary>
public sealed record ProofTable(string Person, string PersonName, string Charge, Text ChargeTitle, LegalRef? Reference, IReadOnlyList<ProofRow> Rows);

/// <summary>Elements × exhibits, per person and charge (证明对象). Pure; linear in the ties.</summary>
public static class ProofMatrix
{
    public static IReadOnlyList<ProofTable> Of(Matter matter, LawBook law, DateOnly today) => [.. matter.Accusations.Select(a => TableOf(matter, a.Person, a.Accusation.Charge, law, today))];

    /// <summary>The elements of the text that was in force when the acts ended, as far as that is known; else of today's.</summary>
    public static IReadOnlyList<Element> ElementsOf(Matter matter, string person, string charge, LawBook law, DateOnly today) => TextOf(matter, person, charge, law, today)?.Elements ?? [];

    private static StatuteText? TextOf(Matter matter, string person, string charge, LawBook law, DateOnly today)
    {
        if (!law.Charges.TryGetValue(charge, out var known))
            return null;
        var acts = matter.Established(person, charge)?.To ?? ((matter.ActsTo ?? matter.ActsFrom) is { IsKnown: true } to ? to.Latest : today);
        return known.TextOn(acts) ?? known.TextOn(today);
    }

    private static ProofTable TableOf(Matter matter, Person person, string charge, LawBook law, DateOnly today)
    {
        var text = TextOf(matter, person.Id, charge, law, today);
        var tied = matter.Exhibits.Where(e => e.Stands).SelectMany(e => e.Ties.Where(t => t.Person == person.Id && t.Charge == charge).Select(t => (Exhibit: e, Tie: t))).ToList();
        var rows = (text?.Elements ?? []).Select(e => RowOf(e.Id, e.Title, e.ByStandards, [.. tied.Where(t => t.Tie.Element == e.Id)])).ToList();
        // tied while another text of the article was thought to hold
        rows.AddRange(tied.Where(t => rows.All(r => r.Element != t.Tie.Element)).GroupBy(t => t.Tie.Element, StringComparer.Ordinal).ToList()
            .Select(g => RowOf(g.Key, new Text($"{g.Key}（不在适用的条文中）", $"{g.Key} (not in the text that applies)"), false, [.. g])));
        return new ProofTable(person.Id, person.Name, charge, law.Vocabulary.Charge(charge)?.Title ?? new Text(charge, charge), text?.Reference, rows);
    }

    private static ProofRow RowOf(string element, Text title, bool byStandards, IReadOnlyList<(Exhibit Exhibit, ExhibitTie Tie)> exhibits) => new(
        element, title, byStandards,
        exhibits.Count == 0 ? ProofGap.Nothing : exhibits is [{ Tie.Strength: ProofStrength.Weak }] ? ProofGap.OneWeak : ProofGap.None,
        exhibits);
}
