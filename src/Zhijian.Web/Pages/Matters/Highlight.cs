using System.Text;
using Microsoft.AspNetCore.Html;
using Zhijian.Matters.Reading;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A text with its proposals as mark elements, nested where one lies in another. Every character of the text is encoded. Pure.</summary>
public static class Highlight
{
    public static IHtmlContent Of(string text, IReadOnlyList<Proposal> proposals)
    {
        var html = new StringBuilder(text.Length + proposals.Count * 60);
        var open = new Stack<int>();
        var at = 0;
        foreach (var p in proposals.OrderBy(p => p.Start).ThenByDescending(p => p.Length))
        {
            Close(p.Start);
            if (open.TryPeek(out var end) && p.End > end)
                continue; // crosses the one around it; the list still has it
            Write(p.Start);
            html.Append($"<mark class=\"zj-hl\" data-k=\"{Law.Words.Kebab(ProposalKinds.Of(p))}\" id=\"{PastedRow.KeyOf(p)}\">");
            open.Push(p.End);
        }
        Close(text.Length + 1);
        Write(text.Length);
        return new HtmlString(html.ToString());

        void Close(int until)
        {
            while (open.TryPeek(out var end) && end <= until)
            {
                Write(open.Pop());
                html.Append("</mark>");
            }
        }

        void Write(int until)
        {
            if (until > at)
                html.Append(Marks.E(text[at..until]));
            at = Math.Max(at, until);
        }
    }
}
