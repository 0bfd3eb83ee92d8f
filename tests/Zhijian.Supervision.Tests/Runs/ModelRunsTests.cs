using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Runs;

/// <summary>From a file to findings, with the record of it, on both databases.</summary>
public sealed class ModelRunsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_is_found_can_be_opened_repeated_and_compared(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties);
        await at.ImportRestAsync(An.Actor());
        var (run, refusal) = await at.Runs.StartAsync(An.Actor(), at.Order(), ct: Ct);
        refusal.ShouldBeNull();
        await at.Runs.WaitAsync(run!, Ct);

        var (row, started) = (await at.Runs.FindAsync(An.Actor(), run!, Ct))!.Value;
        row.State.ShouldBe(RunRow.Finished, row.WhyEn);
        row.Findings.ShouldBe(1);
        var finding = at.Runs.FileOf(run!).Findings(at.Model, 0, 10, Ct).Single();
        finding.Subject.ShouldBe("某某商行");
        finding.Rows.ShouldContain(r => r.Set == "penalty" && r.Row == "甲1号");
        finding.Explanation.Zh.ShouldContain("50,000");

        (await at.Runs.RepeatAsync(row, started, Ct)).ShouldBe((true, null));

        // the next file has one more at the threshold, and the first is gone
        await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties.Replace("甲1号", "甲3号", StringComparison.Ordinal).Replace("某某商行", "某某厂", StringComparison.Ordinal));
        var (second, _) = await at.Runs.StartAsync(An.Actor(), at.Order(), ct: Ct);
        await at.Runs.WaitAsync(second!, Ct);
        var difference = at.Runs.FileOf(second!).Since(at.Runs.FileOf(run!), 10, Ct);
        difference.New.First.Single().Subject.ShouldBe("某某厂");
        difference.Gone.First.Single().Subject.ShouldBe("某某商行");
        (await at.Runs.RepeatAsync(row, started, Ct)).ShouldBe((true, null)); // the first run still reads what it read then
    }

    [Theory, EveryDatabase]
    public async Task Without_its_data_a_model_does_not_run_and_says_what_is_missing(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var (run, refusal) = await at.Runs.StartAsync(An.Actor(), at.Order(), ct: Ct);
        run.ShouldBeNull();
        refusal.ShouldBeOfType<SetsMissing>().Sets.ShouldContain(s => s.Zh == "行政处罚");
    }

    [Theory, EveryDatabase]
    public async Task Wrong_orders_are_refused(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        (await at.Runs.StartAsync(An.Actor(), at.Order() with { Model = "none" }, ct: Ct)).Refusal.ShouldBeOfType<UnknownModel>();
        (await at.Runs.StartAsync(An.Actor(), at.Order() with { Engine = "none" }, ct: Ct)).Refusal.ShouldBeOfType<UnknownEngine>();
        (await at.Runs.StartAsync(An.Actor(), at.Order() with { Parameters = new Dictionary<string, string> { ["x"] = "1" } }, ct: Ct)).Refusal.ShouldBeOfType<UnknownParameter>();
        var adjustable = at.Model.Parameters.First(p => p.IsAdjustable);
        (await at.Runs.StartAsync(An.Actor(), at.Order() with { Parameters = new Dictionary<string, string> { [adjustable.Id] = "x'; DROP TABLE event; --" } }, ct: Ct)).Refusal.ShouldBeOfType<BadParameter>();
        (await at.Runs.StartAsync(An.Actor("root", roles: Role.Administrator), at.Order(), ct: Ct)).Refusal.ShouldBeOfType<NotForThisRole>();
    }

    [Theory, EveryDatabase]
    public async Task Another_unit_can_tell_of_nothing(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties);
        await at.ImportRestAsync(An.Actor());
        var (run, _) = await at.Runs.StartAsync(An.Actor(), at.Order(), ct: Ct);
        await at.Runs.WaitAsync(run!, Ct);
        var other = An.Actor("he", "100000/990000/990200/");
        (await at.Sets.NewestAsync(other, Ct)).ShouldBeEmpty();
        (await at.Sets.HistoryAsync(other, "penalty", Ct)).ShouldBeEmpty();
        (await at.Runs.ListAsync(other, null, 10, Ct)).ShouldBeEmpty();
        (await at.Runs.FindAsync(other, run!, Ct)).ShouldBeNull();
        (await at.Runs.CancelAsync(other, run!)).ShouldBe(new RunIsOver(run!)); // as of one that never was
        (await at.Runs.CancelAsync(other, "MS-20260101-abcdef")).ShouldBe(new RunIsOver("MS-20260101-abcdef"));
        (await at.Runs.StartAsync(other, at.Order(), ct: Ct)).Refusal.ShouldBeOfType<SetsMissing>();
    }

    [Theory, EveryDatabase]
    public async Task What_is_read_is_the_same_after_a_rebuild(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties);
        await at.ImportRestAsync(An.Actor());
        var (run, _) = await at.Runs.StartAsync(An.Actor(), at.Order(), ct: Ct);
        await at.Runs.WaitAsync(run!, Ct);
        var (sets, runs) = (await at.Sets.HistoryAsync(An.Actor(), "penalty", Ct), await at.Runs.ListAsync(An.Actor(), null, 10, Ct));
        await at.Store.Events.RebuildAsync();
        (await at.Sets.HistoryAsync(An.Actor(), "penalty", Ct)).ShouldBe(sets);
        (await at.Runs.ListAsync(An.Actor(), null, 10, Ct)).ShouldBe(runs);
    }

    [Theory, EveryDatabase]
    public async Task A_run_that_the_service_left_over_is_said_to_be_over(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await at.Store.Events.Writer.AppendAsync(
            RunStarted.Stream("MS-20260928-000001"), 0,
            [new RunStarted("990100", at.Model.Id, 1, "x", "duckdb", new DateOnly(2026, 9, 28), new Dictionary<string, string>(), [], Scheduled: false)],
            new AppendContext("lu", "990100", new DateOnly(2026, 9, 28), at.Store.Clock.GetUtcNow()));
        await at.Runs.EndLeftOverAsync(Ct);
        (await at.Runs.ListAsync(An.Actor(), null, 10, Ct)).Single().State.ShouldBe(RunRow.Failed);
    }

    [Theory, EveryDatabase]
    public async Task The_mapping_of_a_source_is_proposed_again(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var file = at.Write("文号,单位名称,作出日期\n甲,某某,2025-01-01\n");
        var mapping = new ColumnMapping([new("decision_no", "文号"), new("party", "单位名称"), new("decided_on", "作出日期"), new("province", null, "31")]);
        (await at.Sets.ImportAsync(An.Actor(), at.Ordered("penalty", file, mapping), ct: Ct)).Refusal.ShouldBeNull();
        var (_, proposed) = await at.Sets.LookAsync(An.Actor(), at.Sets.Catalogue.Find("penalty")!, file, SourceKind.Csv, "市场监管局", Ct);
        proposed.Columns.ShouldBe(mapping.Columns, ignoreOrder: true);
        (await at.Sets.LookAsync(An.Actor(), at.Sets.Catalogue.Find("penalty")!, file, SourceKind.Csv, "别的来源", Ct)).Mapping.Columns.ShouldBeEmpty();
    }
}
