using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Runs;

/// <summary>Models that run by themselves: when they are due, in whose name, and what is left behind when they cannot.</summary>
public sealed class ModelSchedulesTests
{
    private static readonly Dictionary<string, string> None = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Cadence.Daily, "2026-09-28", "2026-09-29T01:59:00+08:00", false)]
    [InlineData(Cadence.Daily, "2026-09-28", "2026-09-29T02:00:00+08:00", true)]
    [InlineData(Cadence.Daily, "2026-09-28", "2026-09-28T17:59:00Z", false)] // in China it is a minute to two on the 29th
    [InlineData(Cadence.Daily, "2026-09-28", "2026-09-28T18:00:00Z", true)]
    [InlineData(Cadence.Daily, "2026-09-28", "2026-10-09T12:00:00+08:00", true)] // the service was down for days: once is enough
    [InlineData(Cadence.Weekly, "2026-09-28", "2026-10-04T23:59:00+08:00", false)] // Monday to Sunday
    [InlineData(Cadence.Weekly, "2026-09-28", "2026-10-05T02:00:00+08:00", true)]
    [InlineData(Cadence.Weekly, "2026-09-30", "2026-10-05T02:00:00+08:00", true)] // arranged on a Wednesday
    [InlineData(Cadence.Monthly, "2026-09-28", "2026-09-30T23:00:00+08:00", false)]
    [InlineData(Cadence.Monthly, "2026-09-28", "2026-10-01T02:00:00+08:00", true)]
    [InlineData(Cadence.Monthly, "2026-10-01", "2026-10-31T12:00:00+08:00", false)]
    public void A_run_is_due_when_a_day_week_or_month_has_begun_since_the_last(Cadence every, string last, string now, bool due) =>
        new ScheduleRow("990100", "m", Law.Words.Kebab(every), "{}", "lu", last, null, null, null)
            .IsDue(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(due);

    [Theory, EveryDatabase]
    public async Task It_runs_once_when_it_is_due_and_the_record_says_that_nobody_pressed_a_button(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await at.ImportAsync(An.Actor(), SupervisionPlace.Penalties);
        await at.ImportRestAsync(An.Actor());
        var schedules = At(at, An.Actor());
        (await schedules.SetAsync(An.Actor(), at.Model.Id, Cadence.Daily, None)).ShouldBeNull();
        (await schedules.RunDueAsync(Ct)).ShouldBe(0); // not on the day on which it was arranged
        at.Store.Clock.Advance(TimeSpan.FromDays(1));
        (await schedules.RunDueAsync(Ct)).ShouldBe(1);
        (await schedules.RunDueAsync(Ct)).ShouldBe(0);
        var row = (await schedules.OfAsync(An.Actor(), Ct))[at.Model.Id];
        await at.Runs.WaitAsync(row.LastRun!, Ct);
        var (run, started) = (await at.Runs.FindAsync(An.Actor(), row.LastRun!, Ct))!.Value;
        (run.State, started.Scheduled, run.Person).ShouldBe((RunRow.Finished, true, "lu"));
    }

    [Theory, EveryDatabase]
    public async Task Why_it_could_not_run_is_said_and_it_is_due_again_the_next_day(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var schedules = At(at, An.Actor());
        await schedules.SetAsync(An.Actor(), at.Model.Id, Cadence.Daily, None);
        at.Store.Clock.Advance(TimeSpan.FromDays(1));
        (await schedules.RunDueAsync(Ct)).ShouldBe(1); // there are no data
        var row = (await schedules.OfAsync(An.Actor(), Ct))[at.Model.Id];
        row.LastRun.ShouldBeNull();
        row.WhyZh.ShouldNotBeNull().ShouldContain("行政处罚");
        await at.Store.Events.RebuildAsync();
        (await schedules.OfAsync(An.Actor(), Ct))[at.Model.Id].ShouldBe(row);
        at.Store.Clock.Advance(TimeSpan.FromDays(1));
        (await schedules.RunDueAsync(Ct)).ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task Nothing_runs_in_the_name_of_somebody_who_may_no_longer_run_it(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        await At(at, An.Actor()).SetAsync(An.Actor(), at.Model.Id, Cadence.Daily, None);
        at.Store.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var now in (Actor?[])[null, An.Actor(roles: Role.CaseManager), An.Actor("lu", "100000/990000/990200/")])
        {
            at.Store.Clock.Advance(TimeSpan.FromDays(1));
            await At(at, now).RunDueAsync(Ct);
            (await At(at, now).OfAsync(An.Actor(), Ct))[at.Model.Id].WhyEn.ShouldNotBeNull().ShouldContain("may no longer run models");
        }
        (await at.Runs.ListAsync(An.Actor(), null, 10, Ct)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task It_ends_when_somebody_says_so_and_another_unit_cannot_tell_of_it(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var schedules = At(at, An.Actor());
        await schedules.SetAsync(An.Actor(), at.Model.Id, Cadence.Weekly, None);
        var other = An.Actor("he", "100000/990000/990200/");
        (await schedules.OfAsync(other, Ct)).ShouldBeEmpty();
        (await schedules.SetAsync(other, at.Model.Id, null, None)).ShouldBeNull(); // ends their own, of which there is none
        (await schedules.OfAsync(An.Actor(), Ct)).Keys.ShouldBe([at.Model.Id]);
        await schedules.SetAsync(An.Actor(), at.Model.Id, null, None);
        (await schedules.OfAsync(An.Actor(), Ct)).ShouldBeEmpty();
        at.Store.Clock.Advance(TimeSpan.FromDays(30));
        (await schedules.RunDueAsync(Ct)).ShouldBe(0);
        await schedules.SetAsync(An.Actor(), at.Model.Id, Cadence.Monthly, None);
        (await schedules.OfAsync(An.Actor(), Ct)).Single().Value.Every.ShouldBe(Cadence.Monthly);
    }

    [Theory, EveryDatabase]
    public async Task What_could_never_run_is_refused_when_it_is_arranged(Dialect dialect)
    {
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var schedules = At(at, An.Actor());
        (await schedules.SetAsync(An.Actor(), "none", Cadence.Daily, None)).ShouldBeOfType<UnknownModel>();
        (await schedules.SetAsync(An.Actor(), at.Model.Id, Cadence.Daily, new Dictionary<string, string> { ["x"] = "1" })).ShouldBeOfType<UnknownParameter>();
        (await schedules.SetAsync(An.Actor("root", roles: Role.Administrator), at.Model.Id, Cadence.Daily, None)).ShouldBeOfType<NotForThisRole>();
        (await schedules.OfAsync(An.Actor(), Ct)).ShouldBeEmpty();
    }

    private static ModelSchedules At(SupervisionPlace at, Actor? now) => new(at.Store.Events, at.Runs, (_, _) => Task.FromResult(now), at.Store.Clock);
}
