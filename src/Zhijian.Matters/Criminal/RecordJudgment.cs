using Zhijian.Kernel;
using Zhijian.Kernel.Identifiers;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Record a first-instance judgment that was received (收到一审判决). The days for a protest run from receipt (刑诉法230).</summary>
public sealed record RecordJudgment(
    [Label("收到判决日期", "Judgment received on")] DateOnly On,
    [Label("法院", "Court")] string Court,
    [Label("裁判结果", "Verdict")] Verdict Verdict,
    [Label("案号", "Case number", HintZh = "如（2026）渝01刑初1号", HintEn = "of the court")] string? CaseNumber = null,
    [Label("刑期（月）", "Months of imprisonment")] int? Months = null,
    [Label("缓刑（月）", "Months of probation")] int? SuspendedMonths = null,
    [Label("罚金（元）", "Fine (yuan)")] Money? Fine = null,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<RecordJudgment>
{
    public static Decision Decide(Matter matter, RecordJudgment c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Court))
            return new FieldIsEmpty("court", new Text("法院", "Court")) { Field = "court" };
        if (c.Months < 0)
            return new MonthsAreNotNegative(c.Months.Value) { Field = "months" };
        if (c.SuspendedMonths < 0)
            return new MonthsAreNotNegative(c.SuspendedMonths.Value) { Field = "suspendedMonths" };
        if (c.Verdict != Verdict.Guilty && (c.Months is not null || c.SuspendedMonths is not null || c.Fine is not null))
            return new NoSentenceWithoutGuilt(c.Verdict.Label()) { Field = "verdict" };
        if ((c.Months ?? c.SuspendedMonths) is not null && persons.FirstOrDefault(p => p.IsUnit) is { } unit)
            return new UnitsAreNotImprisoned(unit.Name) { Field = "persons" };
        if (c.SuspendedMonths is not null && c.Months is null or > 36)
            return new ProbationUpToThreeYears(c.Months) { Field = "suspendedMonths" };
        return Decision.Of(new Judged(c.On, c.Court, c.CaseNumber, c.Verdict, c.Months, c.SuspendedMonths, c.Fine, persons.Ids()));
    }
}

public enum Verdict
{
    [Label("有罪，判处刑罚", "Guilty, sentenced")]
    Guilty,

    [Label("有罪，免予刑事处罚", "Guilty, exempt from punishment")]
    Exempt,

    [Label("无罪", "Not guilty")]
    NotGuilty,
}

public sealed record MonthsAreNotNegative(int Given)
    : Refusal("months-are-not-negative", new Text($"月数不能是 {Given}", $"{Given} months cannot be"), null, new Text("核对判决书", "check the judgment"));

public sealed record NoSentenceWithoutGuilt(Text Verdict)
    : Refusal("no-sentence-without-guilt", new Text($"“{Verdict.Zh}”没有刑期、缓刑或罚金", $"“{Verdict.En}” has no sentence"), null, new Text("清空刑期、缓刑和罚金，或改裁判结果", "clear the sentence, or change the verdict"));

public sealed record UnitsAreNotImprisoned(string Unit)
    : Refusal("units-are-not-imprisoned", new Text($"{Unit}是单位，只能判处罚金，没有刑期和缓刑", $"{Unit} is a unit; it is fined, never imprisoned"), new LegalRef("刑法31、220"), new Text("单位和责任人员的判决分别登记", "record the judgment of the unit and that of the responsible persons apart"));

public sealed record ProbationUpToThreeYears(int? Months)
    : Refusal("probation-up-to-three-years", new Text($"缓刑只适用于三年以下有期徒刑或拘役（现填刑期 {Months?.ToString() ?? "未填"} 个月）", $"probation needs a sentence of three years or less (given: {Months?.ToString() ?? "none"} months)"), new LegalRef("刑法72"), new Text("核对判决书", "check the judgment"));

[EventType("criminal.judged")]
public sealed record Judged(DateOnly On, string Court, string? CaseNumber, Verdict Verdict, int? Months, int? SuspendedMonths, Money? Fine, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.Indicted], Stage.Judged, On, Outcome);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("judged", On, p));

    // not a property of the record: it would be written into the log
    IEnumerable<Text> IMatterEvent.Doubts => CaseNumber is null ? [] :
        CourtCaseNumber.Read(CaseNumber).Reasons.Select(r => new Text($"案号“{CaseNumber}”：{r.Zh}", $"case number “{CaseNumber}”: {r.En}"));

    private Text Outcome => new(
        string.Join('，', new[] { Months is { } m ? $"{m} 个月" : Verdict.Label().Zh, SuspendedMonths is { } s ? $"缓刑 {s} 个月" : null, Fine is { } f ? $"罚金 {f} 元" : null }.OfType<string>()),
        string.Join(", ", new[] { Months is { } n ? $"{n} months" : Verdict.Label().En, SuspendedMonths is { } t ? $"probation {t} months" : null, Fine is { } g ? $"fine {g} yuan" : null }.OfType<string>()));

    public Text Says(Matter matter) => new($"收到判决：{matter.Names(Persons)}（{Outcome.Zh}）", $"Judgment received: {matter.Names(Persons)} ({Outcome.En})");
}
