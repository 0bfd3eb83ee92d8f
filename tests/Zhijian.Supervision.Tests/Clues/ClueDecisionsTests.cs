using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Supervision.Clues;
using static Zhijian.Supervision.Tests.Clues.Some;

namespace Zhijian.Supervision.Tests.Clues;

/// <summary>What findings and people do to a clue, without a store.</summary>
public sealed class ClueDecisionsTests
{
    private static readonly ClueBecameMatter InMatter = new("MS-2026-0001");
    private static readonly ClueResultRecorded Ended = new("police-filed", new Text("立案", "filed"), new DateOnly(2026, 9, 28), null);

    private static ClueContext Context(Actor? actor = null, Clue? other = null, ClueOffice? target = null, bool sees = false) => new(
        actor ?? Lu, new DateOnly(2026, 9, 29), Words, new Dictionary<string, string> { ["lu"] = "陆某", ["shen"] = "沈某" }, other, target, sees, code => Office(code)?.Name ?? code);

    private static Clue Became(Clue clue, IClueEvent happened)
    {
        clue.Apply(happened, new ClueRecorded(clue.Version + 1, "lu", "2026-09-28", "2026-09-28T02:00:00.000Z"), "");
        return clue;
    }

    public static TheoryData<ClueState, RaisedAs> Comings => new()
    {
        { ClueState.Open, RaisedAs.Changed }, { ClueState.NeedsData, RaisedAs.Changed }, { ClueState.Followed, RaisedAs.Changed }, { ClueState.Transferring, RaisedAs.Changed },
        { ClueState.SetAside, RaisedAs.Reopened }, { ClueState.Duplicate, RaisedAs.Reopened }, { ClueState.Closed, RaisedAs.Reopened },
    };

    private static Clue In(ClueState state) => state switch
    {
        ClueState.Open => Clue(),
        ClueState.NeedsData => Clue(Judged(Judgement.NeedsData)),
        ClueState.Followed => Clue(Judged(Judgement.Follow)),
        ClueState.Transferring => Clue(new ClueTransferred("990200", Neighbour.Path, "邻市人民检察院", "管辖")),
        ClueState.SetAside => Clue(Judged(Judgement.SetAside)),
        ClueState.Duplicate => Clue(Judged(Judgement.Duplicate)),
        _ => Clue(Judged(Judgement.Follow), Ended),
    };

    [Theory, MemberData(nameof(Comings))]
    public void The_same_facts_change_nothing_and_other_facts_are_told_with_both_values(ClueState state, RaisedAs expected)
    {
        var clue = In(state);
        clue.State.ShouldBe(state);
        ClueDecisions.Raise(clue, Finding(score: 99, version: 2), City, "r2", null).ShouldBe((RaisedAs.SeenAgain, null));

        var (came, happened) = ClueDecisions.Raise(clue, Finding(amount: "72000", score: 80), City, "r2", null);
        came.ShouldBe(expected);
        Became(clue, happened!).Changes.ShouldBe([new FactChange("amount", "61000", "72000")]);
        clue.State.ShouldBe(expected == RaisedAs.Reopened || state is ClueState.NeedsData ? ClueState.Open : state);
        (clue.Score, clue.Changed, clue.Reopened).ShouldBe((80, 1, expected == RaisedAs.Reopened ? 1 : 0));
        clue.Timeline[^1].Says.Zh.ShouldContain("amount 61000 → 72000");
        ClueDecisions.Raise(clue, Finding(amount: "72000"), City, "r3", null).As.ShouldBe(RaisedAs.SeenAgain);
    }

    [Fact]
    public void A_value_that_is_not_there_is_as_unknown_as_one_that_is_null()
    {
        ClueDecisions.Changes(new Dictionary<string, string?> { ["a"] = null, ["b"] = "1" }, new Dictionary<string, string?> { ["b"] = "1", ["c"] = null }).ShouldBeEmpty();
        ClueDecisions.Changes(new Dictionary<string, string?> { ["b"] = "1" }, new Dictionary<string, string?> { ["a"] = "2" }).ShouldBe([new FactChange("a", null, "2"), new FactChange("b", "1", null)]);
    }

    public static TheoryData<string> Refusals => [.. Refused.Keys];

    private static Dictionary<string, (Clue Clue, ClueAct Act, ClueContext Context)> Refused { get; } = new(StringComparer.Ordinal)
    {
        ["clue-is-elsewhere"] = (Clue(), new TakeClue(), Context(He)),
        ["clue-is-anothers"] = (Clue(new ClueAssigned("shen", "沈某", true)), new JudgeClue(Judgement.Follow), Context()),
        ["clue-is-under-transfer"] = (In(ClueState.Transferring), new JudgeClue(Judgement.Follow), Context()),
        ["clue-is-judged"] = (In(ClueState.SetAside), new JudgeClue(Judgement.Follow), Context()),
        ["clue-is-not-judged"] = (Clue(), new WithdrawJudgement("误选"), Context()),
        ["clue-is-settled"] = (In(ClueState.Duplicate), new GradeClue(ClueGrade.A), Context()),
        ["judgement-was-built-on"] = (Clue(Judged(Judgement.Follow), InMatter), new WithdrawJudgement("误选"), Context()),
        ["set-aside-needs-a-reason"] = (Clue(), new JudgeClue(Judgement.SetAside, "because"), Context()),
        ["note-is-missing"] = (Clue(), new JudgeClue(Judgement.SetAside, "other", " "), Context()),
        ["no-such-clue"] = (Clue(), new JudgeClue(Judgement.Duplicate, Of: "MS-2026-PAT-0002"), Context()),
        ["duplicate-of-itself"] = (Clue(), new JudgeClue(Judgement.Duplicate, Of: "MS-2026-PAT-0001"), Context()),
        ["duplicate-of-a-duplicate"] = (Clue(), new JudgeClue(Judgement.Duplicate, Of: "MS-2026-PAT-0002"), Context(other: Clue(Judged(Judgement.Duplicate) with { Of = "MS-2026-PAT-0003" }))),
        ["data-from-whom"] = (Clue(), new JudgeClue(Judgement.NeedsData, From: "某市场监管局"), Context()),
        ["withdrawal-needs-a-reason"] = (In(ClueState.SetAside), new WithdrawJudgement(""), Context()),
        ["not-at-work-here"] = (Clue(), new AssignClue("he"), Context(Head)),
        ["clue-is-not-followed"] = (Clue(), new RecordResult("police-filed", new DateOnly(2026, 9, 28)), Context()),
        ["no-such-matter"] = (In(ClueState.Followed), new LinkMatter("MS-2026-0009"), Context()),
        ["clue-is-in-that-matter"] = (Clue(Judged(Judgement.Follow), InMatter), new LinkMatter("MS-2026-0001"), Context(sees: true)),
        ["no-such-procuratorate"] = (Clue(), new TransferClue("000000", "管辖"), Context()),
        ["transfer-to-oneself"] = (Clue(), new TransferClue("990100", "管辖"), Context(target: City)),
        ["transfer-needs-a-reason"] = (Clue(), new TransferClue("990200", ""), Context(target: Neighbour)),
        ["no-transfer-to-answer"] = (In(ClueState.Transferring), new AnswerTransfer(true), Context()),
        ["return-needs-a-reason"] = (In(ClueState.Transferring), new AnswerTransfer(false), Context(He)),
        ["unknown-result"] = (In(ClueState.Followed), new RecordResult("", new DateOnly(2026, 9, 28)), Context()),
        ["result-out-of-time"] = (In(ClueState.Followed), new RecordResult("police-filed", new DateOnly(2026, 9, 30)), Context()),
    };

    [Theory, MemberData(nameof(Refusals))]
    public void What_does_not_fit_is_refused_with_what_would_make_it_pass(string code)
    {
        var (clue, act, context) = Refused[code];
        var refusal = ClueDecisions.Decide(clue, act, context).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        new[] { refusal.Says.Zh, refusal.Says.En, refusal.Remedy.Zh, refusal.Remedy.En }.ShouldAllBe(s => s.Length > 0);
    }

    /// <summary>A refusal without its case above would be one that no act can meet.</summary>
    [Fact]
    public void Every_refusal_of_a_decision_has_its_case() =>
        typeof(Clue).Assembly.GetTypes().Where(t => t.Namespace == typeof(Clue).Namespace && t.IsSubclassOf(typeof(Refusal))).Select(t => Law.Words.Kebab(t.Name))
            .Where(c => c != "raised-by-those-at-work").ShouldBe(Refused.Keys, ignoreOrder: true);

    [Fact]
    public void The_head_acts_in_the_place_of_whoever_has_the_clue() =>
        ClueDecisions.Decide(Clue(new ClueAssigned("shen", "沈某", false)), new AssignClue("lu"), Context(Head)).Events.ShouldBe([new ClueAssigned("lu", "陆某", false)]);

    [Fact]
    public void A_judgement_is_withdrawn_and_made_anew_and_both_stay_in_the_timeline()
    {
        var clue = In(ClueState.SetAside);
        Became(clue, (IClueEvent)ClueDecisions.Decide(clue, new WithdrawJudgement("看错了行"), Context()).Events[0]).State.ShouldBe(ClueState.Open);
        Became(clue, (IClueEvent)ClueDecisions.Decide(clue, new JudgeClue(Judgement.Follow, Note: " 调卷 "), Context()).Events[0]).State.ShouldBe(ClueState.Followed);
        clue.Judged!.Note.ShouldBe("调卷");
        clue.Timeline.Select(t => t.Says.Zh).ShouldBe(["模型第 1 版发现，70 分", "不采用：", "撤回“不采用”：看错了行", "跟进：调卷"]);
    }

    [Fact]
    public void What_waits_for_data_may_be_judged_at_once() =>
        ClueDecisions.Decide(In(ClueState.NeedsData), new JudgeClue(Judgement.SetAside, "data-error"), Context()).Events.Single().ShouldBeOfType<ClueJudged>().Reason.ShouldBe("data-error");

    [Fact]
    public void A_transfer_is_returned_to_where_it_was_or_accepted_and_judged_anew()
    {
        var returned = Became(In(ClueState.Transferring), new ClueTransferAnswered(false, "不归我院管辖"));
        (returned.State, returned.Office).ShouldBe((ClueState.Open, "990100"));
        returned.Readers.ShouldBe([City.Path]);
        var accepted = Became(Clue(Judged(Judgement.Follow), new ClueTransferred("990200", Neighbour.Path, "邻市人民检察院", "管辖")), new ClueTransferAnswered(true, null));
        (accepted.State, accepted.Office, accepted.RaisedFor, accepted.Person).ShouldBe((ClueState.Open, "990200", "990100", null));
        accepted.Readers.ShouldBe([City.Path, Neighbour.Path]);
    }

    [Fact]
    public void A_reader_who_may_not_know_of_the_matter_reads_no_line_of_it()
    {
        var clue = Clue(Judged(Judgement.Follow), InMatter);
        clue.Forget("MS-2026-0001");
        clue.Matters.ShouldBeEmpty();
        clue.State.ShouldBe(ClueState.Followed);
        clue.Timeline.ShouldAllBe(t => !t.Says.Zh.Contains("案件"));
    }
}
