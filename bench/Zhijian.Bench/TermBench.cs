using System.Diagnostics;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Bench;

/// <summary>Due dates per second on one core: with all their steps, the date alone, the walk day by day, and a loop that asks the calendar files as they lie.</summary>
internal static class TermBench
{
    private const int Rounds = 7;

    public static int Run()
    {
        var law = LawBook.Load(DataFolder.Find());
        // what an office counts all day: terms of days and months, started in the years of the calendar; limitation of prosecution is none of it
        var terms = law.Terms.Values.Where(t => t.Values[^1].Unit is TermUnit.Day or TermUnit.Month).OrderBy(t => t.Id, StringComparer.Ordinal).ToList();
        var days = Enumerable.Range(new DateOnly(2024, 1, 1).DayNumber, 720).Select(DateOnly.FromDayNumber).ToList();
        var work = (from day in days from term in terms select (Term: term, From: new CountFrom(day, day.DayNumber % 2 == 0 ? Custody.Detained : Custody.Free))).ToList();
        var count = work.Count;
        Console.WriteLine($"due dates/s on one core over {terms.Count} terms × {days.Count} days, medians of {Rounds}");
        var naive = Measure(count, () => work.Sum(w => Naive(w.Term, w.From, law.Calendar.Years).DayNumber & 1));
        Show("naive loop", naive, naive);
        Show("simulation", Measure(count, () => work.Sum(w => TermSimulation.Run(w.Term, w.From, law.Calendar).Due!.Value.DayNumber & 1)), naive);
        Show("explained", Measure(count, () => work.Sum(w => w.Term.Count(w.From, law.Calendar).Due!.Value.DayNumber & 1)), naive);
        Show("plain", Measure(count, () =>
        {
            var sum = 0;
            foreach (var (term, from) in work)
                sum += term.PlainDue(from.Start, from.Custody, law.Calendar)!.Value.DayNumber & 1;
            return sum;
        }), naive);
        return 0;
    }

    private static void Show(string name, double perSecond, double naive) => Console.WriteLine($"{name,-12} {perSecond,14:N0}   {perSecond / naive,8:F1} × naive");

    private static double Measure(int count, Func<int> all)
    {
        all(); // the first round compiles
        var figures = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            all();
            figures.Add(count / watch.Elapsed.TotalSeconds);
        }
        figures.Sort();
        return figures[Rounds / 2];
    }

    /// <summary>As one would write it first: add, then step over closed days by looking into the dictionaries of the notices.</summary>
    private static DateOnly Naive(Term term, CountFrom from, IReadOnlyDictionary<int, WorkYear> years)
    {
        var value = term.ValueOn(from.Start)!;
        var end = value.Unit == TermUnit.Month ? from.Start.AddMonths(value.Length) : from.Start.AddDays(value.Length);
        if (term.Counting.LastDay == LastDay.Stands || (term.Counting.LastDay == LastDay.MovesUnlessInCustody && from.Custody == Custody.Detained))
            return end;
        while (years[end.Year].Off.ContainsKey(end) || (end.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !years[end.Year].Work.ContainsKey(end)))
            end = end.AddDays(1);
        return end;
    }
}
