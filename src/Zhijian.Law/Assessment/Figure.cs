using Zhijian.Kernel;

namespace Zhijian.Law.Assessment;

/// <summary>
/// One amount or count as far as it is known: between two ends, with the steps that lead to it. Where both ends are the same it is known;
/// without an upper end it may be anything above.
/// </summary>
/// <param name="About">The source says “about”: it does not decide on the very figure.</param>
public sealed record Figure(string Metric, decimal Low, decimal? High, bool About, IReadOnlyList<FigureStep> Steps)
{
    public static Figure Unknown(string metric) => new(metric, 0, null, false, []);

    public static Figure Of(string metric, decimal value, params IReadOnlyList<FigureStep> steps) => new(metric, value, value, false, steps);

    public bool IsKnown => Low == High;

    /// <summary>Nothing at all is known.</summary>
    public bool IsUnknown => Low == 0 && High is null;

    /// <summary>Whether it reaches a figure; “以上” includes the figure (刑法99).</summary>
    public Answer Reaches(decimal figure) =>
        About && IsKnown && Low == figure && figure > 0 ? Answer.Unknown
        : Low >= figure ? Answer.Yes
        : High < figure ? Answer.No
        : Answer.Unknown;

    /// <summary>Whether it reaches a figure that lies somewhere in a range.</summary>
    public Answer Reaches(decimal from, decimal? to) =>
        to is null ? Reaches(from) : Reaches(to.Value) == Answer.Yes ? Answer.Yes : Reaches(from) == Answer.No ? Answer.No : Answer.Unknown;

    public Figure Plus(Figure other) => new(Metric, Low + other.Low, High + other.High, About || other.About, [.. Steps, .. other.Steps]);

    /// <summary>It may also not count at all.</summary>
    public Figure Perhaps(FigureStep why) => this with { Low = 0, Steps = [.. Steps, why] };
}

/// <summary>One step of a computed figure: what was done, with the article, and the page it comes from.</summary>
public sealed record FigureStep(Text What, decimal? Value = null, LegalRef? Basis = null, string? Source = null);

/// <summary>Three-valued and, or, not (已知、未知): unknown is not no.</summary>
public static class Answers
{
    public static Answer Of(bool? value) => value is null ? Answer.Unknown : value.Value ? Answer.Yes : Answer.No;

    public static Answer And(this Answer a, Answer b) =>
        a == Answer.No || b == Answer.No ? Answer.No : a == Answer.Yes && b == Answer.Yes ? Answer.Yes : Answer.Unknown;

    public static Answer Or(this Answer a, Answer b) =>
        a == Answer.Yes || b == Answer.Yes ? Answer.Yes : a == Answer.No && b == Answer.No ? Answer.No : Answer.Unknown;

    public static Answer Any(this IEnumerable<Answer> answers) => answers.Aggregate(Answer.No, Or);

    public static Answer All(this IEnumerable<Answer> answers) => answers.Aggregate(Answer.Yes, And);
}
