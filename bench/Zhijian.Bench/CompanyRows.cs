using System.Text;

namespace Zhijian.Bench;

/// <summary>
/// Made-up companies as registers and complaints write them, each with one to fifteen records: slips in the name, other legal forms, missing codes, wrong
/// phones, addresses with and without the room. The same seed gives the same rows.
/// </summary>
internal static class CompanyRows
{
    private const string Marks = "华美佳康源丰盛达亿通利安泰宏兴隆福祥瑞吉金银玉珠宝龙凤鹏鹰狮虎马牛羊花草木林森海洋江河湖泊山川天地日月星辰云雨风雪春夏秋冬东西南北中上下大小长久新旧古今明亮光辉耀彩虹红黄蓝绿青紫白黑米面茶酒醋油盐糖果蔬鲜香甜辣味食品鞋服衣帽帆篷车轮船机电器灯具家居木纺织丝绸绒棉麻皮革药医健灵芝参鹿仙佛道禅儒雅致远志高洁清纯真善爱情缘梦想思维智慧创科技诺拓博雅欧莱索尼奥迪奔法拉耐阿克斯特兰登罗曼尼波尔";
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private const string Given = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建国华玉梅红志海燕波斌鹏宇浩凯峰琴雪婷欣怡子涵梓轩俊晨博雨佳琪诗瑶宁晓东旭阳春生永清源嘉慧颖倩薇莉莹冰";
    private const string CodeLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly string[] Cities = "北京 上海 广州 深圳 苏州 杭州 义乌 泉州 莆田 厦门 重庆 成都 武汉 长沙 郑州 青岛 天津 西安 南京 宁波 东莞 佛山 中山 温州 福州 济南 沈阳 合肥 昆明 南昌".Split(' ');
    private static readonly string[] Trades = "科技 贸易 商贸 食品 服饰 鞋业 电子 医药 化妆品 酒业 文化传播 信息技术 建材 家居 汽车配件 机械 农业 茶业 日用品 五金".Split(' ');
    private static readonly string[] Forms = "有限公司 有限责任公司 股份有限公司 商行 经营部 厂".Split(' ');
    private static readonly string[] Roads = "人民路 中山路 解放路 建设路 和平路 新华路 文化路 工业大道 科技园路 学府路 滨江路 环城路 东风路 胜利街 幸福巷".Split(' ');

    public static void Write(string path, int count)
    {
        var marks = new string([.. Marks.Distinct()]);
        var random = new Random(20240601); // with a seed it gives the same numbers in every version
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine("unique_id,name,uscc,addr,phone,legal_rep,cluster");
        char Any(string from) => from[random.Next(from.Length)];
        string Phone() => "1" + string.Concat(Enumerable.Range(0, 10).Select(_ => (char)('0' + random.Next(10))));
        double Roll() => random.NextDouble();
        for (int made = 0, cluster = 1; made < count; cluster++)
        {
            var city = Cities[random.Next(Cities.Length)];
            var core = string.Concat(Enumerable.Range(0, Roll() < .45 ? 3 : 2).Select(_ => Any(marks)));
            var trade = Trades[random.Next(Trades.Length)];
            var form = Forms[Math.Min(5, (int)(-1.2 * Math.Log(1 - Roll())))];
            var code = "91" + string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('0' + random.Next(10)))) + string.Concat(Enumerable.Range(0, 10).Select(_ => Any(CodeLetters)));
            var person = Any(Surnames) + string.Concat(Enumerable.Range(0, Roll() < .7 ? 2 : 1).Select(_ => Any(Given)));
            var (phone, road, number, room) = (Phone(), Roads[random.Next(Roads.Length)], random.Next(1, 900), random.Next(101, 2500));
            var records = Roll() < .75 ? 1 + Math.Min(14, Zipf(1.7) - 1) : 1 + random.Next(8);
            for (var k = 0; k < records && made < count; k++, made++)
            {
                var own = core;
                if (Roll() < .06 && random.Next(core.Length) is var at)
                    own = core[..at] + Any(marks) + core[(at + 1)..];
                var ownForm = Roll() < .15 ? Forms[random.Next(6)] : form;
                var ownTrade = Roll() < .93 ? trade : Trades[random.Next(20)];
                var name = (Roll() < .88 ? city + (Roll() < .25 ? "市" : "") : "") + own + ownTrade + ownForm;
                if (Roll() < .05)
                    name = name.Replace("有限公司", "公司");
                if (Roll() < .05)
                    name = own + ownTrade;
                var address = Roll() < .85 ? $"{city}市{road}{number}号" + (Roll() < .6 ? $"{room}室" : "") : "";
                if (address.Length > 0 && Roll() < .1)
                    address = Roll() < .5 ? address.Replace("号", "號") : address.Replace("市", "");
                var ownPhone = Roll() < .6 ? phone : Roll() < .5 ? "" : Phone();
                var ownPerson = Roll() < .7 ? person : Roll() < .6 ? "" : $"{Any(Surnames)}{Any(Given)}";
                file.WriteLine($"{made},{name},{(Roll() < .55 ? code : "")},{address},{ownPhone},{ownPerson},{cluster}");
            }
        }

        // numbers k with probability proportional to k^-exponent, by rejection (Devroye)
        int Zipf(double exponent)
        {
            var b = Math.Pow(2, exponent - 1);
            while (true)
            {
                var x = Math.Floor(Math.Pow(1 - Roll(), -1 / (exponent - 1)));
                var t = Math.Pow(1 + 1 / x, exponent - 1);
                if (Roll() * x * (t - 1) / (b - 1) <= t / b)
                    return (int)Math.Min(x, 1e6);
            }
        }
    }
}
