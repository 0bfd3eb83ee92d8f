using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>Extend the arrest review of a suspect who is not detained to 20 days at most, in a major or complex case (延长审查逮捕期限; 规则282).</summary>
public sealed record ExtendArrestReview(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("理由", "Reason", HintZh = "重大、复杂案件的具体情况", HintEn = "what makes the case major or complex"), LongText] string Reason,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ExtendArrestReview>
{
    public static Decision Decide(Matter matter, ExtendArrestReview c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        var clocks = matter.Clocks("decide-arrest", x);
        foreach (var person in persons)
        {
            if (person.Custody == Custody.Detained)
                return new DetainedReviewIsNotExtended(person.Name) { Field = "persons" };
            if (person.Custody == Custody.Unknown)
                return new CustodyMustBeKnown(person.Name, x.Procedure.Reference!) { Field = "persons" };
            if (clocks.GetValueOrDefault(person.Id) is not { } clock)
                continue;
            if (clock.Term.Id == "CR-ARR-FREE-MAJOR")
                return new AlreadyExtended(person.Name, x.Procedure.Reference!) { Field = "persons" };
            if (clock.Count.Due is { } due && c.On > due)
                return new TermHasExpired(person.Name, due, x.Procedure.Reference!) { Field = "on" };
        }
        return Decision.Of(new ArrestReviewExtended(c.On, c.Reason, persons.Ids()));
    }
}

public sealed record DetainedReviewIsNotExtended(string Person)
    : Refusal(
        "detained-review-is-not-extended",
        new Text($"{Person}在押，审查逮捕 7 日不能延长", $"{Person} is detained: the seven days of the arrest review are not extended"),
        new LegalRef("刑诉法91；规则282"),
        new Text("在期限内决定是否批准逮捕；或先变更强制措施", "decide within the term, or have the measure changed first"));

public sealed record CustodyMustBeKnown(string Person, LegalRef Article)
    : Refusal(
        "custody-must-be-known",
        new Text($"{Person}是否在押未知：在押的审查逮捕期限不能延长", $"it is not known whether {Person} is detained: then the review could not be extended"),
        Article,
        new Text("先登记强制措施", "record the measure first"));

public sealed record AlreadyExtended(string Person, LegalRef Article)
    : Refusal("already-extended", new Text($"{Person}的期限已延长过", $"the term for {Person} was extended before"), Article, new Text("期限只能延长一次；在期限内作出决定", "a term is extended once; decide in time"));

public sealed record TermHasExpired(string Person, DateOnly Due, LegalRef Article)
    : Refusal("term-has-expired", new Text($"{Person}的期限已于 {Due:yyyy-MM-dd} 届满", $"the term for {Person} expired on {Due:yyyy-MM-dd}"), Article, new Text("延长须在期限届满前决定；如日期有误，提出更正", "an extension is decided before the term expires; if a date is wrong, propose a correction"));

[EventType("criminal.arrest-review-extended")]
public sealed record ArrestReviewExtended(DateOnly On, string Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // only the clock changes
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("arrest-review-extended", On, p));

    public Text Says(Matter matter) => new($"审查逮捕期限延长至 20 日：{matter.Names(Persons)}", $"Arrest review extended to 20 days: {matter.Names(Persons)}");
}
