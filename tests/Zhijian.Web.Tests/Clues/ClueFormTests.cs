using Shouldly;
using Xunit;
using Zhijian.Supervision.Clues;
using Zhijian.Web.Clues;

namespace Zhijian.Web.Tests.Clues;

/// <summary>An act from what was typed.</summary>
public sealed class ClueFormTests
{
    private static (ClueAct? Act, Zhijian.Matters.FieldError? Wrong) Bind(string act, params (string Name, string Value)[] given) =>
        ClueForm.Bind(act, f => given.Where(g => g.Name == f).Select(g => g.Value).FirstOrDefault());

    [Fact]
    public void Every_act_is_bound_and_what_is_empty_is_not_there()
    {
        Bind("judge", ("judgement", "duplicate"), ("of", " ms-2026-pat-0001 "), ("note", "")).Act.ShouldBe(new JudgeClue(Judgement.Duplicate, Of: "MS-2026-PAT-0001"));
        Bind("grade", ("grade", "A")).Act.ShouldBe(new GradeClue(ClueGrade.A));
        Bind("take").Act.ShouldBe(new TakeClue());
        Bind("assign", ("person", "shen")).Act.ShouldBe(new AssignClue("shen"));
        Bind("withdraw", ("reason", "误选")).Act.ShouldBe(new WithdrawJudgement("误选"));
        Bind("transfer", ("unit", "990200"), ("reason", "管辖")).Act.ShouldBe(new TransferClue("990200", "管辖"));
        Bind("answer", ("answer", "return"), ("reason", "不归我院")).Act.ShouldBe(new AnswerTransfer(false, "不归我院"));
        Bind("matter", ("matter", "ms-2026-0001")).Act.ShouldBe(new LinkMatter("MS-2026-0001"));
        Bind("result", ("kind", "nothing"), ("on", "2026-09-28")).Act.ShouldBe(new RecordResult("nothing", new DateOnly(2026, 9, 28)));
        ClueActKind.All.ShouldAllBe(k => Bind(k.Name).Act != null || Bind(k.Name).Wrong != null);
    }

    [Theory]
    [InlineData("judge", "judgement")]
    [InlineData("grade", "grade")]
    [InlineData("answer", "answer")]
    [InlineData("result", "on")]
    public void What_is_missing_is_told_at_its_field(string act, string field) => Bind(act, (field, "nonsense")).Wrong!.Field.ShouldBe(field);

    [Fact]
    public void What_is_no_act_is_none() => Bind("drop").ShouldBe((null, null));
}
