namespace Zhijian.Web;

/// <summary>Short English names of the statutes that articles are cited from: 刑诉法172；刑诉规则351 → CPL 172; Rules 351. Pure.</summary>
public static class LawNames
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
        foreach (var (zh, en) in Statutes)
            text = text.Replace(zh, en);
        return Names.HasChinese(text) ? null : text;
    }
}
