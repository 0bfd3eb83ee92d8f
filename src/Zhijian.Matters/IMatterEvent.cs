using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters;

/// <summary>A fact of a matter: it changes the state, and the duties see it as occurrences.</summary>
public interface IMatterEvent : IEvent
{
    void Apply(Matter matter, Recorded recorded);

    /// <summary>What the duty files see; asked after <see cref="Apply"/>.</summary>
    IEnumerable<Occurrence> Occurrences(Matter matter) => [];

    /// <summary>One line for the timeline.</summary>
    Text Says(Matter matter);

    /// <summary>What looks odd in what was recorded, such as a case number of no known form. It was recorded all the same: the paper may say so.</summary>
    IEnumerable<Text> Doubts => [];

    Track? Track => Law.Track.Criminal;
}

/// <summary>Who recorded an event and when.</summary>
public sealed record Recorded(long Seq, long Version, string Actor, PartialDate ActedOn, string RecordedAt);
