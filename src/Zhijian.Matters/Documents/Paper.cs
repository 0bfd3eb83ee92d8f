using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>One official paper of the matter (文书): its versions, its approval, its number, its service. Only its events change it.</summary>
public sealed class Paper(int n, string template, Text name, PaperSubject subject, Track? track)
{
    private readonly List<PaperVersion> _versions = [];
    private readonly List<PaperNote> _notes = [];
    private readonly List<PaperService> _services = [];

    /// <summary>Its place among the papers of the matter, from 1.</summary>
    public int N => n;

    /// <summary>The template that it was made from (data/documents/).</summary>
    public string Template => template;

    public Text Name => name;

    public PaperSubject Subject => subject;

    public Track? Track => track;

    public PaperState State { get; private set; }

    public IReadOnlyList<PaperVersion> Versions => _versions;

    public PaperVersion Latest => _versions[^1];

    /// <summary>What was said on its way: submitted, approved, returned …, the latest last.</summary>
    public IReadOnlyList<PaperNote> Notes => _notes;

    /// <summary>Null while it has none, and for papers that get none.</summary>
    public PaperNumber? Number { get; private set; }

    /// <summary>When it was finished, by whom, and the hash of the file that was sealed.</summary>
    public PaperSeal? Seal { get; private set; }

    public IReadOnlyList<PaperService> Services => _services;

    /// <summary>As it reads now: the latest version, with number and day once it is finished.</summary>
    public PaperText Text => Seal is { } seal ? Latest.Text with { Number = Number?.Text, Date = seal.On } : Latest.Text;

    internal void Make(PaperVersion version)
    {
        _versions.Add(version);
        State = PaperState.Draft;
    }

    internal void Move(PaperState state, PaperNote note)
    {
        State = state;
        _notes.Add(note);
    }

    internal void Finish(PaperNumber? number, PaperSeal seal, PaperNote note)
    {
        (Number, Seal) = (number, seal);
        Move(PaperState.Finished, note);
    }

    internal void Serve(PaperService service) => _services.Add(service);
}

/// <summary>Where a paper stands.</summary>
public enum PaperState
{
    [Label("草稿", "Draft")]
    Draft,

    [Label("待审批", "Submitted")]
    Submitted,

    [Label("已批准", "Approved")]
    Approved,

    [Label("已完成", "Finished")]
    Finished,

    [Label("已作废", "Cancelled")]
    Cancelled,
}

/// <summary>Whom a paper concerns: ids of the matter.</summary>
public sealed record PaperSubject(IReadOnlyList<string> Persons, string? Holder = null, string? Proceeding = null)
{
    public static readonly PaperSubject None = new([]);

    public IEnumerable<string> Ids => Persons.Concat(new[] { Holder, Proceeding }.OfType<string>());

    public bool IsSameAs(PaperSubject other) => Ids.SequenceEqual(other.Ids, StringComparer.Ordinal);
}

/// <summary>A value that a paper used. <paramref name="Entry"/>: the entry of the record from which it came; null where it was given with the paper.</summary>
public sealed record PaperValue(string Field, string Value, long? Entry = null);

/// <param name="Office">The name of the unit when it was made.</param>
/// <param name="Maker">The name of whoever made it.</param>
/// <param name="TemplateVersion">The wording that was used: the beginning of the hash of the template.</param>
public sealed record PaperVersion(int N, DateOnly On, string By, string Office, string Maker, string TemplateVersion, PaperText Text, IReadOnlyList<PaperValue> Values);

public sealed record PaperNumber(string Series, int Year, int Number, string Text);

public sealed record PaperSeal(DateOnly On, string By, string Hash);

public sealed record PaperNote(PaperState State, DateOnly On, string By, Text Says);

public sealed record PaperService(DateOnly On, string By, string Recipient, ServiceChannel Channel, string Receipt);

/// <summary>An event of a paper: it is never corrected, for what was sealed stays as it was.</summary>
public interface IPaperEvent : IMatterEvent
{
    int Paper { get; }
}
