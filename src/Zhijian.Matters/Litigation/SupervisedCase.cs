using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>
/// Which act of which court is supervised: the same for civil and for administrative suits. It is kept among the facts of the proceeding.
/// </summary>
public sealed record SupervisedCase(SupervisedObject Object, CaseSubject Subject, string Court, CourtLevel Level, string CaseNumber, string Parties, PartialDate? EffectiveOn)
{
    internal void WriteTo(Proceeding proceeding)
    {
        proceeding.Set("object", Words.Kebab(Object));
        proceeding.Set("subject", Words.Kebab(Subject));
        proceeding.Set("court", Court);
        proceeding.Set("court-level", Words.Kebab(Level));
        proceeding.Set("case-number", CaseNumber);
        proceeding.Set("parties", Parties);
        if (EffectiveOn is { } on)
            proceeding.Set("effective", on.Value);
    }

    public static SupervisedCase Of(Proceeding proceeding) => new(
        Words.Parse<SupervisedObject>(proceeding.Facts["object"])!.Value,
        Words.Parse<CaseSubject>(proceeding.Facts["subject"])!.Value,
        proceeding.Facts["court"],
        Words.Parse<CourtLevel>(proceeding.Facts["court-level"])!.Value,
        proceeding.Facts["case-number"],
        proceeding.Facts["parties"],
        proceeding.Facts.TryGetValue("effective", out var on) ? PartialDate.TryParse(on) : null);

    /// <summary>What is missing in it or cannot be; null when it can be supervised.</summary>
    internal Refusal? Wrong(DateOnly on) =>
        string.IsNullOrWhiteSpace(Court) ? new FieldIsEmpty("court", new Text("法院", "Court")) { Field = "court" }
        : string.IsNullOrWhiteSpace(CaseNumber) ? new FieldIsEmpty("caseNumber", new Text("案号", "Case number")) { Field = "caseNumber" }
        : string.IsNullOrWhiteSpace(Parties) ? new FieldIsEmpty("parties", new Text("当事人", "Parties")) { Field = "parties" }
        : Object == SupervisedObject.Judgment && EffectiveOn is null ? new JudgmentNotEffective() { Field = "effectiveOn" }
        : EffectiveOn is { } effective && effective.Earliest > on ? new EffectiveAfterAcceptance(effective, on) { Field = "effectiveOn" }
        : null;

    public Text Name => new($"{Court}{CaseNumber}（{Object.Label().Zh}）", $"{Court} {CaseNumber} ({Object.Label().En})");
}

public sealed record JudgmentNotEffective()
    : Refusal("judgment-not-effective", new Text("未填生效日期：只监督已经发生法律效力的裁判", "no day on which it took effect: only effective judgments are supervised"), new LegalRef("民诉法219；行诉法91、93"), new Text("填写生效日期；尚未生效的，由当事人上诉", "give the day; if it is not effective, the party appeals"));

public sealed record EffectiveAfterAcceptance(PartialDate Effective, DateOnly On)
    : Refusal("effective-after-acceptance", new Text($"裁判 {Effective} 生效，晚于受理的 {On:yyyy-MM-dd}", $"the judgment took effect on {Effective}, after {On:yyyy-MM-dd}"), null, new Text("核对日期", "check the dates"));
