using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Intake;

/// <summary>
/// What a published case states: a date as far as it was published, the words, and, where the words say so, the milestone of the criminal
/// track that they stand for. It moves the state of the persons whom it concerns; it never pretends that a step was taken here.
/// </summary>
/// <param name="Persons">Whom it concerns; empty = plain history.</param>
[EventType("published.history")]
public sealed record HistoryRecorded(PartialDate On, string What, Milestone? Milestone, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var stage = Milestone switch
        {
            Law.Milestone.Detained or Law.Milestone.Arrested or Law.Milestone.NotArrested => Stage.Investigation,
            Law.Milestone.TransferredForArrest => Stage.ArrestReview,
            Law.Milestone.TransferredForProsecution => Stage.ProsecutionReview,
            Law.Milestone.Returned => Stage.Returned,
            Law.Milestone.Indicted => Stage.Indicted,
            Law.Milestone.NotProsecuted => Stage.NotProsecuted,
            Law.Milestone.JudgedFirst or Law.Milestone.JudgedFinal => Stage.Judged,
            _ => (Stage?)null,
        };
        if (stage is { } s)
            matter.Move(Persons, s, On, new Text(What, What));
        if (MeasureOf() is { } measure)
            foreach (var person in Persons)
                matter.Person(person)!.Measure = measure;
        if (Milestone == Law.Milestone.Returned)
            foreach (var person in Persons)
                matter.Person(person)!.Returns++;
    }

    private Measure? MeasureOf() => Milestone switch
    {
        Law.Milestone.Detained => Measure.Detained,
        Law.Milestone.Arrested => Measure.Arrested,
        Law.Milestone.Bailed => Measure.Bail,
        _ => null,
    };

    public IEnumerable<Occurrence> Occurrences(Matter matter)
    {
        var type = Milestone switch
        {
            Law.Milestone.TransferredForArrest => "arrest-review-accepted",
            Law.Milestone.Arrested or Law.Milestone.NotArrested => "arrest-decided",
            Law.Milestone.TransferredForProsecution => "transfer-accepted",
            Law.Milestone.Returned => "returned",
            Law.Milestone.Indicted => "prosecuted",
            Law.Milestone.NotProsecuted => "not-prosecuted",
            Law.Milestone.JudgedFirst or Law.Milestone.JudgedFinal => "judged",
            _ => null,
        };
        foreach (var person in Persons)
        {
            if (MeasureOf() is { } measure)
                yield return Occurrence.CustodyOf(person, On, Person.CustodyOf(measure, isUnit: false));
            if (type is not null)
                yield return new Occurrence(type, On, person)
                {
                    Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["approved"] = Milestone == Law.Milestone.Arrested ? "yes" : "no" },
                };
        }
    }

    public Text Says(Matter matter) => new(What, What);

    PartialDate? IEvent.TookPlaceOn => On;
}
