using System.Reflection;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Intake;

namespace Zhijian.Matters;

/// <summary>
/// What a person asks for: the record is the form. Its decision is pure: state, command and context in, events or a refusal out.
/// </summary>
public interface ICommand<TSelf> : IDated
    where TSelf : ICommand<TSelf>
{
    static abstract Decision Decide(Matter matter, TSelf c, StepContext x);
}

/// <summary>Every step is an act of some day; that day is when it took place, not when it was recorded.</summary>
public interface IDated
{
    DateOnly On { get; }
}

/// <summary>What a decision may know beside the matter. <paramref name="Today"/> is taken once, in the time of China.</summary>
/// <param name="Colleagues">Ids of the people who work in the actor's unit now.</param>
public sealed record StepContext(LawBook Law, Procedure Procedure, Actor Actor, DateOnly Today, IReadOnlySet<string> Colleagues)
{
    /// <summary>Templates of the papers whose approval the actor was entrusted with, on the day of the step.</summary>
    public IReadOnlySet<string> Entrusted { get; init; } = new HashSet<string>();
}

/// <summary>A step: its name, its law (data/procedures/), its command record and its decision.</summary>
public sealed class Step
{
    private readonly Func<Matter, object, StepContext, Decision> _decide;

    private Step(Procedure procedure, Type command, Func<Matter, object, StepContext, Decision> decide)
    {
        (Procedure, Command, _decide) = (procedure, command, decide);
        Fields = StepField.Of(command);
        if (procedure.Scope == StepScope.Proceeding)
            return; // its stages are those of the kind, checked when the file is read
        From = [.. procedure.From.Select(s => Words.Parse<Stage>(s) ?? throw new InvalidOperationException($"{procedure.Source}: “{s}” is no stage"))];
        foreach (var to in procedure.To)
            _ = Words.Parse<Stage>(to) ?? throw new InvalidOperationException($"{procedure.Source}: “{to}” is no stage");
    }

    public string Name => Procedure.Step;

    public Procedure Procedure { get; }

    /// <summary>The record type of the command.</summary>
    public Type Command { get; }

    public IReadOnlyList<StepField> Fields { get; }

    /// <summary>It leads to another stage; the others record something in the stage in which one is.</summary>
    public bool Moves => Procedure.To.Any(t => !Procedure.From.Contains(t));

    /// <summary>Stages of a person × charge; empty where the step does not depend on one.</summary>
    public IReadOnlyList<Stage> From { get; } = [];

    /// <summary>The decision; only registering makes a matter, and a closed one only takes the steps whose procedure says so.</summary>
    public Decision Decide(Matter matter, object command, StepContext context) =>
        !matter.Exists && command is not RegisterMatter ? new NotRegisteredYet(matter.Id.Value)
        : matter.ClosedOn is { } closed && !Procedure.AfterClosing ? new MatterIsClosed(closed)
        : command is FourChecks.IFromCheck { Check: { } check } && !string.IsNullOrWhiteSpace(check)
            ? FourChecks.FromCheck.Answer(matter, this, command, check, _decide(matter, command, context), context)
            : _decide(matter, command, context);

    /// <summary>Persons of the matter for whom the step is open now.</summary>
    public IReadOnlyList<Person> OpenFor(Matter matter) => From.Count == 0 ? [] : [.. matter.Persons.Where(p => p.Accusations.Any(a => From.Contains(a.Stage)))];

    /// <summary>Proceedings of the matter for which the step is open now.</summary>
    public IReadOnlyList<Proceeding> OpenIn(Matter matter) => Procedure.Scope != StepScope.Proceeding ? []
        : [.. matter.Proceedings.Where(p => p.Kind == Procedure.Proceeding && !p.IsPublished && Procedure.From.Contains(p.Stage))];

    internal static Step Of(Procedure procedure, Type command)
    {
        var method = typeof(Step).GetMethod(nameof(Decider), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(command);
        return new Step(procedure, command, (Func<Matter, object, StepContext, Decision>)method.Invoke(null, null)!);
    }

    private static Func<Matter, object, StepContext, Decision> Decider<T>()
        where T : ICommand<T> => static (matter, command, context) => T.Decide(matter, (T)command, context);
}

/// <summary>All steps, found by the names of their command records; each has exactly one procedure file.</summary>
public sealed class StepCatalogue
{
    public StepCatalogue(LawBook law)
    {
        var commands = typeof(Step).Assembly.GetTypes()
            .Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)))
            .ToDictionary(t => Words.Kebab(t.Name), StringComparer.Ordinal);
        foreach (var name in law.Procedures.Keys.Except(commands.Keys, StringComparer.Ordinal))
            throw new InvalidOperationException($"{law.Procedures[name].Source}: no step in the code is named “{name}”");
        All = [.. commands.Select(c => Step.Of(
            law.Procedures.GetValueOrDefault(c.Key) ?? throw new InvalidOperationException($"{c.Value.Name}: no {c.Key}.yaml under data/procedures"), c.Value))
            .OrderBy(s => s.Procedure.Order).ThenBy(s => s.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<Step> All { get; }

    public Step? Find(string name) => All.FirstOrDefault(s => s.Name == name);
}
