using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Marks;
using Zhijian.Store;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Sets;

/// <summary>The marks of a unit, from its import to the answer.</summary>
public sealed class UnitMarksTests
{
    private const string Header = "申请号,类别,商标文字,申请人,状态,类似群\n";

    private static readonly DataSetCatalogue Catalogue = DataSetCatalogue.Load(TestLaw.Data);
    private static readonly DataSet Set = Catalogue.Find(UnitMarks.Set)!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task What_the_unit_imported_is_searched_and_nothing_of_another(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var store = await TestStore.OpenAsync(dialect, new SupervisionProjection());
        var sets = Sets(store, out var snapshots);
        using var marks = Marks(store, sets, snapshots);
        (await marks.OpenAsync(An.Actor(), build: false, Ct)).Refusal.ShouldBeOfType<NoMarksImported>();

        await ImportAsync(store, sets, $"{Header}1/25,25,耐克,某体育公司,注册,\"2507, 2501\"\n2/9,9,耐科,某电子公司,申请中,\n3/9,9,,某图形公司,注册,\n4/30,30,南国,某食品公司,注册,\n", adds: false);
        var (shelf, refusal) = await marks.OpenAsync(An.Actor(), build: false, Ct);
        refusal.ShouldBeNull();
        shelf!.Count.ShouldBe(3); // a device has no words
        var hits = shelf.Search(new MarkQuery("耐剋") { Classes = [25], Groups = [2507] }).Hits;
        hits.Select(h => (h.Mark.Number, h.Mark.Applicant)).ShouldBe([("1/25", "某体育公司"), ("2/9", "某电子公司")]);
        hits[0].Points.Total.ShouldBe(1000);
        hits[0].Mark.Groups.ShouldBe([2507, 2501]);

        (await marks.OpenAsync(An.Actor("he", "100000/990000/990200/"), build: true, Ct)).Refusal.ShouldBeOfType<NoMarksImported>();
    }

    [Theory, EveryDatabase]
    public async Task Few_additions_come_on_top_of_the_index_that_is_there(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var store = await TestStore.OpenAsync(dialect, new SupervisionProjection());
        var sets = Sets(store, out var snapshots);
        using var marks = Marks(store, sets, snapshots);
        var first = Header + string.Concat(Enumerable.Range(10, 40).Select(i => $"{i},25,某品牌{i},某公司,注册,\n"));
        await ImportAsync(store, sets, first, adds: false);
        (await marks.OpenAsync(An.Actor(), build: true, Ct)).Shelf!.Count.ShouldBe(40);

        await ImportAsync(store, sets, $"{Header}10,25,耐克,某公司,注册,\n99,25,奈克,某公司,注册,\n", adds: true);
        var shelf = (await marks.OpenAsync(An.Actor(), build: true, Ct)).Shelf!;
        Directory.GetFiles(store.Folder, "*.more", SearchOption.AllDirectories).Length.ShouldBe(1);
        Directory.GetFiles(store.Folder, "*.marks", SearchOption.AllDirectories).Length.ShouldBe(1);
        shelf.Count.ShouldBe(41);
        shelf.Search(new MarkQuery("耐克")).Hits.Select(h => h.Mark.Number).ShouldBe(["10", "99"]);
        shelf.Search(new MarkQuery("某品牌10")).Hits.ShouldNotContain(h => h.Mark.Number == "10");

        // half of them gone: made anew
        await ImportAsync(store, sets, Header + string.Concat(Enumerable.Range(20, 20).Select(i => $"{i},25,某品牌{i},某公司,注册,\n")), adds: false);
        (await marks.OpenAsync(An.Actor(), build: true, Ct)).Shelf!.Count.ShouldBe(20);
        Directory.GetFiles(store.Folder, "*.marks", SearchOption.AllDirectories).Length.ShouldBe(2);
    }

    private static UnitSets Sets(TestStore store, out SetSnapshots snapshots)
    {
        snapshots = new SetSnapshots(Path.Combine(store.Folder, "sets"));
        return new UnitSets(store.Events, Catalogue, new SetImport(snapshots, Path.Combine(store.Folder, "temp")), store.Clock);
    }

    private static UnitMarks Marks(TestStore store, UnitSets sets, SetSnapshots snapshots) => new(sets, snapshots, TestLaw.Book.Characters, Path.Combine(store.Folder, "temp"), null);

    private static async Task ImportAsync(TestStore store, UnitSets sets, string csv, bool adds)
    {
        var file = Path.Combine(store.Folder, $"{Path.GetRandomFileName()}.csv");
        await File.WriteAllTextAsync(file, csv, Ct);
        var (_, mapping) = await sets.LookAsync(An.Actor(), Set, file, SourceKind.Csv, "商标局", Ct);
        (await sets.ImportAsync(An.Actor(), new ImportOrder(Set, file, Path.GetFileName(file), SourceKind.Csv, "商标局", mapping, adds), ct: Ct)).Refusal.ShouldBeNull();
    }
}
