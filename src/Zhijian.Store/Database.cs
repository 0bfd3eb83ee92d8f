using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Zhijian.Store;

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
            _postgres = NpgsqlDataSource.Create(connectionString);
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

    /// <summary>A connection for reading; give it back by disposing it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct = default)
    {
        if (_postgres is not null)
            return await _postgres.OpenConnectionAsync(ct);
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <summary>A connection whose commits are on disk before they are acknowledged.</summary>
    internal async Task<DbConnection> OpenDurableAsync(CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        if (Dialect == Dialect.Sqlite)
            await Sql.ExecuteAsync(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", ct);
        return connection;
    }

    /// <summary>Begins a transaction that no other writer can overtake: SQLite takes the write lock at once; on PostgreSQL the head row is locked next.</summary>
    internal async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct) => Dialect == Dialect.Sqlite
        ? ((SqliteConnection)connection).BeginTransaction(deferred: false)
        : await connection.BeginTransactionAsync(ct);

    /// <summary>A connection that sees the database as it is now, whatever others commit meanwhile.</summary>
    public async Task<Snapshot> BeginSnapshotAsync(CancellationToken ct = default)
    {
        var connection = await OpenAsync(ct);
        await Sql.ExecuteAsync(connection, Dialect == Dialect.Sqlite ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", ct);
        return new Snapshot(connection);
    }

    internal string LockHead => Dialect == Dialect.Sqlite
        ? "SELECT seq, hash FROM log_head WHERE id = 1"
        : "SELECT seq, hash FROM log_head WHERE id = 1 FOR UPDATE";

    /// <summary>Case-sensitive order of text by its bytes, the same on both databases.</summary>
    public string Binary => Dialect == Dialect.Sqlite ? "COLLATE BINARY" : "COLLATE \"C\"";

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        else
            SqliteConnection.ClearPool(new SqliteConnection(_connectionString));
    }
}

/// <summary>One state of the database, until it is disposed.</summary>
public sealed class Snapshot(DbConnection connection) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public async ValueTask DisposeAsync()
    {
        await Sql.ExecuteAsync(connection, "COMMIT", default);
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
