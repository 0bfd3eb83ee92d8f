using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>Every worked example of data/law/terms/, one test each, named by file and line.</summary>
public sealed class TermTests
{
    private static readonly IReadOnlyDictionary<string, TermFile> Files = TermFiles.Load(TestLaw.Data);

    public static IEnumerable<TheoryDataRow<string, string>> Examples => Files.Values.SelectMany(f => f.Examples.Select(e =>
        new TheoryDataRow<string, string>(f.Term.Id, e.Source) { TestDisplayName = e.Source }));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_term_ends_where_its_example_says(string term, string source)
    {
        var example = Files[term].Examples.Single(e => e.Source == source);

        var count = Files[term].Term.Count(new CountFrom(example.Start, example.Custody) { Hour = example.StartHour }, TestLaw.Book.Calendar);

        count.Question.ShouldBeNull();
        (count.Due, count.DueHour).ShouldBe((example.Due, example.DueHour));
        if (example.Earlier is { } earlier)
            (count.EarlierReading?.On).ShouldBe(earlier);
    }

    [Fact]
    public void Every_term_has_an_example_that_ends_on_a_working_day_and_one_that_does_not()
    {
        var ends = Files.Values.Where(f => f.Term.Values[^1].Unit != TermUnit.WorkingDay).ToDictionary(f => f.Term.Id, f => f.Examples
            .Select(e => f.Term.Count(new CountFrom(e.Start, e.Custody) { Hour = e.StartHour }, TestLaw.Book.Calendar).UnmovedEnd!.Value)
            .Select(TestLaw.Book.Calendar.IsWorkingDay).Distinct().Count());

        ends.Where(e => e.Value < 2).Select(e => e.Key).ShouldBeEmpty();
    }

    [Fact]
    public void A_term_whose_day_may_be_read_two_ways_has_the_earlier_one_in_an_example() =>
        Files.Values.Where(f => f.Term.Counting.FirstDay == FirstDay.Disputed || f.Term.Values[^1].Unit == TermUnit.DayBefore)
            .Where(f => f.Examples.All(e => e.Earlier is null)).Select(f => f.Term.Id).ShouldBeEmpty();

    [Fact]
    public void A_term_that_depends_on_custody_has_an_example_in_custody() =>
        Files.Values.Where(f => f.Term.Counting.LastDay == LastDay.MovesUnlessInCustody && f.Examples.All(e => e.Custody != Custody.Detained))
            .Select(f => f.Term.Id).ShouldBeEmpty();
}
