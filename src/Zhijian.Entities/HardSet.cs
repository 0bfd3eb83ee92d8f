using System.Globalization;
using System.Text;

namespace Zhijian.Entities;

/// <summary>
/// Hard Chinese cases, made by rule and labelled by the rule that made them: what is written differently and is one, and what looks alike and is two. All
/// names are made up. The rules in words: data/entities/README.md.
/// </summary>
public static class HardSet
{
    private const int PerRule = 340;
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建国华玉梅红志海燕波斌鹏宇浩凯峰琴雪婷欣怡涵梓轩俊晨博雨佳琪诗瑶宁晓东旭阳春生永清源嘉慧颖倩薇莉莹冰";
    private const string Marks = "嘉禾瑞丰恒泰远景盛世鼎新华章锦绣云帆海纳百川金石启明星辰博雅致和天成万里长风晨光青松翠竹玉衡紫微朗润清源沐阳凌霄飞鸿";
    private const string CodeLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // the same sound, without tones
    private static readonly string[] Homophones = "伟维玮 佳嘉家 瑞睿锐 鹏朋 宏洪鸿弘 晓小筱 华桦 明铭鸣 海亥 源元圆 盛胜圣 泰太 丰风峰锋 新欣鑫辛 远苑 恒衡 金锦今 志智致 静靖敬 丽莉力 勇永泳 杰洁 涛韬 辰晨臣 博波 阳洋扬 成诚城 云芸 清青卿 玉宇雨".Split(' ');

    private static readonly (char Simple, char Full)[] Traditional = [.. "华華 丰豐 锦錦 绣繡 云雲 纳納 启啟 万萬 长長 风風 鸿鴻 飞飛 凌凌 润潤 阳陽 东東 国國 贸貿 电電 机機 车車 业業 医醫 药藥 伟偉 张張 刘劉 陈陳 黄黃 赵趙 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 许許 韩韓 冯馮 邓鄧 萧蕭 苏蘇 叶葉 吕呂 远遠 辉輝 杰傑 丽麗 静靜 兰蘭 红紅 广廣 门門 号號 术術 经經 营營 务務".Split(' ').Select(p => (p[0], p[1]))];

    private static readonly string[] Cities = "北京 上海 广州 深圳 苏州 杭州 义乌 泉州 厦门 重庆 成都 武汉 长沙 郑州 青岛 西安 南京 宁波 东莞 佛山 温州 福州 济南 合肥 昆明".Split(' ');
    private static readonly string[] Trades = "科技 贸易 食品 服饰 电子 医药 化妆品 酒业 信息技术 建材 家居 机械 农业 茶业 五金 物流 文化传播 生物科技".Split(' ');
    private static readonly string[] Roads = "人民路 中山路 解放路 建设路 和平路 新华路 文化路 工业大道 学府路 滨江路 环城路 东风路".Split(' ');

    /// <summary>A record of the set.</summary>
    private sealed record Entry(string Name, string Code, string Address, string Phone, string Person);

    /// <summary>Two CSV files: the records with their cluster, and the labelled pairs with their rule.</summary>
    public static (string Records, string Pairs) Make(Cleaning cleaning)
    {
        var random = new Random(20261122); // with a seed it gives the same numbers in every version
        var records = new StringBuilder("id,name,code,address,phone,person,cluster\n");
        var pairs = new StringBuilder("left,right,label,rule\n");
        var (row, cluster) = (0, 0);
        string[] agents = [.. Enumerable.Range(0, 12).Select(_ => Phone())];
        char Any(string from) => from[random.Next(from.Length)];
        string Of(string[] from) => from[random.Next(from.Length)];
        string Digits(int n) => string.Concat(Enumerable.Range(0, n).Select(_ => (char)('0' + random.Next(10))));
        string Phone() => "1" + "3589"[random.Next(4)] + Digits(9);
        string Core() => $"{Any(Marks)}{Any(Marks)}" + (random.Next(2) == 0 ? Any(Marks) : "");
        string Person() => Any(Surnames) + string.Concat(Enumerable.Range(0, random.Next(1, 3)).Select(_ => Any(Given)));
        string Code() => WithCheck("9" + "1"[0] + Of(["110105", "310115", "440305", "330106", "320505"]) + string.Concat(Enumerable.Range(0, 9).Select(_ => Any(CodeLetters))));
        string Address(string city) => $"{city}市{Of(Roads)}{random.Next(1, 900)}号{random.Next(1, 30)}{random.Next(1, 20):D2}室";
        string Maybe(string value) => random.Next(10) < 6 ? value : "";

        foreach (var (rule, same, make) in Rules())
            for (var k = 0; k < PerRule; k++)
            {
                var (city, core, trade) = (Of(Cities), Core(), Of(Trades));
                var (code, address, phone, person) = (Code(), Address(city), Phone(), Person());
                var whole = new Entry($"{city}{core}{trade}有限公司", code, address, phone, person);
                if (make(whole, city, core, trade) is not var (left, right))
                {
                    k--; // the rule has nothing to change here
                    continue;
                }
                var first = Write(left, ++cluster);
                var second = Write(right, same ? cluster : ++cluster);
                pairs.Append(CultureInfo.InvariantCulture, $"{first},{second},{(same ? "same" : "different")},{rule}\n");
            }
        return (records.ToString(), pairs.ToString());

        string Write(Entry e, int of)
        {
            var id = $"h{++row:D5}";
            records.Append(CultureInfo.InvariantCulture, $"{id},{(e.Name.Contains(',') ? $"\"{e.Name}\"" : e.Name)},{e.Code},{e.Address},{e.Phone},{e.Person},{of}\n");
            return id;
        }

        // what a second paper says of one firm: some of it is missing
        Entry Again(Entry e, string name)
        {
            var again = new Entry(name, Maybe(Maybe(e.Code)), Maybe(e.Address), Maybe(e.Phone), Maybe(e.Person));
            return again.Code + again.Address + again.Phone + again.Person is "" ? again with { Address = e.Address } : again;
        }

        Entry Other(string name, string city) => new(name, Code(), Address(city), Phone(), Person());

        IEnumerable<(string Rule, bool Same, Func<Entry, string, string, string, (Entry, Entry)?> Make)> Rules() =>
        [
            ("short-form", true, (e, _, core, trade) => (e, Again(e, core + trade))),
            ("legal-form", true, (e, _, _, _) => (e, Again(e, e.Name.Replace("有限公司", Of(["有限责任公司", "公司", "股份有限公司"]))))),
            ("place", true, (e, city, core, trade) => (e, Again(e, Of([$"{city}市{core}{trade}有限公司", $"{core}（{city}）{trade}有限公司", $"{core}{trade}有限公司"])))),
            ("homophone", true, (e, city, core, trade) => Swapped(core, Homophones) is { } own ? (e, Again(e, $"{city}{own}{trade}有限公司")) : null),
            ("traditional", true, (e, _, _, _) => Full(e.Name) is var full && full != e.Name ? (e, Again(e, full) with { Person = Full(e.Person) }) : null),
            ("width", true, (e, _, _, _) => (e, Again(e, e.Name) with { Code = Wide(e.Code), Phone = e.Phone.Insert(3, "-").Insert(8, " ") })),
            ("transliterated", true, (e, _, core, trade) => (e, Again(e, Capital(cleaning.Sound(core, anyOrder: false)) + " Co., Ltd.") with { Phone = e.Phone, Address = "" })),
            ("renamed", true, (e, city, _, trade) => (e, new Entry($"{city}{Core()}{trade}有限公司", e.Code, e.Address, Maybe(e.Phone), Maybe(e.Person)))),
            ("moved", true, (e, city, _, _) => (e, e with { Address = Address(city), Phone = Phone(), Code = Maybe(e.Code) })),
            ("branch", false, (e, _, _, _) => (e, new Entry($"{e.Name}{Of(Cities)}分公司", Code(), Address(Of(Cities)), Maybe(e.Phone), Maybe(e.Person)))),
            ("two-branches", false, (e, city, _, _) => Of(Cities) is var a && Of(Cities) is var b && a != b
                ? (new Entry($"{e.Name}{a}分公司", Code(), Address(a), e.Phone, Person()), new Entry($"{e.Name}{b}分公司", Code(), Address(b), e.Phone, Person())) : null),
            ("same-core-elsewhere", false, (e, city, core, trade) => Of(Cities) is var there && there != city ? (e, Other($"{there}{core}{trade}有限公司", there)) : null),
            ("same-core-other-trade", false, (e, city, core, trade) => Of(Trades) is var other && other != trade ? (e, Other($"{city}{core}{other}有限公司", city)) : null),
            ("one-building", false, (e, city, _, _) => (e, Other($"{city}{Core()}{Of(Trades)}有限公司", city) with { Address = e.Address })),
            ("agents-phone", false, (e, city, _, trade) => Of(agents) is var phone ? (e with { Phone = phone }, Other($"{city}{Core()}{trade}有限公司", city) with { Phone = phone }) : null),
            ("same-person", false, (e, _, _, _) => Of(Cities) is var there ? (e, Other($"{there}{Core()}{Of(Trades)}有限公司", there) with { Person = e.Person, Phone = Maybe(e.Phone) }) : null),
        ];

        string? Swapped(string text, string[] groups)
        {
            for (var i = 0; i < text.Length; i++)
                if (Array.Find(groups, g => g.Contains(text[i], StringComparison.Ordinal)) is { } group)
                    return text[..i] + group[(group.IndexOf(text[i], StringComparison.Ordinal) + 1) % group.Length] + text[(i + 1)..];
            return null;
        }
    }

    private static string Full(string text) => string.Concat(text.Select(c => Array.Find(Traditional, t => t.Simple == c) is { Full: not '\0' } found ? found.Full : c));

    private static string Wide(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Made up, and yet with the check character of GB 32100, so that a slip can be told from another number.</summary>
    private static string WithCheck(string seventeen)
    {
        int weight = 1, sum = 0;
        foreach (var c in seventeen)
            (sum, weight) = (sum + CodeLetters.IndexOf(c, StringComparison.Ordinal) * weight, weight * 3 % 31);
        return seventeen + CodeLetters[(31 - sum % 31) % 31];
    }
}
