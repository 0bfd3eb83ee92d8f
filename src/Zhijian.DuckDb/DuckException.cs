namespace Zhijian.DuckDb;

/// <summary>What kind of thing DuckDB refused.</summary>
public enum DuckError
{
    Other,

    /// <summary>The text is no SQL.</summary>
    Syntax,

    /// <summary>A table, column or function does not exist, or types do not go together.</summary>
    Binding,

    /// <summary>A value is not of the type that was asked for.</summary>
    Conversion,

    /// <summary>A file or setting that this connection was confined from.</summary>
    Permission,

    /// <summary>The limit of memory was reached and nothing more could be put on disk.</summary>
    OutOfMemory,

    /// <summary>A file could not be read or written.</summary>
    Io,
}

/// <summary>DuckDB refused; the message is its own, with its place in the SQL where it gives one.</summary>
public sealed class DuckException(DuckError kind, string message) : Exception(message)
{
    public DuckError Kind { get; } = kind;

    /// <returns>The exception for a message; that of an interrupt says that it was cancelled.</returns>
    internal static Exception Of(string? message, CancellationToken cancelled = default) =>
        message is null ? new DuckException(DuckError.Other, "DuckDB failed and did not say why.")
        : cancelled.IsCancellationRequested && message.Contains("nterrupt", StringComparison.OrdinalIgnoreCase) ? new OperationCanceledException(message, cancelled)
        : new DuckException(KindOf(message), message);

    // an error of preparing has no code, one of running has: the beginning of the sentence is the same for both
    private static DuckError KindOf(string message) => message.Split(" Error:", 2)[0] switch
    {
        "Parser" or "Syntax" => DuckError.Syntax,
        "Binder" or "Catalog" or "Mismatch Type" => DuckError.Binding,
        "Conversion" or "Out of Range" => DuckError.Conversion,
        "Permission" => DuckError.Permission,
        "Out of Memory" => DuckError.OutOfMemory,
        "IO" => DuckError.Io,
        _ => DuckError.Other,
    };
}
