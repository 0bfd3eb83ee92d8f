namespace Zhijian.Kernel;

/// <summary>What the walk reached.</summary>
/// <param name="Due">Null where it cannot be known.</param>
/// <param name="Asks">A fact or a calendar is missing; a <see cref="Due"/> beside it is the earliest that it can be.</param>
public sealed record Walk(DateOnly? Due, TimeOnly? DueHour, bool Asks)
{
    /// <summary>The walk and the count reached the same day and miss the same.</summary>
    public bool Agrees(TermCount count) => Due == count.Due && DueHour == count.DueHour && Asks == count.Question is not null;
}

/// <summary>
/// The second opinion on every due date: it walks from the event one day (or one hour) at a time and counts what it passes, as a clerk
/// with a calendar on the wall would. It shares no code with <see cref="TermCounter"/>, which computes; where both err alike, they err
/// in the reading of the law and not in arithmetic. O(days walked).
/// </summary>
public static class TermSimulation
{
    public static Walk Run(Term term, CountFrom from, WorkCalendar calendar)
    {
        var start = from.Restart is null ? from.Start : from.Restart.On;
        TermValue? value = null;
        foreach (var candidate in term.Values)
            if (start >= candidate.From)
                value = candidate;
        if (value is null)
            return Asking;
        var parts = new List<(int Length, TermUnit Unit)> { (value.Length, value.Unit) };
        foreach (var extension in from.Extensions)
            parts.Add((extension.Value.Length, extension.Value.Unit));
        Suspension[] stops = [.. from.Suspensions]; // asked for every day
        switch (value.Unit)
        {
            case TermUnit.SameDay:
                return parts.Count > 1 || stops.Length > 0 ? Asking : new Walk(start, null, false);
            case TermUnit.DayBefore:
                return parts.Count > 1 || stops.Length > 0 ? Asking : new Walk(Backwards(start, value.Length), null, false);
            case TermUnit.Hour:
                return parts.Exists(p => p.Unit != TermUnit.Hour) ? Asking : Hours(start, from.Hour, parts.Sum(p => p.Length), stops);
            case TermUnit.WorkingDay:
                return parts.Exists(p => p.Unit != TermUnit.WorkingDay) ? Asking : WorkingDays(start, parts.Sum(p => p.Length), stops, calendar);
            default:
                if (parts.Exists(p => p.Unit is not (TermUnit.Day or TermUnit.Month or TermUnit.Year)))
                    return Asking;
                var end = Forwards(start, parts, term.Counting.MonthEnd);
                return MakeUp(start, end, stops) is { } stoppedEnd ? LastDayOf(stoppedEnd, term.Counting.LastDay, from.Custody, calendar) : Asking;
        }
    }

    private static Walk Asking => new(null, null, true);

    private static DateOnly Backwards(DateOnly day, int days)
    {
        for (var passed = 0; passed < days; passed++)
            day = day.AddDays(-1);
        return day;
    }

    private static Walk Hours(DateOnly start, TimeOnly? hour, int hours, Suspension[] suspensions)
    {
        if (hour is null || IsStopped(start, suspensions, out _))
            return Asking;
        var moment = start.ToDateTime(hour.Value);
        for (var passed = 0; passed < hours; passed++)
        {
            moment = moment.AddHours(1);
            if (IsStopped(DateOnly.FromDateTime(moment), suspensions, out _))
                return Asking;
        }
        return new Walk(DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment), false);
    }

    private static Walk WorkingDays(DateOnly day, int days, Suspension[] suspensions, WorkCalendar calendar)
    {
        for (var passed = 0; passed < days;)
        {
            day = day.AddDays(1);
            var stopped = IsStopped(day, suspensions, out var forGood);
            if (forGood || !calendar.Covers(day))
                return Asking;
            if (calendar.IsWorkingDay(day) && !stopped)
                passed++;
        }
        return new Walk(day, null, false);
    }

    /// <summary>Days are passed one by one; a month has passed on the day that corresponds to the one from which months are counted.</summary>
    private static DateOnly Forwards(DateOnly start, List<(int Length, TermUnit Unit)> parts, MonthEnd monthEnd)
    {
        var (day, anchor) = (start, start);
        foreach (var (length, unit) in parts)
        {
            var left = unit == TermUnit.Year ? 12 * length : length;
            if (unit == TermUnit.Day)
            {
                for (; left > 0; left--)
                    day = day.AddDays(1);
                anchor = day;
                continue;
            }
            var (number, fromMonthEnd) = (anchor.Day, anchor.AddDays(1).Day == 1);
            while (left > 0)
            {
                day = day.AddDays(1);
                var isMonthEnd = day.AddDays(1).Day == 1;
                var corresponds = fromMonthEnd && monthEnd == MonthEnd.Criminal ? isMonthEnd : day.Day == number || (isMonthEnd && day.Day < number);
                if (corresponds)
                    left--;
            }
        }
        return day;
    }

    /// <summary>Every day that was stopped is made up for by one that is not; null where the stop has no end yet.</summary>
    private static DateOnly? MakeUp(DateOnly start, DateOnly end, Suspension[] suspensions)
    {
        if (suspensions.Length == 0)
            return end;
        var (day, owed) = (start, 0);
        while (day < end || owed > 0)
        {
            day = day.AddDays(1);
            var stopped = IsStopped(day, suspensions, out var forGood);
            if (forGood)
                return null;
            if (day <= end)
                owed += stopped ? 1 : 0;
            else if (!stopped)
                owed--;
        }
        return day;
    }

    private static Walk LastDayOf(DateOnly end, LastDay rule, Custody custody, WorkCalendar calendar)
    {
        if (rule == LastDay.Stands || (rule == LastDay.MovesUnlessInCustody && custody == Custody.Detained))
            return new Walk(end, null, false);
        for (var day = end; ; day = day.AddDays(1))
        {
            if (!calendar.Covers(day))
                return new Walk(end, null, true);
            if (calendar.IsWorkingDay(day))
                return new Walk(day, null, false);
            if (rule == LastDay.MovesUnlessInCustody && custody == Custody.Unknown)
                return new Walk(end, null, true);
        }
    }

    private static bool IsStopped(DateOnly day, Suspension[] suspensions, out bool forGood)
    {
        var stopped = false;
        forGood = false;
        foreach (var s in suspensions)
        {
            if (day < s.From || day > s.To)
                continue;
            stopped = true;
            forGood |= s.To is null;
        }
        return stopped;
    }
}
