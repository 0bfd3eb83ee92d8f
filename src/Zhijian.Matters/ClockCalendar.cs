using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters;

/// <summary>
/// The running clocks of a matter as an iCalendar file: one all-day event each, on its due date, with the article and how it was counted.
/// It leaves the platform, and with it the rule of who may see what. So every event is marked confidential, and of a matter that is kept to
/// a circle no name goes out: neither its title nor a person nor a right holder, only its id, which tells nothing to anybody else.
/// Pure; the moment is handed in.
/// </summary>
public static class ClockCalendar
{
    public static string Of(Matter matter, IReadOnlyList<Duty> duties, DateTimeOffset now, Language language)
    {
        var calendar = new ICalendarText()
            .Line("BEGIN", "VCALENDAR").Line("VERSION", "2.0").Line("PRODID", $"-//Zhijian//Clocks//{(language == Language.English ? "EN" : "ZH")}")
            .Line("CALSCALE", "GREGORIAN").Line("METHOD", "PUBLISH");
        foreach (var duty in duties.Where(d => d.Status == DutyStatus.Open).OrderBy(d => d.Count.Due))
            if (duty.Count.Due is { } due)
                Write(calendar, matter, duty, due, now, language);
        return calendar.Line("END", "VCALENDAR").ToString();
    }

    private static void Write(ICalendarText calendar, Matter matter, Duty duty, DateOnly due, DateTimeOffset now, Language language)
    {
        var summary = Summary(matter, duty, language);
        calendar.Line("BEGIN", "VEVENT")
            .Line("UID", $"{matter.Id}.{duty.Key}.{duty.Term.Id}@zhijian")
            .Line("DTSTAMP", now.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture))
            .Line("DTSTART;VALUE=DATE", Day(due))
            .Line("DTEND;VALUE=DATE", Day(due.AddDays(1)))
            .Text("SUMMARY", summary)
            .Text("DESCRIPTION", Description(matter, duty, language))
            .Line("CLASS", "CONFIDENTIAL")
            .Line("TRANSP", "TRANSPARENT");
        if (duty.Count.RemindOn is { } remind)
            calendar.Line("BEGIN", "VALARM").Line("ACTION", "DISPLAY")
                .Line("TRIGGER;VALUE=DATE-TIME", $"{Day(remind)}T010000Z") // nine in the morning in China
                .Text("DESCRIPTION", summary).Line("END", "VALARM");
        calendar.Line("END", "VEVENT");
    }

    private static string Summary(Matter matter, Duty duty, Language language)
    {
        if (matter.Secrecy == Secrecy.Circle)
            return matter.Id.Value;
        var name = matter.NameOf(duty.Subject);
        return $"{duty.Rule.Title.In(language)}{(name is null ? "" : $" · {name}")} · {matter.Title} ({matter.Id})";
    }

    private static string Description(Matter matter, Duty duty, Language language)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var count = duty.Count;
        var lines = new List<string> { matter.Id.Value };
        if (matter.Secrecy != Secrecy.Circle)
            lines.Add($"{duty.Term.Obligor.In(language)}{Say("：", ": ")}{duty.Term.Duty.In(language)}");
        if (count.DueHour is { } hour)
            lines.Add(Say($"至 {hour:HH\\:mm}", $"until {hour:HH\\:mm}"));
        lines.Add(Say("依据：", "Basis: ") + (count.Value ?? duty.Term.Values[^1]).Reference.Article);
        lines.AddRange(count.Steps.Select(s => $"{s.Running:yyyy-MM-dd} {s.What.In(language)}{(s.Basis is { Article.Length: > 0 } b ? $" [{b.Article}]" : "")}"));
        if (count.EarlierReading is { } earlier)
            lines.Add($"{Say("另一种读法更早：", "Another reading is earlier: ")}{earlier.On:yyyy-MM-dd} {earlier.Why.In(language)}");
        if (count.Question is { } question)
            lines.Add(Say("最早为此日。", "The earliest that it can be. ") + question.In(language));
        return string.Join('\n', lines);
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
