using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Law;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>Every example of every model on both engines: what it finds, and that it finds nothing else.</summary>
public sealed class ModelExampleTests : IDisposable
{
    private static readonly DataSetCatalogue Sets = DataSetCatalogue.Load(TestLaw.Data);
    private static readonly ModelCatalogue Models = ModelCatalogue.Load(TestLaw.Data, Sets);
    private readonly string _folder = Directory.CreateTempSubdirectory("models").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static IEnumerable<TheoryDataRow<string, string, string>> Examples() =>
        from model in Models.All
        from example in model.Examples
        from engine in (string[])["duckdb", "postgres"]
        select new TheoryDataRow<string, string, string>(model.Id, example.Title.En, engine)
        {
            Skip = engine == "duckdb" ? DuckLibrary.IsAvailable ? null : "libduckdb is not available" : TestPlace.Server is null ? "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)" : null,
        };

    [Theory, MemberData(nameof(Examples))]
    public async Task It_finds_what_it_says(string id, string words, string engine)
    {
        var model = Models.Find(id)!;
        var example = model.Examples.Single(e => e.Title.En == words);
        var file = Path.Combine(_folder, "found.duckdb");
        await Engine(engine).RunAsync(
            model, ModelSql.Render(model, example.Parameters, example.Today), ExampleInputs.Of(model, example, Sets, TestLaw.Book), file, null, TestContext.Current.CancellationToken);
        var (findings, rows) = new RunFile(file).InFull(TestContext.Current.CancellationToken);
        ModelExampleCheck.Differences(example, findings, rows).ShouldBeEmpty();
    }

    private IModelEngine Engine(string name)
    {
        var snapshots = new SetSnapshots(Path.Combine(_folder, "sets"));
        return name == "duckdb" ? new DuckEngine(snapshots, Path.Combine(_folder, "temp")) : new PostgresEngine(TestPlace.Server!, snapshots);
    }
}
