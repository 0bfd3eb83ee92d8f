using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>
/// The administrative act behind the suit (行政行为), an object of its own: supervision of the court reaches through to it (穿透式监督), and what becomes
/// of it is recorded.
/// </summary>
public sealed record AdministrativeAct(ActKind Kind, string Organ, string What, string? Number, PartialDate? On)
{
    internal void WriteTo(Proceeding proceeding)
    {
        proceeding.Set("act", What);
        proceeding.Set("act-kind", Words.Kebab(Kind));
        proceeding.Set("act-organ", Organ);
        if (Number is not null)
            proceeding.Set("act-number", Number);
        if (On is { } on)
            proceeding.Set("act-on", on.Value);
    }

    public static AdministrativeAct Of(Proceeding proceeding) => new(
        Words.Parse<ActKind>(proceeding.Facts["act-kind"])!.Value,
        proceeding.Facts["act-organ"],
        proceeding.Facts["act"],
        proceeding.Facts.GetValueOrDefault("act-number"),
        proceeding.Facts.TryGetValue("act-on", out var on) ? PartialDate.TryParse(on) : null);

    /// <summary>What became of it; null while it was not assessed.</summary>
    public static ActOutcome? OutcomeOf(Proceeding proceeding) => Words.Parse<ActOutcome>(proceeding.Fact("act-outcome"));

    internal Refusal? Wrong(PartialDate? judged) =>
        Guard.Empty(Organ, "organ", "行政机关", "Organ") ?? Guard.Empty(What, "act", "行政行为", "Administrative act")
        ?? (On is { } on && judged is { } after && on.Earliest > after.Latest ? new ActAfterJudgment(on, after) { Field = "actOn" } : null);

    public Text Name => new($"{Organ}{What}{(Number is null ? "" : $"（{Number}）")}", $"{Organ} {What}{(Number is null ? "" : $" ({Number})")}");
}

/// <summary>What kind of act it is.</summary>
public enum ActKind
{
    [Label("商标授权确权", "Grant or validity of a trademark")]
    Trademark,

    [Label("专利授权确权", "Grant or validity of a patent")]
    Patent,

    [Label("植物新品种授权确权", "Grant or validity of a plant variety")]
    PlantVariety,

    [Label("行政处罚", "Penalty")]
    Penalty,

    [Label("其他行政行为", "Other act")]
    Other,
}

/// <summary>What was found of the act, and what became of it.</summary>
public enum ActOutcome
{
    [Label("合法", "Lawful")]
    Lawful,

    [Label("有违法或者瑕疵", "Unlawful or defective")]
    Defect,

    [Label("已向行政机关提出检察建议", "Suggestion made to the organ")]
    SuggestionMade,

    [Label("行政机关已纠正", "Corrected by the organ")]
    Corrected,
}

public sealed record ActAfterJudgment(PartialDate Act, PartialDate Judgment)
    : Refusal("act-after-judgment", new Text($"行政行为 {Act} 作出，晚于裁判生效的 {Judgment}", $"the act of {Act} is after the judgment of {Judgment}"), null, new Text("核对两个日期", "check both dates"));
