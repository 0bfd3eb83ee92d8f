using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Supervision.Sets;

/// <summary>A table that models read (data/sets/): its columns, what tells one row from another, and by what a distributed database spreads it.</summary>
public sealed record DataSet
{
    /// <summary>The name of the table: an SQL identifier.</summary>
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required string Meaning { get; init; }

    /// <summary>The column whose text names a row; no two rows share it.</summary>
    public required string Key { get; init; }

    /// <summary>The column by which the rows are spread over several machines.</summary>
    public required string Partition { get; init; }

    /// <summary>Filled from the law book, never imported.</summary>
    public bool FromLaw { get; init; }

    /// <summary>What the matters of the unit say of it.</summary>
    public FromMatters FromMatters { get; init; }

    /// <summary>Made for each run of the names in its other inputs: which writings mean the same party.</summary>
    public bool FromNames { get; init; }

    /// <summary>Whether files are imported into it.</summary>
    public bool TakesFiles => !FromLaw && !FromNames;

    /// <summary>The column that names the party of a row, and the one with its code; null where a row has none.</summary>
    public (string Name, string Code)? Party { get; init; }

    public required IReadOnlyList<DataSetColumn> Columns { get; init; }

    public DataSetColumn? Find(string column) => Columns.FirstOrDefault(c => c.Name == column);
}

/// <summary>One column of a data set. A value that is not known is NULL: it is never 0 and never “no”.</summary>
/// <param name="Required">A row without it is refused at the import.</param>
/// <param name="Personal">It tells something of a natural person: masked where people look who need not see it.</param>
public sealed record DataSetColumn(string Name, Text Title, ColumnType Type, string Meaning, bool Required, bool Personal)
{
    /// <summary>What lists that others keep call it, so that their columns need no mapping by hand.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The headings under which it is looked for in a file, the likeliest first.</summary>
    internal IReadOnlyList<string> Headings => [Name, Title.Zh, Title.En, .. Also];
}

/// <summary>Whether rows of a set come from the matters of the unit.</summary>
public enum FromMatters
{
    No,

    /// <summary>What matters say is enough to run on: a row that they do not have makes no finding.</summary>
    Enough,

    /// <summary>What matters say is added to an import and does not take its place: a row that is missing would be taken for “did not happen”.</summary>
    Added,
}

/// <summary>The types of columns, of parameters and of the values of a finding.</summary>
public enum ColumnType
{
    /// <summary>text</summary>
    Text,

    /// <summary>date</summary>
    Date,

    /// <summary>BIGINT</summary>
    Count,

    /// <summary>BIGINT, in fen: never floating point.</summary>
    Money,

    /// <summary>BOOLEAN</summary>
    Flag,
}

/// <summary>All data sets, read once at the start.</summary>
public sealed class DataSetCatalogue
{
    private readonly Dictionary<string, DataSet> _sets;

    public DataSetCatalogue(IEnumerable<DataSet> sets) => _sets = sets.ToDictionary(s => s.Id, StringComparer.Ordinal);

    public IReadOnlyCollection<DataSet> All => _sets.Values;

    public DataSet? Find(string id) => _sets.GetValueOrDefault(id);

    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static DataSetCatalogue Load(string dataFolder) =>
        new(Directory.EnumerateFiles(Path.Combine(dataFolder, "sets"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(dataFolder, file), Path.GetFileNameWithoutExtension(file))));

    private static DataSet Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        _ = Named(node.Get("id"));
        var columns = node.Items("columns").Select(Column).ToList();
        if (columns.GroupBy(c => c.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw node.Get("columns").Error($"“{twice.Key}” stands twice");
        if (columns.SelectMany(c => c.Also).FirstOrDefault(a => columns.Count(c => c.Headings.Contains(a)) > 1) is { } shared)
            throw node.Get("columns").Error($"“{shared}” is a heading of two columns");
        var set = new DataSet
        {
            Id = name,
            Title = node.Text("title"),
            Meaning = node.String("meaning"),
            Key = One(node.Get("key"), columns),
            Partition = One(node.Get("partition"), columns),
            FromLaw = node.Find("from_law") is not null && node.Bool("from_law"),
            FromMatters = node.Find("from_matters") is null ? FromMatters.No : node.Word<FromMatters>("from_matters"),
            FromNames = node.Find("from_names") is not null && node.Bool("from_names"),
            Party = node.Find("party") is { } party ? (One(party.Get("name"), columns), One(party.Get("code"), columns)) : null,
            Columns = columns,
        };
        if (set.Find(set.Key) is not { Type: ColumnType.Text, Required: true })
            throw node.Get("key").Error("the key is a required text");
        node.Done();
        return set;
    }

    private static DataSetColumn Column(DataNode node)
    {
        var column = new DataSetColumn(
            Named(node.Get("name")), new Text(node.String("zh"), node.String("en")), node.Word<ColumnType>("type"), node.String("meaning"),
            node.Find("required") is not null && node.Bool("required"), node.Find("personal") is not null && node.Bool("personal")) { Also = node.Strings("also") };
        node.Done();
        return column;
    }

    private static string One(DataNode node, List<DataSetColumn> columns) =>
        columns.Any(c => c.Name == node.String()) ? node.String() : throw node.Error($"“{node.String()}” is no column of this set");

    private static string Named(DataNode node) => Models.SqlWords.IsName(node.String())
        ? node.String() : throw node.Error($"“{node.String()}” is no name: small letters, digits and underscores, at most 63, and no word of SQL");
}
