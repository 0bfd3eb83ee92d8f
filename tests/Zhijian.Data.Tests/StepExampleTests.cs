using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The worked examples of the procedures, played through the real steps.</summary>
public sealed class StepExampleTests
{
    public static IEnumerable<TheoryDataRow<string, int>> Examples => TestLaw.Book.Procedures.Values.SelectMany(p => p.Examples.Select((e, i) =>
        new TheoryDataRow<string, int>(p.Step, i) { TestDisplayName = $"{e.Source} {e.Says.En}" }));

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_comes_out_as_its_file_says(string step, int number)
    {
        var procedure = TestLaw.Book.Procedures[step];
        var example = procedure.Examples[number];

        var played = PlayedExample.Play(procedure, example);

        (played.Refusal?.Code).ShouldBe(example.Refused, played.Refusal?.Says.En);
        if (example.Stage is not null)
            played.Stages.ShouldBe([example.Stage]);
        foreach (var (duty, due) in example.Opens)
            played.Opened.Where(d => d.Rule.Id == duty).Select(d => d.Count.Due).Distinct().ShouldBe([due], duty);
    }

    [Fact]
    public void An_example_that_passes_says_where_the_case_stands_when_its_step_moves_it() =>
        TestLaw.Book.Procedures.Values.Where(p => p.To.Count > 0).SelectMany(p => p.Examples).Where(e => e.Refused is null && e.Stage is null).Select(e => e.Source).ShouldBeEmpty();

    [Fact]
    public void Every_duty_that_a_step_opens_has_an_example_with_its_last_day() =>
        TestLaw.Book.Procedures.Values.SelectMany(p => p.Opens.Except(p.Examples.SelectMany(e => e.Opens.Keys)).Select(d => $"{p.Source}: {d}")).ShouldBeEmpty();
}
