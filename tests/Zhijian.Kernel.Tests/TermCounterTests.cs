using Shouldly;
using Xunit;
using static Zhijian.Kernel.Tests.Some;

namespace Zhijian.Kernel.Tests;

public sealed class TermCounterTests
{
    private static TermCount Count(Term term, string start, Custody custody = Custody.Free) => term.Count(new CountFrom(Day(start), custody), Calendar);

    // ---- units

    [Fact]
    public void The_day_of_the_event_is_not_counted() => Count(Term(3, TermUnit.Day), "2025-06-09").Due.ShouldBe(Day("2025-06-12"));

    [Fact]
    public void Working_days_leave_out_weekends_and_holidays_and_count_worked_weekends() =>
        Count(Term(4, TermUnit.WorkingDay), "2025-09-26").Due.ShouldBe(Day("2025-10-09"));

    [Fact]
    public void A_month_runs_to_the_day_of_the_same_number() => Count(Term(1, TermUnit.Month), "2025-06-09").Due.ShouldBe(Day("2025-07-09"));

    [Fact]
    public void A_year_runs_to_the_same_day_of_the_next_year() => Count(Term(1, TermUnit.Year), "2024-06-11").Due.ShouldBe(Day("2025-06-11"));

    [Fact]
    public void A_year_from_the_leap_day_ends_on_the_last_of_February() => Count(Term(1, TermUnit.Year, LastDay.Stands), "2024-02-29").Due.ShouldBe(Day("2025-02-28"));

    [Fact]
    public void Hours_run_from_the_moment_and_stand_on_a_holiday()
    {
        var count = Term(24, TermUnit.Hour, LastDay.Stands).Count(new CountFrom(Day("2025-09-30")) { Hour = new TimeOnly(16, 30) }, Calendar);

        count.Due.ShouldBe(Day("2025-10-01"));
        count.DueHour.ShouldBe(new TimeOnly(16, 30));
        count.Question.ShouldBeNull();
    }

    [Fact]
    public void Hours_without_the_moment_of_the_event_ask_for_it()
    {
        var count = Count(Term(24, TermUnit.Hour, LastDay.Stands), "2025-09-30");

        count.Due.ShouldBeNull();
        count.Question!.Value.En.ShouldContain("hour");
    }

    [Fact]
    public void An_extension_in_hours_is_added_to_the_hours() =>
        Term(24, TermUnit.Hour, LastDay.Stands).Count(new CountFrom(Day("2025-06-09")) { Hour = new TimeOnly(10, 0), Extensions = [Plus(24, TermUnit.Hour)] }, Calendar)
            .Due.ShouldBe(Day("2025-06-11"));

    [Fact]
    public void Hours_that_were_stopped_ask_because_a_suspension_has_only_days() =>
        Term(24, TermUnit.Hour, LastDay.Stands).Count(new CountFrom(Day("2025-06-09")) { Hour = new TimeOnly(10, 0), Suspensions = [Stop("2025-06-10", "2025-06-12")] }, Calendar)
            .ShouldSatisfyAllConditions(c => c.Due.ShouldBeNull(), c => c.Question.ShouldNotBeNull());

    // ---- last day

    [Fact]
    public void The_last_day_moves_from_a_holiday_to_the_next_working_day()
    {
        var count = Count(Term(15, TermUnit.Day), "2025-09-22");

        count.Due.ShouldBe(Day("2025-10-09"));
        count.UnmovedEnd.ShouldBe(Day("2025-10-07"));
        count.RemindOn.ShouldBe(Day("2025-09-30"));
        count.Steps[^1].What.Zh.ShouldContain("国庆节");
    }

    [Fact]
    public void It_moves_onto_a_weekend_that_is_worked_and_not_beyond() => Count(Term(1, TermUnit.Day), "2025-09-26").Due.ShouldBe(Day("2025-09-28"));

    [Fact]
    public void It_does_not_move_from_a_weekend_that_is_worked() => Count(Term(2, TermUnit.Day), "2025-09-26").Due.ShouldBe(Day("2025-09-28"));

    [Fact]
    public void It_stands_where_the_rule_says_so() => Count(Term(5, TermUnit.Day, LastDay.Stands), "2025-09-26").Due.ShouldBe(Day("2025-10-01"));

    [Fact]
    public void In_custody_it_stands_even_on_a_holiday_and_says_why()
    {
        var count = Count(Term(7, TermUnit.Day, LastDay.MovesUnlessInCustody), "2025-09-26", Custody.Detained);

        count.Due.ShouldBe(Day("2025-10-03"));
        count.RemindOn.ShouldBe(Day("2025-09-30"));
        count.Question.ShouldBeNull();
        count.Steps[^1].What.Zh.ShouldContain("在押");
    }

    [Fact]
    public void Free_it_moves_under_the_same_rule() => Count(Term(7, TermUnit.Day, LastDay.MovesUnlessInCustody), "2025-09-26").Due.ShouldBe(Day("2025-10-09"));

    [Fact]
    public void With_custody_unknown_it_asks_and_gives_the_earliest_day()
    {
        var count = Count(Term(7, TermUnit.Day, LastDay.MovesUnlessInCustody), "2025-09-26", Custody.Unknown);

        count.Due.ShouldBe(Day("2025-10-03"));
        count.Question!.Value.Zh.ShouldContain("是否在押未知");
    }

    [Fact]
    public void With_custody_unknown_it_does_not_ask_where_the_answer_changes_nothing() =>
        Count(Term(7, TermUnit.Day, LastDay.MovesUnlessInCustody), "2025-06-09", Custody.Unknown).ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2025-06-16")), c => c.Question.ShouldBeNull());

    // ---- what is not recorded

    [Fact]
    public void A_missing_year_asks_for_the_file_and_gives_the_earliest_day()
    {
        var count = Count(Term(15, TermUnit.Day), "2026-12-20");

        count.Due.ShouldBe(Day("2027-01-04"));
        count.Question!.Value.Zh.ShouldContain("data/calendar/2027.yaml");
        count.Question!.Value.En.ShouldContain("data/calendar/2027.yaml");
    }

    [Fact]
    public void A_last_day_that_would_move_into_a_missing_year_asks_too()
    {
        var calendar = new WorkCalendar(new Dictionary<int, WorkYear>
        {
            [2026] = new(2026, "x", new Dictionary<DateOnly, string> { [Day("2026-12-31")] = "元旦" }, new Dictionary<DateOnly, string>()),
        });

        var count = Term(1, TermUnit.Day).Count(new CountFrom(Day("2026-12-30")), calendar);

        count.Due.ShouldBe(Day("2026-12-31"));
        count.Question!.Value.Zh.ShouldContain("data/calendar/2027.yaml");
    }

    [Fact]
    public void In_custody_a_missing_year_changes_nothing() =>
        Count(Term(15, TermUnit.Day, LastDay.MovesUnlessInCustody), "2026-12-20", Custody.Detained).ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2027-01-04")), c => c.Question.ShouldBeNull());

    [Fact]
    public void Working_days_in_a_missing_year_have_no_date_at_all()
    {
        var count = Count(Term(10, TermUnit.WorkingDay), "2026-12-25");

        count.Due.ShouldBeNull();
        count.Question!.Value.Zh.ShouldContain("data/calendar/2027.yaml");
    }

    [Fact]
    public void Without_a_text_in_force_on_the_day_it_asks_instead_of_using_a_later_one()
    {
        var count = Count(Term(1, TermUnit.Month), "2018-10-25");

        count.Due.ShouldBeNull();
        count.Steps.ShouldBeEmpty();
        count.Question!.Value.En.ShouldContain("2018-10-25");
    }

    // ---- month ends

    [Theory]
    [InlineData("2025-04-30", 1, "2025-05-31", "2025-05-30")]
    [InlineData("2025-02-28", 1, "2025-03-31", "2025-03-28")]
    [InlineData("2025-06-30", 6, "2025-12-31", "2025-12-30")]
    public void A_criminal_month_runs_from_month_end_to_month_end_and_shows_the_earlier_reading(string start, int months, string due, string earlier)
    {
        var count = Count(Term(months, TermUnit.Month, LastDay.Stands), start);

        count.Due.ShouldBe(Day(due));
        count.EarlierReading!.Value.On.ShouldBe(Day(earlier));
        count.EarlierReading!.Value.Why.Zh.ShouldContain("刑诉解释202");
    }

    [Theory]
    [InlineData("2025-01-31", 1, "2025-02-28")] // no such day: the last one, whatever the reading
    [InlineData("2025-01-29", 1, "2025-02-28")]
    [InlineData("2025-01-28", 1, "2025-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2025-03-31", 1, "2025-04-30")]
    [InlineData("2024-02-28", 1, "2024-03-28")] // a leap year: the 28th is not the end of February
    public void Where_both_readings_agree_there_is_no_earlier_one(string start, int months, string due)
    {
        var count = Count(Term(months, TermUnit.Month, LastDay.Stands), start);

        count.Due.ShouldBe(Day(due));
        count.EarlierReading.ShouldBeNull();
    }

    [Fact]
    public void A_civil_month_runs_to_the_day_of_the_same_number_from_a_month_end_too()
    {
        var count = Count(Term(3, TermUnit.Month, LastDay.Stands, MonthEnd.Civil), "2025-04-30");

        count.Due.ShouldBe(Day("2025-07-30"));
        count.EarlierReading.ShouldBeNull();
    }

    [Fact]
    public void The_last_day_of_the_earlier_reading_moves_by_the_same_rule()
    {
        // 2025-02-28 + 2 months: 30 April (worked); by the same number 28 April (worked); + 5 days of suspension: 5 May, or 3 May, both in the holiday
        var count = Term(2, TermUnit.Month).Count(new CountFrom(Day("2025-02-28"), Custody.Free) { Suspensions = [Stop("2025-03-10", "2025-03-14")] }, Calendar);

        count.Due.ShouldBe(Day("2025-05-06"));
        count.EarlierReading.ShouldBeNull();
    }

    [Fact]
    public void The_earlier_reading_carries_the_suspension_too()
    {
        var count = Term(1, TermUnit.Month, LastDay.Stands).Count(new CountFrom(Day("2025-04-30")) { Suspensions = [Stop("2025-05-06", "2025-05-07")] }, Calendar);

        count.Due.ShouldBe(Day("2025-06-02"));
        count.EarlierReading!.Value.On.ShouldBe(Day("2025-06-01"));
    }

    [Fact]
    public void A_day_term_has_no_earlier_reading() => Count(Term(10, TermUnit.Day), "2025-04-30").EarlierReading.ShouldBeNull();

    [Fact]
    public void A_month_added_to_days_that_end_with_a_month_has_the_earlier_reading_as_well()
    {
        var count = Term(15, TermUnit.Day, LastDay.Stands).Count(new CountFrom(Day("2025-04-15")) { Extensions = [Plus(1, TermUnit.Month)] }, Calendar);

        count.Due.ShouldBe(Day("2025-05-31"));
        count.EarlierReading!.Value.On.ShouldBe(Day("2025-05-30"));
    }

    // ---- extensions

    [Fact]
    public void An_extension_is_added_to_the_end_before_it_is_moved()
    {
        // one month from 3 September is 3 October, in the holiday; moved it would be the 8th, and fifteen days later the 23rd
        var count = Term(1, TermUnit.Month).Count(new CountFrom(Day("2026-09-03"), Custody.Free) { Extensions = [Plus(15, TermUnit.Day)] }, Calendar);

        count.UnmovedEnd.ShouldBe(Day("2026-10-18"));
        count.Due.ShouldBe(Day("2026-10-19"));
    }

    [Fact]
    public void Months_in_a_chain_are_added_up_from_one_anchor() =>
        Term(2, TermUnit.Month, LastDay.Stands).Count(new CountFrom(Day("2025-12-30")) { Extensions = [Plus(1, TermUnit.Month)] }, Calendar).Due.ShouldBe(Day("2026-03-30"));

    [Fact]
    public void Months_after_days_start_from_where_the_days_ended() =>
        Term(1, TermUnit.Month, LastDay.Stands).Count(new CountFrom(Day("2025-12-10")) { Extensions = [Plus(15, TermUnit.Day), Plus(1, TermUnit.Month)] }, Calendar)
            .Due.ShouldBe(Day("2026-02-25"));

    [Fact]
    public void Working_days_are_extended_by_working_days() =>
        Term(1, TermUnit.WorkingDay).Count(new CountFrom(Day("2025-09-29")) { Extensions = [Plus(2, TermUnit.WorkingDay)] }, Calendar).ShouldSatisfyAllConditions(
            c => c.Due.ShouldBe(Day("2025-10-10")), c => c.Steps[^1].Running.ShouldBe(Day("2025-10-10")));

    [Theory]
    [InlineData(TermUnit.Month, TermUnit.WorkingDay)]
    [InlineData(TermUnit.WorkingDay, TermUnit.Day)]
    [InlineData(TermUnit.Day, TermUnit.Hour)]
    public void An_extension_in_another_kind_of_unit_asks_instead_of_being_taken_for_days(TermUnit unit, TermUnit extension)
    {
        var count = Term(1, unit).Count(new CountFrom(Day("2025-06-09"), Custody.Free) { Extensions = [Plus(3, extension)] }, Calendar);

        count.Due.ShouldBeNull();
        count.Question.ShouldNotBeNull();
    }

    // ---- restart, steps

    [Fact]
    public void A_restart_takes_the_place_of_the_start_and_both_stand_in_the_steps()
    {
        var restart = new Restart(new Text("另有重要罪行", "another serious offence"), Day("2025-06-16"), new LegalRef("刑诉法160"));

        var count = Term(2, TermUnit.Month).Count(new CountFrom(Day("2025-05-06"), Custody.Free) { Restart = restart }, Calendar);

        count.Due.ShouldBe(Day("2025-08-18"));
        count.Steps.Select(s => s.Running).Take(3).ShouldBe([Day("2025-05-06"), Day("2025-06-16"), Day("2025-06-17")]);
        count.Steps[1].Basis!.Article.ShouldBe("刑诉法160");
    }

    [Fact]
    public void After_a_restart_the_text_of_the_new_day_applies()
    {
        var term = Term(7, TermUnit.Day) with { Values = [Length(7, TermUnit.Day, "2013-01-01"), Length(10, TermUnit.Day, "2018-10-26")] };
        var restart = new Restart(new Text("重新计算", "counted anew"), Day("2024-06-03"), Article);

        term.Count(new CountFrom(Day("2018-10-01")) { Restart = restart }, Calendar).Value!.Length.ShouldBe(10);
    }

    [Fact]
    public void The_steps_lead_from_the_event_to_the_due_date_each_with_its_basis()
    {
        var count = Term(1, TermUnit.Month, LastDay.MovesUnlessInCustody).Count(
            new CountFrom(Day("2026-09-03"), Custody.Free) { Extensions = [Plus(15, TermUnit.Day)], Suspensions = [Stop("2026-09-10", "2026-09-11")] }, Calendar);

        count.Steps.Select(s => s.Running).ShouldBe([Day("2026-09-03"), Day("2026-09-04"), Day("2026-10-03"), Day("2026-10-18"), Day("2026-10-20"), Day("2026-10-20")]);
        count.Steps.Skip(1).ShouldAllBe(s => s.Basis != null);
        count.Due.ShouldBe(Day("2026-10-20"));
        count.RemindOn.ShouldBe(Day("2026-10-19"));
    }

    [Theory]
    [InlineData(1, TermUnit.Day, "加 1 日", "add 1 day")]
    [InlineData(2, TermUnit.Month, "加 2 个月", "add 2 months")]
    [InlineData(48, TermUnit.Hour, "加 48 小时", "add 48 hours")]
    [InlineData(3, TermUnit.WorkingDay, "加 3 个工作日", "add 3 working days")]
    [InlineData(1, TermUnit.Year, "加 1 年", "add 1 year")]
    public void Lengths_are_said_in_words(int length, TermUnit unit, string zh, string en) => Lengths.Add(Length(length, unit)).ShouldBe(new Text(zh, en));

    // ---- backwards, the same day, a first day that may count

    [Fact]
    public void Days_before_run_backwards_never_move_later_and_aim_at_the_working_day_before()
    {
        // three days before Thursday 9 October 2025: Monday 6 October, in the holiday
        var count = Count(Term(3, TermUnit.DayBefore, LastDay.Stands), "2025-10-09");

        count.Due.ShouldBe(Day("2025-10-06"));
        count.EarlierReading!.Value.On.ShouldBe(Day("2025-09-30"));
        count.Steps.Select(s => s.Running).ShouldBe([Day("2025-10-09"), Day("2025-10-08"), Day("2025-10-06")]);
    }

    [Fact]
    public void What_is_due_before_an_event_is_neither_extended_nor_stopped() =>
        Term(3, TermUnit.DayBefore, LastDay.Stands).Count(new CountFrom(Day("2025-06-12")) { Suspensions = [Stop("2025-06-10", "2025-06-11")] }, Calendar)
            .ShouldSatisfyAllConditions(c => c.Due.ShouldBeNull(), c => c.Question.ShouldNotBeNull());

    [Fact]
    public void The_same_day_is_that_day_also_on_a_holiday() => Count(Term(0, TermUnit.SameDay, LastDay.Stands), "2025-10-03").Due.ShouldBe(Day("2025-10-03"));

    [Theory]
    [InlineData(5, TermUnit.Year, "2020-06-30", "2025-06-30", "2025-06-29")]
    [InlineData(3, TermUnit.Day, "2025-06-09", "2025-06-12", "2025-06-11")]
    [InlineData(3, TermUnit.WorkingDay, "2025-09-28", "2025-10-09", "2025-09-30")]
    public void A_disputed_first_day_shows_the_day_earlier_as_well(int length, TermUnit unit, string start, string due, string earlier)
    {
        var plain = Term(length, unit, LastDay.Stands, MonthEnd.Civil) with { Values = [Length(length, unit, "1997-10-01")] };
        var term = plain with { Counting = plain.Counting with { FirstDay = FirstDay.Disputed } };

        Count(plain, start).EarlierReading.ShouldBeNull();
        Count(term, start).ShouldSatisfyAllConditions(c => c.Due.ShouldBe(Day(due)), c => (c.EarlierReading?.On).ShouldBe(Day(earlier)));
    }
}
