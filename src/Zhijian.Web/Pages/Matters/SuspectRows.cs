using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A person of the table “人与罪名”: state stands per charge, measure, clocks and steps per person.</summary>
public sealed record SuspectRow(Person Person, IReadOnlyList<ChargeRow> Charges, IReadOnlyList<Duty> Clocks, IReadOnlyList<Step> Steps, IReadOnlyList<Text> Missing)
{
    /// <summary>Pure.</summary>
    public static IReadOnlyList<SuspectRow> Of(Matter matter, IReadOnlyList<Duty> duties, IReadOnlyList<Step> offered, LawBook law, DateOnly today)
    {
        var facts = Facts.Of(matter, law, today);
        return [.. matter.Persons.Select(p => new SuspectRow(
            p,
            [.. p.Accusations.Select(a => new ChargeRow(a, law.Vocabulary.Charge(a.Charge)?.Title ?? new Text(a.Charge, a.Charge), AmountsOf(matter, p, a, law), facts[(p.Id, a.Charge)].FirstOrDefault(Facts.None)))],
            [.. duties.Where(d => d.Subject == p.Id && d.Status != DutyStatus.Discharged).OrderBy(d => d.Rule.Holder != Holder.Office).ThenBy(d => d.Count.Due ?? DateOnly.MaxValue)],
            OfferedSteps.For(p, offered, law, duties),
            MissingOf(matter, p, duties)))];
    }

    /// <summary>Amounts that concern the person or the whole matter and that a threshold may read; those of no measure are listed below the table only.</summary>
    private static IReadOnlyList<Amount> AmountsOf(Matter matter, Person person, Accusation accusation, LawBook law) =>
        [.. matter.Amounts.Where(a => (a.Person is null || a.Person == person.Id) && law.Vocabulary.AmountKind(a.Kind)?.Metric is { } metric
            && (!law.Charges.TryGetValue(accusation.Charge, out var charge) || charge.Thresholds.Any(t => t.Metric.Contains(metric, StringComparison.Ordinal))))];

    private static IReadOnlyList<Text> MissingOf(Matter matter, Person person, IReadOnlyList<Duty> duties)
    {
        var missing = new List<Text>();
        var running = person.Accusations.Any(a => !a.Stage.IsFinal());
        if (person.Custody == Custody.Unknown && running)
            missing.Add(matter.Published is null ? new Text("强制措施", "measure") : new Text("强制措施未公布", "measure not published"));
        if (person.Accusations.Count == 0)
            missing.Add(new Text("罪名", "charge"));
        if (matter.ActsFrom is null && matter.ActsTo is null && running)
            missing.Add(matter.Published is null ? new Text("行为日期", "date of the acts") : new Text("行为日期未公布", "date of the acts not published"));
        foreach (var question in duties.Where(d => d.Subject == person.Id && d.Status == DutyStatus.Open).Select(d => d.Count.Question).OfType<Text>().Distinct())
            missing.Add(question);
        return missing;
    }
}

public sealed record ChargeRow(Accusation Accusation, Text Title, IReadOnlyList<Amount> Amounts, Facts Facts);
