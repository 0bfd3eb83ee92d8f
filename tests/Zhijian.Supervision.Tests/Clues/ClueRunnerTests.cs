using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Testing;
using static Zhijian.Supervision.Tests.Clues.Some;

namespace Zhijian.Supervision.Tests.Clues;

/// <summary>Clues in the store: raised once, numbered without gaps, seen by those who may, counted as they stand.</summary>
public sealed class ClueRunnerTests
{
    private static readonly string[] Tables = ["clue", "clue_reader", "clue_sighting"];

    private static async Task<IReadOnlyList<string>> DumpAsync(TestStore store)
    {
        var rows = new List<string>();
        foreach (var table in Tables)
            rows.AddRange(await store.DumpAsync(table));
        return rows;
    }

    private static async Task<long> DoneAsync(ClueRunner clues, Actor actor, string number, ClueAct act) =>
        (await clues.ActAsync(actor, ClueNumber.Parse(number), act)).ShouldBeOfType<ClueOutcome.Done>().Version;

    [Theory, EveryDatabase]
    public async Task Raised_again_findings_change_nothing_but_the_count_of_runs(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        (await clues.RaiseAsync("r1", [Finding("a"), Finding("b", model: "dead-right"), Finding("a", model: "dead-right")], Lu)).ShouldBe(new RaiseResult(3, 0, 0, 0));
        (await store.QueryAsync<string>("SELECT clue FROM clue ORDER BY clue")).ShouldBe(["MS-2026-DR-0001", "MS-2026-DR-0002", "MS-2026-PAT-0001"]);

        (await clues.RaiseAsync("r1", [Finding("a")], Lu)).ShouldBe(new RaiseResult(0, 1, 0, 0));
        (await lists.SightingsAsync(ClueNumber.Parse("MS-2026-PAT-0001"))).ShouldBe((1, "2026-09-28")); // the same run, broken off and raised again
        (await clues.RaiseAsync("r2", [Finding("a"), Finding("c")], Lu)).ShouldBe(new RaiseResult(1, 1, 0, 0));
        (await lists.SightingsAsync(ClueNumber.Parse("MS-2026-PAT-0001"))).Runs.ShouldBe(2);
        (await store.Events.LoadAsync("clue/MS-2026-PAT-0001")).Count.ShouldBe(1);
        (await store.QueryAsync<string>("SELECT clue FROM clue WHERE letters = 'PAT' ORDER BY clue")).ShouldBe(["MS-2026-PAT-0001", "MS-2026-PAT-0002"]);
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    private sealed record Said(int Key, int Model, int Amount);

    private static readonly Gen<Said> Findings = from key in Gen.Choose(0, 4) from model in Gen.Choose(0, 1) from amount in Gen.Choose(1, 3) select new Said(key, model, amount);

    /// <summary>Runs and judgements in any order: the same run twice changes no clue, numbers have no gap, and the tables are those of the log.</summary>
    [Theory, EveryDatabase]
    public async Task Whatever_was_judged_a_run_twice_is_a_run_once(Dialect dialect)
    {
        var (store, clues, _) = await OpenAsync(dialect);
        await using var closing = store;
        var run = 0;
        var generator = from findings in Gen.ListOf(Findings, 6) from judged in Gen.Choose(0, 9) from how in Gen.Choose(0, 2) select (findings, judged, how);
        await Task.Run(() => Prop.ForAll(Arb.From(generator), async Task (x) =>
        {
            var findings = x.findings.Select(s => Finding($"k{s.Key}", s.Model == 0 ? "dead-right" : "penalty-at-threshold", amount: $"{s.Amount}")).ToList();
            await clues.RaiseAsync($"r{++run}", findings, Lu);
            if ((await store.QueryAsync<string>("SELECT clue FROM clue ORDER BY clue")) is { Count: > 0 } known)
                await clues.ActAsync(Lu, ClueNumber.Parse(known[x.judged % known.Count]), x.how switch
                {
                    0 => new JudgeClue(Judgement.SetAside, "data-error"),
                    1 => new JudgeClue(Judgement.Follow),
                    _ => new WithdrawJudgement("再看"),
                });
            var before = await store.DumpAsync("clue");
            (await clues.RaiseAsync($"r{++run}", findings, Lu)).ShouldSatisfyAllConditions(r => r.New.ShouldBe(0), r => r.Changed.ShouldBe(0), r => r.Reopened.ShouldBe(0));
            (await store.DumpAsync("clue")).ShouldBe(before);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40)));
        foreach (var series in (await store.QueryAsync<(string Letters, long Serial)>("SELECT letters, serial FROM clue ORDER BY serial")).GroupBy(s => s.Letters))
            series.Select(s => (int)s.Serial).ShouldBe(Enumerable.Range(1, series.Count()));
        var lived = await DumpAsync(store);
        await store.Events.RebuildAsync();
        (await DumpAsync(store)).ShouldBe(lived);
    }

    [Theory, EveryDatabase]
    public async Task A_thousand_findings_are_raised_in_one_go(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        var many = Enumerable.Range(0, 1_000).Select(i => Finding($"k{i:D4}", score: 1 + i % 100)).ToList();
        var watch = Stopwatch.StartNew();
        (await clues.RaiseAsync("r1", many, Lu)).New.ShouldBe(1_000);
        var first = watch.Elapsed;
        watch.Restart();
        (await clues.RaiseAsync("r2", many, Lu)).Again.ShouldBe(1_000);
        TestContext.Current.SendDiagnosticMessage($"{dialect}: 1,000 new in {first.TotalSeconds:0.00} s, again in {watch.Elapsed.TotalSeconds:0.00} s");
        var (rows, total) = await lists.FindAsync(Lu, new ClueFilter { ToReview = true }, 3);
        total.ShouldBe(1_000);
        rows.Select(r => r.Score).ShouldBe([100, 100, 100]);
        first.ShouldBeLessThan(TimeSpan.FromSeconds(20)); // a second or two where nobody else works on the machine
    }

    [Theory, EveryDatabase]
    public async Task It_is_raised_for_the_unit_of_the_data_only_by_whoever_sees_that_unit(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        await clues.RaiseAsync("r1", [Finding("a", unit: "990200"), Finding("b", unit: "990101"), Finding("c", unit: "nowhere")], Lu);
        await clues.RaiseAsync("r2", [Finding("a", unit: "990200"), Finding("d", unit: "990101")], Upper);
        (await store.QueryAsync<string>("SELECT clue || ' ' || office FROM clue ORDER BY clue")).ShouldBe(
            ["LS-2026-PAT-0001 990200", "MS-2026-PAT-0001 990100", "MS-2026-PAT-0002 990100", "MS-2026-PAT-0003 990100", "MSQ-2026-PAT-0001 990101"]);
        (await clues.RaiseAsync("r3", [Finding("e")], An.Actor("admin", An.Office, Role.Administrator))).Refusal!.Code.ShouldBe("raised-by-those-at-work");

        async Task<IEnumerable<string>> SeesAsync(Actor actor) => (await lists.FindAsync(actor, new ClueFilter { Scope = ClueScope.All })).Rows.Select(r => r.Clue[..3]).Order(StringComparer.Ordinal);
        (await SeesAsync(Lu)).ShouldBe(["MS-", "MS-", "MS-"]);
        (await SeesAsync(He)).ShouldBe(["LS-"]);
        (await SeesAsync(Upper)).ShouldBe(["LS-", "MS-", "MS-", "MS-", "MSQ"]);
        (await SeesAsync(An.Actor("admin", An.Office, Role.Administrator))).ShouldBeEmpty();
        (await lists.CountsAsync(He, ClueScope.All)).Sum(c => c.Count).ShouldBe(1);
        (await lists.PerformanceAsync(He)).Single().Raised.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task For_others_it_does_not_exist_until_it_is_transferred_to_them(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        await clues.RaiseAsync("r1", [Finding("a", unit: "990200")], Lu);
        var number = ClueNumber.Parse("MS-2026-PAT-0001");
        (await clues.FindAsync(He, number)).ShouldBeNull();
        (await clues.ActAsync(He, number, new TakeClue())).ShouldBeOfType<ClueOutcome.NotFound>();
        await clues.RaiseAsync("r2", [Finding("z")], He);
        (await clues.ActAsync(He, ClueNumber.Parse("LS-2026-PAT-0001"), new JudgeClue(Judgement.Duplicate, Of: number.Value))).ShouldBeOfType<ClueOutcome.Refused>().Refusal.Code.ShouldBe("no-such-clue");

        await DoneAsync(clues, Lu, number.Value, new TransferClue("990200", "侵权行为地在邻市"));
        (await clues.FindAsync(He, number))!.State.ShouldBe(ClueState.Transferring);
        (await lists.FindAsync(He, new ClueFilter { State = ClueState.Transferring })).Total.ShouldBe(1);
        await DoneAsync(clues, He, number.Value, new AnswerTransfer(false, "行为地在贵院辖区"));
        (await clues.FindAsync(He, number)).ShouldBeNull();
        (await lists.FindAsync(He, new ClueFilter { Scope = ClueScope.All })).Total.ShouldBe(1);

        await DoneAsync(clues, Lu, number.Value, new TransferClue("990200", "补充了收货地"));
        await DoneAsync(clues, He, number.Value, new AnswerTransfer(true));
        await DoneAsync(clues, He, number.Value, new JudgeClue(Judgement.Follow));
        (await clues.FindAsync(Lu, number))!.State.ShouldBe(ClueState.Followed); // who sent it reads what came of it
        (await clues.ActAsync(Lu, number, new WithdrawJudgement("误"))).ShouldBeOfType<ClueOutcome.Refused>().Refusal.Code.ShouldBe("clue-is-elsewhere");
        (await lists.FindAsync(Lu, new ClueFilter())).Total.ShouldBe(0);
        (await lists.FindAsync(Lu, new ClueFilter { Scope = ClueScope.Sent })).Total.ShouldBe(1);
        // its identity is where it was raised: found again it is not raised a second time
        (await clues.RaiseAsync("r3", [Finding("a", unit: "990200")], Lu)).ShouldBe(new RaiseResult(0, 1, 0, 0));
    }

    [Theory, EveryDatabase]
    public async Task Roles_versions_and_hidden_matters(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        await clues.RaiseAsync("r1", [Finding("a")], Lu);
        var number = ClueNumber.Parse("MS-2026-PAT-0001");
        (await clues.ActAsync(Lu, number, new AssignClue("shen"))).ShouldBeOfType<ClueOutcome.Forbidden>().Needed.ShouldBe([Role.OfficeHead]);
        (await clues.ActAsync(Head, number, new AssignClue("fang"))).ShouldBeOfType<ClueOutcome.Refused>().Refusal.Code.ShouldBe("not-at-work-here");
        await DoneAsync(clues, Lu, number.Value, new TakeClue());
        (await clues.ActAsync(Lu, number, new JudgeClue(Judgement.Follow), expected: 1)).ShouldBeOfType<ClueOutcome.Conflict>().ShouldSatisfyAllConditions(c => c.Version.ShouldBe(2), c => c.ChangedBy.ShouldBe("lu"));
        await DoneAsync(clues, Lu, number.Value, new JudgeClue(Judgement.Follow));
        (await clues.ActAsync(Head, number, new LinkMatter("MS-2026-0001"))).ShouldBeOfType<ClueOutcome.Refused>().Refusal.Code.ShouldBe("no-such-matter");
        await DoneAsync(clues, Lu, number.Value, new LinkMatter("MS-2026-0001"));
        (await clues.FindAsync(Lu, number))!.Matters.ShouldBe(["MS-2026-0001"]);
        (await clues.FindAsync(Head, number))!.ShouldSatisfyAllConditions(c => c.Matters.ShouldBeEmpty(), c => c.Timeline.ShouldAllBe(t => t.Matter == null));
        (await lists.FindAsync(Head, new ClueFilter { State = ClueState.Followed })).Total.ShouldBe(1); // a list says nothing of matters
    }

    [Theory, EveryDatabase]
    public async Task Precision_and_yield_count_each_clue_once_as_it_stands_and_open_the_same_lists(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        await clues.RaiseAsync("r1", [.. "abcdefgh".Select(k => Finding($"{k}"))], Lu);
        string N(int serial) => $"MS-2026-PAT-{serial:D4}";
        await DoneAsync(clues, Lu, N(1), new JudgeClue(Judgement.Follow));
        await DoneAsync(clues, Lu, N(2), new JudgeClue(Judgement.Follow));
        await DoneAsync(clues, Lu, N(3), new JudgeClue(Judgement.SetAside, "lawful-enforcement"));
        await DoneAsync(clues, Lu, N(4), new JudgeClue(Judgement.Duplicate, Of: N(1)));
        await DoneAsync(clues, Lu, N(5), new JudgeClue(Judgement.NeedsData, From: "市场监管局", What: "处罚卷宗"));
        await DoneAsync(clues, Lu, N(6), new JudgeClue(Judgement.Follow));
        await DoneAsync(clues, Lu, N(6), new WithdrawJudgement("误选"));
        await DoneAsync(clues, Lu, N(1), new RecordResult("police-filed", clues.Today));
        await DoneAsync(clues, Lu, N(2), new RecordResult("nothing", clues.Today, "查无问题"));
        await clues.RaiseAsync("r2", [Finding("i", version: 2)], Lu);

        var all = await lists.PerformanceAsync(Lu);
        all.ShouldBe([new ModelPerformance("penalty-at-threshold", 1, "2026-Q3", 8, 3, 2, 1), new ModelPerformance("penalty-at-threshold", 2, "2026-Q3", 1, 0, 0, 0)]);
        (all[0].Precision, all[0].Yield, all[1].Precision).ShouldBe((2m / 3, 1m / 8, null));
        foreach (var (measure, count) in new[] { (ClueMeasure.Judged, 3), (ClueMeasure.Confirmed, 2), (ClueMeasure.Yielded, 1) })
            (await lists.FindAsync(Lu, new ClueFilter { Scope = ClueScope.All, Model = "penalty-at-threshold", ModelVersion = 1, Quarter = "2026-Q3", Measure = measure })).Total.ShouldBe(count);
    }

    [Theory, EveryDatabase]
    public async Task Two_models_of_one_subject_are_read_together(Dialect dialect)
    {
        var (store, clues, lists) = await OpenAsync(dialect);
        await using var _ = store;
        await clues.RaiseAsync("r1", [Finding("a", subject: "某商行ABC"), Finding("x", "dead-right", subject: "某商行ａｂｃ"), Finding("y", "dead-right", subject: "别家")], Lu);
        await clues.RaiseAsync("r1", [Finding("a", subject: "某商行abc")], He);
        (await lists.SameSubjectAsync(Lu, ClueNumber.Parse("MS-2026-PAT-0001"))).Select(r => r.Clue).ShouldBe(["MS-2026-DR-0001"]);
        (await lists.SameSubjectAsync(He, ClueNumber.Parse("LS-2026-PAT-0001"))).ShouldBeEmpty();
    }
}
