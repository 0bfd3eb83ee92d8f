using Shouldly;
using Xunit;
using Zhijian.Data.Tests.Scenarios;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class ProcedureTests
{
    private static readonly List<(string Step, IReadOnlySet<string> Opened, IReadOnlyList<Occurrence> Occurrences)> Played = [.. Everything.All().Select(s =>
    {
        var (before, occurrences) = (s.Before.Duties.Select(d => d.Key).ToHashSet(), s.Before.Matter.Occurrences.Count);
        s.Before.Do(s.Step);
        return (
            TestLaw.Steps.All.Single(x => x.Command == s.Step.GetType()).Name,
            (IReadOnlySet<string>)s.Before.Duties.Where(d => !before.Contains(d.Key)).Select(d => d.Rule.Id).ToHashSet(),
            (IReadOnlyList<Occurrence>)[.. s.Before.Matter.Occurrences.Skip(occurrences)]);
    })];

    public static IEnumerable<TheoryDataRow<string>> Steps =>
        TestLaw.Book.Procedures.Values.Select(p => new TheoryDataRow<string>(p.Step) { TestDisplayName = p.Source });

    [Fact]
    public void Every_file_has_its_step_in_the_code_and_every_step_its_file() =>
        TestLaw.Steps.All.Select(s => s.Name).Order().ShouldBe(TestLaw.Book.Procedures.Keys.Order());

    [Fact]
    public void Every_step_but_the_registration_is_played_here() =>
        TestLaw.Steps.All.Where(s => s.Command != typeof(RegisterMatter)).Select(s => s.Name).Except(Played.Select(p => p.Step)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_opens_the_duties_that_its_file_names_and_no_others(string step) =>
        Played.Where(p => p.Step == step).SelectMany(p => p.Opened).Distinct().Order().ShouldBe(TestLaw.Book.Procedures[step].Opens.Order());

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_leads_only_to_stages_that_its_file_names(string step)
    {
        foreach (var (before, command) in Everything.All().Where(s => TestLaw.Steps.Find(step)!.Command == s.Step.GetType()))
        {
            var was = before.Matter.Accusations.ToDictionary(a => (a.Person.Id, a.Accusation.Charge), a => a.Accusation.Stage);
            var wasAt = before.Matter.Proceedings.ToDictionary(p => p.Id, p => p.Stage);
            before.Do(command);
            var reached = before.Matter.Accusations.Where(a => was.TryGetValue((a.Person.Id, a.Accusation.Charge), out var stage) && stage != a.Accusation.Stage)
                .Select(a => Words.Kebab(a.Accusation.Stage));

            var procedure = TestLaw.Book.Procedures[step];
            if (procedure.Proceeding is not null)
                reached = before.Matter.Proceedings.Where(p => wasAt.GetValueOrDefault(p.Id) != p.Stage).Select(p => p.Stage);
            reached.ShouldBeSubsetOf(procedure.To);
        }
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
