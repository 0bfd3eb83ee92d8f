using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Testing;

/// <summary>
/// A matter that is told step by step. Every sentence goes through the real decision and the real fold; a refusal fails the test with its
/// words, unless it was expected with <see cref="Refused"/>. Nothing is stored.
/// </summary>
public sealed class MatterStory
{
    private readonly List<NewPerson> _persons = [];
    private readonly List<NewRightHolder> _holders = [];
    private readonly List<NewAmount> _amounts = [];
    private readonly List<StoredEvent> _log = [];
    private readonly List<StoredEvent> _kept = [];
    private string _registeredOn = "2024-01-02";
    private Secrecy _secrecy = Secrecy.Internal;
    private Actor _actor = An.Actor();
    private HashSet<string> _entrusted = [];
    private DateOnly _today = new(2026, 11, 22);

    internal bool IsPublished { get; init; }

    public MatterId Id { get; } = MatterId.Parse("MS-2026-0001");

    /// <summary>The log as the store would have it.</summary>
    public IReadOnlyList<StoredEvent> Log => _log;

    /// <summary>As whoever acts now may know it.</summary>
    public Matter Matter => AsKnownTo(_actor.Id);

    public Matter AsKnownTo(string person) => MatterFold.Fold(Id, _log, _kept, person);

    /// <summary>Events of exhibits that are kept to named people.</summary>
    public IReadOnlyList<StoredEvent> Kept => _kept;

    public IReadOnlyList<Duty> Duties
    {
        get
        {
            var matter = Matter;
            return TestLaw.Book.Duties.Derive(matter.Occurrences, matter.Published is null);
        }
    }

    /// <summary>The last duty of that rule, of that subject if one is named.</summary>
    public Duty Duty(string rule, string? subject = null) => Duties.Last(d => d.Rule.Id == rule && (subject is null || d.Subject == subject));

    public IReadOnlyList<WorkItem> WorkItems
    {
        get
        {
            var matter = Matter;
            return Matters.WorkItems.Of(matter, TestLaw.Book.Duties.Derive(matter.Occurrences, matter.Published is null));
        }
    }

    public Stage StageOf(string person, string? charge = null) =>
        Matter.Person(person)!.Accusations.Single(a => charge is null || a.Charge == charge).Stage;

    // ---- who and when

    public MatterStory By(Actor actor)
    {
        _actor = actor;
        return this;
    }

    /// <summary>The papers whose approval whoever acts was entrusted with.</summary>
    public MatterStory Entrusted(params string[] papers)
    {
        _entrusted = [.. papers];
        return this;
    }

    public MatterStory Today(string day)
    {
        _today = Day(day);
        return this;
    }

    // ---- what is registered

    public MatterStory Suspect(string name, params string[] charges) => Person(new NewPerson(name, charges.Length > 0 ? charges : ["213"], Measure.Bail));

    public MatterStory Unit(string name, params string[] charges) => Person(new NewPerson(name, charges.Length > 0 ? charges : ["213"], IsUnit: true));

    /// <summary>The measure against the suspect who was named last.</summary>
    public MatterStory Detained() => With(Measure.Detained);

    public MatterStory Arrested() => With(Measure.Arrested);

    public MatterStory OnBail() => With(Measure.Bail);

    public MatterStory WithMeasureUnknown() => With(Measure.Unknown);

    public MatterStory RightHolder(string name)
    {
        _holders.Add(new NewRightHolder(name));
        return this;
    }

    public MatterStory Amount(string kind, decimal yuan, bool approximate = false)
    {
        _amounts.Add(new NewAmount(kind, new Money(yuan), "审计报告第3页", approximate));
        return this;
    }

    public MatterStory RegisteredOn(string day)
    {
        _registeredOn = day;
        return this;
    }

    /// <summary>Only the people of its circle may know it.</summary>
    public MatterStory InCircle()
    {
        _secrecy = Secrecy.Circle;
        return this;
    }

    private MatterStory Person(NewPerson person)
    {
        _persons.Add(person);
        return this;
    }

    private MatterStory With(Measure measure)
    {
        _persons[^1] = _persons[^1] with { Measure = measure };
        return this;
    }

    internal MatterStory Register()
    {
        if (_log.Count > 0)
            return this;
        var registration = new RegisterMatter("假冒运动鞋案", Day(_registeredOn), "TM", [.. _holders], [.. _persons], "某商标", "运动鞋", Amounts: [.. _amounts], Secrecy: _secrecy);
        if (!IsPublished)
            return Do(registration);
        var registered = Decide(registration);
        Append([.. registered.Events.Select(e => e is MatterRegistered m
            ? m with { On = PartialDate.Unknown, Published = new PublishedSource("tc-000", "https://example.invalid/", "press", null, null, null) }
            : e)], PartialDate.Unknown);
        return this;
    }

    // ---- any step

    /// <summary>Takes a step; a refusal fails the test.</summary>
    public MatterStory Do(IDated command)
    {
        if (command is not RegisterMatter)
            Register();
        var decision = Decide(command);
        if (decision.Refusal is { } no)
            throw new InvalidOperationException($"{command} was refused: {no.Code} ({no.Says.En})");
        if (decision.Series is { } series) // the story is the whole unit: its numbers begin with 1
            decision = decision.With(1 + Matter.Papers.Count(p => p.Number is { } n && n.Series == series.Word && n.Year == series.Year));
        Append(decision.Events, command.On);
        return this;
    }

    /// <summary>The refusal of a step; that it is taken fails the test.</summary>
    public Refusal Refused(IDated command) =>
        Decide(command).Refusal ?? throw new InvalidOperationException($"{command} was not refused.");

    /// <summary>What the step would decide now; nothing is recorded.</summary>
    public Decision Decide(IDated command)
    {
        var step = TestLaw.Steps.All.Single(s => s.Command == command.GetType());
        var matter = Matter;
        if (!Access.May(_actor, step.Procedure, matter))
            throw new InvalidOperationException($"{_actor.Id} has no role for {step.Name}.");
        return step.Decide(matter, command, new StepContext(TestLaw.Book, step.Procedure, _actor, _today, An.Colleagues) { Entrusted = _entrusted });
    }

    /// <summary>Records events as they are: what the import of published cases does.</summary>
    public MatterStory Append(IReadOnlyList<IEvent> events, PartialDate on)
    {
        foreach (var e in events)
        {
            var type = EventTypes.Of(e.GetType());
            var log = KeptExhibits.IsKept(e) ? _kept : _log;
            log.Add(new StoredEvent
            {
                Seq = _log.Count + _kept.Count + 1,
                Stream = log == _kept ? KeptExhibits.StreamOf(Id) : Id.Value,
                Version = log.Count + 1,
                Type = type.Name,
                Schema = type.Schema,
                Data = EventTypes.Write(e),
                Actor = _actor.Id,
                Office = _actor.Unit,
                ActedOn = (e.TookPlaceOn ?? on).Value,
                RecordedAt = $"{_today:yyyy-MM-dd}T01:00:00.000Z",
                PrevHash = StoredEvent.Genesis,
                Hash = StoredEvent.Genesis,
            });
        }
        return this;
    }

    // ---- the steps in words

    public MatterStory AcceptedForArrest(string on, params string[] persons) => Do(new AcceptArrestReview(Day(on), "某市公安局", persons));

    public MatterStory ArrestReviewExtended(string on, params string[] persons) => Do(new ExtendArrestReview(Day(on), "涉案人员多", persons));

    public MatterStory ArrestApproved(string on, params string[] persons) => Do(new DecideArrest(Day(on), ArrestOutcome.Approved, "有逮捕必要", null, persons));

    public MatterStory ArrestRefused(string on, Measure? after = null, params string[] persons) =>
        Do(new DecideArrest(Day(on), ArrestOutcome.NoDanger, "无社会危险性", after, persons));

    public MatterStory Transferred(string on, params string[] persons) => Do(new AcceptTransfer(Day(on), "某市公安局", 0, persons));

    public MatterStory TransferredAfterReturns(string on, int returns) => Do(new AcceptTransfer(Day(on), "某区人民检察院", returns));

    public MatterStory ReviewExtended(string on, params string[] persons) => Do(new ExtendReview(Day(on), "涉案人员多", persons));

    public MatterStory Returned(string on, params string[] persons) => Do(new ReturnForInvestigation(Day(on), "补充鉴定", persons));

    public MatterStory Resubmitted(string on, params string[] persons) => Do(new AcceptResubmission(Day(on), "已补充鉴定", persons));

    public MatterStory Prosecuted(string on, params string[] persons) => Do(new Prosecute(Day(on), "某区人民法院", null, persons));

    public MatterStory ProsecutedFor(string charge, string on, params string[] persons) => Do(new Prosecute(Day(on), "某区人民法院", [charge], persons));

    public MatterStory NotProsecuted(string on, params string[] persons) =>
        Do(new DecideNonProsecution(Day(on), NonProsecution.Discretionary, "情节轻微", Persons: persons));

    public MatterStory JurisdictionChanged(string on, params string[] persons) => Do(new ChangeJurisdiction(Day(on), "某市人民检察院", "主要犯罪地在外市", persons));

    public MatterStory MeasureChanged(string on, Measure measure, params string[] persons) => Do(new ChangeMeasure(Day(on), measure, "决定书1号", persons));

    /// <summary>All notices that a transfer asks for.</summary>
    public MatterStory Noticed(string on)
    {
        Do(new NotifySuspect(Day(on)));
        return Matter.RightHolders.Count == 0 ? this : Do(new NotifyVictim(Day(on))).Do(new NotifyRightHolder(Day(on)));
    }

    /// <summary>A year for each person, a fine for each unit.</summary>
    public MatterStory Judged(string on, params string[] persons)
    {
        var indicted = Matter.Persons.Where(p => persons.Length > 0 ? persons.Contains(p.Id) : p.Accusations.Any(a => a.Stage == Stage.Indicted)).ToLookup(p => p.IsUnit, p => p.Id);
        if (indicted[true].Any())
            Do(new RecordJudgment(Day(on), "某区人民法院", Verdict.Guilty, Fine: new Money(100_000), Persons: [.. indicted[true]]));
        return indicted[true].Any() && !indicted[false].Any() ? this
            : Do(new RecordJudgment(Day(on), "某区人民法院", Verdict.Guilty, Months: 12, Persons: indicted[true].Any() ? [.. indicted[false]] : persons));
    }

    public MatterStory JudgmentReviewed(string on, params string[] persons) => Do(new ReviewJudgment(Day(on), JudgmentReview.Accepted, "量刑适当", persons));

    /// <summary>Everything that the rules asked is answered with no, then each function is concluded.</summary>
    public MatterStory FourChecks(string on)
    {
        foreach (var question in CheckQuestions.Of(Matter, TestLaw.Book).Where(q => q.Answer is null))
            Do(new AnswerCheck(Day(on), question.Key, CheckOutcome.NoIssue, "已审查"));
        foreach (var track in Enum.GetValues<Track>())
            Do(new RecordCheck(Day(on), track, Matter.Proceedings.Any(p => p.Track == track) || (track == Track.Criminal && Matter.Persons.Count > 0) ? CheckOutcome.Opened : CheckOutcome.NoIssue, "已审查"));
        return this;
    }

    public MatterStory Closed(string on) => Do(new CloseMatter(Day(on)));

    public MatterStory Performed(string duty, string on) => Do(new RecordPerformance(Day(on), duty, "回执"));

    /// <summary>An entry of a published record; everybody is meant when nobody is named.</summary>
    public MatterStory History(string on, string what, Milestone? milestone, params string[] persons)
    {
        Register();
        var whom = milestone is null ? [] : persons.Length > 0 ? persons : [.. Matter.Persons.Select(p => p.Id)];
        return Append([new HistoryRecorded(PartialDate.Parse(on), what, milestone, whom)], PartialDate.Parse(on));
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
