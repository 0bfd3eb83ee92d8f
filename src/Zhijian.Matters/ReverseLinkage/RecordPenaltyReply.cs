using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>Record what the agency did (处理结果; 刑诉法177第3款): punished, not punished with its reason, or no reply; for all persons or for some.</summary>
public sealed record RecordPenaltyReply(
    [Label("日期", "Date")] DateOnly On,
    [Label("处理结果", "Result")] PenaltyResult Result,
    [Label("处罚种类", "Kind of penalty")] AdministrativePenalty? Kind = null,
    [Label("决定书文号", "Number of the decision")] string? Number = null,
    [Label("处罚日期", "Penalty of")] DateOnly? PunishedOn = null,
    [Label("罚款（元）", "Fine (yuan)")] Money? Fine = null,
    [Label("没收（元）", "Confiscated (yuan)")] Money? Confiscated = null,
    [Label("处罚机关", "Organ", HintZh = "空白为检察意见所致的机关", HintEn = "empty = the agency of the opinion")] string? Organ = null,
    [Label("不予处罚的理由", "Why it does not punish"), LongText] string? Reason = null,
    [Label("人员", "Persons", HintZh = "空白为全部未答复的", HintEn = "empty = all not answered yet")] IReadOnlyList<string>? Persons = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordPenaltyReply>
{
    public static Decision Decide(Matter matter, RecordPenaltyReply c, StepContext x) => Proceedings.In(matter, c.Proceeding, c.On, x, p =>
    {
        IReadOnlyList<string> persons = c.Persons is { Count: > 0 } ? [.. c.Persons.Distinct(StringComparer.Ordinal)] : p.Unanswered();
        if (persons.Count == 0 || persons.FirstOrDefault(i => !p.Unanswered().Contains(i)) is not null)
            return new NotWaitedFor(p.Id, [.. p.Unanswered().Select(i => matter.NameOf(i)!)]) { Field = "persons" };
        if (Wrong(c) is { } wrong)
            return wrong;
        // two months are not verified: a hasty “no reply” is recorded with its doubt, never refused
        var due = c.Result == PenaltyResult.NoReply
            ? new[] { "answer-penalty-opinion", "answer-penalty-opinion-fixed" }.Select(r => matter.Clocks(r, x).GetValueOrDefault(p.Id)).OfType<Law.Duty>().MaxBy(d => d.OpenedOn.Latest)?.Count.Due
            : null;
        return Decision.Of(new PenaltyReplied(
            c.On, c.Result, c.Kind, c.Number?.Trim(), c.PunishedOn, c.Fine, c.Confiscated, c.Result == PenaltyResult.Punished ? c.Organ?.Trim() ?? p.Fact("agency") : null, c.Reason?.Trim(), due >= c.On ? due : null, persons, p.Id));
    });

    private static Refusal? Wrong(RecordPenaltyReply c)
    {
        if (c.Result != PenaltyResult.Punished)
            return c.Kind is not null || c.Number is not null || c.PunishedOn is not null || c.Fine is not null || c.Confiscated is not null ? new NoPenaltyInThisResult(c.Result.Label()) { Field = "result" }
                : c.Result == PenaltyResult.NotPunished ? Guard.Empty(c.Reason, "reason", "不予处罚的理由", "Why it does not punish")
                : null;
        if (c.Kind is not { } kind)
            return new FieldIsEmpty("kind", new Text("处罚种类", "Kind of penalty")) { Field = "kind" };
        if (c.PunishedOn is not { } day)
            return new FieldIsEmpty("punishedOn", new Text("处罚日期", "Penalty of")) { Field = "punishedOn" };
        if (day > c.On)
            return new PunishedAfterTheReply(day, c.On) { Field = "punishedOn" };
        if (kind == AdministrativePenalty.Fine && c.Fine is null or { Yuan: 0 })
            return new FieldIsEmpty("fine", new Text("罚款（元）", "Fine (yuan)")) { Field = "fine" };
        return Guard.Empty(c.Number, "number", "决定书文号", "Number of the decision");
    }
}

public enum PenaltyResult
{
    [Label("已给予行政处罚", "Punished")]
    Punished,

    [Label("不予行政处罚", "Not punished")]
    NotPunished,

    [Label("逾期未回复", "No reply")]
    NoReply,
}

/// <summary>The kinds of 行政处罚法9.</summary>
public enum AdministrativePenalty
{
    [Label("警告、通报批评", "Warning or public criticism")]
    Warning,

    [Label("罚款", "Fine")]
    Fine,

    [Label("没收违法所得、没收非法财物", "Confiscation")]
    Confiscation,

    [Label("暂扣、降低、吊销许可证件", "Licence suspended, lowered or revoked")]
    Licence,

    [Label("限制开展生产经营活动、责令停产停业、责令关闭、限制从业", "Business restricted, stopped or closed")]
    Business,

    [Label("行政拘留", "Administrative detention")]
    Detention,

    [Label("法律、行政法规规定的其他行政处罚", "Other penalty laid down by law")]
    Other,
}

public sealed record NotWaitedFor(string Id, IReadOnlyList<string> Waiting)
    : Refusal(
        "not-waited-for",
        new Text($"{Id} 中待处理结果的人员：{(Waiting.Count == 0 ? "无" : string.Join('、', Waiting))}", $"{Id} waits for the result of: {(Waiting.Count == 0 ? "nobody" : string.Join(", ", Waiting))}"),
        new LegalRef("刑诉法177第3款"),
        new Text("选择待处理结果的人员；结果有误的，更正原记录", "choose a person whose result is awaited; if a result was wrong, correct the record"));

public sealed record NoPenaltyInThisResult(Text Result)
    : Refusal("no-penalty-in-this-result", new Text($"“{Result.Zh}”没有处罚种类、文号、日期和金额", $"“{Result.En}” has no kind, number, date or amount"), null, new Text("清空这些项目，或改处理结果", "clear them, or change the result"));

public sealed record PunishedAfterTheReply(DateOnly Punished, DateOnly On)
    : Refusal("punished-after-the-reply", new Text($"处罚日期 {Punished:yyyy-MM-dd} 晚于登记的 {On:yyyy-MM-dd}", $"the penalty of {Punished:yyyy-MM-dd} is after {On:yyyy-MM-dd}"), null, new Text("核对两个日期", "check both dates"));

/// <param name="RunsUntil">The last day of the (unverified) period, where it had not ended when “no reply” was recorded.</param>
[EventType("penalty.replied")]
public sealed record PenaltyReplied(
    DateOnly On, PenaltyResult Result, AdministrativePenalty? Kind, string? Number, DateOnly? PunishedOn, Money? Fine, Money? Confiscated, string? Organ, string? Reason, DateOnly? RunsUntil,
    IReadOnlyList<string> Persons, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        if (Result != PenaltyResult.NoReply)
            foreach (var person in Persons)
                proceeding.Set($"answer-{person}", Words.Kebab(Result));
        // while the agency still owes an answer on somebody, the proceeding waits; that it did not reply is something to evaluate
        if (Result == PenaltyResult.NoReply || proceeding.Unanswered().Count == 0)
            proceeding.Move("replied", On, Result.Label());
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => matter.KnownProceeding(Proceeding).Unanswered().Count == 0 ? [new Occurrence("penalty-answered", On, Proceeding)] : [];

    // not a property of the record: it would be written into the log
    IEnumerable<Text> IMatterEvent.Doubts => RunsUntil is { } until
        ? [new Text($"回复期（高检发释字〔2021〕4号10，二个月待核）到 {until:yyyy-MM-dd}，登记时没有届满", $"the period for the reply (unverified) runs until {until:yyyy-MM-dd}; it had not ended")]
        : [];

    public Text Says(Matter matter)
    {
        var (zh, en) = (new List<string?>(), new List<string?>());
        void Add(bool has, string inZh, string inEn)
        {
            if (has)
            {
                zh.Add(inZh);
                en.Add(inEn);
            }
        }
        Add(Kind is not null, $"{Organ} {PunishedOn:yyyy-MM-dd} {Number}", $"{Organ} {PunishedOn:yyyy-MM-dd} {Number}");
        Add(Kind is not (null or AdministrativePenalty.Fine), $"{Kind?.Label().Zh}", $"{Kind?.Label().En.ToLowerInvariant()}");
        Add(Fine is not null, $"罚款 {Fine} 元", $"fine {Fine} yuan");
        Add(Confiscated is not null, $"没收 {Confiscated} 元", $"confiscated {Confiscated} yuan");
        Add(Reason is not null, $"{Reason}", $"{Reason}");
        var more = zh.Count > 0;
        return new($"{Proceeding} {matter.Names(Persons)}：{Result.Label().Zh}{(more ? $"（{string.Join('，', zh)}）" : "")}", $"{Proceeding}: {matter.Names(Persons)}: {Result.Label().En.ToLowerInvariant()}{(more ? $" ({string.Join(", ", en)})" : "")}");
    }

    Track? IMatterEvent.Track => Track.Administrative;
}
