using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>What may follow when the harm goes on: a suit against the organ that does not act, or against the wrongdoer.</summary>
public enum PublicLine
{
    [Label("行政公益诉讼", "Administrative line")]
    Administrative,

    [Label("民事公益诉讼", "Civil line")]
    Civil,
}

/// <summary>Where the public interest was harmed. The rules do not name intellectual property; why the field is open is said at the filing.</summary>
public enum PublicField
{
    [Label("地理标志", "Geographical indication")]
    GeographicalIndication,

    [Label("食品药品安全", "Food and drugs")]
    FoodAndDrugs,

    [Label("种子、农业", "Seeds and farming")]
    Seeds,

    [Label("生态环境和资源保护", "Environment and resources")]
    Environment,

    [Label("消费者权益", "Consumers")]
    Consumers,

    [Label("其他知识产权", "Other intellectual property")]
    OtherIp,

    [Label("其他", "Other")]
    Other,
}

internal static class PublicLines
{
    public static PublicLine Line(this Proceeding proceeding) => Words.Parse<PublicLine>(proceeding.Facts["line"])!.Value;

    /// <summary>Like <see cref="Proceedings.ChooseProceeding"/>, for a step that only one of the two lines has.</summary>
    public static (Proceeding? Proceeding, Refusal? No) ChooseOfLine(this Matter matter, PublicLine line, string? named, DateOnly on, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(named, on, x);
        return proceeding is not null && proceeding.Line() != line
            ? (null, new StepOfTheOtherLine(proceeding.Id, line, x.Procedure.Title, x.Procedure.Reference!) { Field = "proceeding" })
            : (proceeding, no);
    }

    /// <summary>The first of the fields that is empty.</summary>
    public static Refusal? Empty(StepContext x, params (string Field, string? Value, Text Label)[] fields) =>
        fields.FirstOrDefault(f => string.IsNullOrWhiteSpace(f.Value)) is { Field: { } field } empty ? new FieldIsEmpty(field, empty.Label) { Field = field } : null;

    /// <summary>The clock of the proceeding under the first of the rules that opened one.</summary>
    public static Law.Duty? Clock(this Matter matter, Proceeding proceeding, StepContext x, params string[] rules) =>
        rules.Select(r => matter.Clocks(r, x).GetValueOrDefault(proceeding.Id)).FirstOrDefault(d => d is not null);

    public static Dictionary<string, string> Facts(string fact, string value) => new(StringComparer.Ordinal) { [fact] = value };
}

public sealed record StepOfTheOtherLine(string Id, PublicLine Line, Text Step, LegalRef Reference)
    : Refusal(
        "step-of-the-other-line",
        new Text($"“{Step.Zh}”属于{Line.Label().Zh}，{Id} 不是", $"“{Step.En}” belongs to the {Line.Label().En.ToLowerInvariant()}; {Id} is of the other"),
        Reference,
        new Text("选择该类程序；两类都要办的，分别立案", "choose a proceeding of that line; where both are needed, file each on its own"));
