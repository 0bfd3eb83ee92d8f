namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// 统一社会信用代码, GB 32100-2015: 18 places, the last a check character modulo 31, places 9 to 17 an organisation code with its own check.
/// Every single wrong character and every swap of two neighbours is noticed.
/// </summary>
public static class UnifiedSocialCreditCode
{
    private const int Length = 18;
    private const string Charset = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private static readonly Dictionary<char, Text> Authorities = new()
    {
        ['1'] = new("机构编制", "public institutions"), ['2'] = new("外交", "foreign affairs"), ['3'] = new("司法行政", "justice"), ['4'] = new("文化", "culture"),
        ['5'] = new("民政", "civil affairs"), ['6'] = new("旅游", "tourism"), ['7'] = new("宗教", "religion"), ['8'] = new("工会", "trade unions"),
        ['9'] = new("市场监管", "market regulation"), ['A'] = new("军队编制", "armed forces"), ['N'] = new("农业", "agriculture"), ['Y'] = new("其他", "other"),
    };

    public static Identified Read(string? text)
    {
        var spelling = Spelling.OfCode(text);
        var (code, doubts) = (spelling.Value, spelling.Notes);
        if (code.Length != Length)
            return NotEighteen(code);
        var likely = Likely(code);
        for (var i = 0; i < Length; i++)
            if (!Fits(likely[i], i))
                return Wrong(code, i);
        if (likely != code)
            doubts.Add(Substituted(code, likely));
        if (!Authorities.ContainsKey(likely[0]))
            doubts.Add(new Text($"第 1 位“{likely[0]}”不是已知的登记管理部门", $"position 1: “{likely[0]}” is no known registration authority"));
        if (Provinces.Of(likely[2..8]) is null && likely[2..8] != "100000")
            doubts.Add(Provinces.Unknown(likely[2..8], 3));
        if (OrganisationCode.Check(likely[8..16]) is var inner && inner != likely[16])
            doubts.Add(new Text($"第 17 位应为“{inner}”：第 9 至 17 位组织机构代码的校验不符", $"position 17 should be “{inner}”: the check of the organisation code in 9 to 17 fails"));
        if (Check(likely) is var check && check != likely[17])
            doubts.Add(new Text($"第 18 位校验码应为“{check}”，请对照证照：某一位可能有误", $"position 18 should be “{check}”: some character is wrong, compare the licence"));
        return Identified.Of(IdentifierKind.CreditCode, likely, Parts(likely), doubts);
    }

    private static char Check(string code)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
            sum += Charset.IndexOf(code[i]) * Weights[i];
        return Charset[(31 - sum % 31) % 31];
    }

    private static bool Fits(char c, int at) => at is >= 2 and < 8 ? char.IsAsciiDigit(c) : Charset.Contains(c);

    /// <summary>I, O, S and Z are left out of the charset because they look like 1, 0, 5 and 2: who typed one meant the digit.</summary>
    private static string Likely(string code) => string.Create(code.Length, code, static (to, from) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = from[i] switch { 'I' => '1', 'O' => '0', 'S' => '5', 'Z' => '2', var c => c };
    });

    private static Text Substituted(string code, string likely)
    {
        var at = Enumerable.Range(0, Length).Where(i => code[i] != likely[i]).ToList();
        return new Text(
            string.Join('；', at.Select(i => $"第 {i + 1} 位“{code[i]}”不在字符集中，疑为“{likely[i]}”")),
            string.Join("; ", at.Select(i => $"position {i + 1}: “{code[i]}” does not occur in such codes, probably “{likely[i]}”")));
    }

    private static NotThis NotEighteen(string code) => code.Length switch
    {
        0 => Identified.Not(IdentifierKind.CreditCode, "没有内容", "it is empty"),
        9 => Identified.Not(IdentifierKind.CreditCode, "只有 9 位：像是旧的组织机构代码，不是统一社会信用代码", "9 characters: probably an old organisation code, not a credit code"),
        15 when code.All(char.IsAsciiDigit) => Identified.Not(IdentifierKind.CreditCode, "15 位数字：像是旧的工商注册号，不是统一社会信用代码", "15 digits: probably an old business registration number, not a credit code"),
        var n => Identified.Not(IdentifierKind.CreditCode, $"应为 18 位，现有 {n} 位", $"18 characters are needed, there are {n}"),
    };

    private static NotThis Wrong(string code, int at) => at is >= 2 and < 8
        ? Identified.Not(IdentifierKind.CreditCode, $"第 {at + 1} 位“{code[at]}”应为数字（第 3 至 8 位是行政区划）", $"position {at + 1}: “{code[at]}” should be a digit (3 to 8 are the area)")
        : Identified.Not(IdentifierKind.CreditCode, $"第 {at + 1} 位“{code[at]}”不在字符集中（数字和不含 I、O、S、V、Z 的大写字母）", $"position {at + 1}: “{code[at]}” does not occur in such codes (digits and capitals without I, O, S, V, Z)");

    private static List<IdentifierPart> Parts(string code) =>
    [
        new(new Text("登记管理部门", "registration authority"), code[..1], Authorities.TryGetValue(code[0], out var authority) ? authority : null),
        new(new Text("机构类别", "category"), code[1..2]),
        Provinces.Part(code[2..8]),
        new(new Text("组织机构代码", "organisation code"), code[8..17]),
        new(new Text("校验码", "check character"), code[17..]),
    ];
}
