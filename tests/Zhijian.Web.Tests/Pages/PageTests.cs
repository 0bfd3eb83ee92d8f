using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Zhijian.Web.Tests.Pages;

/// <summary>What the tests of pages share: reading HTML as a browser does, and sending its forms.</summary>
internal static class PageTests
{
    public static IHtmlDocument Html(this Answer answer) => new HtmlParser().ParseDocument(answer.Text);

    public static async Task<IHtmlDocument> PageAsync(this Client browser, string path) => (await browser.GetAsync(path)).Should(200).Html();

    /// <summary>The text without needless white space.</summary>
    public static string Says(this INode? node) => string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<IElement> Rows(this IParentNode page) => [.. page.QuerySelectorAll("[data-row]")];

    /// <summary>Sends the form as it stands, hidden fields and ticks and all, with what was typed into it.</summary>
    public static Task<Answer> SubmitAsync(this Client browser, IElement? form, params (string Name, string Value)[] typed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var input in form!.QuerySelectorAll("input[name]").Where(i => typed.All(t => t.Name != i.GetAttribute("name"))))
            if (input.GetAttribute("type") is not ("checkbox" or "radio") || input.HasAttribute("checked"))
                fields.Add(new(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        fields.AddRange(typed.Where(t => t.Value.Length > 0).Select(t => new KeyValuePair<string, string>(t.Name, t.Value)));
        return browser.SendAsync(HttpMethod.Post, WebUtility.HtmlDecode(form.GetAttribute("action")!), new FormUrlEncodedContent(fields));
    }

    /// <summary>Chinese that an English page shows without saying that it is Chinese.</summary>
    public static IEnumerable<string> UnmarkedChinese(this IHtmlDocument page)
    {
        static bool IsChinese(string? text) => text is not null && Names.HasChinese(text);
        static string? LanguageOf(IElement? element) => element?.Closest("[lang]")?.GetAttribute("lang");
        foreach (var text in page.Body!.Descendants<IText>().Where(t => IsChinese(t.Data) && LanguageOf(t.ParentElement) != "zh-CN"))
            yield return text.Data.Trim();
        foreach (var element in page.All)
            foreach (var name in new[] { "placeholder", "aria-label", "title", "data-th" })
                if (IsChinese(element.GetAttribute(name)) && LanguageOf(element) != "zh-CN")
                    yield return element.GetAttribute(name)!;
        if (IsChinese(page.Title))
            yield return page.Title!;
    }
}
