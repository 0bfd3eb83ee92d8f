using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Testing;

/// <summary>An example of data/procedures/, played through the reading of the API, the decision and the fold.</summary>
/// <param name="Before">The matter when the step is taken.</param>
/// <param name="After">The matter afterwards; the same as before where the step was refused.</param>
/// <param name="Opened">The duties that the step opened.</param>
public sealed record PlayedExample(Procedure Procedure, StepExample Example, Matter Before, Matter After, IReadOnlyList<Duty> Opened, Refusal? Refusal, MatterStory Story)
{
    /// <summary>Where it stands: the proceeding of the step, else those persons × charges whose stage the step names or changed.</summary>
    public IReadOnlyList<string> Stages => Procedure.Proceeding is { } kind
        ? [.. After.Proceedings.Where(p => p.Kind == kind).TakeLast(1).Select(p => p.Stage)]
        : [.. After.Accusations.Select(a => Words.Kebab(a.Accusation.Stage)).Distinct()];

    /// <summary>Stages to which the step led.</summary>
    public IReadOnlyList<string> Reached => Procedure.Proceeding is not null
        ? [.. After.Proceedings.Where(p => Before.Proceeding(p.Id)?.Stage != p.Stage && p.Kind == Procedure.Proceeding).Select(p => p.Stage)]
        : [.. After.Accusations.Where(a => Before.Person(a.Person.Id)?.Accusations.FirstOrDefault(b => b.Charge == a.Accusation.Charge) is { } was && was.Stage != a.Accusation.Stage)
            .Select(a => Words.Kebab(a.Accusation.Stage))];

    /// <summary>What the step let the duties see.</summary>
    public IEnumerable<Occurrence> Occurrences => After.Occurrences.Skip(Before.Occurrences.Count);

    public static IEnumerable<PlayedExample> All() => TestLaw.Book.Procedures.Values.SelectMany(p => p.Examples.Select(e => Play(p, e)));

    public static PlayedExample Play(Procedure procedure, StepExample example)
    {
        var story = A.Unregistered();
        foreach (var (step, fields) in example.Path(TestLaw.Book.Procedures, procedure.Step))
            story.Do(Command(step, fields.ToJsonString(), example.Source));
        var (before, duties) = (story.Matter, story.Duties.Select(d => d.Key).ToHashSet());
        if (example.ByColleague)
            story.By(An.Actor("wu"));
        var command = Command(procedure.Step, example.Fields.ToJsonString(), example.Source);
        var refusal = story.Decide(command).Refusal;
        if (refusal is null)
            story.Do(command);
        return new PlayedExample(procedure, example, before, story.Matter, [.. story.Duties.Where(d => !duties.Contains(d.Key))], refusal, story);
    }

    private static IDated Command(string step, string fields, string source)
    {
        var (command, errors) = StepForm.FromJson(TestLaw.Steps.Find(step)!, fields);
        return command ?? throw new InvalidOperationException($"{source}: {step} cannot be read: {string.Join("; ", errors.Select(e => $"{e.Field}: {e.Says.En}"))}");
    }
}
