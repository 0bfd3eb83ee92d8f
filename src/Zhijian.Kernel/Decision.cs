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

/// <summary>A series of numbers without gaps: one per unit, word and year.</summary>
public sealed record NumberSeries(string Word, int Year);

/// <summary>What a decision function returns: the events that happened, or the reason why nothing did.</summary>
public sealed class Decision
{
    private readonly Func<int, IReadOnlyList<IEvent>>? _numbered;

    private Decision(IReadOnlyList<IEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    private Decision(NumberSeries series, Func<int, IReadOnlyList<IEvent>> numbered) => (Events, Series, _numbered) = ([], series, numbered);

    /// <summary>Empty as long as a number is wanted.</summary>
    public IReadOnlyList<IEvent> Events { get; }

    public Refusal? Refusal { get; }

    /// <summary>The series whose next number the events want; only the transaction that records them knows it.</summary>
    public NumberSeries? Series { get; }

    public static Decision Of(params IReadOnlyList<IEvent> events) => new(events, null);

    /// <summary>The events carry a number that is given when they are recorded.</summary>
    public static Decision Numbered(NumberSeries series, Func<int, IReadOnlyList<IEvent>> events) => new(series, events);

    /// <summary>The decision with the number that it wanted.</summary>
    public Decision With(int number) => _numbered is { } events ? Of(events(number)) : this;

    public static implicit operator Decision(Refusal refusal) => new([], refusal);
}
