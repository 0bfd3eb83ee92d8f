using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters;

/// <summary>
/// One IP matter (知识产权案件): one right, one set of acts, one set of people, folded from its events. State lives per person and
/// charge; the headline is derived. Only the events of this module change it, and only while it is folded.
/// </summary>
public sealed class Matter
{
    private readonly List<Person> _persons = [];
    private readonly List<RightHolder> _holders = [];
    private readonly List<Amount> _amounts = [];
    private readonly List<AttachedDocument> _documents = [];
    private readonly List<Matters.Documents.Paper> _papers = [];
    private readonly List<TimelineEntry> _timeline = [];
    private readonly List<Occurrence> _occurrences = [];
    private readonly Dictionary<Track, CheckResult> _checks = [];
    private readonly List<FactsOfCharge> _facts = [];
    private readonly SortedSet<string> _circle = new(StringComparer.Ordinal);
    private readonly SortedSet<Track> _tracks = [];
    private readonly List<string> _assistants = [];
    private readonly List<Proceeding> _proceedings = [];
    private readonly List<FourChecks.Finding> _findings = [];
    private readonly Dictionary<string, FourChecks.CheckAnswer> _answers = new(StringComparer.Ordinal);
    private readonly List<(FourChecks.MaterialUse Use, Recorded Recorded)> _uses = [];
    private readonly List<Evidence.Exhibit> _exhibits = [];
    private readonly List<Evidence.FrozenCatalogue> _catalogues = [];
    private readonly List<Parties.PartyJudged> _partyJudgements = [];

    internal Matter(MatterId id) => Id = id;

    public MatterId Id { get; }

    /// <summary>Number of events folded; the version on which a decision rests.</summary>
    public long Version { get; internal set; }

    public bool Exists => Version > 0;

    public string Title { get; internal set; } = "";

    /// <summary>Path of the unit that handles it.</summary>
    public string OfficePath { get; internal set; } = "";

    public Right? Right { get; internal set; }

    /// <summary>What was made, sold or copied.</summary>
    public string? Goods { get; internal set; }

    /// <summary>First and last day of the acts, as far as known.</summary>
    public PartialDate? ActsFrom { get; internal set; }

    public PartialDate? ActsTo { get; internal set; }

    public string? Note { get; internal set; }

    public Secrecy Secrecy { get; internal set; }

    public string? Lead { get; internal set; }

    public IReadOnlyList<string> Assistants => _assistants;

    /// <summary>Ids of the people who may know a matter that is kept to a circle.</summary>
    public IReadOnlySet<string> Circle => _circle;

    /// <summary>Where the facts were published, for a published case.</summary>
    public PublishedSource? Published { get; internal set; }

    public IReadOnlySet<Track> Tracks => _tracks;

    public IReadOnlyList<Person> Persons => _persons;

    /// <summary>Supervision beside the criminal proceedings, in the order in which it was opened.</summary>
    public IReadOnlyList<Proceeding> Proceedings => _proceedings;

    public Proceeding? Proceeding(string id) => _proceedings.Find(p => p.Id == id);

    public IReadOnlyList<RightHolder> RightHolders => _holders;

    public IReadOnlyList<Amount> Amounts => _amounts;

    public IReadOnlyList<AttachedDocument> Documents => _documents;

    /// <summary>What the office writes in the matter (文书), in the order in which it was begun.</summary>
    public IReadOnlyList<Matters.Documents.Paper> Papers => _papers;

    public Matters.Documents.Paper? Paper(int n) => n >= 1 && n <= _papers.Count ? _papers[n - 1] : null;

    /// <summary>What was established, one record per person and charge, the latest last.</summary>
    public IReadOnlyList<FactsOfCharge> Facts => _facts;

    /// <summary>Outcomes of the four checks (一案四查) that were recorded.</summary>
    public IReadOnlyDictionary<Track, CheckResult> Checks => _checks;

    /// <summary>What one function found that may concern another.</summary>
    public IReadOnlyList<FourChecks.Finding> Findings => _findings;

    public FourChecks.Finding? Finding(string id) => _findings.Find(f => f.Id == id);

    /// <summary>Answers to the questions that the rules of data/checks put, by key.</summary>
    public IReadOnlyDictionary<string, FourChecks.CheckAnswer> Answers => _answers;

    /// <summary>What one function used of another, and who recorded it.</summary>
    public IReadOnlyList<(FourChecks.MaterialUse Use, Recorded Recorded)> Uses => _uses;

    /// <summary>Exhibits, in the order in which they were taken in; those kept to named people come last, and only for them.</summary>
    public IReadOnlyList<Evidence.Exhibit> Exhibits => _exhibits;

    public Evidence.Exhibit? Exhibit(string id) => _exhibits.Find(e => e.Id == id);

    /// <summary>A file of the matter; with the exhibit where it belongs to one kept to named people.</summary>
    public (AttachedDocument Document, Evidence.Exhibit? Kept)? FileOf(string hash) =>
        _documents.Find(d => d.Hash == hash) is { } document ? (document, null)
        : _exhibits.Where(e => e.IsKept).Select(e => (Exhibit: e, File: e.Files.FirstOrDefault(f => f.Hash == hash))).FirstOrDefault(f => f.File is not null) is { File: { } file, Exhibit: var kept } ? (file, kept)
        : null;

    /// <summary>Catalogues of the file as they were frozen, the latest last.</summary>
    public IReadOnlyList<Evidence.FrozenCatalogue> Catalogues => _catalogues;

    /// <summary>Which parties of other matters are one of this matter, as people judged.</summary>
    public IReadOnlyList<Parties.PartyJudged> PartyJudgements => _partyJudgements;

    public PartialDate? RegisteredOn { get; internal set; }

    public PartialDate? ClosedOn { get; internal set; }

    /// <summary>All events, oldest first, corrections applied.</summary>
    public IReadOnlyList<TimelineEntry> Timeline => _timeline;

    /// <summary>What happened, as the duties see it.</summary>
    public IReadOnlyList<Occurrence> Occurrences => _occurrences;

    public Person? Person(string id) => _persons.Find(p => p.Id == id);

    public RightHolder? RightHolder(string id) => _holders.Find(h => h.Id == id);

    public IEnumerable<(Person Person, Accusation Accusation)> Accusations =>
        _persons.SelectMany(p => p.Accusations.Select(a => (p, a)));

    /// <summary>A person whom an event names.</summary>
    /// <exception cref="UnknownSubjectException">The matter has no such person: a correction took them away.</exception>
    internal Person Known(string id) => Person(id) ?? throw new UnknownSubjectException(id);

    /// <summary>The name of the subject of a duty.</summary>
    public string? NameOf(string? subject) => subject is null ? null : Person(subject)?.Name ?? RightHolder(subject)?.Name ?? Proceeding(subject)?.Title ?? Finding(subject)?.Is.Title.Zh;

    /// <summary>In the place of the judgement that stood; one that is withdrawn leaves none.</summary>
    internal void Judge(Parties.PartyJudged judged)
    {
        _partyJudgements.RemoveAll(j => (j.Party, j.OtherMatter, j.OtherParty) == (judged.Party, judged.OtherMatter, judged.OtherParty));
        if (judged.Judgement != Parties.PartyIs.Withdrawn)
            _partyJudgements.Add(judged);
    }

    internal void Open(Track track) => _tracks.Add(track);

    /// <summary>Opens a proceeding; its function is opened with it.</summary>
    /// <param name="function">Where the proceeding belongs to another function than its kind: a suggestion to that on which it rests.</param>
    internal Proceeding Open(string kind, string title, string stage, PartialDate on, Track? function = null)
    {
        var (prefix, ofKind) = Matters.Proceedings.Known[kind];
        var track = function ?? ofKind;
        var proceeding = new Proceeding($"{prefix}{1 + _proceedings.Count(p => p.Kind == kind)}", kind, track, title);
        proceeding.Move(stage, on);
        _proceedings.Add(proceeding);
        Open(track);
        return proceeding;
    }

    /// <exception cref="UnknownSubjectException">The matter has no such proceeding: a correction took it away.</exception>
    internal Proceeding KnownProceeding(string id) => Proceeding(id) ?? throw new UnknownSubjectException(id);

    internal Person AddPerson(string name, bool isUnit)
    {
        var person = new Person($"P{_persons.Count + 1}", name, isUnit);
        _persons.Add(person);
        return person;
    }

    internal void AddRightHolder(string name, string? contact) => _holders.Add(new RightHolder($"R{_holders.Count + 1}", name, contact));

    internal void Add(Amount amount) => _amounts.Add(amount);

    internal void Add(Matters.Documents.Paper paper) => _papers.Add(paper);

    /// <exception cref="UnknownSubjectException">The matter has no such paper.</exception>
    internal Matters.Documents.Paper KnownPaper(int n) => Paper(n) ?? throw new UnknownSubjectException($"W{n}");

    internal void Add(AttachedDocument document) => _documents.Add(document);

    internal void Establish(string person, string charge, EstablishedFacts facts, Recorded recorded)
    {
        _facts.RemoveAll(f => f.Person == person && f.Charge == charge);
        _facts.Add(new FactsOfCharge(person, charge, facts, recorded));
    }

    internal void Check(Track track, CheckResult result) => _checks[track] = result;

    internal void Found(FourChecks.FindingRecorded finding) => _findings.Add(new FourChecks.Finding($"D{_findings.Count + 1}", finding));

    internal void Answer(string check, FourChecks.CheckAnswer answer) => _answers[check] = answer;

    internal void Used(FourChecks.MaterialUse use, Recorded recorded) => _uses.Add((use, recorded));

    internal void Add(Evidence.Exhibit exhibit) => _exhibits.Add(exhibit);

    internal void Add(Evidence.FrozenCatalogue catalogue) => _catalogues.Add(catalogue);

    /// <exception cref="UnknownSubjectException">The matter has no such exhibit: a correction took it away.</exception>
    internal Evidence.Exhibit KnownExhibit(string id) => Exhibit(id) ?? throw new UnknownSubjectException(id);

    /// <summary>Takes away what is kept to others.</summary>
    internal void HideExhibitsFrom(string reader) => _exhibits.RemoveAll(e => e.IsKept && !e.KeptTo.Contains(reader));

    internal void Assign(string lead, IReadOnlyList<string> assistants)
    {
        Lead = lead;
        _assistants.Clear();
        _assistants.AddRange(assistants);
        _circle.Add(lead);
        _circle.UnionWith(assistants);
    }

    internal void Admit(string person) => _circle.Add(person);

    internal void Exclude(string person) => _circle.Remove(person);

    internal void Add(TimelineEntry entry) => _timeline.Add(entry);

    internal void Add(IEnumerable<Occurrence> occurrences) => _occurrences.AddRange(occurrences);

    /// <summary>
    /// Moves those accusations of the persons that stand at <paramref name="from"/>: a charge that was indicted stays so while another of
    /// the same person is returned. <paramref name="charges"/>: null = all.
    /// </summary>
    internal void Move(
        IReadOnlyList<string> persons, IReadOnlyList<Stage> from, Stage to, PartialDate on, Text? outcome = null, IReadOnlyList<string>? charges = null)
    {
        foreach (var accusation in persons.SelectMany(p => Known(p).Accusations).Where(a => from.Contains(a.Stage) && (charges is null || charges.Contains(a.Charge))))
            accusation.Move(to, on, outcome);
    }
}

/// <summary>An event names somebody who is not in the matter; only a correction of an earlier entry can bring that about, and it is refused.</summary>
public sealed class UnknownSubjectException(string id) : Exception($"The matter has no “{id}”.");

/// <summary>The right that was infringed. <paramref name="Type"/>: code of data/vocabulary/ip-right-types.csv.</summary>
public sealed record Right(string Type, string? Name);

public sealed record RightHolder(string Id, string Name, string? Contact);

/// <summary>An amount with its source. <paramref name="Kind"/>: id of data/vocabulary/amount-kinds.csv, or the word that was published.</summary>
/// <param name="Person">The suspect whom it concerns; null = the matter.</param>
public sealed record Amount(string Kind, Money Yuan, bool Approximate, string Source, string? Person = null);

public sealed record FactsOfCharge(string Person, string Charge, EstablishedFacts Facts, Recorded Recorded);

public sealed record AttachedDocument(string Hash, string Name, long Size, string MediaType, PartialDate On);

/// <param name="SourceKind">official, judgment, press, or mirror (a re-post whose original was not seen).</param>
/// <param name="Office">The office that handled it, as published.</param>
public sealed record PublishedSource(string CaseId, string Url, string SourceKind, string? Office, string? Court, string? CaseNumber);

public sealed record TimelineEntry(IMatterEvent Event, Recorded Recorded, string Type, string Data, bool Corrected);

/// <param name="At">How many occurrences came before it: what comes after may outrun it.</param>
public sealed record CheckResult(CheckOutcome Outcome, string Reason, string By, PartialDate On, int At);

/// <summary>What a check of one function found.</summary>
public enum CheckOutcome
{
    [Label("未发现问题", "No issue")]
    NoIssue,

    [Label("已成案", "Opened")]
    Opened,

    [Label("已移送", "Transferred")]
    Transferred,

    [Label("不适用", "Not applicable")]
    NotApplicable,
}
