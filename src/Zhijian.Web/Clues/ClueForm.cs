using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Clues;

/// <summary>An act on a clue from what was typed, on the page or on the command line. Pure.</summary>
public static class ClueForm
{
    /// <returns>The act, or what is wrong with which field; both null for an act that there is not.</returns>
    public static (ClueAct? Act, FieldError? Wrong) Bind(string act, Func<string, string?> field)
    {
        string Text(string name) => field(name)?.Trim() ?? "";
        string? Or(string name) => Text(name) is { Length: > 0 } text ? text : null;
        return act switch
        {
            "grade" => Words.Parse<ClueGrade>(Text("grade").ToLowerInvariant()) is { } grade ? (new GradeClue(grade, Or("note")), null) : Wrong("grade", "请选择级别：A、B、C", "choose a grade: A, B, C"),
            "assign" => (new AssignClue(Text("person")), null),
            "take" => (new TakeClue(), null),
            "judge" => Words.Parse<Judgement>(Text("judgement")) is { } judgement
                ? (new JudgeClue(judgement, Or("reason"), Or("note"), Or("of")?.ToUpperInvariant(), Or("from"), Or("what")), null)
                : Wrong("judgement", "请选择：跟进、不采用、重复、需要数据", "choose: follow, set aside, duplicate, needs data"),
            "withdraw" => (new WithdrawJudgement(Text("reason")), null),
            "transfer" => (new TransferClue(Text("unit"), Text("reason")), null),
            "answer" => Text("answer") switch
            {
                "accept" => (new AnswerTransfer(true, Or("reason")), null),
                "return" => (new AnswerTransfer(false, Or("reason")), null),
                _ => Wrong("answer", "请选择：接收、退回", "choose: accept, return"),
            },
            "matter" => (new LinkMatter(Text("matter").ToUpperInvariant()), null),
            "result" => DateOnly.TryParseExact(Text("on"), "yyyy-MM-dd", out var on) ? (new RecordResult(Text("kind"), on, Or("note")), null) : Wrong("on", "请填日期，如 2026-09-28", "give the day, e.g. 2026-09-28"),
            _ => (null, null),
        };
    }

    private static (ClueAct?, FieldError?) Wrong(string field, string zh, string en) => (null, new FieldError(field, new Text(zh, en)));
}
