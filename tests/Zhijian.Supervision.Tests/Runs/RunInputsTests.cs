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

/// <summary>What a run reads of the office's own matters: where that is enough, and where it only adds to an import.</summary>
public sealed class RunInputsTests
{
    private static readonly SupervisionModel Model = ModelCatalogue.Load(TestLaw.Data, DataSetCatalogue.Load(TestLaw.Data)).Find("transfer-without-decision")!;

    [Theory, EveryDatabase]
    public async Task Decisions_that_matters_know_do_not_stand_for_all_decisions(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        var ct = TestContext.Current.CancellationToken;
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        var inputs = new RunInputs(at.Sets, new SetSnapshots(Path.Combine(at.Store.Folder, "sets")), TestLaw.Book, SupervisionPlace.Comparison)
        {
            Own = static (_, set, _) => Task.FromResult<DataRows?>(new DataRows([set.Key, .. set.Columns.Where(c => c.Required && c.Name != set.Key && c.Type == ColumnType.Text).Select(c => c.Name)], [])),
        };
        var (_, missing) = await inputs.ForAsync(An.Actor(), Model, ct);
        missing.ShouldBeOfType<SetsMissing>().Sets.Select(s => s.Zh).ShouldBe(["公安立案决定"]); // transfers from matters are enough

        var file = at.Write("decision_no,transfer_no,office,outcome,decided_on\n立1,移1,990100,立案,2026-07-01\n");
        var set = at.Sets.Catalogue.Find("police_decision")!;
        (await at.Sets.ImportAsync(An.Actor(), at.Ordered(set.Id, file, ColumnMapping.Propose(set, [.. set.Columns.Select(c => c.Name)])), ct: ct)).Refusal.ShouldBeNull();
        var (read, none) = await inputs.ForAsync(An.Actor(), Model, ct);
        none.ShouldBeNull();
        read["police_decision"].Snapshots.Select(s => s.Rows).ShouldBe([1, 0]); // the import first: of two rows with one key it counts
    }
}
