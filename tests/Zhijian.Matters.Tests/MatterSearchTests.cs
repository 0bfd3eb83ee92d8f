using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

public sealed class MatterSearchTests
{
    private static readonly string[] Titles = ["耐克运动鞋案", "茅台白酒案", "芯片图纸", "工艺配方", "销售台账"];
    private static readonly string[] Names = ["张某", "李某", "单某"];
    private static readonly string[] Asked =
    [
        .. Titles, .. Names, "耐克", "nk", "naike", "xinpian", "xp", "图纸", "图", "工艺参数", "某仓库", "某密室", "权利人书面申请", "保密", "MS-2026", "0001", "案", "K", "a1", "b2",
        "title:图纸", "耐克 -图纸", "\"工艺 配方\"", "party:张某", "zm", "dm",
    ];

    /// <summary>For whoever is outside of every circle the world is the same as one in which nothing was ever kept from them, to the byte.</summary>
    [Theory, EveryDatabase]
    public async Task What_is_kept_from_a_person_changes_no_answer_for_them(Dialect dialect)
    {
        foreach (var seed in Enumerable.Range(1, 4))
        {
            await using var with = await Searched.OpenAsync(dialect);
            await using var without = await Searched.OpenAsync(dialect);
            var inside = await PlayAsync(with, new Random(seed), secrets: true);
            (await PlayAsync(without, new Random(seed), secrets: false)).ShouldBe(0);
            inside.ShouldBeGreaterThan(3);
            foreach (var outsider in new[] { An.Actor("shen"), An.Actor("qin", An.Province, Role.UpperLevel), An.Actor("he", "100000/990000/990200/"), An.Actor("admin", An.Office, Role.Administrator) })
                (await with.AnswersAsync(outsider, Asked)).ShouldBe(await without.AnswersAsync(outsider, Asked), $"{outsider.Id}, {seed}");
            (await with.AnswersAsync(An.Actor("jiang"), Asked)).ShouldNotBe(await without.AnswersAsync(An.Actor("jiang"), Asked), "whoever is inside finds it");
        }
    }

    /// <summary>The same matters and exhibits in both worlds; in one of them some more that are kept to jiang (and to lu, who takes them in).</summary>
    private static async Task<int> PlayAsync(Searched office, Random random, bool secrets)
    {
        T Any<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
        var kept = 0;
        var matters = new List<MatterId>();
        for (var i = 0; i < 3; i++)
            matters.Add(await office.RegisterAsync(Any(Titles), Any(Names), random.Next(2) == 0 ? "耐克" : null));
        for (var i = 0; i < 10; i++)
        {
            var (matter, title, secret, file) = (Any(matters), Any(Titles) + i, random.Next(2) == 0, random.Next(2) == 0);
            if (!secret)
                await office.ExhibitAsync(matter, title);
            if (!secret && file)
                await office.AttachAsync(matter, $"a{i}", $"{title}.txt");
            if (!secret || !secrets)
                continue;
            kept++;
            await office.ExhibitAsync(matter, title, "某密室", "jiang");
            var exhibit = await office.KeptAsync(matter, title);
            await office.AttachAsync(matter, $"b{i}", $"{title}.txt", exhibit.Id);
            if (file)
                await office.DoAsync(matter, new RecordUndertaking(office.Runner.Today.AddDays(-20), exhibit.Id, "jiang", "承诺书1"));
        }
        // matters of a circle take a number of their own: they come last, so that the others have the same in both worlds
        for (var i = 0; secrets && i < 2; i++)
        {
            kept++;
            var circle = await office.RegisterAsync(Any(Titles), Any(Names), "耐克密", Secrecy.Circle);
            await office.ExhibitAsync(circle, Any(Titles));
        }
        return kept;
    }

    [Theory, EveryDatabase]
    public async Task A_kept_exhibit_is_found_by_its_people_and_its_files_by_those_who_signed(Dialect dialect)
    {
        await using var office = await Searched.OpenAsync(dialect);
        var matter = await office.RegisterAsync("芯片案");
        await office.ExhibitAsync(matter, "蚀刻图纸", "某密室", "jiang");
        var id = (await office.KeptAsync(matter, "蚀刻图纸")).Id;
        await office.AttachAsync(matter, "f00d", "蚀刻.txt", id);
        (await office.FoundAsync("蚀刻图纸", "jiang")).ShouldBe([$"exhibit {id}"]);
        (await office.FoundAsync("工艺参数", "jiang")).ShouldBeEmpty(); // the page of a file, before the undertaking
        await office.DoAsync(matter, new RecordUndertaking(office.Runner.Today, id, "jiang", "承诺书1"));
        (await office.FoundAsync("工艺参数", "jiang")).ShouldBe(["document f00d p2"]);
        (await office.FoundAsync("工艺参数", "lu")).ShouldBeEmpty();
        foreach (var words in new[] { "蚀刻图纸", "shikt", "sktz", "f00d", id })
            (await office.FoundAsync(words, "shen")).ShouldBeEmpty(words);
    }

    [Theory, EveryDatabase]
    public async Task The_office_above_finds_what_those_below_have_and_a_neighbour_nothing(Dialect dialect)
    {
        await using var office = await Searched.OpenAsync(dialect);
        await office.RegisterAsync("耐克运动鞋案");
        (await office.FindAsync(An.Actor("qin", An.Province, Role.UpperLevel), "耐克")).Total.ShouldBeGreaterThan(0);
        foreach (var other in new[] { An.Actor("he", "100000/990000/990200/"), An.Actor("qin", An.Province), An.Actor("admin", An.Office, Role.Administrator) })
        {
            var answer = await office.FindAsync(other, "耐克");
            answer.Total.ShouldBe(0, other.Id);
            answer.Facets.ShouldAllBe(f => f.Counts.Count == 0);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_matter_that_is_put_under_a_circle_is_gone_at_once_for_those_outside_and_so_is_what_it_keeps(Dialect dialect)
    {
        await using var office = await Searched.OpenAsync(dialect);
        var matter = await office.RegisterAsync("耐克运动鞋案", secrecy: Secrecy.Circle);
        await office.DoAsync(matter, new ChangeCircle(office.Runner.Today, Secrecy.Circle, "参与办理", ["jiang"]));
        await office.ExhibitAsync(matter, "密封图纸", "某密室", "jiang");
        (await office.FoundAsync("密封图纸", "jiang")).ShouldHaveSingleItem();
        (await office.SuggestedAsync("zm", "jiang")).ShouldBe(["张某"]);
        await office.DoAsync(matter, new ChangeCircle(office.Runner.Today, Secrecy.Circle, "不再参与", Exclude: ["jiang"]));
        (await office.FoundAsync("密封图纸", "jiang")).ShouldBeEmpty();
        (await office.FoundAsync("耐克", "jiang")).ShouldBeEmpty();
        (await office.SuggestedAsync("zm", "jiang")).ShouldBeEmpty();
    }
}
