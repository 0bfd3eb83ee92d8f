using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Litigation;

/// <summary>What civil and administrative supervision have in common: the same acts, with the words of the kind in front of what happened.</summary>
internal static class Suit
{
    /// <summary>The word before the occurrences that the duties of the kind wait for: civil-decided, administrative-decided.</summary>
    public static string Word(string proceeding) => proceeding[0] == Proceedings.Known[Proceedings.CivilSupervision].Prefix ? "civil" : "administrative";

    public static Track TrackOf(string proceeding) => Word(proceeding) == "civil" ? Track.Civil : Track.Administrative;

    public static Occurrence Occurs(string what, PartialDate on, string proceeding, params IReadOnlyList<(string Key, string Value)> facts) =>
        new($"{Word(proceeding)}-{what}", on, proceeding) { Facts = facts.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal) };

    /// <summary>Where the kinds of suit have their rules: the article of the one or of the other.</summary>
    public static LegalRef ByKind(string proceeding, string civil, string administrative) => new(TrackOf(proceeding) == Track.Civil ? civil : administrative);
}
