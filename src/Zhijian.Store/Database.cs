using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zhijian.Store;

/// <summary>The databases on which the store runs.</summary>
public enum Dialect
{
    Sqlite,
    Postgres,
}

/// <summary>
/// Where the store keeps its tables: a SQLite file (default) or PostgreSQL. The SQL of the product is the subset that both share; what
/// differs is a named method here.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private readonly string _connectionString;
    private readonly NpgsqlDataSource? _postgres;

    private Database(Dialect dialect, string connectionString)
    {
        (Dialect, _connectionString) = (dialect, connectionString);
        if (dialect == Dialect.Postgres)
            _postgres = NpgsqlDataSource.Create(WithPreparing(connectionString));
        else
            SQLitePCL.Batteries_V2.Init();
    }

    public Dialect Dialect { get; }

    public static Database Sqlite(string file) => new(Dialect.Sqlite, new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = 30, // seconds; the busy timeout when another process writes
    }.ToString());

    /// <exception cref="ArgumentException">The connection string has an unknown or malformed key.</exception>
    public static Database Postgres(string connectionString) => new(Dialect.Postgres, connectionString);

    /// <summary>Statements that come again are prepared, unless the connection string decides otherwise (behind a pooler it may have to).</summary>
    private static string WithPreparing(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString }.ContainsKey("Max Auto Prepare")
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ToString();

    /// <summary>A connection for reading; give it back by disposing it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct = default)
    {
        if (_postgres is not null)
            return await _postgres.OpenConnectionAsync(ct);
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>A connection of the writer's own, whose commits are on disk before they are acknowledged.</summary>
    internal async Task<DbConnection> OpenDurableAsync(CancellationToken ct)
    {
        if (_postgres is not null)
        {
            var postgres = await _postgres.OpenConnectionAsync(ct);
            await Sql.ExecuteAsync(postgres, "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'", ct);
            return postgres;
        }
        // not pooled: closing it is what undoes a transaction that failed half-way
        var sqlite = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString());
        await sqlite.OpenAsync(ct);
        // SQLite's own busy handler waits in milliseconds, the driver's in steps of 150
        await Sql.ExecuteAsync(sqlite, "PRAGMA busy_timeout=30000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", ct);
        return sqlite;
    }

    /// <summary>The database as it is at the first look at it, whatever others commit meanwhile.</summary>
    public async Task<Snapshot> BeginSnapshotAsync(CancellationToken ct = default)
    {
        var connection = await OpenAsync(ct);
        return new Snapshot(connection, Dialect == Dialect.Sqlite
            ? ((SqliteConnection)connection).BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct));
    }

    /// <summary>Case-sensitive order of text by its bytes, the same on both databases.</summary>
    public string Binary => Dialect == Dialect.Sqlite ? "COLLATE BINARY" : "COLLATE \"C\"";

    /// <summary>The values of a parameter that is a list in JSON, for <c>IN</c>: one statement, however many there are.</summary>
    public string ListSql(string parameter, string type) => Dialect == Dialect.Sqlite
        ? $"(SELECT CAST(value AS {type}) FROM json_each(@{parameter}))"
        : $"(SELECT CAST(value AS {type}) FROM json_array_elements_text(CAST(@{parameter} AS json)))";

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        else
            SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }
}

/// <summary>One state of the database, until it is disposed.</summary>
public sealed class Snapshot(DbConnection connection, DbTransaction transaction) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

internal static class Sql
{
    public static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
