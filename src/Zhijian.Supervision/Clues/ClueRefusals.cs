using Zhijian.Kernel;

namespace Zhijian.Supervision.Clues;

public sealed record ClueIsElsewhere(string Unit)
    : Refusal("clue-is-elsewhere", new Text($"线索现由{Unit}办理", $"the clue is now with {Unit}"), null, new Text("请该院办理；本院可以查看", "ask that office; you may read it"));

public sealed record ClueIsAnothers(string Name)
    : Refusal("clue-is-anothers", new Text($"线索由{Name}办理", $"{Name} handles the clue"), null, new Text("请其办理，或者由部门负责人改派", "ask them, or have the head of the office assign it anew"));

public sealed record ClueIsUnderTransfer(string Unit)
    : Refusal("clue-is-under-transfer", new Text($"线索已移送{Unit}，尚未答复", $"the clue was transferred to {Unit}, which has not answered"), null, new Text("等该院接收或者退回", "wait until it accepts or returns the clue"));

public sealed record ClueIsJudged(Text Judgement, string On)
    : Refusal("clue-is-judged", new Text($"已于 {On} 判断为“{Judgement.Zh}”", $"it was judged “{Judgement.En}” on {On}"), null, new Text("先撤回判断，写明理由", "withdraw the judgement first, with a reason"));

public sealed record ClueIsNotJudged()
    : Refusal("clue-is-not-judged", new Text("还没有判断", "it is not judged yet"), null, new Text("没有可以撤回的", "there is nothing to withdraw"));

public sealed record ClueIsSettled(Text State)
    : Refusal("clue-is-settled", new Text($"线索已处理：{State.Zh}", $"the clue is settled: {State.En}"), null, new Text("需要重新办理的，先撤回判断", "to take it up again, withdraw the judgement first"));

public sealed record JudgementWasBuiltOn()
    : Refusal("judgement-was-built-on", new Text("在这一判断上已有后续办理", "something was built on the judgement"), null, new Text("登记结果，不撤回判断", "record a result; the judgement stands"));

public sealed record SetAsideNeedsAReason(IReadOnlyList<string> Known)
    : Refusal("set-aside-needs-a-reason", new Text("不采用须选定理由", "whoever sets a clue aside chooses a reason"), null, new Text($"选一项：{string.Join('、', Known)}", $"choose one of {string.Join(", ", Known)}"));

public sealed record NoteIsMissing(Text Word)
    : Refusal("note-is-missing", new Text($"选“{Word.Zh}”须写明具体情况", $"“{Word.En}” wants a note"), null, new Text("在说明里写明", "say in the note what it is"));

public sealed record NoSuchClue(string Number)
    : Refusal("no-such-clue", new Text($"没有线索“{Number}”", $"there is no clue “{Number}”"), null, new Text("核对编号", "check the number"));

public sealed record DuplicateOfItself()
    : Refusal("duplicate-of-itself", new Text("不能与自己重复", "a clue is no duplicate of itself"), null, new Text("填另一条线索的编号", "give the number of another clue"));

public sealed record DuplicateOfADuplicate(string Number, string Of)
    : Refusal("duplicate-of-a-duplicate", new Text($"{Number} 本身与 {Of} 重复", $"{Number} itself is a duplicate of {Of}"), null, new Text($"填 {Of}", $"give {Of}"));

public sealed record DataFromWhom()
    : Refusal("data-from-whom", new Text("需要数据的，须写明向谁调取什么", "needs data: say what, and from whom"), null, new Text("两栏都填", "fill in both"));

public sealed record WithdrawalNeedsAReason()
    : Refusal("withdrawal-needs-a-reason", new Text("撤回须写理由", "a withdrawal has its reason"), null, new Text("写明为什么撤回；撤回也留痕", "say why; the withdrawal is logged, too"));

public sealed record NotAtWorkHere(string Person)
    : Refusal("not-at-work-here", new Text($"“{Person}”不是本单位的检察官、检察官助理或者部门负责人", $"“{Person}” is no prosecutor, assistant or head of this unit"), null, new Text("选择本单位人员", "choose a person of the unit"));

public sealed record ClueIsNotFollowed(Text State)
    : Refusal("clue-is-not-followed", new Text($"线索没有判断为跟进：{State.Zh}", $"the clue is not being followed: {State.En}"), null, new Text("先判断为跟进", "judge it first: follow"));

public sealed record NoSuchMatter(string Matter)
    : Refusal("no-such-matter", new Text($"没有案件“{Matter}”", $"no matter “{Matter}”"), null, new Text("核对案号", "check the number"));

public sealed record ClueIsInThatMatter(string Matter)
    : Refusal("clue-is-in-that-matter", new Text($"已登记在 {Matter}", $"it is recorded in {Matter} already"), null, new Text("不必重复登记", "there is nothing more to record"));

public sealed record NoSuchProcuratorate(string Code)
    : Refusal("no-such-procuratorate", new Text($"单位表中没有“{Code}”", $"there is no procuratorate “{Code}”"), null, new Text("填单位代码，如 990200", "give the code of a unit, e.g. 990200"));

public sealed record TransferToOneself()
    : Refusal("transfer-to-oneself", new Text("线索已在该院", "the clue is there already"), null, new Text("填另一个院", "give another procuratorate"));

public sealed record TransferNeedsAReason()
    : Refusal("transfer-needs-a-reason", new Text("移送须写理由", "a transfer has its reason"), null, new Text("写明为什么归该院管辖", "say why that procuratorate is competent"));

public sealed record NoTransferToAnswer()
    : Refusal("no-transfer-to-answer", new Text("没有移送本院待答复", "no transfer waits for an answer of this office"), null, new Text("核对线索", "check the clue"));

public sealed record ReturnNeedsAReason()
    : Refusal("return-needs-a-reason", new Text("退回须写理由", "whoever returns a clue says why"), null, new Text("写明理由", "give the reason"));

public sealed record UnknownResult(IReadOnlyList<string> Known)
    : Refusal("unknown-result", new Text("没有选定结果", "no result was chosen"), null, new Text($"选一项：{string.Join('、', Known)}", $"choose one of {string.Join(", ", Known)}"));

public sealed record ResultOutOfTime(string From, string To)
    : Refusal("result-out-of-time", new Text($"结果的日期须在 {From} 至 {To} 之间", $"the day of a result lies between {From} and {To}"), null, new Text("线索产生以后、今天以前", "not before the clue was raised, not after today"));

public sealed record RaisedByThoseAtWork()
    : Refusal("raised-by-those-at-work", new Text("系统管理员不处理线索", "an administrator raises no clues"), null, new Text("由办案人员运行模型或者导入", "somebody at work in matters runs the model or takes the file in"));
