namespace Zhijian.Kernel;

/// <summary>A fact that was recorded. Its type name and schema number are in <see cref="EventTypeAttribute"/>.</summary>
public interface IEvent
{
    /// <summary>When it took place, for an event that knows better than the act that records it (history that is taken in).</summary>
    PartialDate? TookPlaceOn => null;
}

/// <summary>The name under which an event is stored, and the number of its form. A new form gets a new number and an upcaster.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventTypeAttribute(string name, int schema = 1) : Attribute
{
    public string Name { get; } = name;

    public int Schema { get; } = schema;
}

/// <summary>What a decision function returns: the events that happened, or the reason why nothing did.</summary>
public sealed class Decision
{
    private Decision(IReadOnlyList<IEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    public IReadOnlyList<IEvent> Events { get; }

    public Refusal? Refusal { get; }

    public static Decision Of(params IReadOnlyList<IEvent> events) => new(events, null);

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}
