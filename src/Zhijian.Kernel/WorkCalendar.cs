namespace Zhijian.Kernel;

/// <summary>
/// Which days are worked, by the yearly notices of the State Council: weekends are closed unless the notice turns them into working
/// days, and the days that it names are closed. A year without a notice is an error that names the file to add, never a silent weekend rule.
/// </summary>
public sealed class WorkCalendar(IReadOnlyDictionary<int, WorkYear> years)
{
    public IReadOnlyDictionary<int, WorkYear> Years => years;

    public bool Covers(DateOnly day) => years.ContainsKey(day.Year);

    /// <exception cref="MissingCalendarYearException">No notice for that year is loaded.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        if (!years.TryGetValue(day.Year, out var year))
            throw new MissingCalendarYearException(day.Year);
        if (year.Off.ContainsKey(day))
            return false;
        return year.Work.ContainsKey(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The day itself when it is worked, else the first working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The last working day strictly before the day.</summary>
    public DateOnly Before(DateOnly day)
    {
        do
            day = day.AddDays(-1);
        while (!IsWorkingDay(day));
        return day;
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; null when a year is not loaded. O(days).</summary>
    public int? WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            if (!Covers(day))
                return null;
            if (IsWorkingDay(day))
                count++;
        }
        return count;
    }

    /// <summary>The name of the holiday, when the notice names that day.</summary>
    public string? HolidayName(DateOnly day) => years.TryGetValue(day.Year, out var year) ? year.Off.GetValueOrDefault(day) : null;
}

/// <summary>One yearly notice. <paramref name="Off"/>: closed days; <paramref name="Work"/>: weekend days that are worked.</summary>
public sealed record WorkYear(int Year, string Reference, IReadOnlyDictionary<DateOnly, string> Off, IReadOnlyDictionary<DateOnly, string> Work);

/// <summary>The holiday notice of a year is not loaded; the message names the file to add.</summary>
public sealed class MissingCalendarYearException(int year)
    : Exception($"No holiday notice for {year}: add data/calendar/{year}.yaml (国务院办公厅关于{year}年部分节假日安排的通知).")
{
    public int Year { get; } = year;
}
