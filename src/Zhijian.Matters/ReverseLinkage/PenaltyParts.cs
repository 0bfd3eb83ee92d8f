using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.ReverseLinkage;

/// <summary>What the steps of the reverse linkage have in common.</summary>
internal static class PenaltyParts
{
    public static Occurrence Occurs(string type, PartialDate on, string subject, params (string Fact, string Value)[] facts) =>
        new(type, on, subject) { Facts = facts.ToDictionary(f => f.Fact, f => f.Value, StringComparer.Ordinal) };

    /// <summary>The persons whom the opinion concerns.</summary>
    public static IReadOnlyList<Person> PersonsOf(this Matter matter, Proceeding proceeding) => [.. proceeding.Fact("persons").Split(' ').Select(matter.Known)];

    /// <summary>Ids of the persons of whom the agency has not said what it did.</summary>
    public static IReadOnlyList<string> Unanswered(this Proceeding proceeding) => [.. proceeding.Fact("persons").Split(' ').Where(p => proceeding.Fact($"answer-{p}").Length == 0)];

    /// <summary>Only who is accused of nothing any more is passed on: an indicted person is for the court, an open charge is for the criminal side.</summary>
    public static Refusal? NotWhollyNotProsecuted(Person person)
    {
        if (person.Accusations.FirstOrDefault(a => a.Stage is Stage.Indicted or Stage.Judged) is { } indicted)
            return new IndictedIsNotPassedOn(person.Name, indicted.Stage.Label()) { Field = "persons" };
        return person.Accusations.FirstOrDefault(a => a.Stage != Stage.NotProsecuted) is { } open ? new NotProsecutedFirst(person.Name, open.Stage.Label()) { Field = "persons" }
            : person.Accusations.Count == 0 ? new NotProsecutedFirst(person.Name, Stage.Registered.Label()) { Field = "persons" }
            : null;
    }

    public static DateOnly LastDecision(Person person) => person.Accusations.Max(a => a.Since!.Value.Latest);

    /// <summary>The proceeding that has the person and is not at its end.</summary>
    public static Proceeding? Running(this Matter matter, Person person, LawBook law) =>
        matter.Proceedings.FirstOrDefault(p => p.Kind == Proceedings.PenaltyOpinion && !law.StageOf(p).Final && p.Fact("persons").Split(' ').Contains(person.Id));

    /// <summary>The acts ended and the matter was here within two years, so that they were discovered in time (行政处罚法36).</summary>
    public static bool DiscoveredInTime(Matter matter) => ActsEnded(matter) is { } ended && matter.RegisteredOn is { IsKnown: true } here && here.Latest <= ended.Earliest.AddYears(2);

    public static PartialDate? ActsEnded(Matter matter) => (matter.ActsTo ?? matter.ActsFrom) is { IsKnown: true } ended ? ended : null;
}

public sealed record IndictedIsNotPassedOn(string Person, Text Stage)
    : Refusal(
        "indicted-is-not-passed-on",
        new Text($"{Person}{Stage.Zh}，不是被不起诉人", $"{Person} is not a person who was not prosecuted: {Stage.En.ToLowerInvariant()}"),
        new LegalRef("刑诉法177第3款；行政处罚法35"),
        new Text("只选全部罪名都不起诉的人；已起诉的，由法院裁判，已罚款的折抵罚金", "choose persons of whom no charge was indicted; of the others the court decides, and a fine that was paid is set off"));

public sealed record NotProsecutedFirst(string Person, Text Stage)
    : Refusal(
        "not-prosecuted-first",
        new Text($"{Person}尚有罪名处于“{Stage.Zh}”，没有全部不起诉", $"a charge against {Person} is at “{Stage.En}”; the non-prosecution is not complete"),
        new LegalRef("刑诉法177第3款"),
        new Text("先对其余罪名作出决定；全部不起诉的才移送", "decide on the remaining charges first; only a complete non-prosecution is passed on"));
