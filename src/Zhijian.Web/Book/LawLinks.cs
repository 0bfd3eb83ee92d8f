using System.Text.RegularExpressions;
using Zhijian.Law;

namespace Zhijian.Web.Book;

/// <summary>Where a citation is found in the law book: the page of the charge, or of the instrument that it names first. Pure.</summary>
public static partial class LawLinks
{
    /// <summary>Null where the law book has no page for it.</summary>
    public static string? Of(LawBook law, string article)
    {
        var named = law.Instruments.Values.Where(i => i.Number is not null).Select(i => (i.Id, At: article.IndexOf(i.Number!, StringComparison.Ordinal))).Where(i => i.At >= 0).ToList();
        var code = CriminalLaw().Match(article);
        if (code.Success && named.TrueForAll(i => code.Index < i.At))
        {
            var charge = code.Groups["n"].Value + (code.Groups["one"].Success ? "-1" : "");
            return law.Charges.ContainsKey(charge) ? $"/law/charges/{charge}" : law.Instruments.ContainsKey("CL") ? "/law/instruments/CL" : null;
        }
        return named.Count > 0 ? $"/law/instruments/{named.MinBy(i => i.At).Id}" : null;
    }

    [GeneratedRegex("刑法(第)?(?<n>[0-9]+)(条)?(?<one>之一)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CriminalLaw();
}
