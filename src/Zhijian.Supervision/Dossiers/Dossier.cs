using Zhijian.Kernel;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Dossiers;

/// <summary>A plaintiff, applicant or registrant as the data name one: by code, else by name; with how much there is of each.</summary>
public sealed record DossierSubject(string Key, string Name, long Suits, long Marks, long Works);

/// <summary>A data set that a dossier rests on; <paramref name="Rows"/> is null where the unit has imported none of it, which is not “none”.</summary>
public sealed record DossierSource(DataSet Set, long? Rows, string? ImportedAt);

/// <summary>One table of a dossier. <paramref name="Total"/>: how many rows there are, of which those with the most, or the newest, are here.</summary>
public sealed record DossierTable(string Id, Text Title, IReadOnlyList<DossierColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, long Total);

public sealed record DossierColumn(string Name, Text Title, ColumnType Type);

/// <summary>
/// What the data of the unit say of a plaintiff or applicant (恶意诉讼、恶意注册档案): suits, rights, agents, courts, results, who is tied to whom, and which
/// signs of bad faith show. It gathers; whether there is bad faith, people say.
/// </summary>
/// <param name="Subjects">The one that was asked for, then those whom the person reads as the same.</param>
/// <param name="Figures">By name, money in fen; null is unknown.</param>
/// <param name="From">The first day that the data tell of, and the last.</param>
/// <param name="Alike">Other writings of the data that may be the subject and are not read together with it yet, the likeliest first.</param>
public sealed record Dossier(
    IReadOnlyList<DossierSubject> Subjects, IReadOnlyList<DossierSource> Sources, IReadOnlyDictionary<string, long?> Figures, DateOnly? From, DateOnly? To,
    IReadOnlyList<SignClass> Classes, IReadOnlyList<DossierTable> Tables, IReadOnlyList<FindingLink> Links, IReadOnlyList<AlikeSubject> Alike)
{
    public DossierSubject Subject => Subjects[0];
}

/// <summary>One of the classes of leads, with what its signs say here.</summary>
public sealed record SignClass(BadFaithClass Class, IReadOnlyList<SignAnswer> Signs)
{
    /// <summary>How many of the signs show.</summary>
    public int Show => Signs.Count(s => s.Answer == Answer.Yes);
}

/// <summary>Whether a sign shows, by its figure. Unknown: the data do not tell, or it is for people alone.</summary>
/// <param name="Figure">What was counted; money in fen.</param>
/// <param name="Of">Of how many, for a share.</param>
/// <param name="Least">From where on it shows: a count, or hundredths.</param>
public sealed record SignAnswer(BadFaithSign Sign, Answer Answer, long? Figure, long? Of, long? Least);
