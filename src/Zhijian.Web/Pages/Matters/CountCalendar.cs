using Zhijian.Kernel;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A day of the calendar under a count.</summary>
/// <param name="Kind">x start, not counted · n counted · s excluded · h holiday, counted · r rest day at the end · e due · t today · empty: outside.</param>
/// <param name="Mark">One character under the number: 休 班 今.</param>
/// <param name="Says">The same for who does not see the colour; null where the number says it all.</param>
public sealed record CalendarDay(DateOnly Date, string Kind, Text? Mark, Text? Says);

/// <param name="Weeks">From Monday to Sunday; null outside the month.</param>
public sealed record CalendarMonth(int Year, int Month, IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks);

/// <summary>The months through which a term runs, day by day: how it was counted, without arithmetic. Pure.</summary>
public sealed class CountCalendar
{
    private const int MostMonths = 8;

    private readonly TermCount _count;
    private readonly CountFrom _from;
    private readonly WorkCalendar _calendar;
    private readonly DateOnly _today;
    private readonly DateOnly _start;
    private readonly DateOnly _end;

    private CountCalendar(TermCount count, CountFrom from, WorkCalendar calendar, DateOnly today)
    {
        (_count, _from, _calendar, _today) = (count, from, calendar, today);
        _start = from.Restart?.On ?? from.Start;
        _end = count.UnmovedEnd ?? count.Due ?? _start;
        Months = [.. Shown(_start, count.Due ?? _end).Select(Month)];
        var days = Enumerable.Range(1, Math.Max(0, _end.DayNumber - _start.DayNumber)).Select(n => Day(_start.AddDays(n)).Base).ToList();
        (Counted, Excluded, Moved) = (days.Count(d => d is "n" or "h" or "r" or "e"), days.Count(d => d == "s"), Math.Max(0, Last.DayNumber - _end.DayNumber));
    }

    public IReadOnlyList<CalendarMonth> Months { get; }

    /// <summary>Days that count, days that do not, and by how many the last day moved.</summary>
    public int Counted { get; }

    public int Excluded { get; }

    public int Moved { get; }

    public DateOnly First => _start;

    public DateOnly Last => _count.Due ?? _end;

    /// <summary>Months between the shown ones that a long term leaves out.</summary>
    public int LeftOut => (Last.Year - First.Year) * 12 + Last.Month - First.Month + 1 - Months.Count;

    public static CountCalendar Of(TermCount count, CountFrom from, WorkCalendar calendar, DateOnly today) => new(count, from, calendar, today);

    /// <summary>All months, or of a long term the first and the last four.</summary>
    private static IEnumerable<(int Year, int Month)> Shown(DateOnly first, DateOnly last)
    {
        var all = new List<(int, int)>();
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            all.Add((month.Year, month.Month));
        return all.Count <= MostMonths ? all : [.. all.Take(MostMonths / 2), .. all.TakeLast(MostMonths / 2)];
    }

    private CalendarMonth Month((int Year, int Month) m)
    {
        var first = new DateOnly(m.Year, m.Month, 1);
        var before = ((int)first.DayOfWeek + 6) % 7;
        var cells = Enumerable.Repeat<CalendarDay?>(null, before)
            .Concat(Enumerable.Range(1, DateTime.DaysInMonth(m.Year, m.Month)).Select(d => (CalendarDay?)Cell(new DateOnly(m.Year, m.Month, d)))).ToList();
        while (cells.Count % 7 != 0)
            cells.Add(null);
        return new CalendarMonth(m.Year, m.Month, [.. cells.Chunk(7)]);
    }

    private CalendarDay Cell(DateOnly day)
    {
        var (kind, says) = Day(day);
        var holiday = _calendar.HolidayName(day) is not null;
        var worked = _calendar.Years.TryGetValue(day.Year, out var year) && year.Work.ContainsKey(day);
        var mark = day == _today ? new Text("今", "now") : holiday ? new Text("休", "off") : worked ? new Text("班", "work") : (Text?)null;
        if (day == _today)
        {
            says = says is { } s ? new Text($"今天，{s.Zh}", $"today, {s.En}") : new Text("今天", "today");
            // the due day and the start stay what they are; today is then only the word
            kind = kind is "e" or "x" or "s" or "r" ? kind : "t";
        }
        return new CalendarDay(day, kind, mark, says);
    }

    private (string Base, Text? Says) Day(DateOnly day)
    {
        if (day == _start)
            return ("x", new Text("起算日，不计", "start, not counted"));
        if (day == _count.Due)
            return ("e", new Text("到期", "due"));
        if (day < _start || day > Last)
            return ("", null);
        if (_from.Suspensions.Any(s => s.From <= day && (s.To is null || day <= s.To)))
            return ("s", new Text("扣除", "does not count"));
        if (day >= _end && _count.Due > _end)
            return ("r", new Text("休息日，顺延", "rest day, moved on"));
        if (_count.Value?.Unit == TermUnit.WorkingDay)
            return _calendar.Covers(day) && _calendar.IsWorkingDay(day) ? ("n", null) : ("", new Text("休息日，不计", "rest day, not counted"));
        return _calendar.HolidayName(day) is null ? ("n", null) : ("h", new Text("计入，节假日", "counted, holiday"));
    }
}
