using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>Every worked example of data/duties/, one test each: all duties of that rule, in order, with due date and status.</summary>
public sealed class DutyTests
{
    private static readonly Dictionary<string, List<DutyExample>> All =
        DutyFiles.Files(TestLaw.Data).ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => DutyFiles.Examples(TestLaw.Data, f).ToList());

    public static IEnumerable<TheoryDataRow<string, string>> Examples => All.SelectMany(f => f.Value.Select(e =>
        new TheoryDataRow<string, string>(f.Key, e.Source) { TestDisplayName = $"{e.Source}: {e.Say}" }));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_duties_are_those_that_the_example_expects(string rule, string source)
    {
        var example = All[rule].Single(e => e.Source == source);

        var duties = TestLaw.Book.Duties.Derive(example.Given).Where(d => d.Rule.Id == rule);

        duties.Select(d => new ExpectedDuty(d.Subject, d.Count.Due, d.Status)).ShouldBe(example.Expect);
    }

    [Fact]
    public void Every_rule_has_an_example_in_which_the_duty_ends()
    {
        // an example that only opens would not notice a misspelt occurrence under discharged_on
        var endless = All.Where(f => f.Value.All(e => e.Expect.All(d => d.Status != DutyStatus.Discharged))).Select(f => f.Key);

        endless.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_that_has_a_condition_has_an_example_in_which_it_stays_away()
    {
        var conditional = TestLaw.Book.Duties.Rules.Where(r => r.When.Count > 0).Select(r => r.Id);

        conditional.Where(r => All[r].All(e => e.Expect.Count > 0)).ShouldBeEmpty();
    }

    [Fact]
    public void The_step_of_a_duty_exists() =>
        TestLaw.Book.Duties.Rules.Where(r => r.Step is not null && TestLaw.Steps.Find(r.Step) is null).Select(r => r.Id).ShouldBeEmpty();
}
