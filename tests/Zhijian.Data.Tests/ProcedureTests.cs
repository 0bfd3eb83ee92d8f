using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class ProcedureTests
{
    private static readonly List<PlayedExample> Played = [.. PlayedExample.All()];

    public static IEnumerable<TheoryDataRow<string>> Steps =>
        TestLaw.Book.Procedures.Values.Select(p => new TheoryDataRow<string>(p.Step) { TestDisplayName = p.Source });

    [Fact]
    public void Every_file_has_its_step_in_the_code_and_every_step_its_file() =>
        TestLaw.Steps.All.Select(s => s.Name).Order().ShouldBe(TestLaw.Book.Procedures.Keys.Order());

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_opens_the_duties_that_its_file_names_and_no_others(string step) =>
        Played.Where(p => p.Procedure.Step == step).SelectMany(p => p.Opened).Select(d => d.Rule.Id).Distinct().Order().ShouldBe(TestLaw.Book.Procedures[step].Opens.Order());

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_leads_to_the_stages_that_its_file_names_and_to_no_others(string step)
    {
        var procedure = TestLaw.Book.Procedures[step];
        var reached = Played.Where(p => p.Procedure.Step == step).SelectMany(p => p.Reached).ToHashSet();

        reached.ShouldBeSubsetOf(procedure.To);
        procedure.To.Except(procedure.From).Except(reached).ShouldBeEmpty(); // a stage that is among both may be one in which the case stays
    }

    [Fact]
    public void Every_occurrence_that_a_duty_waits_for_is_emitted_by_a_step()
    {
        string[] emitted = [.. Played.SelectMany(p => p.Occurrences).Select(o => o.Type), "judged-finally"]; // the last only by the record of a published case
        var awaited = TestLaw.Book.Duties.Rules.SelectMany(r => r.OpensOn.Concat(r.DischargedOn).Concat(r.Extensions.Select(e => e.Occurrence)).Concat(r.Restarts.Select(e => e.Occurrence)).Concat(r.Suspensions.SelectMany(s => new[] { s.Occurrence, s.ResumedOn })));

        awaited.Except(emitted).ShouldBeEmpty();
    }

    [Fact]
    public void Every_condition_of_a_duty_is_a_fact_that_a_step_gives()
    {
        var known = Played.SelectMany(p => p.Occurrences).SelectMany(o => o.Facts.Keys).Append("custody").ToHashSet();

        TestLaw.Book.Duties.Rules.SelectMany(r => r.When.Keys.Concat(r.Suspensions.SelectMany(s => s.When.Keys)).Concat(r.Extensions.Where(e => e.DaysIn is not null).Select(e => e.DaysIn!.Value.Fact))).Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void No_two_steps_have_the_same_place_on_the_page() =>
        TestLaw.Book.Procedures.Values.GroupBy(p => p.Order).Where(g => g.Count() > 1).Select(g => string.Join(", ", g.Select(p => p.Step))).ShouldBeEmpty();

    [Fact]
    public void Only_what_changes_no_state_of_the_case_is_open_after_closing() =>
        TestLaw.Book.Procedures.Values.Where(p => p.AfterClosing).Select(p => p.Step).Order().ShouldBe(["change-circle", "confirm-correction", "propose-correction"]);

    [Fact]
    public void No_step_is_for_administrators_or_the_upper_level() =>
        TestLaw.Book.Procedures.Values.Where(p => p.Who.Any(r => r is Kernel.Role.Administrator or Kernel.Role.UpperLevel)).ShouldBeEmpty();

    [Fact]
    public void Every_stage_but_the_first_is_reached_by_a_step() =>
        TestLaw.Book.Procedures.Values.Where(p => p.Proceeding is null).SelectMany(p => p.To).Distinct().Order()
            .ShouldBe(Enum.GetValues<Stage>().Where(s => s != Stage.Registered).Select(Words.Kebab).Order());
}
