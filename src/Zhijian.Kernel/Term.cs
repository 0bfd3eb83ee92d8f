namespace Zhijian.Kernel;

/// <summary>
/// A legal time limit (期限): its length by date, and how it is counted. The day of the event that starts it is not counted
/// (刑诉法105); everything else that the law leaves to choose must be chosen by the author of the file.
/// </summary>
public sealed record Term
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    /// <summary>Who must act in time.</summary>
    public required Text Obligor { get; init; }

    public required Text Trigger { get; init; }

    public required Text Duty { get; init; }

    /// <summary>The lengths, oldest first; each with the day from which it applies and its article.</summary>
    public required IReadOnlyList<TermValue> Values { get; init; }

    public required Counting Counting { get; init; }

    public string? Note { get; init; }

    /// <summary>Documents that discharge the term or tell of it.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    public IReadOnlyList<TermExtension> Extensions { get; init; } = [];

    public IReadOnlyList<TermExclusion> Exclusions { get; init; } = [];

    public IReadOnlyList<TermRestart> Restarts { get; init; } = [];

    public IReadOnlyList<TermVariant> Variants { get; init; } = [];

    /// <summary>The length in force on the day that starts the count; null where no text of that day was recorded.</summary>
    public TermValue? ValueOn(DateOnly day)
    {
        for (var i = Values.Count - 1; i >= 0; i--)
            if (Values[i].From <= day)
                return Values[i];
        return null;
    }

    /// <summary>The due date and the steps that lead to it; or, where a fact or a calendar is missing, the question instead. O(days counted).</summary>
    public TermCount Count(CountFrom from, WorkCalendar calendar) => TermCounter.Count(this, from, calendar);

    /// <summary>The due date alone, without extensions or suspensions; null where <see cref="Count"/> would ask. For sweeps over many dates.</summary>
    public DateOnly? PlainDue(DateOnly start, Custody custody, WorkCalendar calendar) => PlainCount.Due(this, start, custody, calendar);
}

/// <summary>A length in force from a day.</summary>
public sealed record TermValue(DateOnly From, int Length, TermUnit Unit, LegalRef Reference);

/// <summary>The unit in which the law states a length; a month is not thirty days, and a working day is by the notice of its year.</summary>
public enum TermUnit
{
    /// <summary>时; counted from the moment of the event (the earlier reading of 刑诉法105), never moved.</summary>
    Hour,

    /// <summary>日 (calendar days)</summary>
    Day,

    /// <summary>工作日</summary>
    WorkingDay,

    /// <summary>月; to the day of the same number.</summary>
    Month,

    /// <summary>年</summary>
    Year,

    /// <summary>日以前; counted backwards from the event (a hearing, an expiry): the last day on which it may still be done.</summary>
    DayBefore,

    /// <summary>当日; on the day of the event, nothing is counted.</summary>
    SameDay,
}

/// <summary>How a term is counted, with the article that says so.</summary>
public sealed record Counting(LastDay LastDay, MonthEnd MonthEnd, LegalRef Reference)
{
    public FirstDay FirstDay { get; init; }
}

/// <summary>Whether the day of the event counts.</summary>
public enum FirstDay
{
    /// <summary>It does not (刑诉法105, 民法典201).</summary>
    Excluded,

    /// <summary>The text can be read both ways (自即日起, 从犯罪之日起): it is not counted, and the reading that counts it stands beside as the earlier one.</summary>
    Disputed,
}

/// <summary>What happens when the last day is no working day.</summary>
public enum LastDay
{
    /// <summary>It moves to the next working day.</summary>
    Moves,

    /// <summary>It stands.</summary>
    Stands,

    /// <summary>It moves, but never for a suspect in custody (刑诉法105).</summary>
    MovesUnlessInCustody,
}

/// <summary>Where a count of months ends that begins on the last day of a month.</summary>
public enum MonthEnd
{
    /// <summary>On the last day of the target month (刑诉解释202).</summary>
    Criminal,

    /// <summary>On the day of the same number; the last day only where that number does not exist (民法典202).</summary>
    Civil,
}

/// <summary>Whether the suspect is in custody (在押), on which the last day of a term depends; unknown is a third answer, not “free”.</summary>
public enum Custody
{
    Unknown,
    Detained,
    Free,
}

/// <summary>From when, and under which circumstances, a term is counted.</summary>
/// <param name="Start">The day of the event.</param>
public sealed record CountFrom(DateOnly Start, Custody Custody = Custody.Unknown)
{
    /// <summary>The hour of the event; needed for terms in hours.</summary>
    public TimeOnly? Hour { get; init; }

    /// <summary>Extensions that were granted, in order; each is added to the end before the last day is moved.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>Times that do not count (鉴定、调卷 …), both ends included.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>The event from which the term is counted anew, when there was one; it takes the place of <see cref="Start"/>.</summary>
    public Restart? Restart { get; init; }
}

public sealed record Extension(Text Reason, TermValue Value);

/// <param name="To">The last day that does not count; null while the suspension lasts.</param>
public sealed record Suspension(Text Reason, DateOnly From, DateOnly? To, LegalRef Basis);

public sealed record Restart(Text Reason, DateOnly On, LegalRef Basis);

/// <summary>One step of a count: what was done, on what basis, and the date reached so far.</summary>
public sealed record CountStep(Text What, DateOnly Running, LegalRef? Basis);

/// <summary>The outcome of a count: the due date with its steps, or the question that must be answered first, or both.</summary>
public sealed record TermCount
{
    /// <summary>The last day of the term; null where it cannot be known.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The hour of the last day; only for terms in hours.</summary>
    public TimeOnly? DueHour { get; init; }

    public IReadOnlyList<CountStep> Steps { get; init; } = [];

    /// <summary>What is missing. With a <see cref="Due"/> beside it, that date is the earliest that it can be.</summary>
    public Text? Question { get; init; }

    /// <summary>An earlier date that another reading of the law gives, with the reason; work towards this one.</summary>
    public (DateOnly On, Text Why)? EarlierReading { get; init; }

    /// <summary>The working day before the due date: the office's own reminder, not a legal date.</summary>
    public DateOnly? RemindOn { get; init; }

    /// <summary>The length that was used.</summary>
    public TermValue? Value { get; init; }

    /// <summary>The last counted day before it was moved because it was no working day.</summary>
    public DateOnly? UnmovedEnd { get; init; }
}
