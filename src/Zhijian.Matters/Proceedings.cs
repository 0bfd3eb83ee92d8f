using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters;

/// <summary>
/// One supervision beside the criminal proceedings (监督程序): of one judgment, one refusal to file, one omission of an organ. A matter may have
/// several, each in its own stage (data/proceedings/).
/// </summary>
public sealed class Proceeding(string id, string kind, Track track, string title)
{
    private readonly Dictionary<string, string> _facts = new(StringComparer.Ordinal);

    /// <summary>The letter of its kind and a number: F1.</summary>
    public string Id => id;

    public string Kind => kind;

    public Track Track => track;

    /// <summary>What is supervised, in a few words.</summary>
    public string Title => title;

    /// <summary>The entry that opened it.</summary>
    public long OpenedBy { get; internal set; }

    public string Stage { get; private set; } = "";

    public PartialDate Since { get; private set; }

    /// <summary>The decision that led to the present stage, in words.</summary>
    public Text? Outcome { get; private set; }

    /// <summary>What later decisions need to know of earlier ones.</summary>
    public IReadOnlyDictionary<string, string> Facts => _facts;

    /// <summary>It is known from a publication only: it was another office's, and no step is taken in it here.</summary>
    public bool IsPublished => _facts.ContainsKey("published");

    /// <summary>The fact, or nothing where it was not recorded.</summary>
    public string Fact(string fact) => _facts.GetValueOrDefault(fact, "");

    internal void Set(string fact, string value) => _facts[fact] = value;

    internal void Move(string stage, PartialDate on, Text? outcome = null) => (Stage, Since, Outcome) = (stage, on, outcome ?? Outcome);
}

/// <summary>The kinds of proceeding that the code knows, each with a file of the same name under data/proceedings/.</summary>
public static class Proceedings
{
    public const string FilingSupervision = "filing-supervision";

    public const string CivilSupervision = "civil-supervision";

    public const string AdministrativeSupervision = "administrative-supervision";

    public const string PublicInterest = "public-interest";

    public const string Suggestion = "suggestion";

    public const string PenaltyOpinion = "penalty-opinion";

    /// <summary>Letter and function by kind; a test holds them against the files.</summary>
    internal static readonly IReadOnlyDictionary<string, (char Prefix, Track Track)> Known = new Dictionary<string, (char, Track)>(StringComparer.Ordinal)
    {
        [FilingSupervision] = ('F', Track.Criminal),
        [CivilSupervision] = ('C', Track.Civil),
        [AdministrativeSupervision] = ('A', Track.Administrative),
        [PublicInterest] = ('G', Track.PublicInterest),
        [Suggestion] = ('S', Track.Criminal),
        [PenaltyOpinion] = ('L', Track.Administrative),
    };

    /// <summary>The function to which a duty belongs: that of its proceeding (a suggestion has the one on which it rests), else that of its file.</summary>
    public static Track TrackOf(this Matter matter, Duty duty) => duty.Subject is { } id && matter.Proceeding(id) is { } proceeding ? proceeding.Track : duty.Rule.Track;

    /// <summary>The kind as its file has it.</summary>
    public static ProceedingKind KindOf(this LawBook law, Proceeding proceeding) => law.Proceedings[proceeding.Kind];

    public static ProceedingStage StageOf(this LawBook law, Proceeding proceeding) => law.KindOf(proceeding).Stage(proceeding.Stage);

    /// <summary>Decides in the proceeding for which the step is taken, or refuses because there is none.</summary>
    public static Decision In(Matter matter, string? named, DateOnly on, StepContext x, Func<Proceeding, Decision> decide)
    {
        var (proceeding, no) = matter.ChooseProceeding(named, on, x);
        return proceeding is null ? no! : decide(proceeding);
    }

    /// <summary>The proceeding for which the step is taken: the named one, or the only one for which it is open; or the refusal.</summary>
    public static (Proceeding? Proceeding, Refusal? No) ChooseProceeding(this Matter matter, string? named, DateOnly on, StepContext x)
    {
        if (Guard.NotAfterToday(on, x) is { } impossible)
            return (null, impossible);
        var procedure = x.Procedure;
        var all = matter.Proceedings.Where(p => p.Kind == procedure.Proceeding).ToList();
        var ofKind = all.Where(p => !p.IsPublished).ToList();
        if (all.Find(p => p.IsPublished && (string.IsNullOrWhiteSpace(named) ? ofKind.Count == 0 : p.Id == named)) is { } published)
            return (null, new ProceedingOfAPublication(published.Id) { Field = "proceeding" });
        var open = ofKind.Where(p => procedure.From.Contains(p.Stage)).ToList();
        Proceeding? chosen;
        if (string.IsNullOrWhiteSpace(named))
        {
            if (open.Count > 1)
                return (null, new ChooseOneProceeding([.. open.Select(p => p.Id)]) { Field = "proceeding" });
            chosen = open.Count == 1 ? open[0] : ofKind.Count == 1 ? ofKind[0] : null;
            if (chosen is null)
                return (null, new NoProceeding(x.Law.Proceedings[procedure.Proceeding!].Title, procedure.Title, procedure.Reference, procedure.Remedy) { Field = "proceeding" });
        }
        else
        {
            chosen = ofKind.Find(p => p.Id == named);
            if (chosen is null)
                return (null, new UnknownProceeding(named, x.Law.Proceedings[procedure.Proceeding!].Title) { Field = "proceeding" });
        }
        if (!procedure.From.Contains(chosen.Stage))
            return (null, new ProceedingOutOfOrder(chosen.Id, x.Law.StageOf(chosen).Title, procedure.Title, procedure.Reference, procedure.Remedy) { Field = "proceeding" });
        return on < chosen.Since.Earliest
            ? (null, new BeforeTheProceedingStage(chosen.Id, on, chosen.Since, x.Law.StageOf(chosen).Title) { Field = "on" })
            : (chosen, null);
    }
}

public sealed record NoProceeding(Text Kind, Text Step, LegalRef? Reference, Text Fix)
    : Refusal("no-proceeding", new Text($"本案没有可以“{Step.Zh}”的{Kind.Zh}程序", $"the matter has no proceeding ({Kind.En}) for which “{Step.En}” is open"), Reference, Fix);

public sealed record ProceedingOfAPublication(string Id)
    : Refusal("proceeding-of-a-publication", new Text($"{Id} 来自公开案例，由公布的单位办理，不能在这里办理", $"{Id} is known from a published case; the office that published it handled it, and no step is taken in it here"), null, new Text("本院办理的，另行登记案件", "register a matter of its own for what this office handles"));

public sealed record UnknownProceeding(string Id, Text Kind)
    : Refusal("unknown-proceeding", new Text($"本案没有编号为“{Id}”的{Kind.Zh}程序", $"the matter has no proceeding “{Id}” ({Kind.En})"), null, new Text("填本案该类程序的编号", "give the id of such a proceeding of this matter"));

public sealed record ChooseOneProceeding(IReadOnlyList<string> Ids)
    : Refusal("choose-a-proceeding", new Text($"有数个程序可办：{string.Join('、', Ids)}", $"it is open for several: {string.Join(", ", Ids)}"), null, new Text("选择其中一个", "choose one of them"));

public sealed record ProceedingOutOfOrder(string Id, Text Stage, Text Step, LegalRef? Reference, Text Fix)
    : Refusal("proceeding-out-of-order", new Text($"{Id} 现处于“{Stage.Zh}”，不能“{Step.Zh}”", $"{Id} is at “{Stage.En}”; “{Step.En}” is not open"), Reference, Fix);

public sealed record BeforeTheProceedingStage(string Id, DateOnly On, PartialDate Since, Text Stage)
    : Refusal(
        "before-the-proceeding-stage",
        new Text($"日期 {On:yyyy-MM-dd} 早于 {Id} 进入“{Stage.Zh}”的日期 {Since}", $"{On:yyyy-MM-dd} is before {Id} reached “{Stage.En}” on {Since}"),
        null,
        new Text("核对日期；如原记录有误，先提出更正", "check the date; if the earlier record is wrong, propose a correction first"));
