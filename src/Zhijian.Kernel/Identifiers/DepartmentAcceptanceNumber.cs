namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// 部门受案号 of the procuratorates’ national system: 山东省院起诉受[2016]37000000031号, office and business, the year, six digits of the unit
/// and five of the serial. That the business has two characters was seen in examples only: nothing may depend on that split.
/// </summary>
public static class DepartmentAcceptanceNumber
{
    private const int UnitDigits = 6;
    private const int SerialDigits = 5;

    public static Identified Read(string? text)
    {
        var spelling = Spelling.OfDocument(text);
        spelling.Brackets('[', ']', silent: "");
        var (value, doubts) = (spelling.Value, spelling.Notes);
        if (value.Length is 0 or > Spelling.Longest)
            return Not(1, "为空或过长", "empty or too long");
        var scan = new NumberScan(value);
        var words = scan.Words();
        if (words.Length < 4 || words[^1] != '受')
            return Not(scan.Position, "应为院简称、业务简称和“受”", "the office, the business and 受 are expected");
        if (!scan.Take('['))
            return Not(scan.Position, "应为[年份]", "a year in brackets is expected");
        var year = scan.Digits(4);
        if (year.Length != 4 || !scan.Take(']'))
            return Not(scan.Position, "应为四位年份和“]”", "four digits and ] are expected");
        var digits = scan.Digits();
        if (digits.Length != UnitDigits + SerialDigits)
            return Not(scan.Position - digits.Length, $"年份后应为 11 位数字（单位 6 位、流水 5 位），现有 {digits.Length} 位", $"11 digits follow the year (6 of the unit, 5 of the serial), there are {digits.Length}");
        if (!scan.Take('号'))
            doubts.Add(new Text("缺少“号”，已补上", "号 is missing and was added"));
        if (!scan.AtEnd)
            return Not(scan.Position, $"“{scan.Next}”之后不应有内容", $"nothing may follow: “{scan.Next}”");
        if (Provinces.Of(digits) is null && digits[..UnitDigits] != "100000")
            doubts.Add(Provinces.Unknown(digits[..UnitDigits], value.IndexOf(']') + 2));
        return Identified.Of(IdentifierKind.AcceptanceNumber, $"{words}[{year}]{digits}号",
        [
            new(new Text("院简称", "office"), words[..^3]),
            new(new Text("业务", "business"), words[^3..^1]),
            new(new Text("年度", "year"), year),
            new(new Text("单位编码", "unit"), digits[..UnitDigits]),
            new(new Text("流水号", "serial"), digits[UnitDigits..]),
        ], doubts);
    }

    private static NotThis Not(int position, string zh, string en) => Identified.Not(IdentifierKind.AcceptanceNumber, $"第 {position} 个字符：{zh}", $"character {position}: {en}");
}
