using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>What runs the SQL of a model: DuckDB on this machine, or PostgreSQL (with Citus: on many). The same findings from either.</summary>
public interface IModelEngine
{
    /// <summary>As people name it: <c>duckdb</c> or <c>postgres</c>.</summary>
    string Name { get; }

    /// <summary>Runs a model over its inputs; its SQL can read these and nothing else.</summary>
    /// <param name="inputs">For every set that the model reads, by name.</param>
    /// <param name="progress">Percent, 0 to 100, where the engine can tell.</param>
    /// <exception cref="ModelFailedException">The engine refuses the SQL, or it takes more memory than it may.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task RunAsync(SupervisionModel model, ModelQuery query, IReadOnlyDictionary<string, ModelInput> inputs, IFoundRows to, IProgress<double>? progress, CancellationToken ct);
}

/// <summary>The rows of one set for one run: kept snapshots, of which an earlier one counts where two have the same key, or rows that are at hand.</summary>
public sealed record ModelInput(DataSet Set, IReadOnlyList<SetSnapshot> Snapshots, DataRows? Rows)
{
    /// <summary>Whether the first snapshot is an import; the others come from matters.</summary>
    public bool Imported { get; init; }

    /// <summary>One SELECT over the tables that hold them.</summary>
    internal string Select(IReadOnlyList<string> columns, IReadOnlyList<string> tables) => string.Join(" UNION ALL ", tables.Select((table, i) =>
        $"SELECT {string.Join(", ", columns)} FROM {table} t{string.Concat(tables.Take(i).Select((earlier, n) => $"{(n == 0 ? " WHERE" : " AND")} NOT EXISTS (SELECT 1 FROM {earlier} e WHERE e.{Set.Key} = t.{Set.Key})"))}"));
}

/// <summary>Takes what a run finds, row by row: findings by falling score, then their rows, then their links. Texts as an engine writes them, NULL as null.</summary>
public interface IFoundRows
{
    /// <param name="row">key, subject, unit, score and the values of the model.</param>
    void Finding(IReadOnlyList<string?> row);

    /// <param name="row">finding_key, set_name, row_id, rule.</param>
    void Row(IReadOnlyList<string?> row);

    /// <param name="row">from_name, to_name, label, finding_key.</param>
    void Link(IReadOnlyList<string?> row);
}

/// <summary>The engine refused a model; the message is the engine's own.</summary>
public sealed class ModelFailedException(string model, string engine, string message, Exception? inner = null)
    : Exception($"{model} failed on {engine}: {message}", inner)
{
    /// <summary>What the engine says.</summary>
    public string Says { get; } = message;
}

/// <summary>What was found, held in memory: for examples, and for sets of a few rows.</summary>
public sealed class FoundInMemory(SupervisionModel model) : IFoundRows
{
    private readonly List<IReadOnlyList<string?>> _findings = [];
    private readonly List<IReadOnlyList<string?>> _rows = [];
    private readonly List<IReadOnlyList<string?>> _links = [];

    public DataRows Findings => new(["key", "subject", "unit", "score", .. model.Values.Select(v => v.Name)], _findings);

    public DataRows Rows => new(["finding_key", "set_name", "row_id", "rule"], _rows);

    public DataRows Links => new(["from_name", "to_name", "label", "finding_key"], _links);

    public void Finding(IReadOnlyList<string?> row) => _findings.Add(row);

    public void Row(IReadOnlyList<string?> row) => _rows.Add(row);

    public void Link(IReadOnlyList<string?> row) => _links.Add(row);
}
