using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Web.Pages.Matters;

/// <summary>Why this date: the count step by step, the calendar, and what would be if. Prints as an annex.</summary>
public sealed class ClockModel(Platform platform) : MatterPage(platform)
{
    public Duty Duty { get; private set; } = null!;

    public CountCalendar? Calendar { get; private set; }

    /// <summary>The count beside the walk; null while the start is not known to the day.</summary>
    public CheckedCount? Counted { get; private set; }

    /// <summary>The day from which the what-if counts.</summary>
    public DateOnly? Start { get; private set; }

    public Text? StartError { get; private set; }

    public IReadOnlyList<WhatIf> WhatIf { get; private set; } = [];

    /// <summary>The position of the what-if form.</summary>
    public Custody Custody { get; private set; }

    public bool Extended { get; private set; }

    /// <summary>The answer to the what-if form; null while nothing was asked.</summary>
    public Duty? Answer { get; private set; }

    public bool Asked => Request.Query.ContainsKey("start");

    public async Task<IActionResult> OnGetAsync(string id, string key, string? start, string? custody, bool extended)
    {
        if (!await OpenAsync(id) || Duties.FirstOrDefault(d => d.Key == key) is not { } duty)
            return NotFound();
        Duty = duty;
        if (duty.From is { } from && duty.Count.Steps.Count > 0)
            Calendar = CountCalendar.Of(duty.Count, from, Platform.Law.Calendar, Platform.Runner.Today);
        Counted = duty.From is { } counted ? CheckedCount.Of(duty.Term, counted, Platform.Law.Calendar) : null;
        var own = duty.From is { } f ? f.Restart?.On ?? f.Start : (DateOnly?)null;
        Start = Asked ? PartialDate.TryParse(start)?.Day : own;
        if (Asked && Start is null)
            StartError = new Text($"“{start}”不是日期，例如 2026-09-28", $"“{start}” is no date, e.g. 2026-09-28");
        Custody = custody is null ? duty.Custody == Custody.Unknown ? Custody.Detained : duty.Custody : Words.Parse<Custody>(custody) ?? Custody.Detained;
        Extended = Asked ? extended : duty.From?.Extensions.Count > 0;
        if (Start is { } day)
        {
            WhatIf = Matters.WhatIf.Of(duty.Rule, Platform.Law.Duties, day);
            var column = WhatIf.First(w => w.Custody == (Custody == Custody.Detained ? Custody.Detained : Custody.Free));
            Answer = Asked ? Extended ? column.Extended ?? column.Plain : column.Plain : null;
        }
        return Page();
    }

    public bool DependsOnCustody => Duty.Rule.Scope == DutyScope.Person
        && (Duty.Rule.Terms.Any(t => t.Custody is not null) || Duty.Rule.When.ContainsKey("custody") || Duty.Rule.Terms.Any(t => Platform.Law.Terms[t.Term].Counting.LastDay == LastDay.MovesUnlessInCustody));
}
