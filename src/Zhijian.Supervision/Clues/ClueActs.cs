using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Clues;

/// <summary>What a person does with a clue; the same record on the page, in the API and on the command line.</summary>
public abstract record ClueAct;

/// <summary>Sets the grade, in place of the score that the model proposes.</summary>
public sealed record GradeClue(ClueGrade Grade, string? Note = null) : ClueAct;

/// <summary>The head gives the clue to a person of the unit.</summary>
public sealed record AssignClue(string Person) : ClueAct;

/// <summary>The person takes the clue that nobody handles yet.</summary>
public sealed record TakeClue : ClueAct;

/// <summary>Follow, set aside with a reason, duplicate of another clue, or needs data: what, from whom.</summary>
public sealed record JudgeClue(Judgement Judgement, string? Reason = null, string? Note = null, string? Of = null, string? From = null, string? What = null) : ClueAct;

/// <summary>Takes the judgement back, as long as nothing was built on it. Both stay in the log.</summary>
public sealed record WithdrawJudgement(string Reason) : ClueAct;

/// <summary>Transfers the clue to another procuratorate, which accepts or returns it.</summary>
public sealed record TransferClue(string Unit, string Reason) : ClueAct;

/// <summary>The answer of the procuratorate that was asked to take the clue.</summary>
public sealed record AnswerTransfer(bool Accepted, string? Reason = null) : ClueAct;

/// <summary>Records the matter in which the clue is handled from now on.</summary>
public sealed record LinkMatter(string Matter) : ClueAct;

/// <summary>Records what came of the clue.</summary>
public sealed record RecordResult(string Kind, DateOnly On, string? Note = null) : ClueAct;

/// <summary>One kind of act: its name in addresses, and the roles that may.</summary>
public sealed record ClueActKind(string Name, Type Act, Text Title, IReadOnlyList<Role> Who)
{
    private static readonly Role[] Deciders = [Role.Prosecutor, Role.OfficeHead];

    public static IReadOnlyList<ClueActKind> All { get; } =
    [
        new("grade", typeof(GradeClue), new Text("定级", "Grade"), UnitSets.Hands),
        new("assign", typeof(AssignClue), new Text("分派", "Assign"), [Role.OfficeHead]),
        new("take", typeof(TakeClue), new Text("领取", "Take"), UnitSets.Hands),
        new("judge", typeof(JudgeClue), new Text("判断", "Judge"), Deciders),
        new("withdraw", typeof(WithdrawJudgement), new Text("撤回判断", "Withdraw the judgement"), Deciders),
        new("transfer", typeof(TransferClue), new Text("移送", "Transfer"), Deciders),
        new("answer", typeof(AnswerTransfer), new Text("答复移送", "Answer the transfer"), Deciders),
        new("matter", typeof(LinkMatter), new Text("转为案件", "Became a matter"), Deciders),
        new("result", typeof(RecordResult), new Text("登记结果", "Record a result"), UnitSets.Hands),
    ];

    public static ClueActKind Of(ClueAct act) => All.Single(k => k.Act == act.GetType());

    public static ClueActKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    public bool IsOpenTo(Actor actor) => Who.Any(actor.Is);
}
