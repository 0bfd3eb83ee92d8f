namespace Zhijian.Kernel;

/// <summary>
/// Which days are worked, by the yearly notices of the State Council: weekends are closed unless the notice turns them into working
/// days, and the days that it names are closed. A year without a notice is an error that names the file to add, never a silent weekend rule.
/// </summary>
public sealed class WorkCalendar
{
    private readonly IReadOnlyDictionary<int, WorkYear> _years;

    // one byte a day from the first recorded year to the last: a term is counted by asking this for every day it touches
    private readonly Mark[] _marks;
    private readonly int _first;

    public WorkCalendar(IReadOnlyDictionary<int, WorkYear> years)
    {
        _years = years;
        if (years.Count == 0)
        {
            _marks = [];
            return;
        }
        _first = new DateOnly(years.Keys.Min(), 1, 1).DayNumber;
        _marks = new Mark[new DateOnly(years.Keys.Max(), 12, 31).DayNumber - _first + 1];
        foreach (var year in years.Values)
            for (var day = new DateOnly(year.Year, 1, 1); day.Year == year.Year; day = day.AddDays(1))
                _marks[day.DayNumber - _first] = IsWorked(year, day) ? Mark.Worked : Mark.Closed;
    }

    private enum Mark : byte
    {
        Missing,
        Closed,
        Worked,
    }

    public IReadOnlyDictionary<int, WorkYear> Years => _years;

    public bool Covers(DateOnly day) => MarkOf(day) != Mark.Missing;

    /// <summary>Whether the day is worked; null where no notice for its year is loaded. O(1).</summary>
    public bool? Find(DateOnly day) => MarkOf(day) switch
    {
        Mark.Missing => null,
        var mark => mark == Mark.Worked,
    };

    /// <exception cref="MissingCalendarYearException">No notice for that year is loaded.</exception>
    public bool IsWorkingDay(DateOnly day) => Find(day) ?? throw new MissingCalendarYearException(day.Year);

    private Mark MarkOf(DateOnly day) => day.DayNumber - _first is >= 0 and var at && at < _marks.Length ? _marks[at] : Mark.Missing;

    private static bool IsWorked(WorkYear year, DateOnly day) =>
        !year.Off.ContainsKey(day) && (year.Work.ContainsKey(day) || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

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
    public string? HolidayName(DateOnly day) => _years.TryGetValue(day.Year, out var year) ? year.Off.GetValueOrDefault(day) : null;
}

/// <summary>One yearly notice. <paramref name="Off"/>: closed days; <paramref name="Work"/>: weekend days that are worked.</summary>
public sealed record WorkYear(int Year, string Reference, IReadOnlyDictionary<DateOnly, string> Off, IReadOnlyDictionary<DateOnly, string> Work);

/// <summary>The holiday notice of a year is not loaded; the message names the file to add.</summary>
public sealed class MissingCalendarYearException(int year)
    : Exception($"No holiday notice for {year}: add data/calendar/{year}.yaml (国务院办公厅关于{year}年部分节假日安排的通知).")
{
    public int Year { get; } = year;
}
