using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FourChecks;

/// <summary>
/// Record what one function found that may concern another (登记发现): a doubtful registration, a false suit, harm to consumers. The rules of data/checks
/// then put their questions; courts, organs and numbers named here are carried over into what is opened on it, and not typed again.
/// </summary>
public sealed record RecordFinding(
    [Label("日期", "Found on")] DateOnly On,
    [Label("发现了什么", "Kind of finding")] string Kind,
    [Label("在哪项职能中发现", "Found in")] Track FoundIn,
    [Label("事实", "What was found", HintZh = "谁、何时、做了什么，凭什么知道", HintEn = "who, when, what, and how it is known"), LongText] string What,
    [Label("材料性质", "What it rests on", HintZh = "决定能否用到其他职能", HintEn = "on which its use in other functions depends")] Material Material,
    [Label("出处", "Source", HintZh = "卷宗页码、证据名称", HintEn = "exhibit and page")] string Source,
    [Label("有关机关、法院外的单位", "Organ or body concerned", HintZh = "公安机关、行政机关、违法行为人", HintEn = "police, administrative organ, wrongdoer")] string? Organ = null,
    [Label("法院", "Court")] string? Court = null,
    [Label("案号", "Case number")] string? CaseNumber = null,
    [Label("当事人", "Parties")] string? Parties = null,
    [Label("裁判生效日期", "Judgment effective on")] PartialDate? EffectiveOn = null,
    [Label("行政行为", "Administrative act")] string? Act = null,
    [Label("行政行为文号", "Number of the act")] string? ActNumber = null,
    [Label("行政行为日期", "Date of the act")] PartialDate? ActOn = null)
    : ICommand<RecordFinding>
{
    public static Decision Decide(Matter matter, RecordFinding c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (x.Law.Vocabulary.Finding(c.Kind.Trim()) is not { } kind)
            return new UnknownFindingKind(c.Kind, [.. x.Law.Vocabulary.Findings.Select(f => f.Title.Zh)]) { Field = "kind" };
        if ((Guard.Empty(c.What, "what", "事实", "What was found") ?? Guard.Empty(c.Source, "source", "出处", "Source")) is { } empty)
            return empty;
        return Decision.Of(new FindingRecorded(
            c.On, kind.Id, kind.Title, c.FoundIn, c.What.Trim(), c.Material, c.Source.Trim(), Filled(c.Organ), Filled(c.Court), Filled(c.CaseNumber), Filled(c.Parties),
            c.EffectiveOn, Filled(c.Act), Filled(c.ActNumber), c.ActOn));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

public sealed record UnknownFindingKind(string Given, IReadOnlyList<string> Known)
    : Refusal("unknown-finding-kind", new Text($"没有“{Given}”这一种发现", $"there is no kind of finding “{Given}”"), null, new Text($"选用：{string.Join('、', Known)}", $"choose one of: {string.Join(", ", Known)}"));

/// <param name="Title">The name of its kind as it was then.</param>
[EventType("checks.finding-recorded")]
public sealed record FindingRecorded(
    DateOnly On, string Kind, Text Title, Track FoundIn, string What, Material Material, string Source, string? Organ, string? Court, string? CaseNumber,
    string? Parties, PartialDate? EffectiveOn, string? Act, string? ActNumber, PartialDate? ActOn) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Found(this);

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence(Occurrence.Finding, On, matter.Findings[^1].Id) { Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["kind"] = Kind } }];

    public Text Says(Matter matter) => new($"发现：{Title.Zh}（{What}）", $"Found: {Title.En} ({What})");

    Track? IMatterEvent.Track => FoundIn;
}

/// <summary>A finding of the matter. <paramref name="Id"/>: D1, D2 …</summary>
public sealed record Finding(string Id, FindingRecorded Is);
