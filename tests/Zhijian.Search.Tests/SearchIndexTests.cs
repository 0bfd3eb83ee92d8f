using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Search.Tests;

public sealed class SearchIndexTests
{
    private static async Task<IReadOnlyList<string>> DumpAsync(Shelf shelf)
    {
        var rows = new List<string>();
        foreach (var table in SearchIndex.Tables)
            rows.AddRange(await shelf.Store.DumpAsync(table));
        return rows;
    }

    [Theory, EveryDatabase]
    public async Task The_rows_are_what_was_put_last_however_they_came_to_be(Dialect dialect)
    {
        await using var lived = await Shelf.OpenAsync(dialect);
        await using var fresh = await Shelf.OpenAsync(dialect);
        var random = new Random(3);
        IReadOnlyList<IndexedThing> things = [];
        for (var round = 0; round < 12; round++)
        {
            things =
            [
                .. Enumerable.Range(1, 8).Where(_ => random.Next(4) > 0).Select(seq => Shelf.Thing(seq, (ThingKind)(seq % 5), $"标题{random.Next(2)}", $"正文{random.Next(3)}") with
                {
                    Parties = [.. Enumerable.Range(0, random.Next(2)).Select(_ => "张某")], KeptTo = random.Next(4) == 0 ? ["lu", "shen"] : null,
                }),
            ];
            await lived.PutAsync("M-1", things);
        }
        await fresh.PutAsync("M-1", things);
        (await DumpAsync(lived)).ShouldBe(await DumpAsync(fresh));
        foreach (var query in new[] { "标题0", "标题1", "正文0", "正文1", "正文2", "张某" })
            (await lived.FindAsync(query)).Total.ShouldBe((await fresh.FindAsync(query)).Total, query);
        await lived.PutAsync("M-1");
        foreach (var table in SearchIndex.Tables)
            (await lived.Store.DumpAsync(table)).ShouldBeEmpty(table);
    }

    [Theory, EveryDatabase]
    public async Task A_row_that_is_as_before_is_not_written_again(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("M-1", Shelf.Thing(1, text: "甲"), Shelf.Thing(2, ThingKind.Paper, text: "乙"));
        await shelf.Store.ExecuteAsync("UPDATE search_text SET text = text || '!'");
        await shelf.PutAsync("M-1", Shelf.Thing(1, text: "甲"), Shelf.Thing(2, ThingKind.Paper, text: "丙"));
        (await shelf.Store.QueryAsync<string>("SELECT text FROM search_text ORDER BY text")).ShouldBe(["丙", "甲!"], ignoreOrder: true);
    }

    [Theory, EveryDatabase]
    public async Task Where_a_matter_lies_is_brought_to_all_of_its_rows(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("M-1", "1/", ["registered"], Shelf.Thing(1));
        await shelf.PutAsync("M-1", "1/", ["registered"], "M-1/kept", Shelf.Thing(2, ThingKind.Exhibit) with { KeptTo = ["lu"] });
        await shelf.Store.Events.Writer.RunAsync(async work =>
        {
            (await SearchIndex.PlaceOfAsync(work.Transaction, "M-1"))!.ShouldSatisfyAllConditions(p => p.OfficePath.ShouldBe("1/"), p => p.Stages.ShouldBe(["registered"]));
            (await SearchIndex.PlaceOfAsync(work.Transaction, "M-2")).ShouldBeNull();
            await SearchIndex.PlaceAsync(work.Transaction, new IndexedPlace("M-1", "2/", "circle", ["judged"]));
            return 0;
        });
        (await shelf.Store.QueryAsync<string>("SELECT office_path || secrecy || stages FROM search_row")).ShouldBe(["2/circle,judged,", "2/circle,judged,"]);
    }

    [Theory, EveryDatabase]
    public async Task A_text_longer_than_a_row_is_found_wherever_it_is_cut(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        var text = new string('前', SearchIndex.MostOfPart - 3) + "跨越两部分的一句话" + new string('后', SearchIndex.MostOfPart * 2) + "结尾";
        await shelf.PutAsync("M-1", Shelf.Thing(1, text: text));
        foreach (var part in new[] { "跨越两部分的一句话", "前跨", "话后", "后结尾" })
            (await shelf.FindAsync(part)).Total.ShouldBeGreaterThan(0, part);
    }
}
