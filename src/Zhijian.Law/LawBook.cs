using Zhijian.Kernel;
using Zhijian.Law.Assessment;

namespace Zhijian.Law;

/// <summary>
/// Everything under data/, loaded and checked once at start: the calendar, terms, instruments, charges, procedures and duties.
/// Immutable. A file that is wrong stops the start with file and line.
/// </summary>
public sealed class LawBook
{
    public required WorkCalendar Calendar { get; init; }

    public required IReadOnlyDictionary<string, Term> Terms { get; init; }

    public required IReadOnlyDictionary<string, Instrument> Instruments { get; init; }

    public required IReadOnlyDictionary<string, Charge> Charges { get; init; }

    public required IReadOnlyDictionary<string, Procedure> Procedures { get; init; }

    /// <summary>Kinds of supervision beside the criminal proceedings (data/proceedings/).</summary>
    public required IReadOnlyDictionary<string, ProceedingKind> Proceedings { get; init; }

    public required DutyBook Duties { get; init; }

    /// <summary>What puts a question to one of the four functions (data/checks/).</summary>
    public IReadOnlyList<CheckRule> Checks { get; init; } = [];

    /// <summary>What one function may use of another (data/sharing/).</summary>
    public IReadOnlyList<SharingRule> Sharing { get; init; } = [];

    /// <summary>What of a document is held against the record.</summary>
    public IReadOnlyList<ComparisonRule> Comparison { get; init; } = [];

    /// <summary>Templates of the papers that the office writes, by id (data/documents/).</summary>
    public IReadOnlyDictionary<string, DocumentTemplate> Documents { get; init; } = new Dictionary<string, DocumentTemplate>(StringComparer.Ordinal);

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>How characters fold and are read (data/characters/).</summary>
    public Characters Characters { get; init; } = Characters.None;

    /// <summary>What the words of published cases say about supervision.</summary>
    public PublishedWords PublishedWords { get; init; } = new([], []);

    /// <summary>How amounts are computed and what follows from a band (data/law/rules/).</summary>
    public required Rules Rules { get; init; }

    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static LawBook Load(string data)
    {
        var instruments = Instrument.Load(data);
        var terms = TermFiles.Load(data).ToDictionary(t => t.Key, t => t.Value.Term, StringComparer.Ordinal);
        var calendar = CalendarFiles.Load(data);
        var duties = DutyFiles.Load(data, terms);
        var proceedings = ProceedingKind.Load(data);
        var vocabulary = Vocabulary.Load(data);
        var procedures = Procedure.Load(data, duties.Select(d => d.Id).ToHashSet(StringComparer.Ordinal), proceedings);
        return new LawBook
        {
            Calendar = calendar,
            Terms = terms,
            Instruments = instruments,
            Charges = ChargeFiles.Load(data, instruments, vocabulary.Standards),
            Procedures = procedures,
            Proceedings = proceedings,
            Duties = new DutyBook(duties, terms, calendar),
            Checks = CheckRule.Load(data, procedures, vocabulary.Findings),
            Sharing = SharingRule.Load(data),
            Comparison = ComparisonRule.Load(data),
            Documents = DocumentTemplate.Load(data, procedures, proceedings),
            Vocabulary = vocabulary,
            Characters = CharacterFiles.Load(data),
            PublishedWords = PublishedWords.Load(data, proceedings),
            Rules = RuleFiles.Load(data),
        };
    }

    /// <summary>The law for an act on one day that is handled on another: both dates are always needed (刑法12).</summary>
    public LawAt At(DateOnly actDate, DateOnly handledOn) => new(this, actDate, handledOn);
}

/// <summary>The law in force for one act date and one handling date. It lists what applies on each; which is more lenient is for the assessment.</summary>
public sealed record LawAt(LawBook Book, DateOnly ActDate, DateOnly HandledOn)
{
    /// <summary>The text of the article when the act was done; null before the first recorded text.</summary>
    public StatuteText? TextAtAct(string charge) => Find(charge, ActDate);

    public StatuteText? TextAtHandling(string charge) => Find(charge, HandledOn);

    /// <summary>Thresholds in force on the act date for that charge and kind of subject (individual or unit).</summary>
    public IReadOnlyList<Threshold> ThresholdsAtAct(string charge, bool unit) => Thresholds(charge, unit, ActDate);

    public IReadOnlyList<Threshold> ThresholdsAtHandling(string charge, bool unit) => Thresholds(charge, unit, HandledOn);

    private StatuteText? Find(string charge, DateOnly day) => Book.Charges.GetValueOrDefault(charge)?.TextOn(day);

    private List<Threshold> Thresholds(string charge, bool unit, DateOnly day) =>
        Book.Charges.TryGetValue(charge, out var c)
            ? [.. c.Thresholds.Where(t => t.IsInForce(day) && t.AppliesTo(unit))]
            : [];
}
