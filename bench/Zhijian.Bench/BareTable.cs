using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>The limit: the same rows put into the same table by the database driver alone, with prepared statements.</summary>
internal sealed class BareTable : IAsyncDisposable
{
    private static readonly string[] Columns =
        ["seq", "stream", "version", "type", "schema", "data", "actor", "office", "acted_on", "recorded_at", "prev_hash", "hash"];

    private readonly Dialect _dialect;
    private readonly DbDataSource? _postgres;
    private readonly string _sqlite;

    private BareTable(Dialect dialect, Place place)
    {
        _dialect = dialect;
        _postgres = place.Options.Postgres is { } postgres ? NpgsqlDataSource.Create(postgres) : null;
        _sqlite = new SqliteConnectionStringBuilder { DataSource = place.File, Pooling = false }.ToString();
    }

    public static async Task<BareTable> CreateAsync(Dialect dialect, Place place)
    {
        await using (await EventStore.OpenAsync(place.Options, [], TimeProvider.System))
            return new BareTable(dialect, place); // the store makes its tables when it is opened
    }

    /// <param name="batch">Rows a commit.</param>
    public Task InsertAsync(IReadOnlyList<StoredEvent> rows, int connections, int batch) => Task.WhenAll(
        Enumerable.Range(0, connections).Select(c => Task.Run(() => InsertAsync([.. rows.Where((_, i) => i % connections == c)], batch))));

    private async Task InsertAsync(IReadOnlyList<StoredEvent> rows, int batch)
    {
        await using var connection = await OpenAsync();
        // PostgreSQL is fastest with one statement for the whole batch, SQLite with one for a row
        var perStatement = _dialect == Dialect.Postgres ? batch : 1;
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO event ({string.Join(", ", Columns)}) VALUES "
            + string.Join(", ", Enumerable.Range(0, perStatement).Select(r => $"({string.Join(", ", Columns.Select(c => $"@{c}{r}"))})"));
        Bind(insert, rows, 0, perStatement);
        await insert.PrepareAsync();
        for (var i = 0; i < rows.Count; i += batch)
        {
            await using var transaction = batch > perStatement ? await connection.BeginTransactionAsync() : null;
            insert.Transaction = transaction;
            for (var j = i; j < i + batch; j += perStatement)
            {
                Bind(insert, rows, j, perStatement);
                await insert.ExecuteNonQueryAsync();
            }
            if (transaction is not null)
                await transaction.CommitAsync();
        }
    }

    private static void Bind(DbCommand command, IReadOnlyList<StoredEvent> rows, int from, int count)
    {
        var at = 0;
        for (var r = 0; r < count; r++)
        {
            var e = rows[from + r];
            object[] values = [e.Seq, e.Stream, e.Version, e.Type, e.Schema, e.Data, e.Actor, e.Office, e.ActedOn, e.RecordedAt, e.PrevHash, e.Hash];
            for (var c = 0; c < values.Length; c++, at++)
            {
                if (command.Parameters.Count == at)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = $"{Columns[c]}{r}";
                    command.Parameters.Add(parameter);
                }
                command.Parameters[at].Value = values[c];
            }
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        if (_postgres is not null)
            return await _postgres.OpenConnectionAsync();
        var connection = new SqliteConnection(_sqlite);
        await connection.OpenAsync();
        await using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";
        await pragma.ExecuteNonQueryAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
    }
}
