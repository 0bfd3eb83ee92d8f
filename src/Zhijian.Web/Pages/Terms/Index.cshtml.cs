using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Pages.Terms;

/// <summary>Any term without a matter: choose it, a day and the circumstances; it is counted as everywhere else. Open to everybody, as the law is.</summary>
public sealed class IndexModel(Platform platform) : PageModel
{
    public IReadOnlyList<(Text Title, IReadOnlyList<Term> Terms)> Groups { get; } = TermGroups.Of([.. platform.Law.Terms.Values]);

    public int Total => platform.Law.Terms.Count;

    public Term? Term { get; private set; }

    public string Start { get; private set; } = "";

    public string Hour { get; private set; } = "";

    public Custody Custody { get; private set; }

    public Text? Error { get; private set; }

    /// <summary>The circumstances of the what-if; null while no term and day are chosen.</summary>
    public TermForm? Form { get; private set; }

    public CheckedCount? Counted { get; private set; }

    public CountCalendar? Calendar { get; private set; }

    /// <summary>The same count in both positions, where custody makes a difference.</summary>
    public IReadOnlyList<(Custody Custody, TermCount Count)> Both { get; private set; } = [];

    public void OnGet(string? term, string? start, string? hour, string? custody)
    {
        Term = term is null ? null : platform.Law.Terms.GetValueOrDefault(term);
        Start = start ?? platform.Runner.Today.ToString("yyyy-MM-dd");
        Hour = hour ?? "";
        Custody = Words.Parse<Custody>(custody) ?? Custody.Unknown;
        if (Term is null)
        {
            Error = string.IsNullOrEmpty(term) ? null : new Text($"没有期限“{term}”", $"no term “{term}”");
            return;
        }
        if (PartialDate.TryParse(Start)?.Day is not { } day || day.Year is < 1980 or > 2100)
        {
            Error = new Text($"“{Start}”不是可用的日期，例如 2026-09-28", $"“{Start}” is no usable date, e.g. 2026-09-28");
            return;
        }
        Form = TermForm.Read(Request.Query, Term, day, TimeOnly.TryParseExact(Hour, "HH:mm", out var time) ? time : null, Custody);
        if (Form.From is not { } given)
            return;
        Counted = CheckedCount.Of(Term, given, platform.Law.Calendar);
        if (Counted.Count.Steps.Count > 0 && Term.Values[^1].Unit is not (TermUnit.DayBefore or TermUnit.SameDay))
            Calendar = CountCalendar.Of(Counted.Count, given, platform.Law.Calendar, platform.Runner.Today);
        if (Term.Counting.LastDay == LastDay.MovesUnlessInCustody)
            Both = [.. new[] { Custody.Detained, Custody.Free }.Select(c => (c, Term.Count(given with { Custody = c }, platform.Law.Calendar)))];
    }
}
