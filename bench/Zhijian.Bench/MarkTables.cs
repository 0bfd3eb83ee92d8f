using System.Globalization;
using System.Text;
using Zhijian.Marks;

namespace Zhijian.Bench;

/// <summary>
/// Generated word marks, the same every time: seven in ten Chinese (2 to 6 characters, the words of trade far more often than the rest), two Latin, one
/// mixed. Few characters are in many marks and many in few.
/// </summary>
internal sealed class MarkTables(IReadOnlyList<Rune> others)
{
    private const string Words = "华美佳康源丰盛达亿通利安泰宏兴隆福祥瑞吉金银玉珠宝龙凤鹏鹰狮虎马牛羊花草木林森海洋江河湖泊山川天地日月星辰云雨风雪春夏秋冬东西南北中上下大小长久新旧古今明亮光辉耀彩虹红黄蓝绿青紫白黑米面茶酒醋油盐糖果蔬鲜香甜辣味食品鞋服衣帽帆篷车轮船机电器灯具家居木纺织丝绸绒棉麻皮革药医健灵芝参鹿仙佛道禅儒雅致远志高洁清纯真善美爱情缘梦想思维智慧创科技诺拓博雅欧莱索尼奥迪奔宝法拉耐阿迪达克斯特兰登罗曼尼波尔";
    private const string Consonants = "bcdfghjklmnprstvwz";
    private const string Vowels = "aeiou";

    public static MarkTables Of(IEnumerable<Rune> characters) => new([.. characters.Where(r => r.IsBmp).OrderBy(r => r.Value)]);

    public IEnumerable<RegisteredMark> Rows(int count) => Enumerable.Range(0, count).Select(i =>
        new RegisteredMark(i.ToString("D8", CultureInfo.InvariantCulture), Written(i), 1 + (int)(Roll((ulong)i, 41) % 45), [], $"某某{Roll((ulong)i, 40) % 1_000_000}有限公司", "注册"));

    public string Written(long mark)
    {
        var (seed, text) = ((ulong)mark, new StringBuilder());
        var kind = Roll(seed, 1) % 10;
        if (kind is < 7 or 9)
        {
            var length = kind == 9 ? 2 : (Roll(seed, 2) % 20) switch { < 7 => 2, < 13 => 3, < 18 => 4, 18 => 5, _ => 6 };
            for (var i = 0; i < length; i++)
                text.Append(Character(Roll(seed, 10 + i)));
        }
        if (kind >= 7)
        {
            var syllables = 2 + (int)(Roll(seed, 3) % (kind == 9 ? 1u : 3u));
            for (var i = 0; i < syllables; i++)
            {
                var roll = Roll(seed, 20 + i);
                text.Append(Consonants[(int)(roll % (ulong)Consonants.Length)]).Append(Vowels[(int)(roll / 64 % (ulong)Vowels.Length)]);
                if ((roll >> 20) % 3 == 0)
                    text.Append(Consonants[(int)((roll >> 30) % (ulong)Consonants.Length)]);
            }
        }
        return text.ToString();
    }

    private string Character(ulong roll)
    {
        var place = (roll >> 8) % 10_000 / 10_000.0;
        return roll % 100 < 70 ? Words[(int)(place * place * Words.Length)].ToString() : others[(int)(place * place * others.Count)].ToString();
    }

    private static ulong Roll(ulong mark, int column)
    {
        var x = mark * 0x9E3779B97F4A7C15 + (ulong)column * 0xD1B54A32D192ED03;
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9;
        x = (x ^ x >> 27) * 0x94D049BB133111EB;
        return x ^ x >> 31;
    }
}
