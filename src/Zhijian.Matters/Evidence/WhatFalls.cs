using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Evidence;

/// <summary>What would fall with an exhibit. Elements fall that are left without any; others become weak.</summary>
public sealed record WhatFalls(
    IReadOnlyList<(ProofTable Table, ProofRow Row, ProofGap After)> Elements, IReadOnlyList<(string Person, string Charge)> Charges, IReadOnlyList<Amount> Amounts,
    IReadOnlyList<(string Person, string Charge, string Field)> Facts, IReadOnlyList<FourChecks.Finding> Findings, IReadOnlyList<FourChecks.MaterialUse> Uses)
{
    public bool IsNothing => Elements.Count + Amounts.Count + Facts.Count + Findings.Count + Uses.Count == 0;

    /// <summary>Pure. O(elements × exhibits).</summary>
    public static WhatFalls Of(Matter matter, Exhibit exhibit, LawBook law, DateOnly today)
    {
        var elements = (
            from table in ProofMatrix.Of(matter, law, today)
            from row in table.Rows
            where row.Exhibits.Any(e => e.Exhibit.Id == exhibit.Id)
            let left = row.Exhibits.Where(e => e.Exhibit.Id != exhibit.Id).ToList()
            let after = left.Count == 0 ? ProofGap.Nothing : left is [{ Tie.Strength: ProofStrength.Weak }] ? ProofGap.OneWeak : ProofGap.None
            where after != ProofGap.None
            select (table, row, after)).ToList();
        bool Names(string? source) => ExhibitGuard.Named(source).Contains(exhibit.Id);
        var findings = matter.Findings.Where(f => Names(f.Is.Source)).ToList();
        return new WhatFalls(
            elements,
            [.. elements.Where(e => e.after == ProofGap.Nothing).Select(e => (e.table.Person, e.table.Charge)).Distinct()],
            [.. matter.Amounts.Where(a => Names(a.Source))],
            [.. matter.Facts.SelectMany(f => SourcesOf(f.Facts).Where(s => Names(s.Source)).Select(s => (f.Person, f.Charge, s.Field))).Distinct()],
            findings,
            [.. matter.Uses.Where(u => u.Use.Item == exhibit.Id || findings.Exists(f => f.Id == u.Use.Item)).Select(u => u.Use)]);
    }

    /// <summary>Every place of a record of facts that carries a source.</summary>
    internal static IEnumerable<(string Field, string? Source)> SourcesOf(EstablishedFacts facts) =>
    [
        .. facts.Sources.Select(s => (s.Key, (string?)s.Value)),
        .. facts.Amounts.Select(a => (a.Metric, (string?)a.Source)),
        .. facts.Elements.Select(e => (e.Key, e.Value.Source)),
        .. (facts.Sold ?? []).Select(l => ("sold", (string?)l.Source)),
        .. (facts.Stock ?? []).Select(l => ("stock", (string?)l.Source)),
        .. (facts.Proceeds ?? []).Select(l => ("proceeds", (string?)l.Source)),
        .. (facts.Costs ?? []).Select(l => ("costs", (string?)l.Source)),
    ];
}
