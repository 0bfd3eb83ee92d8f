using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Matters;

namespace Zhijian.Web.Docket;

/// <summary>Rows of one urgency under one heading. <paramref name="Severity"/>: bad, warn or null.</summary>
public sealed record DocketGroup(string? Severity, Text Title, Text? Note, IReadOnlyList<WorkRow> Rows);

/// <summary>Groups the day's work by urgency. A clock that stands on a holiday counts as urgent as the last working day before. Pure.</summary>
public static class DocketGroups
{
    /// <summary>How far ahead a closed day is a warning; longer than any holiday and its bridge days.</summary>
    public const int HolidayHorizon = 14;

    private enum Kind
    {
        Over,
        Today,

        /// <summary>Stands on closed days, and the last working day before is here or over.</summary>
        HolidayNow,

        /// <summary>Due by the next working day.</summary>
        Next,
        Holiday,
        Unknown,
        ThisWeek,
        NextWeek,
        Later,
        None,
    }

    /// <summary>Days ahead, within the horizon, that are not worked; a year without a notice names none.</summary>
    public static IReadOnlyList<DateOnly> ClosedDays(DateOnly today, WorkCalendar calendar) =>
        [.. Enumerable.Range(1, HolidayHorizon).Select(today.AddDays).Where(d => calendar.Covers(d) && !calendar.IsWorkingDay(d))];

    /// <param name="rows">In the order of their due dates, those without one last.</param>
    public static IReadOnlyList<DocketGroup> Of(IReadOnlyList<WorkRow> rows, DateOnly today, WorkCalendar calendar)
    {
        var closed = ClosedDays(today, calendar).ToHashSet();
        return
        [
            .. rows.Select(r => (Row: r, Key: KeyOf(r, today, closed, calendar)))
                .GroupBy(r => r.Key)
                .OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Before)
                .Select(g => Head(g.Key.Kind, g.Key.Before, [.. g.Select(r => r.Row)], today, calendar)),
        ];
    }

    public static DateOnly? DueOf(WorkRow row) => row.Due is { } due ? DateOnly.ParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static (Kind Kind, DateOnly Before) KeyOf(WorkRow row, DateOnly today, HashSet<DateOnly> closed, WorkCalendar calendar)
    {
        // days from Monday to Sunday
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        if (DueOf(row) is not { } due)
            return (row.Law.Length > 0 || row.QuestionZh is not null ? Kind.Unknown : Kind.None, default);
        if (due < today)
            return (Kind.Over, default);
        if (due == today)
            return (Kind.Today, default);
        if (row.Moves == 0 && closed.Contains(due))
        {
            var before = LastWorkedBefore(due, calendar);
            return (before <= today ? Kind.HolidayNow : Kind.Holiday, before);
        }
        return (due <= NextWorked(today, calendar) ? Kind.Next : due <= sunday ? Kind.ThisWeek : due <= sunday.AddDays(7) ? Kind.NextWeek : Kind.Later, default);
    }

    /// <summary>Until when a clock that stands on a closed day must be met.</summary>
    public static DateOnly LastWorkedBefore(DateOnly due, WorkCalendar calendar)
    {
        var day = due.AddDays(-1);
        while (calendar.Covers(day) && !calendar.IsWorkingDay(day))
            day = day.AddDays(-1);
        return day;
    }

    private static DateOnly NextWorked(DateOnly today, WorkCalendar calendar)
    {
        var day = today.AddDays(1);
        while (calendar.Covers(day) && !calendar.IsWorkingDay(day))
            day = day.AddDays(1);
        return day;
    }

    private static DocketGroup Head(Kind kind, DateOnly before, IReadOnlyList<WorkRow> rows, DateOnly today, WorkCalendar calendar)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return kind switch
        {
            Kind.Over => new DocketGroup("bad", new Text("已超期", "Overdue"), null, rows),
            Kind.Today => new DocketGroup("bad", new Text("今日到期", "Due today"), null, rows),
            Kind.HolidayNow or Kind.Holiday => Holiday(before, rows, today, calendar),
            Kind.Next => Next(NextWorked(today, calendar), rows, today),
            Kind.Unknown => new DocketGroup("warn", new Text("期限未能计算，先补充事实", "No date yet: a fact is missing"), null, rows),
            Kind.ThisWeek => Week(new Text("本周到期", "Due this week"), today.AddDays(1), sunday, rows, today, calendar),
            Kind.NextWeek => Week(new Text("下周到期", "Due next week"), sunday.AddDays(1), sunday.AddDays(7), rows, today, calendar),
            Kind.Later => new DocketGroup(null, new Text("其后", "Later"), null, rows),
            _ => new DocketGroup(null, new Text("无法定期限", "Without a legal clock"), null, rows),
        };
    }

    private static DocketGroup Next(DateOnly next, IReadOnlyList<WorkRow> rows, DateOnly today)
    {
        var day = Ui.DayText(next, today);
        return next == today.AddDays(1)
            ? new DocketGroup("warn", new Text($"明日到期（{day.Zh}）", $"Due tomorrow ({day.En})"), null, rows)
            : new DocketGroup("warn", new Text($"下一个工作日前到期（{day.Zh}）", $"Due by the next working day ({day.En})"), null, rows);
    }

    private static DocketGroup Holiday(DateOnly before, IReadOnlyList<WorkRow> rows, DateOnly today, WorkCalendar calendar)
    {
        var names = new List<string>();
        for (var day = before.AddDays(1); calendar.Covers(day) && !calendar.IsWorkingDay(day); day = day.AddDays(1))
            if (calendar.HolidayName(day) is { } name && !names.Contains(name))
                names.Add(name);
        var (zh, en) = names.Count > 0 ? ($"{string.Join('、', names)}假期内", "Inside the holiday") : ("周末", "On the weekend");
        if (before < today)
            return new DocketGroup("warn", new Text($"{zh}到期，不顺延 · 假期中就要办结", $"{en}, not extended · finish during these days"), null, rows);
        var (day1, left) = (Ui.DayText(before, today), calendar.WorkingDaysBetween(today, before) ?? 0);
        return new DocketGroup(
            "warn",
            new Text($"{zh}到期，不顺延 · {day1.Zh}前办结", $"{en}, not extended · finish by {day1.En}"),
            left == 0 ? new Text("今天是最后一个工作日", "today is the last working day") : new Text($"此前还有 {left} 个工作日", left == 1 ? "1 working day before" : $"{left} working days before"),
            rows);
    }

    private static DocketGroup Week(Text title, DateOnly from, DateOnly to, IReadOnlyList<WorkRow> rows, DateOnly today, WorkCalendar calendar)
    {
        var range = from.Month == to.Month ? $"{from.Month}月{from.Day}日—{to.Day}日" : $"{from.Month}月{from.Day}日—{to.Month}月{to.Day}日";
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        bool IsWeekend(DateOnly d) => d.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var notes = days.Where(d => calendar.Covers(d) && IsWeekend(d) == calendar.IsWorkingDay(d)).Select(d => IsWeekend(d)
            ? new Text($"{Ui.DayText(d, today).Zh}上班", $"{Ui.DayText(d, today).En} is worked")
            : new Text($"{Ui.DayText(d, today).Zh}放假", $"{Ui.DayText(d, today).En} is closed")).ToList();
        return new DocketGroup(
            null,
            new Text($"{title.Zh}（{range}）", $"{title.En} ({from:d MMM}–{to:d MMM})"),
            notes.Count == 0 ? null : new Text(string.Join("，", notes.Select(n => n.Zh)), string.Join(", ", notes.Select(n => n.En))),
            rows);
    }
}
