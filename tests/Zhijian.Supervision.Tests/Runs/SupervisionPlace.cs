using Shouldly;
using Xunit;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Supervision.Tests.Clues;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Runs;

/// <summary>A store with data sets and runs of one model: of the penalties at the threshold.</summary>
internal sealed class SupervisionPlace : IAsyncDisposable
{
    public const string Penalties = """
        决定书文号,承办检察院,当事人,当事人代码,对应罪名,对象,行为日,决定日,违法经营额,已移送
        甲1号,990100,某某商行,91110000MA01XXXX0A,213,goods,2025-05-10,2025-06-01,50000.00,否
        甲2号,990100,某某经营部,91110000MA01XXXX0B,213,goods,2025-05-10,2025-06-02,100,否
        """;

    private static readonly DataSetCatalogue Catalogue = DataSetCatalogue.Load(TestLaw.Data);
    internal static readonly PairComparison Comparison = new(TestLaw.Data, TestLaw.Book.Characters);
    private static readonly ModelCatalogue Models = ModelCatalogue.Load(TestLaw.Data, Catalogue);

    public required TestStore Store { get; init; }

    public required UnitSets Sets { get; init; }

    public required ModelRuns Runs { get; init; }

    public required Tidying Tidying { get; init; }

    public ClueRunner Clues => new(Store.Events, Some.Words, Some.Office, static (_, _, _) => Task.FromResult(false), Store.Clock);

    public SetSnapshots Snapshots => new(Path.Combine(Store.Folder, "sets"));

    public SupervisionModel Model { get; } = Models.Find("penalty-at-threshold")!;

    public static async Task<SupervisionPlace> OpenAsync(Dialect dialect)
    {
        var store = await TestStore.OpenAsync(dialect, new SupervisionProjection(), new PeopleProjection(), new ClueProjection(Some.Words, TestLaw.Book.Characters.Folding));
        var snapshots = new SetSnapshots(Path.Combine(store.Folder, "sets"));
        var temp = Path.Combine(store.Folder, "models-temp");
        var sets = new UnitSets(store.Events, Catalogue, new SetImport(snapshots, temp), store.Clock);
        var runs = new ModelRuns(store.Events, Models, new RunInputs(sets, snapshots, TestLaw.Book, Comparison), [new DuckEngine(snapshots, temp)], Path.Combine(store.Folder, "runs"), store.Clock);
        return new SupervisionPlace { Store = store, Sets = sets, Runs = runs, Tidying = new Tidying(store.Events, snapshots, Path.Combine(store.Folder, "runs"), store.Clock) };
    }

    public RunOrder Order() => new(Model.Id, new Dictionary<string, string>());

    public ImportOrder Ordered(string set, string file, ColumnMapping mapping) => new(Sets.Catalogue.Find(set)!, file, Path.GetFileName(file), SourceKind.Csv, "市场监管局", mapping, Adds: false);

    public async Task ImportAsync(Actor actor, string csv)
    {
        var file = Write(csv + "\n");
        var (_, mapping) = await Sets.LookAsync(actor, Catalogue.Find("penalty")!, file, SourceKind.Csv, "市场监管局", TestContext.Current.CancellationToken);
        (await Sets.ImportAsync(actor, Ordered("penalty", file, mapping), ct: TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
    }

    /// <summary>One row of nothing in particular in every other set that the model reads.</summary>
    public async Task ImportRestAsync(Actor actor)
    {
        foreach (var set in Model.Inputs.Keys.Select(id => Catalogue.Find(id)!).Where(s => s.Id != "penalty" && !s.FromLaw))
        {
            var columns = set.Columns.Where(c => c.Required).ToList();
            var file = Write($"{string.Join(',', columns.Select(c => c.Name))}\n{string.Join(',', columns.Select(c => c.Type == ColumnType.Date ? "2025-01-01" : "0"))}\n");
            (await Sets.ImportAsync(actor, Ordered(set.Id, file, ColumnMapping.Propose(set, [.. columns.Select(c => c.Name)])), ct: TestContext.Current.CancellationToken)).Refusal.ShouldBeNull();
        }
    }

    public string Write(string text)
    {
        var file = Path.Combine(Store.Folder, $"{Path.GetRandomFileName()}.csv");
        File.WriteAllText(file, text);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        await Runs.DisposeAsync();
        await Store.DisposeAsync();
    }
}
