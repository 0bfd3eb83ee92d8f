using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Litigation;
using Zhijian.Store;

namespace Zhijian.Matters.FourChecks;

/// <summary>A step that opens a proceeding, perhaps on a question of the four-check board.</summary>
public interface IFromCheck
{
    /// <summary>The key of the question that it answers; null where it is opened for itself.</summary>
    string? Check { get; }
}

/// <summary>
/// Opening a proceeding from a question of the board: what the matter knows already is carried over, the question is answered, and the use of what
/// another function found is recorded under the rule that allows it.
/// </summary>
public static class FromCheck
{
    /// <summary>The values that the step takes over from the matter: field → text. Empty where the question is not known or does not lead to the step.</summary>
    public static IReadOnlyDictionary<string, string> Carry(Matter matter, LawBook law, Step step, string? check)
    {
        var question = string.IsNullOrWhiteSpace(check) ? null : CheckQuestions.Open(matter, law, check).Question;
        return question?.Rule.LeadsTo.FirstOrDefault(l => l.Step == step.Name) is { } lead ? Carry(matter, question, lead) : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Carry(Matter matter, CheckQuestion question, CheckLead lead) =>
        lead.Carry.Select(c => (c.Key, Value: CheckLead.Fill(c.Value, fact => Fact(matter, question, fact)))).Where(c => c.Value is not null)
            .ToDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal);

    /// <summary>The body of the step with what is carried over where nothing was given; what somebody wrote stays. A body that cannot be read is left as it is.</summary>
    public static string Fill(Matter matter, LawBook law, Step step, string body)
    {
        try
        {
            if (JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is not JsonObject given
                || given["check"] is not JsonValue value || !value.TryGetValue<string>(out var check))
                return body;
            foreach (var (field, text) in Carry(matter, law, step, check).Where(c => !given.ContainsKey(c.Key)))
                given[field] = text;
            return given.ToJsonString(Json.Options);
        }
        catch (JsonException)
        {
            return body; // what is wrong with it is said by who reads it
        }
    }

    public static bool IsOpening(Step step) => typeof(IFromCheck).IsAssignableFrom(step.Command);

    /// <summary>To the decision of the opening step its answer to the question, or the refusal.</summary>
    internal static Decision Answer(Matter matter, Step step, object command, string check, Decision decision, StepContext x)
    {
        if (decision.Refusal is not null)
            return decision;
        var (question, no) = CheckQuestions.Open(matter, x.Law, check);
        if (question is null)
            return no!;
        if (question.Rule.LeadsTo.FirstOrDefault(l => l.Step == step.Name) is not { } lead)
            return new CheckLeadsElsewhere(question.Rule.Title, step.Procedure.Title, [.. question.Rule.LeadsTo.Select(l => x.Law.Procedures[l.Step].Title)]) { Field = "check" };
        MaterialUse? use = null;
        if (question.Subject is { } subject && matter.Finding(subject) is { Is: var found } && found.FoundIn != question.Function
            && !matter.Uses.Any(u => u.Use.Item == subject && u.Use.To == question.Function && u.Use.Purpose == Purpose.Clue)) // else it was recorded before
        {
            var rule = SharingRule.For(x.Law.Sharing, found.Material, found.FoundIn, question.Function, Purpose.Clue);
            if (rule.Answer == SharingAnswer.Forbidden)
                return new UseForbidden(rule.Title, rule.Reference) { Field = "check" };
            if (rule.Answer == SharingAnswer.Ask)
                return new UseAsksFirst(subject, rule.Asks!.Value, rule.Reference) { Field = "check" };
            use = new MaterialUse(subject, found.Material, found.FoundIn, question.Function, null, Purpose.Clue, rule.Id, rule.Answer, rule.Reference, question.Rule.Title.Zh, null);
        }
        var typed = JsonSerializer.SerializeToNode(command, command.GetType(), Json.Options)!.AsObject();
        var carried = Carry(matter, question, lead).Where(c => typed[c.Key]?.ToString() == c.Value).Select(c => c.Key).Order(StringComparer.Ordinal);
        return Decision.Of([.. decision.Events, new CheckLed(((IDated)command).On, question.Key, question.Rule.Title, question.Function, step.Name, [.. carried], use)]);
    }

    private static string? Fact(Matter matter, CheckQuestion question, string fact)
    {
        var found = question.Subject is { } id ? matter.Finding(id)?.Is : null;
        return fact switch
        {
            "matter.title" => matter.Title,
            "matter.right" => matter.Right?.Name,
            "matter.goods" => matter.Goods,
            "matter.holders" => string.Join('、', matter.RightHolders.Select(h => h.Name)),
            "matter.persons" => string.Join('、', matter.Persons.Select(p => p.Name)),
            "matter.act-kind" => matter.Right?.Type switch { "TM" => Words.Kebab(ActKind.Trademark), "PAT" => Words.Kebab(ActKind.Patent), "PV" => Words.Kebab(ActKind.PlantVariety), _ => null },
            "question.function" => Words.Kebab(question.Function),
            "subject.id" => question.Subject,
            "subject.name" => matter.NameOf(question.Subject),
            "finding.what" => found?.What,
            "finding.organ" => found?.Organ,
            "finding.court" => found?.Court,
            "finding.court-level" => CourtLevels.Of(found?.Court) is { } level ? Words.Kebab(level) : null,
            "finding.case-number" => found?.CaseNumber,
            "finding.parties" => found?.Parties,
            "finding.act" => found?.Act,
            "finding.act-number" => found?.ActNumber,
            "finding.act-on" => found?.ActOn?.Value,
            "finding.effective-on" => found?.EffectiveOn?.Value,
            _ => throw new InvalidOperationException($"no fact “{fact}”"),
        };
    }
}

public sealed record CheckLeadsElsewhere(Text Question, Text Step, IReadOnlyList<Text> Steps)
    : Refusal(
        "check-leads-elsewhere", new Text($"核查事项“{Question.Zh}”不引向“{Step.Zh}”", $"the question “{Question.En}” does not lead to “{Step.En}”"), null,
        new Text($"可以：{(Steps.Count == 0 ? "直接回答" : string.Join('、', Steps.Select(s => s.Zh)))}", $"it may lead to: {(Steps.Count == 0 ? "an answer only" : string.Join(", ", Steps.Select(s => s.En)))}"));

/// <param name="Step">The step by which the proceeding was opened.</param>
/// <param name="Carried">Its fields that were taken over from the matter unchanged.</param>
/// <param name="Use">The use of what another function had found, where it was one.</param>
[EventType("checks.led-to-proceeding")]
public sealed record CheckLed(DateOnly On, string Check, Text Title, Track Function, string Step, IReadOnlyList<string> Carried, MaterialUse? Use) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Proceedings[^1];
        matter.Answer(Check, new CheckAnswer(CheckOutcome.Opened, proceeding.Title, proceeding.Id, recorded.Actor, On, matter.Occurrences.Count));
        if (Use is not null)
            matter.Used(Use with { Proceeding = proceeding.Id }, recorded);
    }

    public Text Says(Matter matter)
    {
        var into = matter.Answers.GetValueOrDefault(Check)?.Proceeding;
        return new Text($"核查事项“{Title.Zh}”成案：{into}，带入 {Carried.Count} 栏", $"Question “{Title.En}” led to {into}, {Carried.Count} fields carried over");
    }

    Track? IMatterEvent.Track => Function;
}
