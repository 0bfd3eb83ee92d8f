using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static Zhijian.Kernel.Tests.Some;

namespace Zhijian.Kernel.Tests;

/// <summary>The walk beside the count: random terms, extensions and suspensions, and the readings of the law that each must know by itself.</summary>
public sealed class TermSimulationTests
{
    private sealed record Case(Term Term, CountFrom From)
    {
        public override string ToString() =>
            $"{Term.Values[0].Length} {Term.Values[0].Unit} {Term.Counting.LastDay} {Term.Counting.MonthEnd} from {From.Start} {From.Hour} {From.Custody}; "
            + $"extended {string.Join(", ", From.Extensions.Select(e => $"{e.Value.Length} {e.Value.Unit}"))}; stopped {string.Join(", ", From.Suspensions.Select(s => $"{s.From}–{s.To}"))}; "
            + $"count {Term.Count(From, Calendar).Due} {Term.Count(From, Calendar).Question}, walk {TermSimulation.Run(Term, From, Calendar)}";
    }

    private static readonly Gen<TermUnit> Units = Gen.Elements(Enum.GetValues<TermUnit>());

    private static Gen<TermValue> Values(Gen<TermUnit> units) =>
        from unit in units
        from length in unit switch { TermUnit.Month => Gen.Choose(1, 14), TermUnit.Year => Gen.Choose(1, 2), TermUnit.SameDay => Gen.Constant(0), _ => Gen.Choose(1, 60) }
        select Length(length, unit);

    /// <summary>Mostly what can be added, sometimes what cannot.</summary>
    private static Gen<TermUnit> UnitsFor(TermUnit unit) => Gen.Frequency(
        (9, unit is TermUnit.Day or TermUnit.Month or TermUnit.Year ? Gen.Elements(TermUnit.Day, TermUnit.Month, TermUnit.Year) : Gen.Constant(unit)), (1, Units));

    private static Gen<Suspension> Stops(DateOnly start) =>
        from begin in Gen.Choose(-20, 120)
        from days in Gen.Choose(0, 40)
        from lasts in Gen.Choose(0, 15)
        select new Suspension(new Text("鉴定", "appraisal"), start.AddDays(begin), lasts == 0 ? null : start.AddDays(begin + days), Article);

    private static readonly Gen<Case> Cases =
        from value in Values(Units)
        from lastDay in Gen.Elements(Enum.GetValues<LastDay>())
        from monthEnd in Gen.Elements(Enum.GetValues<MonthEnd>())
        from start in Gen.Choose(0, 1090).Select(d => Day("2024-01-01").AddDays(d))
        from hour in Gen.Choose(-1, 23)
        from custody in Gen.Elements(Enum.GetValues<Custody>())
        from extended in Gen.Choose(0, 2).SelectMany(n => Values(UnitsFor(value.Unit)).Select(v => new Extension(new Text("延长", "extended"), v)).ArrayOf(n))
        from stopped in Gen.Choose(0, 3).SelectMany(n => Stops(start).ArrayOf(n))
        select new Case(Term(value.Length, value.Unit, lastDay, monthEnd), new CountFrom(start, custody)
        {
            Hour = hour < 0 ? null : new TimeOnly(hour, 0),
            Extensions = extended,
            Suspensions = stopped,
        });

    [Fact]
    public void It_agrees_with_the_count_whatever_was_extended_and_stopped() => Prop.ForAll(
        Cases.ToArbitrary(), static c => TermSimulation.Run(c.Term, c.From, Calendar).Agrees(c.Term.Count(c.From, Calendar))).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Theory]
    [InlineData(1, TermUnit.Month, MonthEnd.Criminal, "2025-04-30", "2025-05-31")]
    [InlineData(3, TermUnit.Month, MonthEnd.Civil, "2025-04-30", "2025-07-30")]
    [InlineData(1, TermUnit.Month, MonthEnd.Civil, "2025-01-31", "2025-02-28")]
    [InlineData(2, TermUnit.Month, MonthEnd.Civil, "2025-01-31", "2025-03-31")]
    [InlineData(2, TermUnit.Year, MonthEnd.Civil, "2024-02-29", "2026-02-28")]
    [InlineData(3, TermUnit.DayBefore, MonthEnd.Civil, "2025-06-12", "2025-06-09")]
    [InlineData(0, TermUnit.SameDay, MonthEnd.Civil, "2025-06-12", "2025-06-12")]
    public void It_finds_the_corresponding_day_by_walking(int length, TermUnit unit, MonthEnd monthEnd, string start, string due) =>
        TermSimulation.Run(Term(length, unit, LastDay.Stands, monthEnd), new CountFrom(Day(start)), Calendar).ShouldBe(new Walk(Day(due), null, false));

    [Fact]
    public void A_different_day_or_a_question_of_only_one_of_them_is_no_agreement()
    {
        var count = Term(3, TermUnit.Day).Count(new CountFrom(Day("2025-06-09")), Calendar);

        new Walk(count.Due, null, false).Agrees(count).ShouldBeTrue();
        new Walk(count.Due, null, true).Agrees(count).ShouldBeFalse();
        new Walk(count.Due!.Value.AddDays(1), null, false).Agrees(count).ShouldBeFalse();
        new Walk(count.Due, new TimeOnly(9, 0), false).Agrees(count).ShouldBeFalse();
    }

    [Fact]
    public void A_difference_is_said_with_both_dates()
    {
        var (term, from) = (Term(3, TermUnit.Day), new CountFrom(Day("2025-06-09")));
        var counted = CheckedCount.Of(term, from, Calendar);

        counted.Says.Zh.ShouldBe("复核：逐日模拟，结果一致");
        (counted with { Walk = new Walk(Day("2025-06-13"), null, false) }).ShouldSatisfyAllConditions(
            c => c.Agrees.ShouldBeFalse(), c => c.Says.Zh.ShouldContain("计算为 2025-06-12，逐日模拟为 2025-06-13"), c => c.Says.En.ShouldContain("simulated 2025-06-13"));
    }
}
