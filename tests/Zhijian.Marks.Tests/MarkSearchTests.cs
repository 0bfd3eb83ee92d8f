using System.Globalization;
using Shouldly;
using Xunit;

namespace Zhijian.Marks.Tests;

/// <summary>The index finds what a full scan finds, in the same order, on marks made to be near to each other.</summary>
public sealed class MarkSearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("marks-").FullName;

    // few signs, so that everything is near to something; polyphones, look-alikes, letters, a sign outside the BMP, one without a reading
    private static readonly string[] Alphabets = ["耐克奈柯剋己已巳土士", "长常单弹行航乐清请情", "abnike", "nike0o1il耐克", "末未大太日曰𬱖㐂中国茅芧"];
    private static readonly string[] Words =
    [
        "nike", "耐克", "adidas", "阿迪达斯", "可口可乐", "cocacola", "古驰", "gucci", "香奈儿", "chanel", "华为", "huawei", "ＮＩＫＥ", "Ｎｉ ke", "耐剋", "商標", "商标",
        "长长长长长长长长长长", "aaaaaaaa", "aaaaaaaaa", "中国中国中国", "a", "耐", "ab", "耐克王国", "新耐克运动", "!", "",
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void The_index_finds_what_a_full_scan_finds(int seed)
    {
        var random = new Random(seed);
        var marks = Marks(random, 3000);
        using var shelf = Shelf(marks);
        foreach (var written in Words.Concat(Enumerable.Range(0, 250).Select(_ => Word(random))).Concat(marks.Take(100).Select(m => m.Written)))
        {
            var query = new MarkQuery(written)
            {
                Classes = random.Next(2) == 0 ? [] : [random.Next(1, 6), 25],
                Groups = random.Next(3) == 0 ? [2507] : [],
                OnlyTheseClasses = random.Next(4) == 0,
                Top = random.Next(3) == 0 ? 7 : 1000,
            };
            Same(shelf.Search(query), shelf.Scan(query), written);
        }
    }

    [Theory, InlineData("甲乙丙丁戊"), InlineData("甲甲甲甲甲"), InlineData("甲乙甲乙甲乙"), InlineData("jugemu"), InlineData("甲乙丙丁戊己庚辛壬癸子丑")]
    public void Every_text_within_two_edits_is_found(string written)
    {
        string[] signs = ["甲", "乙", "丁", "m", "x"];
        IEnumerable<string> Edited(string text) =>
            from at in Enumerable.Range(0, text.Length + 1)
            from other in (string[])[.. signs.SelectMany(s => (string[])[text[..at] + s + text[at..], at < text.Length ? text[..at] + s + text[(at + 1)..] : text]), at < text.Length ? text.Remove(at, 1) : text]
            select other;
        var near = Edited(written).SelectMany(Edited).Distinct(StringComparer.Ordinal).ToList();
        // each once alone, where a branch of the trie is cut, and once among all others
        using var shelf = Shelf([.. near.Select((n, i) => Of($"{i:000000}", n))]);
        var query = new MarkQuery(written) { Top = near.Count };
        Same(shelf.Search(query), shelf.Scan(query), written);
        var allowed = near.Where(n => n.Length >= 5).ToList(); // of fewer signs one may differ
        shelf.Search(query).Hits.Select(h => h.Mark.Written).Intersect(allowed, StringComparer.Ordinal).Count().ShouldBe(allowed.Count);
        foreach (var one in allowed.Where((_, i) => i % 97 == 0))
        {
            using var alone = Shelf([Of("1", one), Of("2", "完全另外一个商标")]);
            alone.Search(query).Hits.ShouldContain(h => h.Mark.Number == "1", one);
        }
    }

    [Fact]
    public void Points_add_up_and_never_pass_a_thousand()
    {
        var random = new Random(7);
        using var shelf = Shelf(Marks(random, 2000));
        foreach (var written in Words)
            foreach (var hit in shelf.Search(new MarkQuery(written) { Classes = [25], Groups = [2507] }).Hits)
            {
                (hit.Points.Text + hit.Points.Sound + hit.Points.Shape + hit.Points.Part + hit.Points.Goods).ShouldBe(hit.Points.Total);
                (hit.Points.Total - hit.Points.Goods).ShouldBe(hit.Likeness.Score);
                hit.Points.Total.ShouldBeInRange(1, 1000);
            }
    }

    [Fact]
    public void What_was_added_later_is_searched_and_takes_the_place_of_the_same_number()
    {
        var random = new Random(5);
        var marks = Marks(random, 1500);
        var later = marks.Where(_ => random.Next(10) == 0).Select(m => m with { Written = Word(random) }).Where(m => MarkTables.Signs.Of(m.Written).Length > 0)
            .Concat(Enumerable.Range(0, 100).Select(i => Mark(random, $"2{i:0000}"))).Where(m => MarkTables.Signs.Of(m.Written).Length > 0).ToList();
        var (path, delta) = (Path.Combine(_folder, "base.marks"), Path.Combine(_folder, "delta.marks"));
        MarkWriter.Write(path, marks, MarkTables.Signs);
        MarkShelf.Add(delta, later.Take(60), MarkTables.Signs).ShouldBe(60);
        MarkShelf.Add(delta, later, MarkTables.Signs).ShouldBe(later.Count);
        var numbers = later.Select(l => l.Number).ToHashSet();
        using var added = MarkShelf.Open(path, delta, MarkTables.Signs);
        using var whole = Shelf([.. marks.Where(m => !numbers.Contains(m.Number)).Concat(later).OrderBy(m => m.Number, StringComparer.Ordinal)]);
        added.Count.ShouldBe(whole.Count);
        foreach (var written in Words.Concat(later.Take(80).Select(l => l.Written)))
            foreach (var only in new[] { false, true })
            {
                var query = new MarkQuery(written) { Classes = [1, 2], OnlyTheseClasses = only, Top = 20 };
                Same(added.Search(query), whole.Scan(query), written);
            }
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        var path = Path.Combine(_folder, "x.marks");
        File.WriteAllText(path, new string('x', 5000));
        Should.Throw<MarkFileException>(() => MarkFile.Open(path, MarkTables.Signs)).Message.ShouldContain("not an index of marks");
        MarkWriter.Write(path, Marks(new Random(1), 50), MarkTables.Signs);
        Should.Throw<MarkFileException>(() => MarkFile.Open(path, new Signs(Kernel.Characters.None))).Message.ShouldContain("tables of characters have changed");
        using (var file = File.OpenWrite(path))
            file.SetLength(file.Length - 1);
        Should.Throw<MarkFileException>(() => MarkFile.Open(path, MarkTables.Signs)).Message.ShouldContain("not whole");
    }

    [Fact]
    public void Numbers_come_in_order_and_once() => Should.Throw<ArgumentException>(() => MarkWriter.Write(Path.Combine(_folder, "y.marks"), [Of("2", "甲乙"), Of("1", "甲乙")], MarkTables.Signs))
        .Message.ShouldContain("out of order");

    [Fact]
    public void Equals_are_ranked_by_number()
    {
        using var shelf = Shelf([Of("10", "耐克"), Of("2", "耐克"), Of("3", "耐剋")]);
        shelf.Search(new MarkQuery("耐克") { Top = 2 }).Hits.Select(h => h.Mark.Number).ShouldBe(["10", "2"]);
    }

    [Fact]
    public void The_same_goods_come_first()
    {
        using var shelf = Shelf([new RegisteredMark("1", "耐克", 9, [], "甲", "注册"), new RegisteredMark("2", "耐克", 25, [2501], "乙", "注册"), new RegisteredMark("3", "耐克", 25, [2507], "丙", "注册")]);
        var hits = shelf.Search(new MarkQuery("耐克") { Classes = [25], Groups = [2507] }).Hits;
        hits.Select(h => (h.Mark.Number, h.Points.Goods)).ShouldBe([("3", 100), ("2", 60), ("1", 0)]);
        shelf.Search(new MarkQuery("耐克") { Classes = [9], OnlyTheseClasses = true }).Hits.Single().Mark.Applicant.ShouldBe("甲");
    }

    private MarkShelf Shelf(IReadOnlyList<RegisteredMark> marks)
    {
        var path = Path.Combine(_folder, $"{marks.Count.ToString(CultureInfo.InvariantCulture)}.marks");
        MarkWriter.Write(path, marks, MarkTables.Signs);
        return MarkShelf.Open(path, null, MarkTables.Signs);
    }

    private static void Same(MarkAnswer found, MarkAnswer scanned, string written)
    {
        found.Total.ShouldBe(scanned.Total, written);
        found.Kinds.OrderBy(k => k.Key).ShouldBe(scanned.Kinds.OrderBy(k => k.Key), written);
        found.Hits.Select(h => (h.Mark.Number, h.Mark.Written, h.Likeness, h.Points)).ShouldBe(scanned.Hits.Select(h => (h.Mark.Number, h.Mark.Written, h.Likeness, h.Points)), written);
    }

    private static List<RegisteredMark> Marks(Random random, int count) =>
        [.. Words.Select((w, i) => Of($"0{i:0000}", w)).Concat(Enumerable.Range(0, count).Select(i => Mark(random, $"1{i:00000}"))).Where(m => MarkTables.Signs.Of(m.Written).Length > 0)];

    private static RegisteredMark Of(string number, string written) => new(number, written, 25, [], "某公司", "注册");

    private static RegisteredMark Mark(Random random, string number) =>
        new(number, Word(random), random.Next(0, 46), random.Next(3) == 0 ? [2507, random.Next(101, 4506)] : [], "某公司", "注册");

    private static string Word(Random random)
    {
        if (random.Next(12) == 0)
            return Words[random.Next(Words.Length)];
        string[] signs = [.. Alphabets[random.Next(Alphabets.Length)].EnumerateRunes().Select(r => r.ToString())];
        return string.Concat(Enumerable.Range(0, random.Next(1, random.Next(3) == 0 ? 12 : 6)).Select(_ => signs[random.Next(signs.Length)]));
    }
}
