using System.Data.Common;
using Dapper;

namespace Zhijian.Store;

/// <summary>Reading the log.</summary>
public static class EventLog
{
    internal const string Columns =
        "seq AS Seq, stream AS Stream, version AS Version, type AS Type, schema AS Schema, data AS Data, actor AS Actor, office AS Office, "
        + "acted_on AS ActedOn, recorded_at AS RecordedAt, prev_hash AS PrevHash, hash AS Hash";

    /// <summary>The whole stream, oldest first; empty when there is none.</summary>
    public static async Task<IReadOnlyList<StoredEvent>> LoadAsync(DbConnection connection, DbTransaction? transaction, string stream, CancellationToken ct = default)
    {
        var rows = await connection.QueryAsync<StoredEvent>(new CommandDefinition(
            $"SELECT {Columns} FROM event WHERE stream = @stream ORDER BY version", new { stream }, transaction, cancellationToken: ct));
        return rows.AsList();
    }

    /// <summary>The newest event of a stream; null when there is none.</summary>
    internal static Task<StoredEvent?> LastAsync(DbConnection connection, DbTransaction? transaction, string stream, CancellationToken ct = default) =>
        connection.QueryFirstOrDefaultAsync<StoredEvent>(new CommandDefinition(
            $"SELECT {Columns} FROM event WHERE stream = @stream ORDER BY version DESC LIMIT 1", new { stream }, transaction, cancellationToken: ct));

    internal static Task<string?> HashAsync(DbConnection connection, DbTransaction transaction, long seq) =>
        connection.ExecuteScalarAsync<string>("SELECT hash FROM event WHERE seq = @seq", new { seq }, transaction);

    /// <summary>Names of all streams, in the order of their first event.</summary>
    public static async Task<IReadOnlyList<string>> StreamsAsync(DbConnection connection, DbTransaction? transaction, CancellationToken ct = default) =>
        (await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT stream FROM event WHERE version = 1 ORDER BY seq", transaction: transaction, cancellationToken: ct))).AsList();

    /// <summary>The log in order, a page at a time, in constant memory.</summary>
    public static async IAsyncEnumerable<StoredEvent> ReadAllAsync(Snapshot snapshot)
    {
        const int page = 1_000;
        for (long? after = null; ;)
        {
            var rows = (await snapshot.Connection.QueryAsync<StoredEvent>(
                $"SELECT {Columns} FROM event {(after is null ? "" : "WHERE seq > @after")} ORDER BY seq LIMIT {page}", new { after }, snapshot.Transaction)).AsList();
            foreach (var row in rows)
                yield return row;
            if (rows.Count < page)
                yield break;
            after = rows[^1].Seq;
        }
    }
}
