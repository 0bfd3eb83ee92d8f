using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

/// <summary>The form of a step: whom it concerns is ticked, what is a conclusion is not.</summary>
public sealed class StepFormViewTests
{
    private static IReadOnlyList<FieldView> Of(MatterStory story, string step, params (string Name, string Value)[] given) => StepFormView.Of(
        TestLaw.Steps.Find(step)!,
        new FormContext(story.Matter, An.Actor(), TestLaw.Book, story.Duties, new PersonNames([]), new DateOnly(2026, 11, 22)),
        given.ToDictionary(g => g.Name, g => (IReadOnlyList<string>)[g.Value], StringComparer.Ordinal),
        isAnswer: false);

    private static readonly MatterStory Story = A.Matter(m => m.Suspect("张某").Detained().Suspect("吴某").AcceptedForArrest("2026-11-15", "P1"));

    [Fact]
    public void Persons_for_whom_it_is_open_are_ticked_and_the_others_cannot_be()
    {
        var persons = Of(Story, "decide-arrest")[0];

        (persons.Name, persons.Control).ShouldBe(("persons", ControlKind.Checks));
        persons.Values.ShouldBe(["P1"]);
        persons.Options.Select(o => o.Disabled).ShouldBe([false, true]);
    }

    [Fact]
    public void A_conclusion_is_never_chosen_in_advance_and_carries_its_article()
    {
        var outcome = Of(Story, "decide-arrest").Single(f => f.Name == "outcome");

        (outcome.Control, outcome.Value).ShouldBe((ControlKind.Radios, ""));
        outcome.Options.ShouldAllBe(o => o.Small!.Value.Zh.Contains("刑诉法"));
    }

    [Fact]
    public void The_day_is_today_and_a_link_fills_in_what_it_knows()
    {
        Of(Story, "record-check").Single(f => f.Name == "on").Value.ShouldBe("2026-11-22");
        Of(Story, "record-check", ("function", "civil")).Single(f => f.Name == "function").Value.ShouldBe("civil");
        Of(Story, "accept-arrest-review", ("persons", "P2")).Single(f => f.Name == "persons").Values.ShouldBe(["P2"]);
    }

    [Fact]
    public void Every_step_has_a_form_with_words_for_every_choice()
    {
        foreach (var step in TestLaw.Steps.All)
            foreach (var field in Of(Story, step.Name))
                field.Options.ShouldAllBe(o => o.Label.Zh.Length > 0 && o.Label.Zh.Any(c => c > 0x2fff), $"{step.Name}.{field.Name}");
    }
}
