namespace Zhijian.Kernel;

/// <summary>The units that are not counted forwards in days: hours, the day itself, and days before an event.</summary>
internal static partial class TermCounter
{
    /// <summary>On the day itself, or so many days before it. Nothing extends or stops such a term: when the event moves, it is counted from the new day.</summary>
    private static TermCount CountAround(Term term, CountFrom from, TermValue value, DateOnly start, WorkCalendar calendar)
    {
        List<CountStep> steps = [new(new Text($"以此为准：{term.Trigger.Zh}", $"Measured from: {term.Trigger.En}"), from.Start, null)];
        if (from.Restart is { } restart)
            steps.Add(new CountStep(new Text($"{restart.Reason.Zh}，改按此日", $"{restart.Reason.En}: measured from this day"), restart.On, restart.Basis));
        if (from.Extensions.Count + from.Suspensions.Count > 0)
            return new TermCount
            {
                Steps = steps,
                Value = value,
                Question = new Text("当日或者向前数的期限没有延长和扣除；事由改期的，按新的日期计算", "a term on the day or counted backwards is neither extended nor stopped; if the event moved, count from its new day"),
            };
        if (value.Unit == TermUnit.SameDay)
        {
            steps.Add(new CountStep(new Text("当日办理，末日不顺延", "On that very day; it does not move"), start, value.Reference));
            return new TermCount { Due = start, UnmovedEnd = start, Steps = steps, Value = value, RemindOn = Reminder(start, calendar) };
        }
        var due = start.AddDays(-value.Length);
        steps.Add(new CountStep(
            new Text("当日不计，从前一日起向前数", "That day is not counted; the count runs backwards from the day before"), start.AddDays(-1), term.Counting.Reference));
        steps.Add(new CountStep(
            new Text($"向前 {value.Length} 日，最迟此日；遇休息日不向后顺延", $"{value.Length} days back: the last day for it; it never moves later"), due, value.Reference));
        return new TermCount
        {
            Due = due,
            UnmovedEnd = due,
            Steps = steps,
            Value = value,
            RemindOn = Reminder(due, calendar),
            EarlierReading = (Reminder(due, calendar) ?? due.AddDays(-1), new Text(
                $"“{value.Length} 日以前”也可理解为须留足 {value.Length} 个整日，休息日又不便送达：以再前一个工作日为工作目标",
                $"“{value.Length} days before” can be read as {value.Length} clear days, and nothing is served on a rest day: work towards the working day before")),
        };
    }

    private static TermCount CountHours(Term term, CountFrom from, TermValue value)
    {
        var start = from.Restart?.On ?? from.Start;
        List<CountStep> steps = [new(new Text($"起算事件：{term.Trigger.Zh}", $"Starts with: {term.Trigger.En}"), start, null)];
        if (from.Hour is not { } hour)
            return new TermCount { Steps = steps, Value = value, Question = new Text("以小时计算，需要事件的时刻", "counted in hours: the hour of the event is needed") };
        var end = start.ToDateTime(hour);
        foreach (var (part, what) in Parts(from, value))
        {
            var begin = end;
            end = end.AddHours(part.Length);
            steps.Add(new CountStep(
                new Text($"自 {begin:HH\\:mm} 起，{what.Zh}，至 {end:HH\\:mm}", $"From {begin:HH\\:mm}: {what.En}, to {end:HH\\:mm}"), DateOnly.FromDateTime(end), part.Reference));
        }
        var due = DateOnly.FromDateTime(end);
        if (from.Suspensions.FirstOrDefault(s => s.From <= due && (s.To is null || s.To >= start)) is { } stopped)
            return new TermCount
            {
                Steps = steps,
                Value = value,
                Question = new Text($"{stopped.Reason.Zh}只知到日，以小时计的期限须知停止和恢复的时刻", $"{stopped.Reason.En} is known by the day only; a term in hours needs the hours"),
            };
        return new TermCount { Due = due, DueHour = TimeOnly.FromDateTime(end), UnmovedEnd = due, Steps = steps, Value = value };
    }
}
