using Zhijian.Kernel;

namespace Zhijian.Web.Pages.Terms;

/// <summary>The fields of work under which terms stand in lists, told by the beginning of their id. Pure.</summary>
public static class TermGroups
{
    private static readonly (string[] Begin, Text Title)[] All =
    [
        (["CR-"], new Text("刑事检察", "Criminal")),
        (["FS-", "PET-"], new Text("立案监督、控告申诉", "Filing supervision and complaints")),
        (["AX-", "RX-"], new Text("行刑衔接", "Administrative transfer, both ways")),
        (["CV-", "EX-"], new Text("民事诉讼监督", "Civil supervision")),
        (["AD-"], new Text("行政诉讼监督", "Administrative supervision")),
        (["PI-"], new Text("公益诉讼", "Public interest")),
        (["SG-"], new Text("检察建议", "Suggestions")),
        (["TM-", "PT-"], new Text("商标、专利", "Trademarks and patents")),
        (["LIM-"], new Text("追诉时效", "Limitation of prosecution")),
    ];

    /// <summary>Every term once, in the order of the fields; what no field names stands last.</summary>
    public static IReadOnlyList<(Text Title, IReadOnlyList<Term> Terms)> Of(IReadOnlyCollection<Term> terms)
    {
        bool In(string[] begin, Term t) => begin.Any(b => t.Id.StartsWith(b, StringComparison.Ordinal));
        var groups = All.Select(g => (g.Title, Terms: (IReadOnlyList<Term>)[.. terms.Where(t => In(g.Begin, t)).OrderBy(t => t.Id, StringComparer.Ordinal)]));
        var rest = terms.Where(t => All.All(g => !In(g.Begin, t))).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        return [.. groups.Append((new Text("其他", "Other"), rest)).Where(g => g.Terms.Count > 0)];
    }
}
