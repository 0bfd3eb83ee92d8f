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
    /// <param name="file">A new <see cref="RunFile"/>, whole when the run is over; after an error what is left of it is the caller's to remove.</param>
    /// <param name="progress">Percent, 0 to 100, where the engine can tell.</param>
    /// <exception cref="ModelFailedException">The engine refuses the SQL, or it takes more memory than it may.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task RunAsync(SupervisionModel model, ModelQuery query, IReadOnlyDictionary<string, ModelInput> inputs, string file, IProgress<double>? progress, CancellationToken ct);
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

/// <summary>The engine refused a model; the message is the engine's own.</summary>
public sealed class ModelFailedException(string model, string engine, string message, Exception? inner = null)
    : Exception($"{model} failed on {engine}: {message}", inner)
{
    /// <summary>What the engine says.</summary>
    public string Says { get; } = message;
}
