using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2025-09-26", true)] // Friday
    [InlineData("2025-09-27", false)] // Saturday
    [InlineData("2025-09-28", true)] // Sunday that the notice made a working day
    [InlineData("2025-10-01", false)] // Wednesday that the notice closed
    [InlineData("2025-10-08", false)] // the eighth day of the holiday of 2025
    [InlineData("2025-10-11", true)] // Saturday that is worked
    [InlineData("2025-10-12", false)] // the Sunday after it is not
    public void A_day_is_worked_as_the_notice_and_the_week_say(string day, bool worked) => Some.Calendar.IsWorkingDay(Some.Day(day)).ShouldBe(worked);

    [Theory]
    [InlineData("2025-10-01", "2025-10-09")]
    [InlineData("2025-09-27", "2025-09-28")]
    [InlineData("2025-10-09", "2025-10-09")]
    [InlineData("2025-12-31", "2025-12-31")]
    [InlineData("2026-01-01", "2026-01-04")] // a Sunday that is worked
    public void The_next_working_day_is_the_day_itself_or_the_first_after_it(string day, string next) => Some.Calendar.OnOrAfter(Some.Day(day)).ShouldBe(Some.Day(next));

    [Theory]
    [InlineData("2025-10-09", "2025-09-30")]
    [InlineData("2025-10-03", "2025-09-30")]
    [InlineData("2026-01-04", "2025-12-31")]
    public void The_working_day_before_is_strictly_before(string day, string before) => Some.Calendar.Before(Some.Day(day)).ShouldBe(Some.Day(before));

    [Fact]
    public void Working_days_between_leave_out_the_first_and_count_the_last() =>
        Some.Calendar.WorkingDaysBetween(Some.Day("2025-09-26"), Some.Day("2025-10-09")).ShouldBe(4); // 28, 29, 30 September and 9 October

    [Fact]
    public void From_a_day_to_itself_are_none() => Some.Calendar.WorkingDaysBetween(Some.Day("2025-09-26"), Some.Day("2025-09-26")).ShouldBe(0);

    [Fact]
    public void Over_a_missing_year_the_number_is_unknown_not_too_small() => Some.Calendar.WorkingDaysBetween(Some.Day("2026-12-30"), Some.Day("2027-01-05")).ShouldBeNull();

    [Fact]
    public void A_missing_year_is_an_error_that_names_the_file_even_for_a_weekend()
    {
        var missing = Should.Throw<MissingCalendarYearException>(() => Some.Calendar.IsWorkingDay(Some.Day("2027-01-02")));

        missing.Year.ShouldBe(2027);
        missing.Message.ShouldContain("data/calendar/2027.yaml");
    }

    [Fact]
    public void A_search_that_runs_into_a_missing_year_fails_instead_of_guessing()
    {
        var closed = new WorkCalendar(new Dictionary<int, WorkYear> { [2026] = new(2026, "x", new Dictionary<DateOnly, string> { [Some.Day("2026-12-31")] = "元旦" }, new Dictionary<DateOnly, string>()) });

        Should.Throw<MissingCalendarYearException>(() => closed.OnOrAfter(Some.Day("2026-12-31"))).Year.ShouldBe(2027);
        Should.Throw<MissingCalendarYearException>(() => closed.Before(Some.Day("2026-01-01"))).Year.ShouldBe(2025);
    }

    [Fact]
    public void A_closed_day_has_a_name_and_another_has_none()
    {
        Some.Calendar.HolidayName(Some.Day("2025-10-03")).ShouldBe("国庆节、中秋节");
        Some.Calendar.HolidayName(Some.Day("2025-10-09")).ShouldBeNull();
        Some.Calendar.HolidayName(Some.Day("2031-10-01")).ShouldBeNull();
    }
}
