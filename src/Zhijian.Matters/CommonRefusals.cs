using Zhijian.Kernel;

namespace Zhijian.Matters;

/// <summary>The step is not open for the person in their present stage.</summary>
public sealed record OutOfOrder(string Person, Stage Stage, Text Step, LegalRef? Reference, Text Fix)
    : Refusal(
        "out-of-order",
        new Text($"{Person}现处于“{Stage.Label().Zh}”，不能“{Step.Zh}”", $"{Person} is at “{Stage.Label().En}”; “{Step.En}” is not open"),
        Reference,
        Fix);

public sealed record NotRegisteredYet(string Matter)
    : Refusal("not-registered-yet", new Text($"{Matter} 尚未登记", $"{Matter} is not registered yet"), null, new Text("先登记案件", "register the matter first"));

public sealed record NobodyToActOn(Text Step, LegalRef? Reference, Text Fix)
    : Refusal("nobody-in-stage", new Text($"本案没有可以“{Step.Zh}”的人员", $"nobody in this matter is at a stage in which “{Step.En}” is open"), Reference, Fix);

public sealed record UnknownPerson(string Id)
    : Refusal("unknown-person", new Text($"本案没有编号为“{Id}”的人员", $"the matter has no person “{Id}”"), null, new Text("选择本案人员，如 P1", "choose a person of the matter, e.g. P1"));

public sealed record DateInFuture(DateOnly On, DateOnly Today)
    : Refusal(
        "date-in-future",
        new Text($"日期 {On:yyyy-MM-dd} 晚于今天 {Today:yyyy-MM-dd}", $"{On:yyyy-MM-dd} is after today, {Today:yyyy-MM-dd}"),
        null,
        new Text("登记已经发生的事；填今天或以前的日期", "record what has happened: give today or an earlier day"));

public sealed record DateTooEarly(DateOnly On)
    : Refusal(
        "date-too-early",
        new Text($"日期 {On:yyyy-MM-dd} 早于 1980 年", $"{On:yyyy-MM-dd} is before 1980"),
        null,
        new Text("核对年份", "check the year"));

public sealed record BeforeTheStage(string Person, DateOnly On, PartialDate Since, Stage Stage)
    : Refusal(
        "before-the-stage",
        new Text($"日期 {On:yyyy-MM-dd} 早于{Person}进入“{Stage.Label().Zh}”的日期 {Since}", $"{On:yyyy-MM-dd} is before {Person} entered “{Stage.Label().En}” on {Since}"),
        null,
        new Text("核对日期；如原记录有误，先提出更正", "check the date; if the earlier record is wrong, propose a correction first"));

public sealed record MatterIsClosed(PartialDate On)
    : Refusal("matter-closed", new Text($"本案已于 {On} 办结", $"the matter was closed on {On}"), null, new Text("如结案有误，提出更正", "if the closing was an error, propose a correction"));

public sealed record FieldIsEmpty(string Name, Text Label)
    : Refusal("field-empty", new Text($"“{Label.Zh}”未填", $"“{Label.En}” is empty"), null, new Text("请填写", "fill it in"));

public sealed record UnknownCharge(string Charge)
    : Refusal("unknown-charge", new Text($"罪名表中没有“{Charge}”", $"no charge “{Charge}” in the list"), null, new Text("填罪名或刑法条号，如 213", "give the name or the article, e.g. 213"));

public sealed record NotAColleague(string Id)
    : Refusal("not-a-colleague", new Text($"本院没有编号为“{Id}”的在岗人员", $"nobody called “{Id}” works in this unit"), null, new Text("填本院人员的编号，如 lu", "give the id of somebody of the unit, e.g. lu"));
