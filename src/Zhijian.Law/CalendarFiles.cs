using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Reads data/calendar/YYYY.yaml: one holiday notice of the State Council a file.</summary>
public static class CalendarFiles
{
    public static WorkCalendar Load(string data)
    {
        var years = new Dictionary<int, WorkYear>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "calendar"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var node = DataNode.Load(data, file);
            var year = node.Int("year");
            if (Path.GetFileNameWithoutExtension(file) != year.ToString(CultureInfo.InvariantCulture))
                throw node.Get("year").Error($"the file is named {Path.GetFileName(file)}");
            var work = new WorkYear(year, node.String("reference"), Days(node.Get("off"), year), Days(node.Get("work"), year));
            CheckWork(node.Get("work"), work);
            _ = node.Date("checked");
            node.Done();
            years.Add(year, work);
        }
        return new WorkCalendar(years);
    }

    /// <summary>A worked weekday, or a day that is closed and worked, is a slip of the pen that would shift due dates.</summary>
    private static void CheckWork(DataNode days, WorkYear year)
    {
        foreach (var (key, name) in days.Pairs())
        {
            var day = DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                throw name.Error($"{key} is a {day.DayOfWeek}; only a Saturday or Sunday is turned into a working day");
            if (year.Off.ContainsKey(day))
                throw name.Error($"{key} stands under “off” too");
        }
    }

    private static Dictionary<DateOnly, string> Days(DataNode days, int year)
    {
        var result = new Dictionary<DateOnly, string>();
        foreach (var (key, name) in days.Pairs())
        {
            if (!DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year != year)
                throw name.Error($"“{key}” is no day of {year}");
            result.Add(day, name.String());
        }
        return result;
    }
}
