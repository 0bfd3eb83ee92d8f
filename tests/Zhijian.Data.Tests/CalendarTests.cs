using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class CalendarTests
{
    [Fact]
    public void Every_year_from_2010_to_2026_is_there() =>
        TestLaw.Book.Calendar.Years.Keys.Order().ShouldBe(Enumerable.Range(2010, 17));

    [Theory]
    [InlineData("2018-12-29", true)] // arranged by the notice of 2019
    [InlineData("2020-01-31", false)] // the spring festival that was prolonged
    [InlineData("2025-10-08", false)]
    [InlineData("2026-02-14", true)]
    [InlineData("2026-02-23", false)]
    public void Days_that_are_easily_got_wrong_are_right(string day, bool worked) =>
        TestLaw.Book.Calendar.IsWorkingDay(DateOnly.Parse(day)).ShouldBe(worked);

    [Fact]
    public void Every_year_has_the_holidays_that_the_law_names()
    {
        foreach (var year in TestLaw.Book.Calendar.Years.Values)
            foreach (var name in new[] { "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节" })
                year.Off.Values.ShouldContain(v => v.Contains(name), $"{year.Year}: {name}");
    }

    [Fact]
    public void The_days_that_are_always_closed_are_closed()
    {
        foreach (var year in TestLaw.Book.Calendar.Years.Keys)
            foreach (var (month, day) in new[] { (1, 1), (5, 1), (10, 1), (10, 2), (10, 3) })
                TestLaw.Book.Calendar.IsWorkingDay(new DateOnly(year, month, day)).ShouldBeFalse($"{year}-{month}-{day}");
    }
}
