using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Web;

/// <summary>The small signs of every page, each with a word: track seal, state chip, countdown, article. Text is encoded here.</summary>
public sealed class Marks(Ui ui, Platform platform)
{
    public DateOnly Today => platform.Runner.Today;

    /// <summary>刑 民 行 公; the rest of the word for screen readers.</summary>
    public IHtmlContent Seal(Track track)
    {
        var (name, zh, rest, en) = track switch
        {
            Track.Criminal => ("crim", "刑", "事", "Crim"),
            Track.Civil => ("civil", "民", "事", "Civ"),
            Track.Administrative => ("admin", "行", "政", "Adm"),
            _ => ("pil", "公", "益诉讼", "PI"),
        };
        var hidden = ui.IsEnglish ? TrackNames.Of(track).En : rest;
        return Html($"<span class=\"zj-seal\" data-track=\"{name}\">{(ui.IsEnglish ? $"<span aria-hidden=\"true\">{en}</span>" : zh)}<span class=\"visually-hidden\">{hidden}</span></span>");
    }

    /// <param name="state">on, ok, met, warn, bad, unk, no, secret, or empty.</param>
    public IHtmlContent Chip(string state, string text) => Html($"<span class=\"zj-chip\"{(state.Length > 0 ? $" data-s=\"{state}\"" : "")}>{E(text)}</span>");

    public IHtmlContent Chip(Stage stage) => Chip(Of(stage), ui.Of(stage));

    public static string Of(Stage stage) => stage switch
    {
        Stage.Returned => "warn",
        Stage.NotProsecuted or Stage.Judged => "ok",
        Stage.TransferredOut or Stage.Registered => "",
        _ => "on",
    };

    /// <summary>The article in the law's typeface, with a mark when its text was not verified.</summary>
    public IHtmlContent Law(string article, RefStatus status = RefStatus.Verified) => Html(
        (ui.IsEnglish && LawNames.English(article) is { } english ? $"<span class=\"zj-law\">{E(english)}</span>" : $"<span class=\"zj-law\" lang=\"zh-CN\">{E(article)}</span>")
        + (status == RefStatus.Verified ? "" : $" <span class=\"zj-chip\" data-s=\"unk\">? {E(StatusWord(status))}</span>"));

    /// <summary>The article as a link to its page in the law book, where there is one.</summary>
    public IHtmlContent Cite(LegalRef basis)
    {
        var english = ui.IsEnglish ? LawNames.English(basis.Article) : null;
        var (text, lang) = (E(english ?? basis.Article), english is null ? " lang=\"zh-CN\"" : "");
        var status = basis.Status == RefStatus.Verified ? "" : $" <span class=\"zj-chip\" data-s=\"unk\">? {E(StatusWord(basis.Status))}</span>";
        return Html((Book.LawLinks.Of(platform.Law, basis.Article) is { } href ? $"<a class=\"zj-law\" href=\"{href}\"{lang}>{text}</a>" : $"<span class=\"zj-law\"{lang}>{text}</span>") + status);
    }

    public IHtmlContent Cite(string article, RefStatus status = RefStatus.Verified) => Cite(new LegalRef(article, status));

    private string StatusWord(RefStatus status) => status switch
    {
        RefStatus.Secondary => ui["依据为间接来源", "secondary source"],
        RefStatus.Unsettled => ui["法律有争议", "unsettled"],
        _ => ui["依据待核", "unverified"],
    };

    /// <summary>A due date with its countdown: 10月3日 周六 [余 5 天]; more than that only where it matters.</summary>
    public IHtmlContent Due(DateOnly due) => Html($"<time datetime=\"{due:yyyy-MM-dd}\">{E(ui.Day(due, Today))}</time> {Countdown(due)}");

    public string Countdown(DateOnly due)
    {
        var (severity, words) = Urgency(due);
        return $"<span class=\"zj-cd\" data-u=\"{severity}\">[{E(words)}]</span>";
    }

    /// <summary>over, today, soon (≤ 2 days or 2 working days), near (≤ 5 days or 3 working days), far; with the words of the countdown.</summary>
    public (string Severity, string Words) Urgency(DateOnly due)
    {
        var days = due.DayNumber - Today.DayNumber;
        if (days < 0)
            return ("over", ui[$"超 {-days} 天", $"{-days} d late"]);
        if (days == 0)
            return ("today", ui["今日", "today"]);
        var working = days <= 14 ? platform.Law.Calendar.WorkingDaysBetween(Today, due) : null;
        var severity = days <= 2 || working <= 2 ? "soon" : days <= 5 || working <= 3 ? "near" : "far";
        var words = ui[$"余 {days} 天", $"{days} d left"];
        return (severity, working is { } w && w < days && severity != "far" ? words + ui[$" · {w} 个工作日", $" · {w} working"] : words);
    }

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public static string E(string text) => Encoder.Encode(text);

    private static HtmlString Html(string html) => new(html);
}
