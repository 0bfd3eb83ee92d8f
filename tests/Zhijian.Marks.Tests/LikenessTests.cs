using Shouldly;
using Xunit;

namespace Zhijian.Marks.Tests;

public sealed class LikenessTests
{
    [Theory]
    [InlineData("耐克", "耐剋", LikenessKinds.Same | LikenessKinds.Contained | LikenessKinds.SoundsSame | LikenessKinds.LooksAlike)]
    [InlineData("NIKE", "ｎｉ ｋｅ", LikenessKinds.Same | LikenessKinds.Contained | LikenessKinds.SoundsSame | LikenessKinds.LooksAlike)]
    [InlineData("耐克", "耐克王国", LikenessKinds.Contained)]
    [InlineData("耐克", "新耐克", LikenessKinds.Contained | LikenessKinds.Edited | LikenessKinds.SoundsClose)]
    [InlineData("耐克", "奈柯", LikenessKinds.SoundsSame)]
    [InlineData("单雄", "山雄", LikenessKinds.SoundsSame | LikenessKinds.Edited)]
    [InlineData("单雄", "丹雄", LikenessKinds.SoundsSame | LikenessKinds.Edited)]
    [InlineData("山雄", "丹雄", LikenessKinds.Edited | LikenessKinds.SoundsClose)]
    [InlineData("己未", "已末", LikenessKinds.LooksAlike)]
    [InlineData("耐克", "nike", LikenessKinds.Transliterated)]
    [InlineData("adidas", "阿迪达斯", LikenessKinds.Transliterated)]
    [InlineData("可口可乐", "Coca-Cola", LikenessKinds.Transliterated)]
    [InlineData("古驰", "GUCCI", LikenessKinds.Transliterated)]
    [InlineData("huawei", "华为", LikenessKinds.Transliterated)]
    [InlineData("香奈儿", "chanel", LikenessKinds.Transliterated)]
    [InlineData("星巴克", "nike", LikenessKinds.None)]
    [InlineData("lv", "silver", LikenessKinds.None)]
    [InlineData("nikke", "niki", LikenessKinds.None)]
    [InlineData("adidas", "odibas", LikenessKinds.Edited)]
    [InlineData("耐", "耐克", LikenessKinds.None)]
    [InlineData("𬱖某甲", "𬱖某", LikenessKinds.Contained | LikenessKinds.Edited | LikenessKinds.SoundsClose)]
    public void Kinds(string one, string other, LikenessKinds kinds)
    {
        Between(one, other).Kinds.ShouldBe(kinds);
        Between(other, one).Kinds.ShouldBe(kinds);
    }

    [Fact]
    public void A_mark_that_is_the_same_has_all_the_points_of_words() => Points.Of(Between("耐克", "耐剋")).ShouldBe(new Points(350, 250, 200, 100, 0));

    [Fact]
    public void Another_tone_is_a_tenth_less() => (Points.Of(Between("玛丽", "妈莉")).Sound, Points.Of(Between("奈柯", "耐科")).Sound).ShouldBe((237, 250));

    [Fact]
    public void Distances_are_those_of_the_textbook()
    {
        var random = new Random(3);
        for (var i = 0; i < 20000; i++)
        {
            int[] a = [.. Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(3))], b = [.. Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(3))];
            for (var most = 0; most <= 2; most++)
                Likeness.EditsBetween(a, b, most).ShouldBe(Math.Min(Textbook(a, b), most + 1), $"{string.Join(' ', a)} | {string.Join(' ', b)}");
        }
    }

    /// <summary>Up to twelve signs: beyond the eighth place they are not looked up in the table of the mark that is asked for.</summary>
    [Fact]
    public void It_is_the_same_the_other_way_round()
    {
        var random = new Random(5);
        int[] signs = [.. MarkTables.Signs.Of("单山丹雄熊凶己已末未璨灿惨nike2")];
        int[] Mark(int length) => [.. Enumerable.Range(0, length).Select(_ => signs[random.Next(signs.Length)])];
        var alike = 0;
        for (var i = 0; i < 20000; i++)
        {
            var one = Mark(1 + random.Next(12));
            var other = one.ToArray();
            for (var edits = random.Next(3); edits >= 0; edits--)
                other[random.Next(other.Length)] = signs[random.Next(signs.Length)];
            if (i % 3 == 0)
                other = [.. other, .. Mark(random.Next(3))];
            var like = Likeness.Between(MarkTables.Signs, one, other);
            like.ShouldBe(Likeness.Between(MarkTables.Signs, other, one), $"{Signs.Text(one)} | {Signs.Text(other)}");
            alike += like.Kinds == LikenessKinds.None ? 0 : 1;
        }
        alike.ShouldBeInRange(2000, 18000);
    }

    [Fact]
    public void What_was_asked_before_leaves_nothing_behind()
    {
        for (var i = 0; i < 3; i++)
        {
            Between("单雄", "山雄").Kinds.ShouldBe(LikenessKinds.SoundsSame | LikenessKinds.Edited);
            Between("己雄", "山雄").Kinds.ShouldBe(LikenessKinds.SoundsClose | LikenessKinds.Edited);
        }
    }

    private static int Textbook(int[] a, int[] b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                d[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
        return d[a.Length, b.Length];
    }

    private static Likeness Between(string one, string other) => Likeness.Between(MarkTables.Signs, MarkTables.Signs.Of(one), MarkTables.Signs.Of(other));
}
