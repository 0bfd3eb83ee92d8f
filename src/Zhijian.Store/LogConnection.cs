using System.Data.Common;

namespace Zhijian.Store;

/// <summary>The connection that writes the log, with its prepared statements. What the two databases do differently is in the two classes below it.</summary>
internal abstract class LogConnection(DbConnection connection) : IAsyncDisposable
{
    protected static readonly string[] Columns = LogRow.Columns;

    private readonly List<DbCommand> _commands = [];

    public DbConnection Connection => connection;

    public static async Task<LogConnection> OpenAsync(Database database, CancellationToken ct = default)
    {
        var connection = await database.OpenDurableAsync(ct);
        return database.Dialect == Dialect.Sqlite ? new SqliteLogConnection(connection) : new PostgresLogConnection(connection);
    }

    /// <summary>Begins a transaction that no other writer of the log overtakes, and reads the head in it.</summary>
    /// <exception cref="LogDamagedException">There is no head.</exception>
    public async Task<(DbTransaction Transaction, LogHead Head)> BeginAsync()
    {
        var transaction = await BeginTransactionAsync();
        try
        {
            _lockHead ??= Command(LockHeadSql);
            _lockHead.Transaction = transaction;
            await using var reader = await _lockHead.ExecuteReaderAsync();
            return await reader.ReadAsync()
                ? (transaction, new LogHead(reader.GetInt64(0), reader.GetString(1), reader.GetString(2)))
                : throw new LogDamagedException("the sealed head of the log is missing");
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private DbCommand? _lockHead;

    protected abstract string LockHeadSql { get; }

    protected abstract Task<DbTransaction> BeginTransactionAsync();

    /// <summary>The version at which the stream stands; 0 when there is none. O(log events).</summary>
    public async Task<long> VersionAsync(DbTransaction transaction, string stream)
    {
        _version ??= Command("SELECT MAX(version) FROM event WHERE stream = @stream", "stream");
        (_version.Transaction, _version.Parameters[0].Value) = (transaction, stream);
        return await _version.ExecuteScalarAsync() is long version ? version : 0;
    }

    private DbCommand? _version;

    public abstract Task InsertAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events);

    public async Task MoveHeadAsync(DbTransaction transaction, LogHead to)
    {
        _moveHead ??= Command("UPDATE log_head SET seq = @seq, hash = @hash, seal = @seal WHERE id = 1", "seq", "hash", "seal");
        _moveHead.Transaction = transaction;
        Set(_moveHead, to.Seq, to.Hash, to.Seal);
        await _moveHead.ExecuteNonQueryAsync();
    }

    private DbCommand? _moveHead;

    /// <summary>Writes the events and the new head in one commit, provided that the head is still where it was.</summary>
    /// <returns>False when another process moved it, or one of the events has its place taken; then nothing was written.</returns>
    public abstract Task<bool> ExtendAsync(LogHead from, IReadOnlyList<StoredEvent> events, LogHead to);

    /// <summary>A command that is kept, and prepared when it first runs.</summary>
    protected DbCommand Command(string sql, params IReadOnlyList<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        _commands.Add(command);
        return command;
    }

    protected static void Set(DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in _commands)
            await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
