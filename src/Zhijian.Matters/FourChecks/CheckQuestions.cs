using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FourChecks;

/// <summary>A question that a rule put to a function of the matter (核查事项), and its answer. Derived, never stored: the log has what happened and what was answered.</summary>
/// <param name="Key">rule.subject.ordinal, as with duties: penalty-after-non-prosecution.P1.1</param>
/// <param name="Subject">The person, proceeding or finding that it is about; null = the matter.</param>
/// <param name="At">How many occurrences came before it.</param>
public sealed record CheckQuestion(string Key, CheckRule Rule, Track Function, string? Subject, PartialDate On, int At, CheckAnswer? Answer);

/// <summary>What somebody answered, or a step answered by being taken. <paramref name="Proceeding"/>: that in which it is carried on.</summary>
/// <param name="By">Who answered; null where a step did, which stands in the timeline.</param>
/// <param name="At">How many occurrences came before it.</param>
public sealed record CheckAnswer(CheckOutcome Outcome, string Reason, string? Proceeding, string? By, PartialDate On, int At);

/// <summary>Derives the questions of a matter from what happened in it.</summary>
public static class CheckQuestions
{
    /// <summary>All questions of a matter in the order in which they were put. Pure. O(occurrences × (rules + questions)).</summary>
    public static IReadOnlyList<CheckQuestion> Of(Matter matter, LawBook law)
    {
        var questions = new List<CheckQuestion>();
        foreach (var (at, o) in matter.Occurrences.Index())
        {
            for (var i = 0; i < questions.Count; i++)
                if (questions[i] is { Answer: null } q && q.Subject == o.Subject && q.Rule.AnsweredOn.TryGetValue(o.Type, out var opened))
                    questions[i] = q with { Answer = new CheckAnswer(opened ? CheckOutcome.Opened : CheckOutcome.NoIssue, "", null, null, o.On, at) };
            foreach (var rule in law.Checks.Where(r => r.IsPutBy(o)))
            {
                var ordinal = 1 + questions.Count(q => q.Rule == rule && q.Subject == o.Subject);
                var key = $"{rule.Id}.{o.Subject ?? "all"}.{ordinal}";
                var function = rule.Function ?? matter.Finding(o.Subject!)!.Is.FoundIn;
                questions.Add(new CheckQuestion(key, rule, function, o.Subject, o.On, at, matter.Answers.GetValueOrDefault(key)));
            }
        }
        return questions;
    }

    /// <summary>The open question of that key, or the refusal.</summary>
    public static (CheckQuestion? Question, Refusal? No) Open(Matter matter, LawBook law, string key)
    {
        var all = Of(matter, law);
        if (all.FirstOrDefault(q => q.Key == key.Trim()) is not { } question)
            return (null, new UnknownCheck(key, [.. all.Where(q => q.Answer is null).Select(q => q.Key)]) { Field = "check" });
        return question.Answer is { } answer ? (null, new CheckAnsweredAlready(question.Rule.Title, answer.On) { Field = "check" }) : (question, null);
    }

    /// <summary>
    /// A conclusion that a later answer contradicts: a question of the function led to a proceeding after “no issue” had been recorded.
    /// </summary>
    public static bool IsOutrun(CheckResult result, IEnumerable<CheckQuestion> ofFunction) =>
        result.Outcome != CheckOutcome.Opened && ofFunction.Any(q => q.Answer is { Outcome: CheckOutcome.Opened } a && a.At >= result.At);
}

public sealed record UnknownCheck(string Key, IReadOnlyList<string> Open)
    : Refusal(
        "unknown-check", new Text($"本案没有核查事项“{Key}”", $"the matter has no question “{Key}”"), null,
        Open.Count == 0 ? new Text("本案没有待答的核查事项；不从核查事项启动的，不填", "no question is open; leave the field out") : new Text($"待答的有：{string.Join('、', Open)}", $"open are: {string.Join(", ", Open)}"));

public sealed record CheckAnsweredAlready(Text Title, PartialDate On)
    : Refusal("check-answered", new Text($"“{Title.Zh}”已于 {On} 作答", $"“{Title.En}” was answered on {On}"), null, new Text("有新情况的，登记新的发现", "record a new finding where there is something new"));
