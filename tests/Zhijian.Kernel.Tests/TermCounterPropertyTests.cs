using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static Zhijian.Kernel.Tests.Some;

namespace Zhijian.Kernel.Tests;

/// <summary>What holds for every term, start and calendar; FsCheck looks for the counterexample.</summary>
public sealed class TermCounterPropertyTests
{
    /// <summary>A count that stays inside the recorded years: started in 2024 or the first months of 2025, at most half a year long.</summary>
    private sealed record Case(Term Term, CountFrom From)
    {
        public TermCount Count() => Term.Count(From, Calendar);

        public override string ToString() => $"{Term.Values[0].Length} {Term.Values[0].Unit} {Term.Counting.LastDay} {Term.Counting.MonthEnd} from {From}";
    }

    private static readonly Gen<DateOnly> Starts = Gen.Choose(0, 500).Select(d => Day("2024-01-02").AddDays(d));

    private static readonly Gen<TermValue> Values =
        from unit in Gen.Elements(TermUnit.Day, TermUnit.WorkingDay, TermUnit.Month)
        from length in unit == TermUnit.Month ? Gen.Choose(1, 4) : Gen.Choose(1, 60)
        select Length(length, unit);

    private static readonly Gen<LastDay> LastDays = Gen.Elements(LastDay.Moves, LastDay.Stands, LastDay.MovesUnlessInCustody);

    private static readonly Gen<MonthEnd> MonthEnds = Gen.Elements(MonthEnd.Criminal, MonthEnd.Civil);

    private static readonly Gen<Case> Cases =
        from value in Values
        from lastDay in LastDays
        from monthEnd in MonthEnds
        from start in Starts
        from custody in Gen.Elements(Custody.Detained, Custody.Free)
        from extended in Gen.Elements(0, 1, 2)
        from stops in Gen.Choose(0, 2).SelectMany(n => Stops(start).ArrayOf(n))
        select new Case(
            Term(value.Length, value.Unit, lastDay, monthEnd),
            new CountFrom(start, custody)
            {
                Extensions = extended == 0 ? [] : [Plus(extended, value.Unit)],
                Suspensions = stops,
            });

    private static Gen<Suspension> Stops(DateOnly start) =>
        from begin in Gen.Choose(-10, 40)
        from days in Gen.Choose(0, 15)
        select new Suspension(new Text("鉴定", "appraisal"), start.AddDays(begin), start.AddDays(begin + days), Article);

    private static void ForAll(Gen<Case> cases, Func<Case, bool> holds) =>
        Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_term_is_due_after_its_start() => ForAll(Cases, static c => c.Count().Due > c.From.Start);

    [Fact]
    public void A_last_day_that_moves_is_a_working_day() =>
        ForAll(Cases.Where(static c => c.Term.Counting.LastDay == LastDay.Moves), static c => Calendar.IsWorkingDay(c.Count().Due!.Value));

    [Fact]
    public void It_moves_forwards_and_never_over_a_working_day() => ForAll(Cases, static c =>
        c.Count() is { Due: { } due, UnmovedEnd: { } end } && (due == end || (due > end && Calendar.Before(due) < end)));

    [Fact]
    public void A_later_start_is_never_due_earlier() => ForAll(
        Cases.Where(static c => c.Term.Values[0].Unit == TermUnit.Day).Select(static c => c with { From = c.From with { Suspensions = [] } }),
        static c => (c with { From = c.From with { Start = c.From.Start.AddDays(1) } }).Count().Due >= c.Count().Due);

    [Fact]
    public void A_suspension_inside_moves_the_unmoved_end_by_its_days() => ForAll(
        Cases.Where(static c => c.Term.Values[0].Unit != TermUnit.WorkingDay).Select(static c => c with { From = c.From with { Suspensions = [] } }),
        static c => Enumerable.Range(1, 12).All(days =>
        {
            var first = c.From.Start.AddDays(1);
            var stopped = c with { From = c.From with { Suspensions = [new(new Text("鉴定", "appraisal"), first, first.AddDays(days - 1), Article)] } };
            return stopped.Count().UnmovedEnd == c.Count().UnmovedEnd!.Value.AddDays(days);
        }));

    [Fact]
    public void The_steps_never_run_backwards_and_the_last_one_is_the_due_date() => ForAll(Cases, static c =>
        c.Count() is { Due: { } due, Steps: var steps } && steps.Zip(steps.Skip(1)).All(p => p.First.Running <= p.Second.Running) && steps[^1].Running == due);

    [Fact]
    public void The_earlier_reading_is_earlier() => ForAll(Cases, static c => c.Count() is var count && (count.EarlierReading is not { } earlier || earlier.On < count.Due));

    [Fact]
    public void The_reminder_is_a_working_day_before_the_due_date() =>
        ForAll(Cases, static c => c.Count() is { Due: { } due, RemindOn: { } remind } && remind < due && Calendar.IsWorkingDay(remind));

    [Fact]
    public void Counting_twice_gives_the_same() => ForAll(Cases, static c => c.Count().Due == c.Count().Due && c.Count().Steps.SequenceEqual(c.Count().Steps));
}
