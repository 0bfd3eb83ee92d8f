using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

/// <summary>Numbers of papers: without gaps per unit, series and year, whoever else is finishing one at the moment.</summary>
public sealed class PaperNumberTests
{
    private static readonly Actor Prosecutor = An.Actor("lu", An.Office, Role.Prosecutor, Role.OfficeHead);

    [Theory]
    [EveryDatabase]
    public async Task Fifty_at_once_get_fifty_numbers_without_a_gap_and_none_twice(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book), new Zhijian.Offices.PeopleProjection());
        var other = await store.OpenAnotherAsync(); // two programs on one database
        StepRunner[] runners = [new(store.Events, TestLaw.Book, TestLaw.Steps, store.Clock), new(other, TestLaw.Book, TestLaw.Steps, store.Clock)];
        var today = runners[0].Today;
        var matters = new List<MatterId>();
        for (var i = 0; i < 50; i++)
        {
            var id = await TakeAsync(runners[0], null, new RegisterMatter($"案{i}", today, "TM", [], [new NewPerson("张某", ["213"], Measure.Bail)]));
            await TakeAsync(runners[0], id, new MakeDocument(today, "arrest-review-extension", Values: new Dictionary<string, string> { ["police"] = "某市公安局", ["reason"] = "涉案人员多" }));
            await TakeAsync(runners[0], id, new SubmitDocument(today, 1));
            await TakeAsync(runners[0], id, new ApproveDocument(today, 1, PaperApprover.Chief, "王某"));
            matters.Add(id);
        }

        await Task.WhenAll(matters.Select((id, i) => Task.Run(async () =>
        {
            var runner = runners[i % 2];
            if (i % 7 == 0) // a unit of work that fails after it wrote: what was finished beside it is undone and done again
                await Should.ThrowAsync<InvalidOperationException>(store.Events.Writer.RunAsync<bool>(async work =>
                {
                    await work.ExecuteAsync("INSERT INTO paper_number (office_path, series, year, number, matter, paper, state) VALUES ('x', 'x', 1, @i, 'x', 1, 'finished')", new { i });
                    throw new InvalidOperationException("undone");
                }));
            await TakeAsync(runner, id, new FinishDocument(today, 1));
            if (i % 5 == 0)
                await TakeAsync(runner, id, new CancelDocument(today, 1, "写错"));
        })));

        var rows = await store.QueryAsync<(long Number, string State, string Matter)>("SELECT number, state, matter FROM paper_number ORDER BY number");
        rows.Select(r => r.Number).ShouldBe(Enumerable.Range(1, 50).Select(i => (long)i));
        rows.Count(r => r.State == "cancelled").ShouldBe(10);
        foreach (var row in rows)
            (await runners[0].FindAsync(Prosecutor, MatterId.Parse(row.Matter)))!.Paper(1)!.Number!.Number.ShouldBe((int)row.Number);

        // the next one goes on after the cancelled ones, and the rows are a function of the log
        var lived = await store.DumpAsync("paper_number");
        await store.Events.RebuildAsync();
        (await store.DumpAsync("paper_number")).ShouldBe(lived);
    }

    [Theory]
    [EveryDatabase]
    public async Task Each_series_and_each_year_counts_for_itself(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book), new Zhijian.Offices.PeopleProjection());
        var runner = new StepRunner(store.Events, TestLaw.Book, TestLaw.Steps, store.Clock);
        var last = new DateOnly(2025, 12, 30);
        var id = await TakeAsync(runner, null, new RegisterMatter("案", last, "TM", [], [new NewPerson("张某", ["213"], Measure.Bail)]));
        var n = 0;
        foreach (var (template, on) in new[] { ("arrest-review-extension", last), ("return-decision", last), ("arrest-review-extension", runner.Today) })
        {
            n++;
            var values = template == "return-decision"
                ? new Dictionary<string, string> { ["accepted-on"] = "某日", ["transferred-by"] = "某局" }
                : new Dictionary<string, string> { ["police"] = "某局", ["reason"] = "人多" };
            await TakeAsync(runner, id, new MakeDocument(on, template, Values: values));
            await TakeAsync(runner, id, new SubmitDocument(on, n));
            await TakeAsync(runner, id, new ApproveDocument(on, n, PaperApprover.Chief, "王某"));
            await TakeAsync(runner, id, new FinishDocument(on, n));
        }

        (await runner.FindAsync(Prosecutor, id))!.Papers.Select(p => p.Number!.Text).ShouldBe(["某市检捕延〔2025〕1号", "某市检退查〔2025〕1号", "某市检捕延〔2026〕1号"]);
    }

    private static async Task<MatterId> TakeAsync(StepRunner runner, MatterId? id, IDated command)
    {
        var step = TestLaw.Steps.All.Single(s => s.Command == command.GetType());
        while (true)
        {
            var outcome = await runner.RunAsync(Prosecutor, id, step, command);
            if (outcome is StepOutcome.Done done)
                return done.Matter;
            outcome.ShouldBeOfType<StepOutcome.Conflict>(outcome is StepOutcome.Refused r ? r.Refusal.Says.En : "");
        }
    }
}
