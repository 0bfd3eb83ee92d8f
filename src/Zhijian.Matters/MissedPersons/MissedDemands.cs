using Zhijian.Kernel;

namespace Zhijian.Matters.MissedPersons;

/// <summary>A demand for a person whom the police left out, numbered in its matter: M1.</summary>
/// <param name="Person">The person of the matter, where they are in it already.</param>
[EventType("missed.demanded")]
public sealed record MissedDemanded(DateOnly On, string Id, MissedKind Kind, string Organ, string Name, string? Person, IReadOnlyList<string> Charges, string Reason) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // who is arrested or transferred on it comes by the steps for that
    }

    public Text Says(Matter matter) => Kind == MissedKind.Arrest
        ? new($"{Id} 纠正漏捕：要求{Organ}提请批准逮捕{Name}", $"{Id}: {Organ} asked to request the arrest of {Name}, who was left out")
        : new($"{Id} 纠正漏诉：要求{Organ}补充移送起诉{Name}", $"{Id}: {Organ} asked to transfer {Name}, who was left out, for prosecution");
}

public enum MissedKind
{
    [Label("漏捕", "Left out of the request for arrest")]
    Arrest,

    [Label("漏诉", "Left out of the transfer for prosecution")]
    Prosecution,
}

/// <summary>The demands of a matter and those that wait for an answer.</summary>
internal static class MissedDemands
{
    public static IReadOnlyList<MissedDemanded> Of(Matter matter) => [.. matter.Timeline.Select(t => t.Event).OfType<MissedDemanded>()];

    public static IReadOnlyList<MissedDemanded> Open(Matter matter)
    {
        var ended = matter.Timeline.Select(t => t.Event).OfType<MissedReplied>().Where(r => r.Outcome != MissedOutcome.ReasonsGiven).Select(r => r.Demand).ToHashSet(StringComparer.Ordinal);
        return [.. Of(matter).Where(d => !ended.Contains(d.Id))];
    }

    /// <summary>What both kinds of demand check; the event, or the refusal.</summary>
    public static Decision Demand(Matter matter, DateOnly on, MissedKind kind, string organ, string? name, string? person, IReadOnlyList<string> charges, string reason, StepContext x)
    {
        if (string.IsNullOrWhiteSpace(organ))
            return new FieldIsEmpty("organ", new Text("公安机关", "Police organ")) { Field = "organ" };
        if (person is not null && matter.Person(person) is null)
            return new UnknownPerson(person) { Field = "person" };
        if (person is null && string.IsNullOrWhiteSpace(name))
            return new FieldIsEmpty("name", new Text("遗漏的人员", "Who was left out")) { Field = "name" };
        if (charges.Count == 0)
            return new FieldIsEmpty("charges", new Text("罪名", "Charges")) { Field = "charges" };
        if (charges.FirstOrDefault(n => x.Law.Vocabulary.Charge(n) is null) is { } unknown)
            return new UnknownCharge(unknown) { Field = "charges" };
        return string.IsNullOrWhiteSpace(reason)
            ? new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" }
            : Decision.Of(new MissedDemanded(
                on, $"M{Of(matter).Count + 1}", kind, organ.Trim(), person is null ? name!.Trim() : matter.Person(person)!.Name, person,
                [.. charges.Select(n => x.Law.Vocabulary.Charge(n)!.Article).Distinct()], reason.Trim()));
    }
}
