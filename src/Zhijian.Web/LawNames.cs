using System.Text.RegularExpressions;

namespace Zhijian.Web;

/// <summary>Short English names of the statutes that articles are cited from: 刑诉法172；刑诉规则351 → CPL 172; Rules 351. Pure.</summary>
public static partial class LawNames
{
    // longer names first: 规则 also ends 刑诉规则
    private static readonly (string Zh, string En)[] Statutes =
    [
        ("公益诉讼办案规则", "PIL Rules "), ("检察公益诉讼解释", "PIL Interp. "), ("民事监督规则", "Civil Supervision Rules "), ("行政监督规则", "Admin. Supervision Rules "),
        ("检察建议规定", "Suggestion Rules "), ("知识产权法庭规定", "IP Tribunal Rules "), ("民诉解释", "CivPL Interp. "), ("行诉解释", "ALPL Interp. "), ("民法典", "Civil Code "), ("310号令", "Order 310 "),
        ("商标法实施条例", "Trademark Regulations "), ("商标法", "Trademark Law "), ("专利法", "Patent Law "), ("至", "–"),
        ("刑事诉讼规则", "Rules "), ("刑诉规则", "Rules "), ("刑诉解释", "CPL Interp. "), ("公安程序规定", "Police Rules "), ("刑诉法", "CPL "), ("民诉法", "CivPL "),
        ("行诉法", "ALPL "), ("刑法", "Criminal Law "), ("规则", "Rules "),
    ];

    /// <summary>Null where a part has no English name: then the citation stays as it is.</summary>
    public static string? English(string article)
    {
        var text = article.Replace("；", "; ").Replace("、", ", ");
        text = Interpretation().Replace(text, "${kind} ${year}-${no} ");
        text = Opinion().Replace(text, m => m.Value switch { "公发" or "公通字" => "MPS ", "高检发释字" => "SPP Interp.", "法发" => "SPC ", _ => "Interp." });
        text = Text1997().Replace(text, " (${year} text)").Replace("（刑法修正案（十一）文本）", " (Amendment XI text)");
        text = Article().Replace(text, m => "art. " + m.Groups["n"].Value + (m.Groups["one"].Success ? "-1" : "") + string.Concat(m.Groups["sub"].Captures.Select(c => $"({c.Value.Trim('第', '款', '项')})")));
        text = Sub().Replace(text, m => $"({m.Groups["n"].Value})").Replace("之一", "-1").Replace("（", " (").Replace("）", ")").Replace("，", ", ");
        foreach (var (zh, en) in Statutes)
            text = text.Replace(zh, en);
        text = text.Replace("  ", " ").Trim();
        return Names.HasChinese(text) ? null : text;
    }

    [GeneratedRegex("(?<kind>法释|法发|高检发释字|公发|公通字)〔(?<year>[0-9]{4})〕(?<no>[0-9]+)号", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpretation();

    [GeneratedRegex("公发|公通字|高检发释字|法发|法释", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opinion();

    [GeneratedRegex("（(?<year>[0-9]{4})年文本）", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Text1997();

    [GeneratedRegex("第(?<n>[0-9]+)条(?<one>之一)?(?<sub>第[0-9]+[款项])*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Article();

    [GeneratedRegex("第(?<n>[0-9]+)[款项]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sub();
}
