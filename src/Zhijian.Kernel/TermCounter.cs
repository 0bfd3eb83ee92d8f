namespace Zhijian.Kernel;

/// <summary>The arithmetic behind <see cref="Term.Count"/>: start, length, extensions, suspensions, last day; each adds a step.</summary>
internal static partial class TermCounter
{
    public static TermCount Count(Term term, CountFrom from, WorkCalendar calendar)
    {
        var count = CountExcluded(term, from, calendar);
        return term.Counting.FirstDay == FirstDay.Disputed ? count with { EarlierReading = EarlierFirstDay(term, from, count, calendar) } : count;
    }

    /// <summary>With the day of the event counted the term ends as if it had begun the day before.</summary>
    private static (DateOnly, Text)? EarlierFirstDay(Term term, CountFrom given, TermCount count, WorkCalendar calendar)
    {
        var before = given with { Start = given.Start.AddDays(-1), Restart = given.Restart is { } r ? r with { On = r.On.AddDays(-1) } : null };
        if (CountExcluded(term, before, calendar).Due is not { } due || !(due < count.Due) || count.EarlierReading?.On <= due)
            return count.EarlierReading;
        return (due, new Text(
            $"{term.Counting.Reference.Article}：起算当日是否计入有两种理解，计入的，早一日届满；以早者为工作目标",
            $"{term.Counting.Reference.Article}: whether the first day counts is read in two ways; if it does, the term ends earlier: work towards that"));
    }

    private static TermCount CountExcluded(Term term, CountFrom from, WorkCalendar calendar)
    {
        var start = from.Restart?.On ?? from.Start;
        if (term.ValueOn(start) is not { } value)
            return new TermCount
            {
                Question = new Text(
                    $"{start:yyyy-MM-dd} 时适用的期限规定未录入（现有自 {term.Values[0].From:yyyy-MM-dd} 起）",
                    $"the text in force on {start:yyyy-MM-dd} is not recorded (recorded from {term.Values[0].From:yyyy-MM-dd})"),
            };
        // a working day is no calendar day: an extension in another kind of unit would be counted wrongly
        if (from.Extensions.Count > 0 && from.Extensions.FirstOrDefault(e => Kind(e.Value.Unit) != Kind(value.Unit)) is { } other)
            return new TermCount
            {
                Value = value,
                Question = new Text(
                    $"期限以{Lengths.In(value).Zh}计，而“{other.Reason.Zh}”为 {Lengths.In(other.Value).Zh}，单位不同，不能相加",
                    $"the term is {Lengths.In(value).En}, “{other.Reason.En}” is {Lengths.In(other.Value).En}: the units cannot be added"),
            };
        if (value.Unit is TermUnit.DayBefore or TermUnit.SameDay)
            return CountAround(term, from, value, start, calendar);
        if (value.Unit == TermUnit.Hour)
            return CountHours(term, from, value);

        List<CountStep> steps = [new(new Text($"起算事件：{term.Trigger.Zh}", $"Starts with: {term.Trigger.En}"), from.Start, null)];
        if (from.Restart is { } restart)
            steps.Add(new CountStep(new Text($"{restart.Reason.Zh}，重新计算", $"{restart.Reason.En}: counted anew"), restart.On, restart.Basis));
        steps.Add(new CountStep(new Text("当日不计，次日起算", "That day is not counted; the count starts the next day"), start.AddDays(1), term.Counting.Reference));

        if (value.Unit == TermUnit.WorkingDay)
            return CountWorkingDays(term, from, value, start, steps, calendar);

        var end = AddLengths(term, from, value, start, steps);
        if (Suspend(from.Suspensions, start, ref end, steps) is { } open)
            return new TermCount { Steps = steps, Value = value, Question = open };
        var count = MoveLastDay(term, from, value, end, steps, calendar);
        return count with { EarlierReading = EarlierMonthEnd(term, from, value, start, count, calendar) };
    }

    private static TermUnit Kind(TermUnit unit) => unit is TermUnit.Month or TermUnit.Year ? TermUnit.Day : unit;

    /// <summary>The term and its extensions, in order, each with the words of its step.</summary>
    private static IReadOnlyList<(TermValue Value, Text What)> Parts(CountFrom from, TermValue value) => from.Extensions.Count == 0 ? [(value, Lengths.Add(value))] :
    [
        (value, Lengths.Add(value)),
        .. from.Extensions.Select(e => (e.Value, new Text($"{e.Reason.Zh}，{Lengths.Add(e.Value).Zh}", $"{e.Reason.En}: {Lengths.Add(e.Value).En}"))),
    ];

    private static DateOnly AddLengths(Term term, CountFrom from, TermValue value, DateOnly start, List<CountStep> steps)
    {
        var (anchor, months, end) = (start, 0, start);
        foreach (var (part, what) in Parts(from, value))
        {
            // months are added up from one anchor: two months and one month from 30 December end on 30 March, not on 28+1 month
            if (part.Unit is TermUnit.Month or TermUnit.Year)
            {
                months += part.Unit == TermUnit.Year ? 12 * part.Length : part.Length;
                end = AddMonths(anchor, months, term.Counting.MonthEnd);
            }
            else
            {
                end = end.AddDays(part.Length);
                (anchor, months) = (end, 0);
            }
            steps.Add(new CountStep(what, end, part.Reference));
        }
        return end;
    }

    public static DateOnly AddMonths(DateOnly anchor, int months, MonthEnd rule)
    {
        var end = anchor.AddMonths(months);
        var isLast = anchor.Day == DateTime.DaysInMonth(anchor.Year, anchor.Month);
        return isLast && rule == MonthEnd.Criminal ? new DateOnly(end.Year, end.Month, DateTime.DaysInMonth(end.Year, end.Month)) : end;
    }

    /// <summary>Moves the end by the days that do not count; returns the question when one suspension still lasts.</summary>
    private static Text? Suspend(IReadOnlyList<Suspension> suspensions, DateOnly start, ref DateOnly end, List<CountStep> steps)
    {
        if (suspensions.Count == 0)
            return null;
        var reached = start;
        foreach (var s in suspensions.OrderBy(s => s.From))
        {
            if (s.From > end)
                continue;
            if (s.To is not { } to)
                return new Text($"自 {s.From:yyyy-MM-dd} 起{s.Reason.Zh}，期限停止计算，何日恢复未知", $"stopped since {s.From:yyyy-MM-dd} ({s.Reason.En}); not resumed yet");
            var first = s.From > reached ? s.From : reached.AddDays(1);
            var days = to.DayNumber - first.DayNumber + 1;
            if (days <= 0)
                continue;
            reached = to;
            end = end.AddDays(days);
            steps.Add(new CountStep(
                new Text($"扣除{s.Reason.Zh} {days} 日（{first:MM-dd} 至 {to:MM-dd}，两端均计）", $"Less {days} days: {s.Reason.En} ({first:MM-dd} to {to:MM-dd}, both counted)"),
                end,
                s.Basis));
        }
        return null;
    }

    /// <summary>The due date by the day of the same number, where that is earlier; its last day moves by the same rule.</summary>
    private static (DateOnly, Text)? EarlierMonthEnd(Term term, CountFrom from, TermValue value, DateOnly start, TermCount count, WorkCalendar calendar)
    {
        // both readings part only where months are counted from a month's end; an extension may begin at one
        if (term.Counting.MonthEnd != MonthEnd.Criminal || (from.Extensions.Count == 0 && start.AddDays(1).Day != 1))
            return null;
        var civil = term with { Counting = term.Counting with { MonthEnd = MonthEnd.Civil } };
        var days = AddLengths(term, from, value, start, []).DayNumber - AddLengths(civil, from, value, start, []).DayNumber;
        if (days == 0)
            return null;
        var sameNumber = MoveLastDay(civil, from, value, count.UnmovedEnd!.Value.AddDays(-days), [], calendar).Due;
        return sameNumber < count.Due
            ? (sameNumber.Value, new Text("月末起算：刑诉解释202 规定至月末，该条约束法院；按对应日计算更早，以早者为工作目标", "Counted from a month's end: 刑诉解释202 (binding courts) runs to the month's end; the same day number is earlier, work towards it"))
            : null;
    }

    private static TermCount MoveLastDay(Term term, CountFrom from, TermValue value, DateOnly end, List<CountStep> steps, WorkCalendar calendar)
    {
        var result = new TermCount { Value = value, UnmovedEnd = end, Steps = steps };
        var rule = term.Counting.LastDay;
        if (rule == LastDay.Stands)
            return result with { Due = end, RemindOn = Reminder(end, calendar) };
        if (rule == LastDay.MovesUnlessInCustody && from.Custody == Custody.Detained)
        {
            steps.Add(new CountStep(new Text("在押，末日遇休息日不顺延", "In custody: the last day does not move"), end, term.Counting.Reference));
            return result with { Due = end, RemindOn = Reminder(end, calendar) };
        }
        if (!calendar.Covers(end))
            return result with
            {
                Due = end,
                Question = new Text($"{end.Year} 年放假安排未录入：请添加 data/calendar/{end.Year}.yaml；不早于此日", $"holiday notice for {end.Year} not loaded: add data/calendar/{end.Year}.yaml; not before this day"),
            };
        if (calendar.IsWorkingDay(end))
        {
            steps.Add(new CountStep(new Text("末日为工作日，无需顺延", "The last day is a working day: it stands"), end, term.Counting.Reference));
            return result with { Due = end, RemindOn = Reminder(end, calendar) };
        }
        if (rule == LastDay.MovesUnlessInCustody && from.Custody == Custody.Unknown)
            return result with
            {
                Due = end,
                Question = new Text("末日为休息日，是否在押未知：在押不顺延；不早于此日", "the last day is no working day and custody is unknown: it does not move in custody; not before this day"),
            };
        DateOnly moved;
        try
        {
            moved = calendar.OnOrAfter(end);
        }
        catch (MissingCalendarYearException missing)
        {
            return result with { Due = end, Question = new Text($"{missing.Year} 年放假安排未录入：请添加 data/calendar/{missing.Year}.yaml；不早于此日", missing.Message) };
        }
        var name = calendar.HolidayName(end) ?? (end.DayOfWeek == DayOfWeek.Saturday ? "周六" : "周日");
        steps.Add(new CountStep(
            new Text($"{end:MM-dd} 为休息日（{name}），顺延至其后首个工作日", $"{end:MM-dd} is no working day ({name}): moved to the next working day"), moved, term.Counting.Reference));
        return result with { Due = moved, RemindOn = Reminder(moved, calendar) };
    }

    private static DateOnly? Reminder(DateOnly due, WorkCalendar calendar)
    {
        try
        {
            return calendar.Before(due);
        }
        catch (MissingCalendarYearException)
        {
            return null;
        }
    }

    private static TermCount CountWorkingDays(Term term, CountFrom from, TermValue value, DateOnly start, List<CountStep> steps, WorkCalendar calendar)
    {
        var end = start;
        var skipped = new Dictionary<Suspension, int>();
        try
        {
            foreach (var (part, what) in Parts(from, value))
            {
                for (var left = part.Length; left > 0;)
                {
                    end = end.AddDays(1);
                    if (from.Suspensions.FirstOrDefault(s => s.From <= end && s.To is null) is { } open)
                        return new TermCount { Steps = steps, Value = value, Question = Suspend([open], start, ref end, []) };
                    if (!calendar.IsWorkingDay(end))
                        continue;
                    if (from.Suspensions.FirstOrDefault(s => s.From <= end && end <= s.To) is { } stopped)
                        skipped[stopped] = skipped.GetValueOrDefault(stopped) + 1;
                    else
                        left--;
                }
                steps.Add(new CountStep(what, end, part.Reference));
            }
        }
        catch (MissingCalendarYearException missing)
        {
            return new TermCount
            {
                Steps = steps,
                Value = value,
                Question = new Text($"{missing.Year} 年放假安排未录入：请添加 data/calendar/{missing.Year}.yaml", missing.Message),
            };
        }
        foreach (var (s, days) in skipped)
            steps.Add(new CountStep(new Text($"其中扣除{s.Reason.Zh} {days} 个工作日", $"of which {days} working days do not count: {s.Reason.En}"), end, s.Basis));
        return new TermCount { Due = end, UnmovedEnd = end, Steps = steps, Value = value, RemindOn = Reminder(end, calendar) };
    }
}
