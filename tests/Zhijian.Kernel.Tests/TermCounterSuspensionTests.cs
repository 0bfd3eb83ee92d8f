using Shouldly;
using Xunit;
using static Zhijian.Kernel.Tests.Some;

namespace Zhijian.Kernel.Tests;

/// <summary>Terms that are stopped on the way; ten days from Monday 9 June 2025 end on Thursday 19 June.</summary>
public sealed class TermCounterSuspensionTests
{
    private static TermCount Suspended(params IReadOnlyList<Suspension> stops) =>
        Term(10, TermUnit.Day, LastDay.Stands).Count(new CountFrom(Day("2025-06-09")) { Suspensions = stops }, Calendar);

    [Fact]
    public void A_suspension_inside_moves_the_end_by_its_days_both_ends_counted() => Suspended(Stop("2025-06-11", "2025-06-13")).Due.ShouldBe(Day("2025-06-22"));

    [Fact]
    public void Two_that_overlap_are_not_counted_twice() => Suspended(Stop("2025-06-11", "2025-06-13"), Stop("2025-06-12", "2025-06-15")).Due.ShouldBe(Day("2025-06-24"));

    [Fact]
    public void One_inside_another_adds_nothing() => Suspended(Stop("2025-06-11", "2025-06-15"), Stop("2025-06-12", "2025-06-13")).Due.ShouldBe(Day("2025-06-24"));

    [Fact]
    public void Their_order_does_not_matter() => Suspended(Stop("2025-06-12", "2025-06-15"), Stop("2025-06-11", "2025-06-13")).Due.ShouldBe(Day("2025-06-24"));

    [Fact]
    public void One_that_was_over_before_the_start_changes_nothing() => Suspended(Stop("2025-06-01", "2025-06-09")).Due.ShouldBe(Day("2025-06-19"));

    [Fact]
    public void Of_one_that_began_before_only_the_days_after_the_start_count() => Suspended(Stop("2025-06-01", "2025-06-11")).Due.ShouldBe(Day("2025-06-21"));

    [Fact]
    public void One_that_begins_after_the_end_changes_nothing() => Suspended(Stop("2025-06-20", "2025-06-25")).Due.ShouldBe(Day("2025-06-19"));

    [Fact]
    public void One_that_begins_on_the_last_day_still_stops_it() => Suspended(Stop("2025-06-19", "2025-06-20")).Due.ShouldBe(Day("2025-06-21"));

    [Fact]
    public void One_that_begins_only_because_another_moved_the_end_counts() => Suspended(Stop("2025-06-11", "2025-06-13"), Stop("2025-06-21", "2025-06-22")).Due.ShouldBe(Day("2025-06-24"));

    [Fact]
    public void One_that_still_lasts_asks_and_gives_no_date()
    {
        var count = Suspended(Stop("2025-06-11", null));

        count.Due.ShouldBeNull();
        count.Question!.Value.Zh.ShouldContain("2025-06-11");
    }

    [Fact]
    public void One_that_lasts_but_began_after_the_end_does_not_ask() => Suspended(Stop("2025-06-20", null)).Due.ShouldBe(Day("2025-06-19"));

    [Fact]
    public void A_suspended_last_day_still_moves() =>
        Term(10, TermUnit.Day).Count(new CountFrom(Day("2025-06-09")) { Suspensions = [Stop("2025-06-11", "2025-06-12")] }, Calendar).Due.ShouldBe(Day("2025-06-23"));

    [Fact]
    public void Of_working_days_only_the_suspended_working_days_are_left_out()
    {
        // 10, 11 | Thursday 12 to Monday 16 stopped | 17
        var count = Term(3, TermUnit.WorkingDay).Count(new CountFrom(Day("2025-06-09")) { Suspensions = [Stop("2025-05-01", "2025-05-02"), Stop("2025-06-12", "2025-06-16")] }, Calendar);

        count.Due.ShouldBe(Day("2025-06-17"));
        count.Steps[^1].What.Zh.ShouldContain("3 个工作日");
        count.Steps[^1].Basis!.Article.ShouldBe("刑诉法149");
    }

    [Fact]
    public void Of_two_suspensions_of_working_days_each_has_its_own_step() =>
        Term(3, TermUnit.WorkingDay).Count(new CountFrom(Day("2025-06-09")) { Suspensions = [Stop("2025-06-10", "2025-06-10"), Stop("2025-06-12", "2025-06-13")] }, Calendar)
            .ShouldSatisfyAllConditions(c => c.Due.ShouldBe(Day("2025-06-17")), c => c.Steps.Count(s => s.What.Zh.StartsWith("其中扣除")).ShouldBe(2));

    [Fact]
    public void Working_days_that_are_still_stopped_ask() =>
        Term(3, TermUnit.WorkingDay).Count(new CountFrom(Day("2025-06-09")) { Suspensions = [Stop("2025-06-11", null)] }, Calendar)
            .ShouldSatisfyAllConditions(c => c.Due.ShouldBeNull(), c => c.Question.ShouldNotBeNull());
}
