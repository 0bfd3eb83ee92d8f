using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>
/// The amounts that are known against the figures in force on the day of the act (起刑数额的初步比对). A proposal: which law is more lenient, and
/// whether a lower figure for special circumstances applies, is for the assessment.
/// </summary>
public sealed record ThresholdCheck
{
    /// <summary>The general figures, each with its answer.</summary>
    public required IReadOnlyList<FigureCheck> Figures { get; init; }

    /// <summary>Figures that depend on a further fact: two marks, an earlier sanction, unsold goods, services instead of goods.</summary>
    public required IReadOnlyList<Threshold> NeedsFurtherFacts { get; init; }

    /// <summary>Yes when one general figure is reached, no only when all are missed.</summary>
    public Answer ReachesBase => Overall(Figures, static f => f.Base);

    public Answer ReachesAggravated => Overall([.. Figures.Where(f => f.Threshold.Aggravated is not null)], static f => f.Aggravated!.Value);

    /// <summary>The metrics to ask for while the base is unknown.</summary>
    public IReadOnlyList<string> AskFor =>
        ReachesBase == Answer.Unknown ? [.. Figures.Where(f => f.Base == Answer.Unknown).Select(f => f.Threshold.Metric).Distinct()] : [];

    /// <param name="amounts">By metric; a metric that is absent is unknown, not nought.</param>
    /// <param name="services">The mark was used on services: they have figures of their own.</param>
    public static ThresholdCheck Of(LawAt law, string charge, bool unit, IReadOnlyDictionary<string, KnownAmount> amounts, bool services = false)
    {
        var byKind = law.ThresholdsAtAct(charge, unit).ToLookup(t => t.Variant == "general" && (t.Object == "services") == services);
        return new ThresholdCheck
        {
            Figures = [.. byKind[true].Select(t => FigureCheck.Of(t, amounts.GetValueOrDefault(t.Metric)))],
            NeedsFurtherFacts = [.. byKind[false]],
        };
    }

    private static Answer Overall(IReadOnlyList<FigureCheck> figures, Func<FigureCheck, Answer> answer) =>
        // a figure whose text was not read in full never decides alone
        figures.Any(f => answer(f) == Answer.Yes && f.Threshold.Reference.Status == RefStatus.Verified) ? Answer.Yes
        : figures.Count > 0 && figures.All(f => answer(f) == Answer.No) ? Answer.No
        : Answer.Unknown;
}

/// <param name="Approximate">The source says “about”.</param>
public sealed record KnownAmount(Money Yuan, bool Approximate = false);

/// <summary>One figure and what the known amount says to it. Inclusive: “以上” includes the figure (刑法99).</summary>
/// <param name="Aggravated">Null where the instrument has no upper figure.</param>
/// <param name="Used">The amount that was compared; null where it is unknown.</param>
public sealed record FigureCheck(Threshold Threshold, Answer Base, Answer? Aggravated, KnownAmount? Used)
{
    /// <summary>An “about” that is the figure itself: counted as reached, but the exact amount should be found.</summary>
    public bool IsAboutTheFigure => Used is { Approximate: true } used && (used.Yuan == Threshold.Base || used.Yuan == Threshold.Aggravated);

    internal static FigureCheck Of(Threshold threshold, KnownAmount? amount) =>
        new(threshold, Reaches(amount, threshold.Base), threshold.Aggravated is { } upper ? Reaches(amount, upper) : null, amount);

    private static Answer Reaches(KnownAmount? amount, Money figure) => amount is null ? Answer.Unknown : amount.Yuan >= figure ? Answer.Yes : Answer.No;
}
