namespace Zhijian.Kernel.Tests;

/// <summary>Short ways to say what a test needs: a calendar with the holidays that it names, a term of some length.</summary>
internal static class Some
{
    /// <summary>2024 to 2026, with the holidays around which the tests count; the weekends are closed as everywhere.</summary>
    public static readonly WorkCalendar Calendar = new(new[]
    {
        Year(2024, [("元旦", 1, 1, 1), ("国庆节", 10, 1, 7)], [(9, 29), (10, 12)]),
        Year(2025, [("元旦", 1, 1, 1), ("春节", 1, 28, 8), ("劳动节", 5, 1, 5), ("端午节", 5, 31, 3), ("国庆节、中秋节", 10, 1, 8)], [(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)]),
        Year(2026, [("元旦", 1, 1, 3), ("春节", 2, 15, 9), ("清明节", 4, 4, 3), ("国庆节", 10, 1, 7)], [(1, 4), (2, 14), (2, 28), (9, 20), (10, 10)]),
    }.ToDictionary(y => y.Year));

    public static readonly LegalRef Article = new("刑诉法172");

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static TermValue Length(int length, TermUnit unit, string from = "2018-10-26") => new(Day(from), length, unit, Article);

    public static Term Term(int length, TermUnit unit, LastDay lastDay = LastDay.Moves, MonthEnd monthEnd = MonthEnd.Criminal) => new()
    {
        Id = "T",
        Title = new Text("审查起诉", "review"),
        Obligor = new Text("检察院", "procuratorate"),
        Trigger = new Text("收到案卷", "file received"),
        Duty = new Text("决定", "decide"),
        Values = [Length(length, unit)],
        Counting = new Counting(lastDay, monthEnd, new LegalRef("刑诉法105")),
    };

    public static Suspension Stop(string from, string? to) => new(new Text("鉴定", "appraisal"), Day(from), to is null ? null : Day(to), new LegalRef("刑诉法149"));

    public static Extension Plus(int length, TermUnit unit) => new(new Text("重大、复杂", "major or complex"), Length(length, unit));

    private static WorkYear Year(int year, (string Name, int Month, int Day, int Days)[] off, (int Month, int Day)[] work) => new(
        year,
        $"{year}",
        off.SelectMany(h => Enumerable.Range(0, h.Days).Select(i => (Day: new DateOnly(year, h.Month, h.Day).AddDays(i), h.Name))).ToDictionary(h => h.Day, h => h.Name),
        work.ToDictionary(d => new DateOnly(year, d.Month, d.Day), _ => "调休"));
}
