using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

/// <summary>The calendar under a count: every day says what was done with it.</summary>
public sealed class CountCalendarTests
{
    private static readonly DateOnly Today = new(2026, 9, 28);

    private static CountCalendar Of(string term, CountFrom from) =>
        CountCalendar.Of(TestLaw.Book.Terms[term].Count(from, TestLaw.Book.Calendar), from, TestLaw.Book.Calendar, Today);

    private static CalendarDay Day(CountCalendar calendar, int month, int day) =>
        calendar.Months.SelectMany(m => m.Weeks).SelectMany(w => w).OfType<CalendarDay>().Single(d => d.Date == new DateOnly(2026, month, day));

    [Fact]
    public void A_month_that_ends_in_National_Day_moves_to_the_eighth()
    {
        var calendar = Of("CR-PR-STD", new CountFrom(new DateOnly(2026, 9, 3), Custody.Free));

        Day(calendar, 9, 2).Kind.ShouldBe("");
        Day(calendar, 9, 3).Kind.ShouldBe("x");
        Day(calendar, 9, 4).Kind.ShouldBe("n");
        Day(calendar, 9, 25).ShouldSatisfyAllConditions(d => d.Kind.ShouldBe("h"), d => d.Mark!.Value.Zh.ShouldBe("休"), d => d.Says!.Value.Zh.ShouldBe("计入，节假日"));
        Day(calendar, 9, 20).Mark!.Value.Zh.ShouldBe("班");
        Day(calendar, 9, 28).ShouldSatisfyAllConditions(d => d.Kind.ShouldBe("t"), d => d.Says!.Value.Zh.ShouldBe("今天"));
        Day(calendar, 10, 3).Kind.ShouldBe("r");
        Day(calendar, 10, 7).Kind.ShouldBe("r");
        Day(calendar, 10, 8).ShouldSatisfyAllConditions(d => d.Kind.ShouldBe("e"), d => d.Says!.Value.En.ShouldBe("due"));
        Day(calendar, 10, 9).Kind.ShouldBe("");
        (calendar.Counted, calendar.Excluded, calendar.Moved).ShouldBe((30, 0, 5));
    }

    [Fact]
    public void In_custody_the_last_day_stands_in_the_holiday()
    {
        var calendar = Of("CR-PR-STD", new CountFrom(new DateOnly(2026, 9, 3), Custody.Detained));

        Day(calendar, 10, 3).Kind.ShouldBe("e");
        Day(calendar, 10, 4).Kind.ShouldBe("");
        (calendar.Counted, calendar.Moved).ShouldBe((30, 0));
    }

    [Fact]
    public void Days_that_do_not_count_are_marked_and_both_ends_belong_to_them()
    {
        var from = new CountFrom(new DateOnly(2026, 9, 3), Custody.Detained)
        {
            Suspensions = [new Suspension(new Text("鉴定", "appraisal"), new DateOnly(2026, 9, 10), new DateOnly(2026, 9, 14), new LegalRef("刑诉法149"))],
        };
        var calendar = Of("CR-PR-STD", from);

        new[] { 9, 10, 14, 15 }.Select(d => Day(calendar, 9, d).Kind).ShouldBe(["n", "s", "s", "n"]);
        calendar.Excluded.ShouldBe(5);
        Day(calendar, 10, 8).Kind.ShouldBe("e");
    }

    [Fact]
    public void Every_week_has_seven_places_from_Monday() => Of("CR-PR-STD", new CountFrom(new DateOnly(2026, 9, 3), Custody.Free)).Months
        .SelectMany(m => m.Weeks).ShouldAllBe(w => w.Count == 7 && w.Select((d, i) => d == null || ((int)d.Date.DayOfWeek + 6) % 7 == i).All(right => right));

    [Fact]
    public void A_long_term_shows_its_beginning_and_its_end()
    {
        var calendar = Of("CR-BAIL", new CountFrom(new DateOnly(2025, 9, 3), Custody.Free));

        calendar.Months.Count.ShouldBe(8);
        calendar.LeftOut.ShouldBe(5);
        (calendar.Months[0].Month, calendar.Months[^1].Month).ShouldBe((9, 9));
    }
}
