using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Derives the duties of a matter from what happened in it. Pure: the same occurrences give the same duties. O(occurrences × rules).</summary>
public sealed class DutyBook(IReadOnlyList<DutyRule> rules, IReadOnlyDictionary<string, Term> terms, WorkCalendar calendar)
{
    public IReadOnlyList<DutyRule> Rules => rules;

    /// <param name="recordIsComplete">False for a published case: what is not recorded as done is unknown, not undone.</param>
    public IReadOnlyList<Duty> Derive(IReadOnlyList<Occurrence> occurrences, bool recordIsComplete = true)
    {
        var custody = new Dictionary<string, Custody>(StringComparer.Ordinal);
        var opened = new List<Opened>();
        foreach (var occurrence in occurrences)
        {
            if (occurrence is { Type: "custody-changed", Subject: { } person })
                custody[person] = Enum.Parse<Custody>(occurrence.Facts["custody"]);
            // first what ends and changes, then what opens: a resubmission closes the old clock before it starts the new one
            foreach (var duty in opened.Where(d => d.DischargedOn is null && d.Concerns(occurrence)))
                duty.See(occurrence, custody.GetValueOrDefault(duty.Subject ?? ""));
            foreach (var rule in rules)
                if (rule.OpensOn.Contains(occurrence.Type) && Fits(rule.Scope, occurrence.Subject) && rule.When.All(w => FactOf(occurrence, w.Key, custody) == w.Value))
                    opened.Add(new Opened(rule, occurrence, 1 + opened.Count(d => d.Rule == rule && d.Subject == occurrence.Subject)));
        }
        // only persons are in custody; a clock that has ended keeps the custody under which it ran
        return [.. opened.Select(d => Finish(d, d.Rule.Scope != DutyScope.Person ? Custody.Free : d.EndedIn ?? custody.GetValueOrDefault(d.Subject!), recordIsComplete))];
    }

    /// <summary>A fact of the occurrence; “custody” is that of its subject at the time.</summary>
    private static string? FactOf(Occurrence occurrence, string fact, Dictionary<string, Custody> custody) =>
        fact == "custody" ? Words.Kebab(custody.GetValueOrDefault(occurrence.Subject ?? "")) : occurrence.Facts.GetValueOrDefault(fact);

    private static bool Fits(DutyScope scope, string? subject) => scope switch
    {
        DutyScope.Person => subject is ['P', ..],
        DutyScope.RightHolder => subject is ['R', ..],
        DutyScope.Proceeding => subject is [not 'P' and not 'R', ..],
        _ => subject is null,
    };

    private Duty Finish(Opened d, Custody custody, bool recordIsComplete)
    {
        var choices = d.Rule.Terms.Where(t => t.Custody is null || t.Custody == custody).ToList();
        var open = choices.Count == 0; // the term depends on custody, and custody is unknown
        var replaced = d.Extensions.LastOrDefault(e => e.Rule.Replaces).Rule;
        var candidates = (replaced is not null ? [terms[replaced.Term!]] : (open ? d.Rule.Terms : choices).Select(t => TermOf(d, t)))
            .Select(t => (Term: t, Count: Count(d, t, custody)))
            .OrderBy(c => c.Count.Due ?? DateOnly.MaxValue)
            .ToList();
        var (term, count) = candidates[0];
        if (open && replaced is null && count.Due is not null)
            count = count with
            {
                Question = new Text(
                    $"是否在押未知：{string.Join("，", candidates.Select(c => $"{c.Term.Title.Zh} {c.Count.Due:yyyy-MM-dd}"))}",
                    $"custody unknown: {string.Join(", ", candidates.Select(c => $"{c.Term.Title.En} {c.Count.Due:yyyy-MM-dd}"))}"),
            };
        return new Duty
        {
            Rule = d.Rule,
            Subject = d.Subject,
            Ordinal = d.Ordinal,
            OpenedOn = d.On,
            Status = d.DischargedOn is not null ? DutyStatus.Discharged : recordIsComplete ? DutyStatus.Open : DutyStatus.Unrecorded,
            DischargedOn = d.DischargedOn,
            Custody = custody,
            Term = term,
            From = From(d, custody),
            Count = WithOtherReading(d, count, custody),
        };
    }

    /// <summary>The term as the law has it, or of as many days as were fixed for this case.</summary>
    private Term TermOf(Opened d, DutyTerm term) =>
        term.DaysIn is var (fact, basis) && d.On.Day is { } day && int.TryParse(d.Fact(fact), CultureInfo.InvariantCulture, out var days)
            ? terms[term.Term] with { Values = [new TermValue(day, days, TermUnit.Day, basis)] }
            : terms[term.Term];

    /// <summary>The day by the other text stands beside the count where it is the earlier one.</summary>
    private TermCount WithOtherReading(Opened d, TermCount count, Custody custody) =>
        d.Rule.OtherReading is { } other
        && DateOnly.TryParseExact(d.Fact(other.From), "yyyy-MM-dd", out var from)
        && terms[other.Term].Count(new CountFrom(from, custody), calendar).Due is { } due
        && (count.Due is null || due < count.Due)
            ? count with { EarlierReading = (due, other.Why) }
            : count;

    private TermCount Count(Opened d, Term term, Custody custody) => From(d, custody) is { } from
        ? term.Count(from, calendar)
        : new TermCount { Question = new Text($"起算日只知“{d.CountedFrom}”，请补录到日", $"the starting day is only known as “{d.CountedFrom}”; record the day") };

    private CountFrom? From(Opened d, Custody custody) => d.CountedFrom.Day is { } day
        ? new CountFrom(d.On.Day ?? day, custody)
        {
            Hour = d.Hour,
            Restart = d.Restart,
            Extensions = [.. d.Extensions.Where(e => !e.Rule.Replaces).Select(e => Extended(e.Rule, e.By, day, UnitOf(d, day))).OfType<Extension>()],
            Suspensions = d.Suspensions,
        }
        : null;

    private TermUnit UnitOf(Opened d, DateOnly day) => terms[d.Rule.Terms[0].Term].ValueOn(day)?.Unit == TermUnit.WorkingDay ? TermUnit.WorkingDay : TermUnit.Day;

    /// <summary>The length that is added: that of the term, or the days that were approved.</summary>
    /// <param name="unit">Days that are approved are days as the term counts them.</param>
    private Extension? Extended(DutyExtension rule, Occurrence by, DateOnly day, TermUnit unit) =>
        rule.DaysIn is var (fact, basis)
            ? int.TryParse(by.Facts.GetValueOrDefault(fact), CultureInfo.InvariantCulture, out var days) ? new Extension(rule.Reason, new TermValue(day, days, unit, basis)) : null
            : terms[rule.Term!].ValueOn(day) is { } value ? new Extension(rule.Reason, value) : null;

    private sealed class Opened(DutyRule rule, Occurrence by, int ordinal)
    {
        public DutyRule Rule => rule;

        public string? Subject => by.Subject;

        public int Ordinal => ordinal;

        public PartialDate On => by.On;

        public string? Fact(string fact) => by.Facts.GetValueOrDefault(fact);

        public TimeOnly? Hour => by.Hour;

        /// <summary>The day of the last restart, else of the opening; as far as it is known.</summary>
        public PartialDate CountedFrom { get; private set; } = by.On;

        public PartialDate? DischargedOn { get; private set; }

        /// <summary>The custody of the subject when the duty ended.</summary>
        public Custody? EndedIn { get; private set; }

        public List<(DutyExtension Rule, Occurrence By)> Extensions { get; } = [];

        /// <summary>Times that do not count, the last perhaps still lasting.</summary>
        public List<Suspension> Suspensions { get; } = [];

        public Restart? Restart { get; private set; }

        public bool Concerns(Occurrence o) => o.Subject is null || o.Subject == Subject;

        public void See(Occurrence o, Custody custody)
        {
            if (rule.DischargedOn.Contains(o.Type) || (o.Type == "duty-performed" && o.Facts.GetValueOrDefault("duty") == $"{rule.Id}.{Subject ?? "all"}.{ordinal}"))
                (DischargedOn, EndedIn) = (o.On, custody);
            Extensions.AddRange(rule.Extensions.Where(e => e.Occurrence == o.Type).Select(e => (e, o)));
            foreach (var suspension in rule.Suspensions)
                Stop(suspension, o);
            foreach (var (type, reason, basis) in rule.Restarts)
                if (type == o.Type)
                {
                    CountedFrom = o.On;
                    Restart = o.On.Day is { } day ? new Restart(reason, day, basis) : null;
                    Extensions.Clear(); // an extension belongs to the period that it extended
                }
        }

        /// <summary>
        /// Stops the clock, or lets it run on. A day that is only known as a month is counted so that the clock never shows a later date than it
        /// may: the stop begins at the latest and ends at the earliest.
        /// </summary>
        private void Stop(DutySuspension rule, Occurrence o)
        {
            if (o.Type == rule.ResumedOn && Suspensions.FindLastIndex(s => s.To is null && s.Basis == rule.Basis && s.Reason == rule.Reason) is >= 0 and var i)
                Suspensions[i] = Suspensions[i] with { To = o.On.Earliest < Suspensions[i].From ? Suspensions[i].From : o.On.Earliest };
            else if (o.Type == rule.Occurrence && rule.When.All(w => o.Facts.GetValueOrDefault(w.Key) == w.Value))
                Suspensions.Add(new Suspension(rule.Reason, o.On.Latest, null, rule.Basis));
        }
    }
}
