using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>Ranges that follow from a band: fine, limitation, recidivism, leniency. Each with its article; none is a decision.</summary>
public static class Sentencing
{
    /// <summary>The fines that an instrument allows. Several where it names them beside each other.</summary>
    /// <param name="over3Years">The sentence is three years or more.</param>
    public static IReadOnlyList<FineProposal> Fines(FineRange rule, decimal? gains, decimal? turnover, bool over3Years)
    {
        List<FineProposal> found = [];
        if (gains is { } g)
            found.Add(new FineProposal(g * rule.Gains.From, g * rule.Gains.To, new Text($"违法所得 {g:#,##0.##} 的 {rule.Gains.From:0.##}—{rule.Gains.To:0.##} 倍", $"{rule.Gains.From:0.##}-{rule.Gains.To:0.##} times the gains of {g:#,##0.##}"), rule.Reference));
        if (turnover is { } t && (!rule.Ordered || gains is null))
            found.Add(new FineProposal(t * rule.Turnover.From, t * rule.Turnover.To, new Text($"非法经营数额 {t:#,##0.##} 的 {rule.Turnover.From:P0}—{rule.Turnover.To:P0}", $"{rule.Turnover.From:P0}-{rule.Turnover.To:P0} of the turnover of {t:#,##0.##}"), rule.Reference));
        if (found.Count == 0 && rule.Unknown is { } unknown)
        {
            var (from, to) = over3Years ? unknown.Over3Years : unknown.UpTo3Years;
            found.Add(new FineProposal(from, to, new Text("违法所得、非法经营数额均无法查清", "neither gains nor turnover can be established"), rule.Reference));
        }
        return found;
    }

    /// <summary>The limitation of prosecution (追诉时效) for a statutory maximum.</summary>
    /// <param name="maxMonths">Null for life imprisonment.</param>
    /// <param name="end">The day of the crime; for continuing acts the day on which they ended (刑法89).</param>
    public static Limitation Limit(Rules rules, int? maxMonths, DateOnly end)
    {
        var step = maxMonths is null ? rules.LimitationForLife : rules.Limitation.First(s => s.BelowMonths is null || maxMonths < s.BelowMonths);
        var anniversary = end.AddYears(step.Years);
        return new Limitation(step.Years, anniversary, anniversary.AddDays(-1), anniversary.AddDays(1), step.Reference, rules.LimitationOpen);
    }

    /// <summary>Whether a day lies within so many years after another; the day of the same date still does.</summary>
    public static bool IsWithin(DateOnly earlier, DateOnly later, int years) => earlier <= later && later <= earlier.AddYears(years);

    /// <summary>Recidivist (累犯): imprisonment before, and a new crime within five years after it was served.</summary>
    public static Answer Recidivist(Rules rules, PersonFacts person, DateOnly? firstAct)
    {
        if (person.IsUnit)
            return Answer.No;
        if (person.EarlierSanctions is not { } sanctions)
            return Answer.Unknown;
        return sanctions.Where(s => s.Kind == SanctionKind.Criminal).Select(s =>
            s.Imprisonment == false ? Answer.No
            : s.ServedOn is not { } served || firstAct is not { } act ? Answer.Unknown
            : Answers.Of(served < act && IsWithin(served, act, rules.Recidivism.Years)).And(Answers.Of(s.Imprisonment))).Any();
    }

    /// <summary>The lower ends of the sentence that the plea convention allows, in months, from a base sentence.</summary>
    public static (decimal Alone, decimal WithOthers) PleaFloor(Rules rules, decimal baseMonths) =>
        (baseMonths * (100 - rules.Plea.Alone) / 100, baseMonths * (100 - rules.Plea.WithOthers) / 100);

    /// <summary>What remains of a criminal fine after an administrative one for the same conduct (罚款折抵).</summary>
    public static decimal SetOff(decimal criminalFine, decimal administrativeFine) => Math.Max(0, criminalFine - administrativeFine);
}

/// <summary>A range of fines in yuan.</summary>
public sealed record FineProposal(decimal From, decimal To, Text How, LegalRef Basis);

/// <param name="Anniversary">Disputed: whether the day of the crime is counted is read in two ways.</param>
/// <param name="BarredFrom">From this day nobody disputes that it is barred.</param>
public sealed record Limitation(int Years, DateOnly Anniversary, DateOnly LastUndisputedDay, DateOnly BarredFrom, LegalRef Basis, string Open);
