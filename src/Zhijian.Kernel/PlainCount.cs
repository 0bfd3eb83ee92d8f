namespace Zhijian.Kernel;

/// <summary>
/// The due date without its explanation: what <see cref="TermCounter"/> counts for a term without extensions and suspensions, and
/// nothing for what it would ask. Tests hold it equal to the explained count; it is there because words cost more than dates.
/// </summary>
internal static class PlainCount
{
    public static DateOnly? Due(Term term, DateOnly start, Custody custody, WorkCalendar calendar)
    {
        if (term.ValueOn(start) is not { } value)
            return null;
        switch (value.Unit)
        {
            case TermUnit.Hour:
                return null;
            case TermUnit.SameDay:
                return start;
            case TermUnit.DayBefore:
                return start.AddDays(-value.Length);
            case TermUnit.WorkingDay:
                return WorkingDays(start, value.Length, calendar);
        }
        var end = value.Unit switch
        {
            TermUnit.Month => TermCounter.AddMonths(start, value.Length, term.Counting.MonthEnd),
            TermUnit.Year => TermCounter.AddMonths(start, 12 * value.Length, term.Counting.MonthEnd),
            _ => start.AddDays(value.Length),
        };
        return (term.Counting.LastDay, custody) switch
        {
            (LastDay.Stands, _) or (LastDay.MovesUnlessInCustody, Custody.Detained) => end,
            (LastDay.MovesUnlessInCustody, Custody.Unknown) => calendar.Find(end) == true ? end : null,
            _ => Moved(end, calendar),
        };
    }

    private static DateOnly? Moved(DateOnly end, WorkCalendar calendar)
    {
        while (true)
        {
            switch (calendar.Find(end))
            {
                case null:
                    return null;
                case true:
                    return end;
            }
            end = end.AddDays(1);
        }
    }

    private static DateOnly? WorkingDays(DateOnly day, int left, WorkCalendar calendar)
    {
        while (left > 0)
        {
            day = day.AddDays(1);
            if (calendar.Find(day) is not { } worked)
                return null;
            if (worked)
                left--;
        }
        return day;
    }
}
