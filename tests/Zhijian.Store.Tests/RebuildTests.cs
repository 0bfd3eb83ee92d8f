using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

/// <summary>The read tables of the product, lived through step by step, and written again from the log.</summary>
public sealed class RebuildTests
{
    /// <summary>A step that may be taken or refused: which of those that are, with which matter, and a seed for its fields.</summary>
    private sealed record Move(int Matter, int Step, int Seed, int Days);

    private static readonly Gen<Move> Moves =
        from matter in Gen.Choose(0, 2)
        from step in Gen.Choose(0, 1000)
        from seed in Gen.Choose(0, 1_000_000)
        from days in Gen.Choose(0, 4)
        select new Move(matter, step, seed, days);

    [Theory, EveryDatabase]
    public async Task The_tables_of_matters_and_people_are_the_same_after_a_rebuild(Dialect dialect)
    {
        IProjection[] projections = [new MatterProjection(TestLaw.Book), new MatterIndex(TestLaw.Book), new PeopleProjection()];
        await using var store = await TestStore.OpenAsync(dialect, projections);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        await Property.ForAllAsync(Gen.ListOf(Moves, 60), 12, async moves =>
        {
            await PlayAsync(store, [.. moves], taken);
            var lived = await DumpAsync(store, projections);
            await store.Events.RebuildAsync();
            (await DumpAsync(store, projections)).ShouldBe(lived);
        });
        taken.Count.ShouldBeGreaterThan(15, $"too few kinds of steps were taken: {string.Join(", ", taken)}");
        (await store.Events.VerifyAsync()).Why.ShouldBeNull();
    }

    private static async Task<IReadOnlyList<string>> DumpAsync(TestStore store, IReadOnlyList<IProjection> projections)
    {
        var rows = new List<string>();
        foreach (var table in projections.SelectMany(p => p.Tables))
            rows.AddRange(await store.DumpAsync(table));
        return rows;
    }

    private static async Task PlayAsync(TestStore store, IReadOnlyList<Move> moves, HashSet<string> taken)
    {
        var runner = new StepRunner(store.Events, TestLaw.Book, TestLaw.Steps, store.Clock);
        var actor = An.Actor();
        var today = runner.Today.AddDays(-300);
        var ids = new List<MatterId>();
        for (var i = 0; i < 3; i++)
        {
            var registered = await runner.RunAsync(actor, null, TestLaw.Steps.Find("register-matter")!, new RegisterMatter(
                $"假冒运动鞋案{i}", today, "TM", [new NewRightHolder("某公司")], [new NewPerson("张某", ["213"], Measure.Detained), new NewPerson("李某", ["213", "214"]), new NewPerson("某厂", ["213"], IsUnit: true)]));
            ids.Add(registered.ShouldBeOfType<StepOutcome.Done>().Matter);
            await store.AppendAsync($"person/p{ids[i].Value}", 0, new PersonAppointed($"p{ids[i].Value}", "某人", "Somebody", "990100", [Role.Assistant]));
        }
        foreach (var move in moves)
        {
            var matter = (await runner.FindAsync(actor, ids[move.Matter]))!;
            // mostly steps that are open for somebody, so that matters get on
            var open = TestLaw.Steps.All.Where(s => s.Procedure.From.Count == 0 || s.OpenFor(matter).Count + s.OpenIn(matter).Count > 0).Where(s => s.Command != typeof(RegisterMatter))
                .Where(s => s.Fields.All(f => f.Name != "paper")).ToList(); // papers need more than made-up words: PaperNumberTests
            var step = open[move.Step % open.Count];
            today = today.AddDays(move.Days);
            if (Commands.Of(step, matter, today, new Random(move.Seed)) is not { } command)
                continue;
            if (await runner.RunAsync(actor, matter.Id, step, command) is StepOutcome.Done)
                taken.Add(step.Name);
        }
    }

    /// <summary>Commands with made-up fields, through the same form that people fill in.</summary>
    private static class Commands
    {
        public static IDated? Of(Step step, Matter matter, DateOnly today, Random random)
        {
            var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var field in step.Fields)
                if ((field.Required || random.Next(2) == 0) && Value(field, step, matter, today, random) is { Count: > 0 } value)
                    values[field.Name] = value;
            return StepForm.Bind(step, values).Command;
        }

        private static IReadOnlyList<string> Value(StepField field, Step step, Matter matter, DateOnly today, Random random) => field.Kind switch
        {
            FieldKind.Date => [today.ToString("yyyy-MM-dd")],
            FieldKind.Money => [$"{random.Next(1, 1_000_000)}.{random.Next(10, 100)}"],
            FieldKind.Number => [$"{random.Next(0, 4)}"],
            FieldKind.YesNo => ["true"],
            FieldKind.Choice => [field.Choices[random.Next(field.Choices.Count)].Value],
            FieldKind.Persons => [.. step.OpenFor(matter).Select(p => p.Id).Where(_ => random.Next(3) > 0)],
            FieldKind.Holders => [.. matter.RightHolders.Select(h => h.Id)],
            FieldKind.Texts => field.Name == "charges" ? ["213"] : ["shen"],
            FieldKind.Structure => [],
            _ => field.Name switch
            {
                "charge" => ["219"],
                "lead" => ["shen"],
                "person" => ["P1"],
                "field" => ["on"],
                "value" => [today.AddDays(-1).ToString("yyyy-MM-dd")],
                "kind" => ["illegal-business"],
                "hash" => [StoredEvent.Genesis],
                _ => ["某说明"],
            },
        };
    }
}
