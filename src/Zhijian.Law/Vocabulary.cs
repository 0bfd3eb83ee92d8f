using System.Globalization;
using CsvHelper;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>The closed lists of names: charges, kinds of right, kinds of amount, milestones of published cases (data/vocabulary/).</summary>
public sealed class Vocabulary
{
    public required IReadOnlyList<ChargeName> Charges { get; init; }

    public required IReadOnlyList<RightType> Rights { get; init; }

    public required IReadOnlyList<AmountKind> AmountKinds { get; init; }

    /// <summary>What the standards measure, on what, and in which situation.</summary>
    public required StandardWords Standards { get; init; }

    public required IReadOnlyList<MilestonePhrase> Milestones { get; init; }

    public ReadingWords Reading { get; init; } = ReadingWords.None;

    /// <summary>What points to bad-faith registration or suits (data/vocabulary/bad-faith-indicators.csv); none of them proves it.</summary>
    public IReadOnlyList<BadFaithIndicator> Indicators { get; init; } = [];

    /// <summary>What may be found in one function that concerns another.</summary>
    public IReadOnlyList<FindingKind> Findings { get; init; } = [];

    public FindingKind? Finding(string idOrName) => Findings.FirstOrDefault(f => f.Id == idOrName || f.Title.Zh == idOrName);

    public BadFaithIndicator? Indicator(string idOrName) => Indicators.FirstOrDefault(i => i.Id == idOrName || i.Title.Zh == idOrName);

    public ChargeName? Charge(string nameOrArticle) =>
        Charges.FirstOrDefault(c => c.Article == nameOrArticle || c.Short == nameOrArticle || c.Title.Zh == nameOrArticle);

    public RightType? Right(string code) => Rights.FirstOrDefault(r => r.Code == code || (r.PublishedAs.Length > 0 && r.PublishedAs == code));

    public AmountKind? AmountKind(string idOrName) =>
        AmountKinds.FirstOrDefault(k => k.Id == idOrName || k.Title.Zh == idOrName || k.Also.Contains(idOrName));

    /// <summary>The milestone that a phrase of a published case states; null where it stays plain history.</summary>
    public Milestone? Milestone(string phrase) =>
        (Milestones.FirstOrDefault(m => m.Exact && m.Phrase == phrase) ?? Milestones.FirstOrDefault(m => !m.Exact && phrase.Contains(m.Phrase)))?.Milestone;

    public static Vocabulary Load(string data)
    {
        var folder = Path.Combine(data, "vocabulary");
        return new Vocabulary
        {
            Charges = [.. Rows(folder, "charges.csv").Select(r => new ChargeName(r("article"), r("short"), new Text(r("zh"), r("en"))))],
            Rights = [.. Rows(folder, "ip-right-types.csv").Select(r => new RightType(r("code"), new Text(r("zh"), r("en")), r("statute"), r("published_as")))],
            AmountKinds =
            [
                .. Rows(folder, "amount-kinds.csv").Select(r => new AmountKind(
                    r("id"), new Text(r("zh"), r("en")), r("metric") is "none" or "" ? null : r("metric"), r("also").Split('|', StringSplitOptions.RemoveEmptyEntries))),
            ],
            Standards = StandardWords.Load(data),
            Milestones = [.. DataNode.Load(data, Path.Combine(folder, "milestones.yaml")).Items().Select(ReadMilestone)],
            Reading = ReadingWords.Load(folder),
            Findings = [.. Rows(folder, "findings.csv").Select(r => new FindingKind(r("id"), new Text(r("zh"), r("en"))))],
            Indicators = [.. Rows(folder, "bad-faith-indicators.csv").Select(ReadIndicator)],
        };
    }

    private static BadFaithIndicator ReadIndicator(Func<string, string> row) => new(
        row("id"), row("kind"), new Text(row("zh"), row("en")), new Text(row("says_zh"), row("says_en")),
        new LegalRef(row("reference"), Words.Parse<RefStatus>(row("status")) ?? throw new InvalidOperationException($"data/vocabulary/bad-faith-indicators.csv: “{row("status")}” is no status")));

    private static MilestonePhrase ReadMilestone(DataNode node)
    {
        var match = node.String("match");
        if (match is not ("exact" or "contains"))
            throw node.Get("match").Error($"“{match}” is neither exact nor contains");
        var phrase = new MilestonePhrase(node.String("phrase"), match == "exact", node.Word<Milestone>("milestone"));
        node.Done();
        return phrase;
    }

    /// <summary>The rows of a CSV file; a column that is not there is an error with file and line.</summary>
    public static IEnumerable<Func<string, string>> Rows(string folder, string name)
    {
        var path = $"data/{Path.GetFileName(folder)}/{name}";
        using var reader = new StreamReader(Path.Combine(folder, name));
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        if (!csv.Read() || !csv.ReadHeader())
            throw new DataFileException(path, 1, "a header line is expected");
        while (csv.Read())
        {
            var (line, record, header) = (csv.Parser.RawRow, csv.Parser.Record!, csv.HeaderRecord!);
            yield return column => Array.IndexOf(header, column) is >= 0 and var i && i < record.Length
                ? record[i].Trim()
                : throw new DataFileException(path, line, $"no column “{column}”");
        }
    }
}

/// <param name="Short">The name without 罪, as published cases write it.</param>
public sealed record ChargeName(string Article, string Short, Text Title);

public sealed record RightType(string Code, Text Title, string Statute, string PublishedAs);

/// <param name="Metric">The measure of a threshold that it feeds; null where it feeds none.</param>
public sealed record AmountKind(string Id, Text Title, string? Metric, IReadOnlyList<string> Also);

/// <param name="Kind"><c>squat</c>: bad-faith registration; <c>suit</c>: bad-faith suits.</param>
/// <param name="Basis">Its source; only a verified one may be relied upon.</param>
public sealed record BadFaithIndicator(string Id, string Kind, Text Title, Text Says, LegalRef Basis);

public sealed record MilestonePhrase(string Phrase, bool Exact, Milestone Milestone);

/// <summary>What a published record states about the criminal track.</summary>
public enum Milestone
{
    Detained,
    Arrested,
    NotArrested,
    TransferredForArrest,
    TransferredForProsecution,
    Returned,
    Bailed,
    Indicted,
    NotProsecuted,
    JudgedFirst,
    JudgedFinal,
}
