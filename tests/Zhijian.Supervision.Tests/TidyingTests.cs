using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Supervision.Tests.Runs;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests;

/// <summary>Old snapshots and findings go, and nothing that somebody still needs.</summary>
public sealed class TidyingTests
{
    private static readonly Actor Admin = An.Actor("admin", roles: Role.Administrator);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_a_clue_rests_on_stays_until_it_was_judged_long_ago(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties);
        var first = await RunAsync(at);
        await at.Clues.RaiseAsync(first, at.Runs.FileOf(first).Findings(at.Model, 0, 10, Ct), An.Actor());
        var clue = ClueNumber.Parse((await at.Store.QueryAsync<string>("SELECT clue FROM clue")).Single());
        at.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await at.ImportAsync(An.Actor(), Other("甲3号"));
        var second = await RunAsync(at);
        at.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        await at.ImportAsync(An.Actor(), Other("甲4号"));
        await at.ImportAsync(An.Actor("he", "100000/990000/990200/"), Other("乙1号"));
        var imports = (await at.Sets.HistoryAsync(An.Actor(), "penalty", Ct)).Select(i => $"penalty/{i.Snapshot}").Reverse().ToList();
        AllFilesAreOf(at.Store, at.Store.Clock.GetUtcNow());
        (await at.Tidying.LookAsync(90, Ct)).ShouldBeEmpty(); // everything is young

        at.Store.Clock.Advance(TimeSpan.FromDays(100));
        var can = await at.Tidying.LookAsync(90, Ct);
        // of the first run a clue waits; the third import and the neighbour's are the newest; the findings of the second run are the last of the model
        can.Select(c => (c.Kind, c.Name)).ShouldBe([(UntidyKind.Snapshot, imports[1])]);
        can[0].Bytes.ShouldBePositive();
        (await at.Tidying.RemoveAsync(An.Actor(roles: Role.OfficeHead), 90, Ct)).Refusal.ShouldBeOfType<TidyingIsForAdministrators>();
        Snapshots(at).Count.ShouldBe(4);
        (await at.Tidying.RemoveAsync(Admin, 90, Ct)).Gone.Select(g => g.Name).ShouldBe([imports[1]]);
        Snapshots(at).Count.ShouldBe(3);
        (await RepeatAsync(at, first)).ShouldBe((true, null));
        (await RepeatAsync(at, second)).Refusal.ShouldBeOfType<RunCannotBeRepeated>();
        at.Runs.FileOf(second).Exists.ShouldBeTrue();
        (await at.Tidying.RemoveAsync(Admin, 90, Ct)).Gone.ShouldBeEmpty();
        var tidied = (SetsTidied)SupervisionEvents.Types.Read((await at.Store.Events.LoadAsync(SetsTidied.Stream, Ct)).Single());
        (tidied.Days, tidied.Snapshots.Single(), tidied.Runs.Count, tidied.Bytes).ShouldBe((90, imports[1], 0, can[0].Bytes));

        (await at.Clues.ActAsync(An.Actor(), clue, new JudgeClue(Judgement.SetAside, "data-error"))).ShouldBeOfType<ClueOutcome.Done>();
        (await at.Tidying.LookAsync(90, Ct)).ShouldBeEmpty(); // the judgement may be taken back
        (await at.Clues.ActAsync(An.Actor(), clue, new WithdrawJudgement("误判"))).ShouldBeOfType<ClueOutcome.Done>();
        at.Store.Clock.Advance(TimeSpan.FromDays(100));
        (await at.Tidying.LookAsync(90, Ct)).ShouldBeEmpty(); // it waits again, however old
        (await at.Clues.ActAsync(An.Actor(), clue, new JudgeClue(Judgement.SetAside, "data-error"))).ShouldBeOfType<ClueOutcome.Done>();
        at.Store.Clock.Advance(TimeSpan.FromDays(100));
        (await at.Tidying.RemoveAsync(Admin, 90, Ct)).Gone.Select(g => (g.Kind, g.Name)).ShouldBe([(UntidyKind.Snapshot, imports[0]), (UntidyKind.Run, first)]);
        at.Runs.FileOf(first).Exists.ShouldBeFalse();
        (await RepeatAsync(at, first)).Refusal.ShouldBeOfType<RunCannotBeRepeated>();
        (await at.Store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_clue_that_is_followed_or_whose_facts_changed_keeps_the_run_that_found_them(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var runs = new List<string>();
        foreach (var turnover in new[] { "50000.00", "90000.00", "90000.00" })
        {
            await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties.Replace("50000.00", turnover, StringComparison.Ordinal).Replace("甲2号", $"甲{runs.Count + 5}号", StringComparison.Ordinal));
            runs.Add(await RunAsync(at));
            await at.Clues.RaiseAsync(runs[^1], at.Runs.FileOf(runs[^1]).Findings(at.Model, 0, 10, Ct), An.Actor());
            at.Store.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        var clue = ClueNumber.Parse((await at.Store.QueryAsync<string>("SELECT clue FROM clue")).Single());
        (await at.Clues.ActAsync(An.Actor(), clue, new JudgeClue(Judgement.Follow))).ShouldBeOfType<ClueOutcome.Done>();
        AllFilesAreOf(at.Store, at.Store.Clock.GetUtcNow());
        at.Store.Clock.Advance(TimeSpan.FromDays(400));
        var gone = (await at.Tidying.RemoveAsync(Admin, 90, Ct)).Gone;
        gone.Count(g => g.Kind == UntidyKind.Snapshot).ShouldBe(1);
        gone.Where(g => g.Kind == UntidyKind.Run).Select(g => g.Name).ShouldBe([runs[0]]); // the facts are those of the second run; the third saw them unchanged and is the last
        (await RepeatAsync(at, runs[1])).ShouldBe((true, null));
    }

    [Theory, EveryDatabase]
    public async Task An_index_stays_as_long_as_additions_rest_on_it(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        const string header = "申请号,类别,商标文字,申请人,状态,类似群\n";
        await MarksAsync(at, header + string.Concat(Enumerable.Range(10, 40).Select(i => $"{i},25,某品牌{i},某公司,注册,\n")), adds: false);
        using (var marks = new UnitMarks(at.Sets, at.Snapshots, TestLaw.Book.Characters, Path.Combine(at.Store.Folder, "temp"), null))
        {
            (await marks.OpenAsync(An.Actor(), build: true, Ct)).Shelf!.Count.ShouldBe(40);
            await MarksAsync(at, $"{header}99,25,奈克,某公司,注册,\n", adds: true);
            (await marks.OpenAsync(An.Actor(), build: true, Ct)).Shelf!.Count.ShouldBe(41);
        }
        AllFilesAreOf(at.Store, at.Store.Clock.GetUtcNow());
        at.Store.Clock.Advance(TimeSpan.FromDays(100));
        (await at.Tidying.RemoveAsync(Admin, 90, Ct)).Gone.Select(g => g.Kind).ShouldBe([UntidyKind.Snapshot]);
        using (var marks = new UnitMarks(at.Sets, at.Snapshots, TestLaw.Book.Characters, Path.Combine(at.Store.Folder, "temp"), null))
            (await marks.OpenAsync(An.Actor(), build: false, Ct)).Shelf!.Search(new Marks.MarkQuery("某品牌10")).Hits.ShouldContain(h => h.Mark.Number == "10");

        await MarksAsync(at, $"{header}7,25,别的,某公司,注册,\n", adds: false);
        AllFilesAreOf(at.Store, at.Store.Clock.GetUtcNow());
        at.Store.Clock.Advance(TimeSpan.FromDays(100));
        (await at.Tidying.RemoveAsync(Admin, 90, Ct)).Gone.Select(g => g.Kind).ShouldBe([UntidyKind.Snapshot, UntidyKind.Index, UntidyKind.Index]);
        Directory.EnumerateFiles(Path.Combine(at.Store.Folder, "sets", UnitMarks.Set)).Count().ShouldBe(1);
    }

    private static string Other(string number) => SupervisionPlace.Penalties.Replace("甲1号", number, StringComparison.Ordinal);

    private static async Task<string> RunAsync(SupervisionPlace at)
    {
        var (run, refusal) = await at.Runs.StartAsync(An.Actor(), at.Order(), ct: Ct);
        refusal.ShouldBeNull();
        await at.Runs.WaitAsync(run!, Ct);
        return run!;
    }

    private static async Task<(bool? Same, Refusal? Refusal)> RepeatAsync(SupervisionPlace at, string run)
    {
        var (row, started) = (await at.Runs.FindAsync(An.Actor(), run, Ct))!.Value;
        return await at.Runs.RepeatAsync(row, started, Ct);
    }

    private static async Task MarksAsync(SupervisionPlace at, string csv, bool adds)
    {
        var (file, set) = (at.Write(csv), at.Sets.Catalogue.Find(UnitMarks.Set)!);
        var (_, mapping) = await at.Sets.LookAsync(An.Actor(), set, file, SourceKind.Csv, "市场监管局", Ct);
        (await at.Sets.ImportAsync(An.Actor(), at.Ordered(set.Id, file, mapping) with { Adds = adds }, ct: Ct)).Refusal.ShouldBeNull();
    }

    /// <summary>The clock of the test is not that of the disk.</summary>
    private static void AllFilesAreOf(TestStore store, DateTimeOffset day)
    {
        foreach (var file in new[] { "sets", "runs" }.Select(f => Path.Combine(store.Folder, f)).Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)))
            File.SetLastWriteTimeUtc(file, day.UtcDateTime);
    }

    private static List<string> Snapshots(SupervisionPlace at) => [.. Directory.EnumerateFiles(Path.Combine(at.Store.Folder, "sets", "penalty"), "*.duckdb")];
}
