using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Criminal;

/// <summary>
/// Review the judgment (判决审查): protest or not, within ten days of receipt, five for a ruling (刑诉法230、规则586). The next higher procuratorate then
/// supports the protest or withdraws it (规则589).
/// </summary>
public sealed record ReviewJudgment(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("意见", "Decision")] JudgmentReview Outcome,
    [Label("理由", "Reason"), LongText] string Reason,
    [Label("人员", "Persons")] IReadOnlyList<string>? Persons = null)
    : ICommand<ReviewJudgment>
{
    public static Decision Decide(Matter matter, ReviewJudgment c, StepContext x)
    {
        var (persons, no) = matter.Choose(c.Persons, c.On, x);
        if (no is not null)
            return no;
        if (string.IsNullOrWhiteSpace(c.Reason))
            return new FieldIsEmpty("reason", new Text("理由", "Reason")) { Field = "reason" };
        if (c.Outcome == JudgmentReview.Protest)
        {
            // who has both a judgment and a ruling may protest while either term lasts
            var (judgments, rulings) = (matter.Clocks("review-judgment", x), matter.Clocks("review-ruling", x));
            foreach (var person in persons)
                if (new[] { judgments, rulings }.Max(c => c.GetValueOrDefault(person.Id)?.Count.Due) is { } due && c.On > due)
                    return new TermHasExpired(person.Name, due, x.Procedure.Reference!) { Field = "on" };
        }
        return Decision.Of(new JudgmentReviewed(c.On, c.Outcome, c.Reason, persons.Ids()));
    }
}

public enum JudgmentReview
{
    [Label("不抗诉", "No protest")]
    Accepted,

    [Label("提出抗诉", "Protest")]
    Protest,
}

[EventType("criminal.judgment-reviewed")]
public sealed record JudgmentReviewed(DateOnly On, JudgmentReview Outcome, string Reason, IReadOnlyList<string> Persons) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the judgment stands until the court of second instance decides
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Persons.Select(p => new Occurrence("judgment-reviewed", On, p));

    public Text Says(Matter matter) => new($"判决审查：{Outcome.Label().Zh}（{matter.Names(Persons)}）", $"Judgment reviewed: {Outcome.Label().En} ({matter.Names(Persons)})");
}
