using System.Text;
using Microsoft.AspNetCore.Html;
using Zhijian.Kernel;

namespace Zhijian.Web;

/// <summary>What people wrote stays Chinese on English pages; it is marked as such, so that it is read aloud and drawn as Chinese.</summary>
public static class FreeText
{
    /// <summary>The text, encoded; on English pages every run of Chinese in it carries lang="zh-CN".</summary>
    public static IHtmlContent Free(this Ui ui, string? text) => new HtmlString(Mark(text ?? "", ui.IsEnglish));

    public static IHtmlContent Free(this Ui ui, Text text) => ui.Free(ui[text]);

    /// <summary>Pure.</summary>
    public static string Mark(string text, bool english)
    {
        if (!english || !text.Any(IsChinese))
            return Marks.E(text);
        var html = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var chinese = IsChinese(text[at]);
            while (end < text.Length && IsChinese(text[end]) == chinese)
                end++;
            var part = Marks.E(text[at..end]);
            html.Append(chinese ? $"<span lang=\"zh-CN\">{part}</span>" : part);
            at = end;
        }
        return html.ToString();
    }

    /// <summary>Ideographs, and the punctuation and full-width forms that stand among them.</summary>
    private static bool IsChinese(char c) => c is (>= '\u3000' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uffef') or (>= '\ud800' and <= '\udfff');
}
