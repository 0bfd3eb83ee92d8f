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

    /// <summary>Decides in the proceeding for which the step is taken, or refuses because there is none.</summary>
    public static Decision In(Matter matter, string? named, DateOnly on, StepContext x, Func<Proceeding, Decision> decide)
    {
        var (proceeding, no) = matter.ChooseProceeding(named, on, x);
        return proceeding is null ? no! : decide(proceeding);
    }

    /// <summary>Refuses an empty field, by its name and label.</summary>
    public static Refusal? Empty(string? value, string field, string zh, string en) =>
        string.IsNullOrWhiteSpace(value) ? new FieldIsEmpty(field, new Text(zh, en)) { Field = field } : null;

    public static string Fact(this Proceeding proceeding, string fact) => proceeding.Facts.GetValueOrDefault(fact, "");

    /// <summary>Where the kinds of suit have their rules: the article of the one or of the other.</summary>
    public static LegalRef ByKind(string proceeding, string civil, string administrative) => new(TrackOf(proceeding) == Track.Civil ? civil : administrative);
}
