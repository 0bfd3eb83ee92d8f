using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Documents;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The steps that the actor can take in the matter now. Pure.</summary>
public static class OfferedSteps
{
    /// <summary>Steps that have their own place on the page: the upload form, “更正” at the timeline, “登记履行” at a duty.</summary>
    private static readonly string[] Elsewhere = ["register-matter", "attach-document", "propose-correction", "confirm-correction", "record-performance"];

    /// <summary>In the order of the procedure; what is not open, or not for this actor, is left out.</summary>
    public static IReadOnlyList<Step> Of(StepCatalogue steps, LawBook law, Matter matter, IReadOnlyList<Duty> duties, Actor actor) =>
        [.. steps.All.Where(s => !Elsewhere.Contains(s.Name) && HomeOf(s).Length == 0 && Access.May(actor, s.Procedure, matter) && IsOpen(s, law, matter, duties))];

    /// <summary>The page below that of the matter on which the step stands: the exhibits, the papers; empty for the matter itself.</summary>
    public static string HomeOf(Step step) =>
        step.Command.Namespace == typeof(Zhijian.Matters.Evidence.Exhibit).Namespace ? "/evidence" : step.Command.Namespace == typeof(Paper).Namespace ? "/documents" : "";

    public static bool IsOpen(Step step, LawBook law, Matter matter, IReadOnlyList<Duty> duties)
    {
        if (matter.ClosedOn is not null && !step.Procedure.AfterClosing)
            return false;
        // the proceedings of a published case were another office's; what remains is to keep our record of it
        if (matter.Published is not null && step.Procedure.Reference is not null)
            return false;
        if (step.Name == "close-matter" && CloseMatter.Obstacles(matter, law).Count > 0)
            return false;
        if (step.Name == "answer-check" && CheckQuestions.Of(matter, law).All(q => q.Answer is not null))
            return false;
        if (step.Name == "use-material" && !Items.Of(matter).Any())
            return false;
        if (step.Procedure.Scope == StepScope.Proceeding)
            return step.Procedure.From.Count == 0 || step.OpenIn(matter).Any(p => IsOwed(step, law, duties, p.Id));
        return step.From.Count > 0 ? step.OpenFor(matter).Any(p => IsOwed(step, law, duties, p.Id)) : IsOwed(step, law, duties, null);
    }

    /// <summary>A step that moves nobody and only discharges a duty is open while that duty is.</summary>
    private static bool IsOwed(Step step, LawBook law, IReadOnlyList<Duty> duties, string? subject) =>
        step.Moves
        || !law.Duties.Rules.Any(r => r.Step == step.Name)
        || duties.Any(d => d.Rule.Step == step.Name && d.Status != DutyStatus.Discharged && (subject is null || d.Subject == subject));

    /// <summary>Of the offered steps those that carry the proceeding on.</summary>
    public static IReadOnlyList<Step> For(Proceeding proceeding, IReadOnlyList<Step> offered, LawBook law, IReadOnlyList<Duty> duties) =>
        [.. offered.Where(s => s.Procedure.Proceeding == proceeding.Kind && s.Procedure.From.Contains(proceeding.Stage) && IsOwed(s, law, duties, proceeding.Id) && FitsPause(s, proceeding))];

    /// <summary>A review that is stopped can only run on, one that runs can only be stopped.</summary>
    private static bool FitsPause(Step step, Proceeding proceeding)
    {
        var paused = proceeding.Facts.GetValueOrDefault("paused") is { Length: > 0 };
        return !(step.Name.StartsWith("resume-", StringComparison.Ordinal) && !paused) && !(step.Name.StartsWith("pause-", StringComparison.Ordinal) && paused);
    }

    /// <summary>Of the offered steps those that depend on a stage in which the person is.</summary>
    public static IReadOnlyList<Step> For(Person person, IReadOnlyList<Step> offered, LawBook law, IReadOnlyList<Duty> duties) =>
        [.. offered.Where(s => s.From.Count > 0 && person.Accusations.Any(a => s.From.Contains(a.Stage)) && IsOwed(s, law, duties, person.Id))];
}
