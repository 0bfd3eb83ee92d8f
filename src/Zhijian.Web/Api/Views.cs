using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.FourChecks;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>A person of the offices.</summary>
public sealed record PersonName(string Id, string Name);

/// <summary>An article with the state of its verification.</summary>
public sealed record Article(string Text, RefStatus Status)
{
    public static Article? Of(LegalRef? reference) => reference is null ? null : new Article(reference.Article, reference.Status);
}

/// <summary>Names of the people who occur in a matter.</summary>
internal static class PeopleNames
{
    public static async Task<Func<string, PersonName>> OfAsync(Platform platform, Matter matter)
    {
        var ids = matter.Timeline.Select(t => t.Recorded.Actor).Concat(matter.Circle).Concat(matter.Assistants).Append(matter.Lead).OfType<string>();
        var people = await platform.People.FindAsync(ids);
        return id => new PersonName(id, people.GetValueOrDefault(id)?.Name ?? id);
    }
}

/// <summary>One charge against one person, and where it stands.</summary>
public sealed record AccusationView(string Charge, Text? ChargeTitle, Stage Stage, Text StageTitle, PartialDate? Since, Text? Outcome);

/// <summary>A suspect or unit of the matter.</summary>
public sealed record SuspectView(string Id, string Name, bool IsUnit, Measure Measure, Custody Custody, int Returns, IReadOnlyList<AccusationView> Accusations);

/// <summary>The outcome of the check of one function.</summary>
public sealed record CheckView(Track Function, Text Title, CheckOutcome Outcome, string Reason, PersonName By, PartialDate On);

/// <summary>A question that a rule put to a function, and its answer; <paramref name="Steps"/>: those by which a proceeding is opened on it.</summary>
public sealed record QuestionView(
    string Check, Track Function, Text Title, Text Asks, Article? Article, string? Subject, string? SubjectName, PartialDate On, CheckOutcome? Outcome, string? Reason,
    string? Proceeding, PersonName? By, PartialDate? AnsweredOn, IReadOnlyList<string> Steps)
{
    internal static QuestionView Of(Matter m, CheckQuestion q, Func<string, PersonName> name) => new(
        q.Key, q.Function, q.Rule.Title, q.Rule.Asks, Article.Of(q.Rule.Reference), q.Subject, m.NameOf(q.Subject), q.On, q.Answer?.Outcome, q.Answer?.Reason,
        q.Answer?.Proceeding, q.Answer?.By is { } by ? name(by) : null, q.Answer?.On, [.. q.Rule.LeadsTo.Select(l => l.Step)]);
}

/// <summary>What one function found that may concern another.</summary>
public sealed record FindingView(
    string Id, string Kind, Text Title, Track FoundIn, string What, Material Material, string Source, PartialDate On, string? Organ, string? Court, string? CaseNumber, string? Parties, string? Act);

/// <summary>A use of material across functions, with the rule that governed it.</summary>
public sealed record UseView(
    string Item, Material Material, Track From, Track To, string? Proceeding, Purpose Purpose, SharingAnswer Answer, Article? Article, string Reason, string? Confirmed, PersonName By, PartialDate On);

/// <summary>A matter as it stands at its version.</summary>
public sealed record MatterView
{
    public required string Id { get; init; }

    public required long Version { get; init; }

    public required string CaseNumber { get; init; }

    public required string Title { get; init; }

    public required Text Headline { get; init; }

    public required string? Unit { get; init; }

    public required Secrecy Secrecy { get; init; }

    public required PersonName? Lead { get; init; }

    public required IReadOnlyList<PersonName> Assistants { get; init; }

    /// <summary>Who may know the matter; empty where it is not kept to a circle.</summary>
    public required IReadOnlyList<PersonName> Circle { get; init; }

    public required Right? Right { get; init; }

    public required string? Goods { get; init; }

    public required PartialDate? ActsFrom { get; init; }

    public required PartialDate? ActsTo { get; init; }

    public required string? Note { get; init; }

    public required PartialDate? RegisteredOn { get; init; }

    public required PartialDate? ClosedOn { get; init; }

    public required PublishedSource? Published { get; init; }

    public required IReadOnlyList<Track> Tracks { get; init; }

    public required IReadOnlyList<SuspectView> Persons { get; init; }

    public required IReadOnlyList<ProceedingView> Proceedings { get; init; }

    public required IReadOnlyList<RightHolder> RightHolders { get; init; }

    public required IReadOnlyList<Amount> Amounts { get; init; }

    public required IReadOnlyList<AttachedDocument> Documents { get; init; }

    public required IReadOnlyList<CheckView> Checks { get; init; }

    /// <summary>The questions behind the checks.</summary>
    public required IReadOnlyList<QuestionView> Questions { get; init; }

    public required IReadOnlyList<FindingView> Findings { get; init; }

    public required IReadOnlyList<UseView> Uses { get; init; }

    public required IReadOnlyList<DutyView> Duties { get; init; }

    public static MatterView Of(Platform platform, Matter m, Func<string, PersonName> name) => new()
    {
        Id = m.Id.Value,
        Version = m.Version,
        CaseNumber = m.Id.CaseNumber,
        Title = m.Title,
        Headline = m.Headline(),
        Unit = platform.Units.Find(m.OfficePath.TrimEnd('/').Split('/')[^1])?.Name,
        Secrecy = m.Secrecy,
        Lead = m.Lead is { } lead ? name(lead) : null,
        Assistants = [.. m.Assistants.Select(name)],
        Circle = m.Secrecy == Secrecy.Circle ? [.. m.Circle.Select(name)] : [],
        Right = m.Right,
        Goods = m.Goods,
        ActsFrom = m.ActsFrom,
        ActsTo = m.ActsTo,
        Note = m.Note,
        RegisteredOn = m.RegisteredOn,
        ClosedOn = m.ClosedOn,
        Published = m.Published,
        Tracks = [.. m.Tracks],
        Persons =
        [
            .. m.Persons.Select(p => new SuspectView(p.Id, p.Name, p.IsUnit, p.Measure, p.Custody, p.Returns,
            [
                .. p.Accusations.Select(a => new AccusationView(a.Charge, platform.Law.Vocabulary.Charge(a.Charge)?.Title, a.Stage, a.Stage.Label(), a.Since, a.Outcome)),
            ])),
        ],
        Proceedings = [.. m.Proceedings.Select(p => new ProceedingView(p.Id, p.Kind, platform.Law.KindOf(p).Title, p.Track, p.Title, p.Stage, platform.Law.StageOf(p).Title, platform.Law.StageOf(p).Final, p.Since, p.Outcome, p.Facts))],
        RightHolders = m.RightHolders,
        Amounts = m.Amounts,
        Documents = m.Documents,
        Checks = [.. m.Checks.OrderBy(c => c.Key).Select(c => new CheckView(c.Key, TrackNames.Of(c.Key), c.Value.Outcome, c.Value.Reason, name(c.Value.By), c.Value.On))],
        Questions = [.. CheckQuestions.Of(m, platform.Law).Select(q => QuestionView.Of(m, q, name))],
        Findings = [.. m.Findings.Select(f => new FindingView(f.Id, f.Is.Kind, f.Is.Title, f.Is.FoundIn, f.Is.What, f.Is.Material, f.Is.Source, f.Is.On, f.Is.Organ, f.Is.Court, f.Is.CaseNumber, f.Is.Parties, f.Is.Act))],
        Uses = [.. m.Uses.Select(u => new UseView(u.Use.Item, u.Use.Material, u.Use.From, u.Use.To, u.Use.Proceeding, u.Use.Purpose, u.Use.Answer, Article.Of(u.Use.Basis), u.Use.Reason, u.Use.Confirmed, name(u.Recorded.Actor), u.Recorded.ActedOn))],
        Duties = [.. platform.Runner.DutiesOf(m).Select(d => DutyView.Of(m, d))],
    };
}

/// <param name="Final">Nothing is left to do in it.</param>
/// <param name="Facts">What later decisions need to know, by name: court, case-number, object; “published” where it is known from a publication only.</param>
public sealed record ProceedingView(
    string Id, string Kind, Text KindTitle, Track Track, string Title, string Stage, Text StageTitle, bool Final, PartialDate Since, Text? Outcome, IReadOnlyDictionary<string, string> Facts);

/// <summary>An entry of the log of a matter; where a correction was confirmed, its data are the corrected ones.</summary>
public sealed record EventView(
    long Version, string Type, Track? Track, PartialDate ActedOn, string RecordedAt, PersonName Actor, Text Says, bool Corrected, JsonNode? Data, string Hash)
{
    internal static EventView Of(Matter matter, TimelineEntry entry, StoredEvent stored, Func<string, PersonName> name) => new(
        entry.Recorded.Version, entry.Type, entry.Event.Track, entry.Recorded.ActedOn, entry.Recorded.RecordedAt, name(entry.Recorded.Actor),
        entry.Event.Says(matter), entry.Corrected, JsonNode.Parse(entry.Data), stored.Hash);
}

/// <summary>A duty with its clock: by when, on which article, and what must be known first where a fact is missing.</summary>
public sealed record DutyView
{
    public required string Key { get; init; }

    public required Text Title { get; init; }

    public required Track Track { get; init; }

    public required Holder Holder { get; init; }

    public required string? Subject { get; init; }

    public required string? SubjectName { get; init; }

    public required DutyStatus Status { get; init; }

    public required PartialDate OpenedOn { get; init; }

    public required PartialDate? DischargedOn { get; init; }

    /// <summary>The last day; beside a question it is the earliest that it can be.</summary>
    public required DateOnly? Due { get; init; }

    public required TimeOnly? DueHour { get; init; }

    public required Text? Question { get; init; }

    public required Article? Article { get; init; }

    /// <summary>An earlier day that another reading of the law gives.</summary>
    public required DateOnly? EarlierReading { get; init; }

    public required Text? EarlierReadingWhy { get; init; }

    /// <summary>The step that discharges it; null = record-performance.</summary>
    public required string? Step { get; init; }

    public required Text? Late { get; init; }

    internal static DutyView Of(Matter matter, Duty d) => new()
    {
        Key = d.Key,
        Title = d.Rule.Title,
        Track = matter.TrackOf(d),
        Holder = d.Rule.Holder,
        Subject = d.Subject,
        SubjectName = matter.NameOf(d.Subject),
        Status = d.Status,
        OpenedOn = d.OpenedOn,
        DischargedOn = d.DischargedOn,
        Due = d.Count.Due,
        DueHour = d.Count.DueHour,
        Question = d.Count.Question,
        Article = Article.Of((d.Count.Value ?? d.Term.Values[^1]).Reference),
        EarlierReading = d.Count.EarlierReading?.On,
        EarlierReadingWhy = d.Count.EarlierReading?.Why,
        Step = d.Rule.Step,
        Late = d.Rule.Late,
    };
}
