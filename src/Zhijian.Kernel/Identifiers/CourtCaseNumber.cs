using System.Globalization;

namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// 人民法院案号. From 2016 (法〔2015〕137号): （2022）沪03刑初67号, with 之一 for a further document of the same case. Before: （2014）绍柯知初字第162号.
/// The list of kinds of case is not complete, so an unlisted one is doubtful and not wrong.
/// </summary>
public static class CourtCaseNumber
{
    private const int NewForm = 2016;
    private const string Provincial = "京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军";

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "刑初", "刑终", "刑再", "刑申", "刑抗", "刑监", "刑更", "刑他", "民初", "民终", "民申", "民抗", "民监", "民再", "民特", "民辖", "民辖终", "行初", "行终", "行申",
        "行抗", "行监", "行再", "行审", "行保", "财保", "行赔初", "行赔终", "执", "执异", "执复", "执监", "执保", "执恢", "执他", "司惩",
    };

    public static Identified Read(string? text)
    {
        var spelling = Spelling.OfDocument(text);
        spelling.Brackets('（', '）', silent: "()");
        var (value, doubts) = (spelling.Value, spelling.Notes);
        if (value.Length is 0 or > Spelling.Longest)
            return Not(1, "为空或过长", "empty or too long");
        var scan = new NumberScan(value);
        var opened = scan.Take('（');
        var year = scan.Digits(4);
        if (year.Length != 4)
            return Not(scan.Position, "应为（年份）", "a year in brackets is expected");
        var closed = scan.Take('）');
        if (!opened || !closed)
        {
            scan.Take('年');
            doubts.Add(new Text("年份缺少括号，已补上", "the brackets of the year are missing and were added"));
        }
        var court = scan.Take("最高法") ? "最高法" : !scan.AtEnd && Provincial.Contains(scan.Next[0]) ? scan.Words(1) : "";
        var place = court.Length > 0 ? scan.Digits() : "";
        var words = scan.Words();
        if (words.EndsWith("字第", StringComparison.Ordinal))
            return Old(ref scan, year, court + place + words[..^2], doubts);
        if (court.Length == 0)
            return Not(scan.Position - words.Length, "应为法院代字（如 沪03、京0105、最高法）", "the code of a court is expected (沪03, 京0105, 最高法)");
        var serial = scan.Digits();
        if (words.Length == 0 || serial.Length == 0)
            return Not(scan.Position, words.Length == 0 ? "应为类型代字（如 刑初）" : "应为案件编号", words.Length == 0 ? "the kind of case is expected (刑初)" : "the serial is expected");
        var further = End(ref scan, doubts);
        if (!scan.AtEnd)
            return Not(scan.Position, $"“{scan.Next}”之后不应有内容", $"nothing may follow: “{scan.Next}”");
        if (!(court == "最高法" ? place.Length == 0 : place.Length is 0 or 2 or 4))
            doubts.Add(new Text($"法院代字“{court}{place}”不是省（自治区、直辖市）简称加 0、2 或 4 位数字", $"the code “{court}{place}” is not a province with 0, 2 or 4 digits"));
        var ip = words.StartsWith('知') && words.Length > 1;
        var type = ip ? words[1..] : words;
        if (!Types.Contains(type))
            doubts.Add(new Text($"类型代字“{type}”不在表中", $"the kind of case “{type}” is not listed"));
        if (int.Parse(year, CultureInfo.InvariantCulture) < NewForm)
            doubts.Add(new Text("2016 年以前的案号应有“字第”", "numbers before 2016 have 字第"));
        return Identified.Of(IdentifierKind.CourtCaseNumber, $"（{year}）{court}{place}{words}{serial}号{further}",
        [
            new(new Text("收案年度", "year"), year),
            new(new Text("法院代字", "court"), court + place, Level(court, place)),
            .. ip ? (IdentifierPart[])[new(new Text("专门审判", "special"), "知", new Text("知识产权", "intellectual property"))] : [],
            new(new Text("类型代字", "kind of case"), type),
            new(new Text("编号", "serial"), serial),
            .. further.Length > 0 ? (IdentifierPart[])[new(new Text("同案另一文书", "further document"), further)] : [],
        ], doubts);
    }

    private static Identified Old(ref NumberScan scan, string year, string court, List<Text> doubts)
    {
        var serial = scan.Digits();
        if (scan.Take('-'))
            serial += "-" + scan.Digits();
        if (serial.Length == 0)
            return Not(scan.Position, "应为案件编号", "the serial is expected");
        var further = End(ref scan, doubts);
        if (!scan.AtEnd)
            return Not(scan.Position, $"“{scan.Next}”之后不应有内容", $"nothing may follow: “{scan.Next}”");
        if (court.Length < 2)
            doubts.Add(new Text("法院简称和类型过短", "the short name of the court is too short"));
        if (int.Parse(year, CultureInfo.InvariantCulture) >= NewForm)
            doubts.Add(new Text("2016 年起的案号不再有“字第”", "numbers from 2016 on have no 字第"));
        return Identified.Of(IdentifierKind.CourtCaseNumber, $"（{year}）{court}字第{serial}号{further}",
            [new(new Text("收案年度", "year"), year), new(new Text("法院简称和类型", "court and kind"), court), new(new Text("编号", "serial"), serial)], doubts);
    }

    /// <summary>号, which people leave out, and 之一 or -1 behind it.</summary>
    private static string End(ref NumberScan scan, List<Text> doubts)
    {
        if (!scan.Take('号'))
            doubts.Add(new Text("缺少“号”，已补上", "号 is missing and was added"));
        if (!scan.Take('之'))
            return "";
        var which = scan.Words();
        return "之" + (which.Length > 0 ? which : scan.Digits());
    }

    private static Text? Level(string court, string place) => (court, place.Length) switch
    {
        ("最高法", 0) => new Text("最高人民法院", "Supreme People’s Court"),
        (_, 0) => new Text("高级人民法院", "high court"),
        (_, 2) => new Text("中级或专门人民法院", "intermediate or special court"),
        (_, 4) => new Text("基层人民法院", "basic court"),
        _ => null,
    };

    private static NotThis Not(int position, string zh, string en) => Identified.Not(IdentifierKind.CourtCaseNumber, $"第 {position} 个字符：{zh}", $"character {position}: {en}");
}
