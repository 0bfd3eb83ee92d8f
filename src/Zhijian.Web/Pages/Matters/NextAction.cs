using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Pages.Matters;

public enum NextKind
{
    /// <summary>One act that is next for everyone still in play.</summary>
    One,

    /// <summary>It differs from person to person.</summary>
    Differs,

    /// <summary>Others are to act.</summary>
    Waiting,

    /// <summary>Nothing is left to do.</summary>
    Nothing,
}

/// <summary>The one next action of a matter, only if it is true for every person still in play. Pure.</summary>
/// <param name="Href">From the matter's address on: the step's form, or the place of the page where one chooses; null where the actor has no role for it.</param>
/// <param name="Who">Whose turn it is, when it is not the actor's.</param>
public sealed record NextAction(NextKind Kind, Text Title, int Persons = 0, LegalRef? Law = null, DateOnly? Due = null, string? Href = null, Text? Who = null)
{
    public static NextAction Of(Matter matter, IReadOnlyList<Duty> duties, StepCatalogue steps, Actor actor)
    {
        if (matter.ClosedOn is not null)
            return new NextAction(NextKind.Nothing, new Text("已结案", "Closed"));
        var open = duties.Where(d => d.Status == DutyStatus.Open).ToList();
        var inPlay = matter.Published is not null ? [] : matter.Persons
            .Where(p => p.Accusations.Any(a => !a.Stage.IsFinal()) || open.Any(d => d.Subject == p.Id && d.Rule.Holder == Holder.Office)).ToList();
        if (inPlay.Count == 0)
            return open.Where(d => d.Rule.Holder == Holder.Office).MinBy(DueOf) is { } left ? OfDuty(left, 0, matter, steps, actor) : AtTheEnd(matter, steps, actor);

        var mine = inPlay.Select(p => open.Where(d => d.Subject == p.Id && d.Rule.Holder == Holder.Office).MinBy(DueOf)).ToList();
        var earliest = mine.OfType<Duty>().Select(DueOf).DefaultIfEmpty(DateOnly.MaxValue).Min();
        // a duty towards the whole matter or the right holders is next for everyone, unless a person's clock ends first
        if (open.Where(d => d.Rule.Holder == Holder.Office && d.Rule.Scope != DutyScope.Person).MinBy(DueOf) is { } whole && DueOf(whole) <= earliest)
            return OfDuty(whole, inPlay.Count, matter, steps, actor);
        if (mine.TrueForAll(d => d is not null && d.Rule.Id == mine[0]!.Rule.Id))
            return OfDuty(mine.MinBy(d => DueOf(d!))!, inPlay.Count, matter, steps, actor);
        if (mine.TrueForAll(d => d is null))
            return WithoutDuty(inPlay, open);
        return new NextAction(NextKind.Differs, new Text("各人不同，见“人与罪名”", "differs from person to person, see “Persons and charges”"), inPlay.Count, Href: "#persons");
    }

    private static DateOnly DueOf(Duty duty) => duty.Count.Due ?? DateOnly.MaxValue;

    private static NextAction OfDuty(Duty duty, int persons, Matter matter, StepCatalogue steps, Actor actor)
    {
        var name = duty.Rule.Step ?? "record-performance";
        var step = steps.Find(name)!;
        var may = Access.May(actor, step.Procedure, matter);
        var href = HrefOf(duty, steps, []);
        return new NextAction(
            NextKind.One, duty.Rule.Title, persons, step.Procedure.Reference ?? duty.Count.Value?.Reference, duty.Count.Due, may ? href : null, may ? null : Said.Of(step.Procedure.Who));
    }

    /// <summary>
    /// The form of the step that discharges the duty. A step without a choice in it would be a conclusion drawn in advance where other
    /// steps end the duty too: then the place where one chooses.
    /// </summary>
    public static string HrefOf(Duty duty, StepCatalogue steps, IReadOnlyList<string> subjects)
    {
        if (duty.Rule.Step is null)
            return $"/steps/record-performance?duty={duty.Key}";
        var step = steps.Find(duty.Rule.Step)!;
        var isConclusion = duty.Rule.Holder == Holder.Office && step.Procedure.To.Count > 0 && !step.Fields.Any(f => f is { Kind: FieldKind.Choice, Required: true });
        if (isConclusion)
            return "#steps";
        var field = step.Fields.FirstOrDefault(f => f.Kind is FieldKind.Persons or FieldKind.Holders or FieldKind.Proceeding)?.Name;
        return $"/steps/{step.Name}{(field is null || subjects.Count == 0 ? "" : $"?{field}={string.Join(',', subjects)}")}";
    }

    private static NextAction WithoutDuty(List<Person> inPlay, List<Duty> open)
    {
        if (inPlay.TrueForAll(p => p.Accusations.All(a => a.Stage == Stage.Registered)))
            return new NextAction(NextKind.One, new Text("受理移送或提请批准逮捕", "Accept the transfer or the request for arrest"), inPlay.Count, Href: "#steps");
        var others = open.Select(d => d.Rule).DistinctBy(r => r.Id).ToList();
        return others.Count == 0
            ? new NextAction(NextKind.Differs, new Text("各人不同，见“人与罪名”", "differs from person to person, see “Persons and charges”"), inPlay.Count, Href: "#persons")
            : new NextAction(
                NextKind.Waiting,
                new Text($"等{string.Join('、', others.Select(r => $"{Names.Of(r.Holder).Zh}（{r.Title.Zh}）"))}", $"waiting for {string.Join(", ", others.Select(r => $"{Names.Of(r.Holder).En} ({r.Title.En})"))}"),
                inPlay.Count,
                Due: open.Min(DueOf) is { } due && due < DateOnly.MaxValue ? due : null);
    }

    private static NextAction AtTheEnd(Matter matter, StepCatalogue steps, Actor actor)
    {
        var (name, title) = matter.Checks.Count < 4
            ? ("record-check", new Text("填写一案四查", "Fill the four-check board"))
            : ("close-matter", new Text("结案", "Close the matter"));
        var step = steps.Find(name)!;
        var may = Access.May(actor, step.Procedure, matter);
        return new NextAction(NextKind.One, title, Href: may ? name == "record-check" ? "#four" : $"/steps/{name}" : null, Who: may ? null : Said.Of(step.Procedure.Who));
    }
}
