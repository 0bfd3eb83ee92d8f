using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Search;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

public sealed class MatterIndexTests
{
    [Theory, EveryDatabase]
    public async Task What_was_committed_is_found_at_once(Dialect dialect)
    {
        await using var office = await Searched.OpenAsync(dialect);
        var matter = await office.RegisterAsync("假冒耐克运动鞋案", "单某", "耐克");
        foreach (var words in new[] { "耐克", "耐剋", "nk", "NaiKe", "单某", "shanmou", "dm", $"{matter}", matter.CaseNumber, "某体育用品公司", "213", "运动鞋 -皮鞋", "brand:耐克", "当事人:单某", "no:0001" })
            (await office.FoundAsync(words)).ShouldContain("matter", words);
        await office.ExhibitAsync(matter, "仓库台账", "某仓储公司");
        (await office.FoundAsync("仓储公司")).ShouldBe(["exhibit E1"]);
        await office.DoAsync(matter, new RecordGoods(office.Runner.Today, "E1", "跑步鞋", 10, "双"));
        (await office.FoundAsync("跑步鞋 10 双")).ShouldBe(["exhibit E1"]);
        await office.AttachAsync(matter, "c0ffee", "审计报告.pdf");
        (await office.FoundAsync("审计报告")).ShouldBe(["document c0ffee p2", "document c0ffee p1"], ignoreOrder: true);
        (await office.FoundAsync("工艺参数")).ShouldBe(["document c0ffee p2"]);
        await office.AttachAsync(matter, "0bad", "扫描件.jpg");
        (await office.FoundAsync("扫描件")).ShouldBe(["document 0bad"]);
        await office.DoAsync(matter, new RecordFinding(office.Runner.Today, "harm-consumers", Track.Criminal, "两百名消费者受骗", Material.Object, "卷二第41页", "某市场监管局"));
        (await office.FoundAsync("消费者受骗 市场监管局")).ShouldHaveSingleItem().ShouldStartWith("entry ");
    }

    [Theory, EveryDatabase]
    public async Task Rebuilding_gives_the_same_rows_and_the_same_answers(Dialect dialect)
    {
        await using var office = await Searched.OpenAsync(dialect);
        var (first, second) = (await office.RegisterAsync("耐克运动鞋案"), await office.RegisterAsync("茅台白酒案", secrecy: Secrecy.Circle));
        foreach (var matter in new[] { first, second })
        {
            await office.ExhibitAsync(matter, "销售台账");
            await office.ExhibitAsync(matter, "工艺图纸", "某密室", "jiang");
            await office.AttachAsync(matter, "b1", "图纸.txt", (await office.KeptAsync(matter, "工艺图纸")).Id);
            await office.AttachAsync(matter, "a1", "台账.txt");
        }
        await office.DoAsync(second, new ChangeCircle(office.Runner.Today, Secrecy.Circle, "参与办理", ["jiang"])); // after the rows of the kept exhibit were written
        async Task<(IReadOnlyList<string>, IReadOnlyList<string>)> LookAsync()
        {
            var dump = new List<string>();
            foreach (var table in Searched.Index.Tables)
                dump.AddRange(await office.Store.DumpAsync(table));
            return (dump, [.. await office.AnswersAsync(An.Actor("lu"), ["耐克", "台账", "图纸", "某密室", "nk", "案"]), .. await office.AnswersAsync(An.Actor("jiang"), ["图纸", "茅台"])]);
        }
        var (rows, answers) = await LookAsync();
        await office.Store.Events.RebuildAsync();
        var (rowsAfter, answersAfter) = await LookAsync();
        rowsAfter.ShouldBe(rows);
        answersAfter.ShouldBe(answers);
    }

    [Theory, EveryDatabase]
    public async Task A_text_that_became_known_later_is_found_after_a_refresh(Dialect dialect)
    {
        var known = new Dictionary<string, IReadOnlyList<PageText>>(StringComparer.Ordinal);
        var index = new MatterIndex(TestLaw.Book, (_, hash, _) => Task.FromResult(known.GetValueOrDefault(hash) ?? []));
        await using var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book), index);
        var story = A.Matter(m => m.Suspect("张某")).Do(new AttachDocument(new DateOnly(2026, 3, 3), "ab12", "笔录.pdf", 1, "application/pdf"));
        await store.AppendAsync(story.Id.Value, 0, [.. story.Log.Select(MatterFold.Types.Read)]);
        var search = new MatterSearch(store.Events, TestLaw.Book);
        async Task<int?> PageAsync() => (await search.FindAsync(An.Actor(), search.Parse("现场勘验").Query!, SearchFilter.None)).Hits.SingleOrDefault()?.Page;
        (await PageAsync()).ShouldBeNull();
        known["ab12"] = [new PageText(1, "首页"), new PageText(2, "现场勘验笔录")];
        await store.Events.Writer.RunAsync(async work =>
        {
            await index.RefreshAsync(work, "ab12");
            return 0;
        });
        (await PageAsync()).ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task A_step_reads_no_text_that_is_in_the_index(Dialect dialect)
    {
        var asked = new List<string>();
        var index = new MatterIndex(TestLaw.Book, (_, hash, _) =>
        {
            asked.Add(hash);
            return Task.FromResult<IReadOnlyList<PageText>>(hash[0] == '0' ? [] : [new PageText(1, "现场勘验笔录")]);
        });
        await using var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book), index);
        var day = new DateOnly(2026, 3, 3);
        var story = A.Matter(m => m.Suspect("张某")).Do(new AttachDocument(day, "ab12", "笔录.pdf", 1, "application/pdf")).Do(new AttachDocument(day, "0bad", "照片.jpg", 1, "image/jpeg"));
        var log = story.Log.Count;
        await store.AppendAsync(story.Id.Value, 0, [.. story.Log.Select(MatterFold.Types.Read)]);
        asked.ShouldBe(["ab12", "0bad"]);
        story.Do(new RecordFinding(day, "harm-consumers", Track.Criminal, "两百名消费者受骗", Material.Object, "卷二第41页"));
        await store.AppendAsync(story.Id.Value, log, [.. story.Log.Skip(log).Select(MatterFold.Types.Read)]);
        asked.ShouldBe(["ab12", "0bad", "0bad"]); // the one whose text is not known
        var search = new MatterSearch(store.Events, TestLaw.Book);
        (await search.FindAsync(An.Actor(), search.Parse("现场勘验").Query!, SearchFilter.None)).Total.ShouldBe(1);
    }
}
