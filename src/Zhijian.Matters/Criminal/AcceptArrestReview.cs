using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Accept a request for approval of arrest (受理提请批准逮捕; 刑诉法91): 7 days where the suspect is detained, else 15 (规则282).</summary>
public sealed record AcceptArrestReview(
    [Label("收到提请批准逮捕书日期", "Request received on")] DateOnly On,
    [Label("提请机关", "Requesting police unit")] string Police,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<AcceptArrestReview>
{
    public static Decision Decide(Matter matter, AcceptArrestReview c, StepContext x)
    {
        var (persons, no) = matter.ChooseNatural(c.Persons, c.On, x);
        if (no is not null)
            return no;
        return string.IsNullOrWhiteSpace(c.Police)
            ? new FieldIsEmpty("police", new Text("提请机关", "Requesting police unit")) { Field = "police" }
            : Decision.Of(new ArrestReviewAccepted(c.On, c.Police, persons.Ids()));
    }
}

[EventType("criminal.arrest-review-accepted")]
public sealed record ArrestReviewAccepted(DateOnly On, string Police, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.Move(Persons, [Stage.Registered, Stage.Investigation], Stage.ArrestReview, On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("arrest-review-accepted", On, p));

    public Text Says(Matter matter) => new($"收到提请批准逮捕：{matter.Names(Persons)}（{Police}）", $"Request for arrest received: {matter.Names(Persons)} ({Police})");
}
