using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>
/// The two engines, the one that computes and the one that walks, on every term of the law book from every day of seventeen years. Before
/// a text was in force and where a calendar ends, both must ask. O(terms × days × length of the term): some hundred million steps.
/// </summary>
public sealed class TermAgreementTests
{
    private static readonly DateOnly First = new(2010, 1, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);

    private static IEnumerable<(Term Term, CountFrom From)> All() =>
        from term in TestLaw.Book.Terms.Values
        from custody in term.Counting.LastDay == LastDay.MovesUnlessInCustody ? new[] { Custody.Detained, Custody.Free, Custody.Unknown } : [Custody.Detained, Custody.Free]
        from day in Enumerable.Range(First.DayNumber, Last.DayNumber - First.DayNumber + 1)
        select (term, new CountFrom(DateOnly.FromDayNumber(day), custody) { Hour = new TimeOnly(9, 30) });

    [Fact]
    public void Both_reach_the_same_day_or_both_ask_and_the_plain_count_with_them()
    {
        var calendar = TestLaw.Book.Calendar;
        var (counted, differ) = (0, new List<string>());
        foreach (var (term, from) in All())
        {
            var count = term.Count(from, calendar);
            var walk = TermSimulation.Run(term, from, calendar);
            var plain = term.PlainDue(from.Start, from.Custody, calendar);
            counted++;
            if (!walk.Agrees(count))
                differ.Add($"{term.Id} from {from.Start} {from.Custody}: counted {count.Due} {count.Question}, walked {walk}");
            if (count.DueHour is null && plain != (count.Question is null ? count.Due : null))
                differ.Add($"{term.Id} from {from.Start} {from.Custody}: counted {count.Due}, plain {plain}");
        }

        differ.Take(20).ShouldBeEmpty();
        counted.ShouldBeGreaterThan(2_000_000);
    }

    [Fact]
    public void With_every_extension_that_its_file_offers_both_agree_too()
    {
        var calendar = TestLaw.Book.Calendar;
        foreach (var term in TestLaw.Book.Terms.Values.Where(t => t.Extensions.Any(e => e.Values.Count > 0)))
            for (var day = First; day <= Last; day = day.AddDays(1))
            {
                var from = new CountFrom(day, Custody.Free) { Extensions = [.. term.Extensions.Where(e => e.ValueOn(day) is not null).Select(e => new Extension(e.Reason, e.ValueOn(day)!))] };
                TermSimulation.Run(term, from, calendar).Agrees(term.Count(from, calendar)).ShouldBeTrue($"{term.Id} from {day}");
            }
    }
}
