using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Store;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Runs;

/// <summary>Which writings a model counts as one party, and which never.</summary>
public sealed class SameWritingsTests
{
    private static readonly SupervisionModel Model = ModelCatalogue.Load(TestLaw.Data, DataSetCatalogue.Load(TestLaw.Data)).Find("bulk-bad-faith-suits")!;

    [Fact]
    public void Short_forms_and_traditional_characters_are_one_party_whatever_their_order()
    {
        string[] names = ["杭州嘉禾文化传播有限公司", "嘉禾文化传播有限公司", "杭州嘉禾文化傳播有限公司", "苏州远景贸易有限公司"];
        var rows = Of([.. names.Select(n => (n, (string?)null))]);
        rows.Select(r => r.Writing).ShouldBe(names.Take(3), ignoreOrder: true);
        rows.Select(r => r.Party).Distinct().Count().ShouldBe(1);
        Of([.. names.Reverse().Select(n => (n, (string?)null))]).ShouldBe(rows);
    }

    [Fact]
    public void The_writing_with_a_code_stands_for_the_party() =>
        Of([("嘉禾文化传播有限公司", null), ("杭州嘉禾文化传播有限公司", "91330100MA27XYZA0A")]).Select(r => r.Party).Distinct().ShouldBe(["91330100MA27XYZA0A"]);

    [Fact]
    public void Two_codes_are_two_parties_also_by_way_of_a_third_writing()
    {
        var rows = Of([("杭州嘉禾文化传播有限公司", "91330100MA27XYZA0A"), ("上海嘉禾文化传播有限公司", "91310100MA27XYZB0B"), ("嘉禾文化传播有限公司", null)]);
        rows.GroupBy(r => r.Party).ShouldAllBe(p => p.Count(r => r.Writing.StartsWith('9')) <= 1);
        Of([("杭州嘉禾文化传播有限公司", "91330100MA27XYZA0A"), ("杭州嘉禾文化传播有限公司上海分公司", "91310100MA27XYZB0B")]).ShouldBeEmpty();
    }

    [Fact]
    public void Persons_and_other_trades_are_left_alone()
    {
        Of([("张伟", null), ("章伟", null), ("张玮", null)]).ShouldBeEmpty();
        Of([("杭州嘉禾文化传播有限公司", null), ("杭州嘉禾食品有限公司", null)]).ShouldBeEmpty();
        Of([("杭州嘉禾文化传播有限公司", null), ("上海嘉禾文化传播有限公司", null)]).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_run_reads_the_writings_of_its_own_inputs_and_keeps_them(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        var ct = TestContext.Current.CancellationToken;
        await using var at = await SupervisionPlace.OpenAsync(dialect);
        async Task ImportAsync(string set, string csv)
        {
            var of = at.Sets.Catalogue.Find(set)!;
            (await at.Sets.ImportAsync(An.Actor(), at.Ordered(set, at.Write(csv), ColumnMapping.Propose(of, csv[..csv.IndexOf('\n')].Split(','))), ct: ct)).Refusal.ShouldBeNull();
        }

        var inputs = new RunInputs(at.Sets, new SetSnapshots(Path.Combine(at.Store.Folder, "sets")), TestLaw.Book, SupervisionPlace.Comparison);
        (await inputs.ForAsync(An.Actor(), Model, ct)).Missing.ShouldBeOfType<SetsMissing>().Sets.Select(s => s.Zh).ShouldBe(["民事诉讼", "作品登记"], "nobody is asked to import what is made of names");
        await ImportAsync("suit", "case_no,plaintiff\n1号,杭州嘉禾文化传播有限公司\n2号,嘉禾文化传播有限公司\n3号,李四\n");
        await ImportAsync("copyright_registration", "registration_no,owner\n登1,嘉禾文化傳播有限公司\n");
        var (found, missing) = await inputs.ForAsync(An.Actor(), Model, ct);
        missing.ShouldBeNull();
        found["same_party"].Snapshots.ShouldHaveSingleItem().Rows.ShouldBe(3);
        RunInputs.Record(found).Single(i => i.Set == "same_party").Origin.ShouldBe(InputOrigin.Names);
        var file = at.Write("x");
        (await at.Sets.ImportAsync(An.Actor(), at.Ordered("same_party", file, new ColumnMapping([])), ct: ct)).Refusal.ShouldBeOfType<SetIsMadeOfNames>();
    }

    private static List<(string Writing, string Party)> Of(params (string Name, string? Code)[] names) =>
        [.. new SameWritings(SupervisionPlace.Comparison).Of(names.Select(n => new SameWritings.Writing(n.Code ?? n.Name, n.Name, n.Code))).Rows.Select(r => (r[0]!, r[2]!))];
}
