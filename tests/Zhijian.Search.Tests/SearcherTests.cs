using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Search.Tests;

public sealed class SearcherTests
{
    private static IEnumerable<string> Matters(SearchAnswer answer) => answer.Hits.Select(h => h.Matter);

    private static string Says(SearchAnswer answer, SearchProperty property) =>
        string.Join(' ', answer.Facets.Single(f => f.Property == property).Counts.Select(c => $"{c.Value}={c.Count}"));

    [Theory, EveryDatabase]
    public async Task A_number_comes_before_a_title_a_title_before_a_name_a_name_before_a_text_and_then_the_newest(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("M-1", Shelf.Thing(1, title: "别案", text: "提到耐克2号", day: "2026-09-01"));
        await shelf.PutAsync("M-2", Shelf.Thing(2, title: "别案", day: "2020-01-01") with { Brands = ["耐克2号"] });
        await shelf.PutAsync("M-3", Shelf.Thing(3, title: "假冒耐克2号案", day: "2019-01-01"));
        await shelf.PutAsync("M-4", Shelf.Thing(4, title: "别案", day: "2018-01-01") with { Numbers = ["耐克2号"] });
        await shelf.PutAsync("M-5", Shelf.Thing(5, title: "假冒耐克2号的另一案", day: "2019-02-01"));
        Matters(await shelf.FindAsync("耐克2号")).ShouldBe(["M-4", "M-5", "M-3", "M-2", "M-1"]);
        Matters(await shelf.FindAsync("耐克2号", limit: 2, offset: 1)).ShouldBe(["M-5", "M-3"]);
        (await shelf.FindAsync("耐克2号", limit: 2, offset: 9)).Total.ShouldBe(5);
    }

    [Theory, EveryDatabase]
    public async Task How_common_a_word_is_elsewhere_does_not_move_a_hit(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("M-1", Shelf.Thing(1, title: "甲乙案", text: "商标 商标 商标"));
        await shelf.PutAsync("M-2", Shelf.Thing(2, title: "甲乙案", text: "商标"));
        var before = await shelf.FindAsync("商标 甲乙");
        for (var i = 10; i < 60; i++)
            await shelf.PutAsync($"M-{i}", Shelf.Thing(i, title: "别案", text: "商标 商标") with { KeptTo = ["shen"] });
        var after = await shelf.FindAsync("商标 甲乙");
        Matters(after).ShouldBe(Matters(before));
        Matters(after).ShouldBe(["M-2", "M-1"]);
    }

    [Theory, EveryDatabase]
    public async Task Facets_count_what_choosing_them_would_leave(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("M-1", "1/", ["investigation", "judged"],
            Shelf.Thing(1) with { Tracks = ["criminal"] }, Shelf.Thing(2, ThingKind.Exhibit, "运动鞋照片", day: "2025-03") with { Tracks = ["criminal"] });
        await shelf.PutAsync("M-2", "2/", ["judged"], Shelf.Thing(3, day: "") with { Tracks = ["criminal", "civil"] });
        var all = await shelf.FindAsync("运动鞋");
        all.Total.ShouldBe(3);
        Says(all, SearchProperty.Kind).ShouldBe("matter=2 exhibit=1");
        Says(all, SearchProperty.Track).ShouldBe("criminal=3 civil=1");
        Says(all, SearchProperty.Stage).ShouldBe("judged=3 investigation=2");
        Says(all, SearchProperty.Office).ShouldBe("1/=2 2/=1");
        Says(all, SearchProperty.Year).ShouldBe("2026=1 2025=1");
        var narrowed = await shelf.FindAsync("运动鞋", new SearchFilter(Kind: ThingKind.Matter, Office: "1/"));
        narrowed.Total.ShouldBe(1);
        Matters(narrowed).ShouldBe(["M-1"]);
        Says(narrowed, SearchProperty.Kind).ShouldBe("exhibit=1 matter=1"); // of the same office
        Says(narrowed, SearchProperty.Office).ShouldBe("1/=1 2/=1"); // of the same kind
        foreach (var (filter, count) in new[] { (new SearchFilter(Track: "civil"), 1), (new SearchFilter(Stage: "investigation"), 2), (new SearchFilter(Year: "2025"), 1), (new SearchFilter(Track: "civi"), 0) })
        {
            var answer = await shelf.FindAsync("运动鞋", filter);
            answer.Total.ShouldBe(count, $"{filter}");
            answer.Hits.Count.ShouldBe(count, $"{filter}");
        }
    }

    [Theory, EveryDatabase]
    public async Task A_file_is_found_by_the_page(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("M-1", [Shelf.Thing(1), .. Enumerable.Range(1, 30).Select(p => Shelf.Thing(2, ThingKind.Document, "审计报告.pdf", $"第{p}页的销售{(p == 17 ? "台账" : "")}") with { Page = p })]);
        var hit = (await shelf.FindAsync("销售台账")).Hits.ShouldHaveSingleItem();
        (hit.Page, hit.Kind, hit.MatterTitle).ShouldBe((17, ThingKind.Document, "假冒运动鞋案"));
        string.Concat(hit.Excerpt.Select(p => p.Hit ? $"[{p.Text}]" : p.Text)).ShouldBe("第17页的[销售台账]");
    }

    [Theory, EveryDatabase]
    public async Task Names_are_suggested_as_they_are_written_and_as_they_sound(Dialect dialect)
    {
        await using var shelf = await Shelf.OpenAsync(dialect);
        await shelf.PutAsync("MS-2026-0137", Shelf.Thing(1) with { Numbers = ["MS-2026-0137"], Brands = ["耐克"], Parties = ["张某", "单某"] });
        await shelf.PutAsync("MS-2026-0138", Shelf.Thing(2) with { Numbers = ["MS-2026-0138"], Brands = ["耐克飞人"], Parties = ["张某"] });
        await shelf.PutAsync("MS-2026-0139", Shelf.Thing(3) with { Brands = ["耐克秘密"], KeptTo = ["shen"] });
        async Task<string> Names(string typed, string reader = "lu") => string.Join(' ', (await shelf.SuggestAsync(typed, reader)).Select(s => $"{s.Name}={s.Matters}"));
        foreach (var typed in new[] { "nk", "NaiKe", "耐", "耐剋" })
            (await Names(typed)).ShouldBe("耐克=1 耐克飞人=1", typed);
        (await Names("nk", "shen")).ShouldBe("耐克=1 耐克秘密=1 耐克飞人=1");
        (await Names("zm")).ShouldBe("张某=2");
        (await Names("shan")).ShouldBe("单某=1");
        (await Names("0137")).ShouldBe("MS-2026-0137=1");
        (await Names("ms-2026")).ShouldBe("MS-2026-0137=1 MS-2026-0138=1");
        (await Names("z")).ShouldBe("");
        (await Names("克")).ShouldBe("");
        (await Names("%")).ShouldBe("");
    }
}
