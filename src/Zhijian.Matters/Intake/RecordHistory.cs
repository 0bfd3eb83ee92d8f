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
            matter.Move(Persons, Stages.NotFinal, s, On, new Text(What, What));
        foreach (var person in Persons.Select(matter.Known))
        {
            person.Measure = MeasureAfter(person);
            if (Milestone == Law.Milestone.Returned)
                person.Returns++;
        }
    }

    private Measure MeasureAfter(Person person) => Milestone switch
    {
        _ when person.IsUnit => person.Measure,
        Law.Milestone.Detained => Measure.Detained,
        Law.Milestone.Arrested => Measure.Arrested,
        Law.Milestone.Bailed => Measure.Bail,
        // a refusal ends custody (刑诉法91); what took its place was not published
        Law.Milestone.NotArrested when person.Custody == Custody.Detained => Measure.Unknown,
        _ => person.Measure,
    };

    public IEnumerable<Occurrence> Occurrences(Matter matter)
    {
        string[] types = Milestone switch
        {
            Law.Milestone.TransferredForArrest => ["arrest-review-accepted"],
            Law.Milestone.Arrested or Law.Milestone.NotArrested => ["arrest-decided"],
            Law.Milestone.TransferredForProsecution => ["transfer-accepted"],
            Law.Milestone.Returned => ["returned"],
            Law.Milestone.Indicted => ["prosecuted", "review-ended"],
            Law.Milestone.NotProsecuted => ["not-prosecuted", "review-ended"],
            Law.Milestone.JudgedFirst => ["judged"],
            Law.Milestone.JudgedFinal => ["judged-finally"],
            _ => [],
        };
        foreach (var person in Persons)
        {
            foreach (var type in types)
                yield return new Occurrence(type, On, person)
                {
                    Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["approved"] = Milestone == Law.Milestone.Arrested ? "yes" : "no" },
                };
            // after the decision: its clock ends under the custody in which it ran
            if (Milestone is Law.Milestone.Detained or Law.Milestone.Arrested or Law.Milestone.NotArrested or Law.Milestone.Bailed)
                yield return Occurrence.CustodyOf(person, On, matter.Known(person).Custody);
        }
    }

    public Text Says(Matter matter) => new(What, What);

    PartialDate? IEvent.TookPlaceOn => On;
}
