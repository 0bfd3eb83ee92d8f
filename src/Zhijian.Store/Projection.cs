using System.Data.Common;

namespace Zhijian.Store;

/// <summary>
/// Read tables of a module. Their rows are a function of one stream, written in the transaction that appends to it; so rebuilding them
/// gives the same rows as living through the events did.
/// </summary>
public interface IProjection
{
    /// <summary>Tables that this projection owns and that <c>rebuild</c> empties.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Portable CREATE TABLE/INDEX IF NOT EXISTS statements.</summary>
    string CreateSql { get; }

    /// <summary>The same where the two databases need different statements, as a text index does.</summary>
    string CreateSqlOn(Dialect dialect) => CreateSql;

    /// <summary>What empties the tables.</summary>
    IReadOnlyList<string> EmptySqlOn(Dialect dialect) => [.. Tables.Select(t => $"DELETE FROM {t}")];

    bool Handles(string stream);

    /// <summary>Writes the rows of the stream anew. <paramref name="events"/> is the whole stream, oldest first.</summary>
    Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct);
}
