using Zhijian.Kernel;
using Zhijian.Matters;

namespace Zhijian.Web;

/// <summary>The language of this request: <c>?lang=</c> wins and is remembered in a cookie; Chinese unless asked otherwise.</summary>
public sealed class Ui
{
    public const string Cookie = "zj-lang";

    public Ui(IHttpContextAccessor accessor)
    {
        var request = accessor.HttpContext!.Request;
        var asked = request.Query["lang"].ToString();
        WasAsked = asked is "en" or "zh";
        var lang = WasAsked ? asked : request.Cookies[Cookie];
        Language = lang == "en" ? Language.English : Language.Chinese;
    }

    public Language Language { get; }

    /// <summary>The address names the language.</summary>
    public bool WasAsked { get; }

    public bool IsEnglish => Language == Language.English;

    public string Html => IsEnglish ? "en" : "zh-CN";

    /// <summary>Both languages stand at the place where they are read.</summary>
    public string this[string zh, string en] => IsEnglish ? en : zh;

    public string this[Text text] => text.In(Language);

    public string Of<T>(T word)
        where T : struct, Enum => this[word.Label()];

    /// <summary>The language of free text in matters, for English pages: <c>lang="@Ui.TextLang"</c>; null, and so no attribute, on Chinese ones.</summary>
    public string? TextLang => IsEnglish ? "zh-CN" : null;

    /// <summary>10月3日 周六, with the year when it is another one; Sat 3 Oct.</summary>
    public string Day(DateOnly day, DateOnly today) => this[DayText(day, today)];

    public static Text DayText(DateOnly day, DateOnly today)
    {
        var week = "日一二三四五六"[(int)day.DayOfWeek];
        return day.Year == today.Year
            ? new Text($"{day.Month}月{day.Day}日 周{week}", $"{day:ddd d MMM}")
            : new Text($"{day:yyyy-MM-dd} 周{week}", $"{day:ddd d MMM yyyy}");
    }
}
