using System.Data.Common;
using System.Globalization;
using System.Threading.Channels;
using Dapper;
using Npgsql;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>
/// The one writer of a process. Units of work queue up; those that wait together share one transaction and one flush to disk, each seeing
/// what the ones before it wrote. A unit that refuses or conflicts writes nothing and disturbs no other; if one fails after it wrote, the
/// batch is undone and every unit runs again alone. Nothing is acknowledged before the commit.
/// </summary>
public sealed class Writer : IAsyncDisposable
{
    private const int MostPerCommit = 64;

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Database _database;
    private readonly LogSigner _signer;
    private readonly Task _loop;
    private DbConnection? _connection;
    private DbCommand? _insert;
    private long _seq;
    private string _hash = StoredEvent.Genesis;

    internal Writer(Database database, LogSigner signer, IReadOnlyList<IProjection> projections)
    {
        (_database, _signer, Projections) = (database, signer, projections);
        _loop = Task.Run(RunAsync);
    }

    internal IReadOnlyList<IProjection> Projections { get; }

    /// <summary>Runs the unit in a transaction with others that wait; returns after the commit.</summary>
    /// <remarks>The unit may run twice; it must have no effect outside its transaction.</remarks>
    public async Task<T> RunAsync<T>(Func<Work, Task<T>> unit)
    {
        var item = new Item(async work => await unit(work));
        await _queue.Writer.WriteAsync(item);
        return (T)(await item.Done.Task)!;
    }

    private async Task RunAsync()
    {
        var batch = new List<Item>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MostPerCommit && _queue.Reader.TryRead(out var item))
                batch.Add(item);
            if (await TryBatchAsync(batch))
                continue;
            foreach (var item in batch)
                await TryBatchAsync([item]);
        }
    }

    /// <returns>False when the batch was undone and its units must run alone.</returns>
    private async Task<bool> TryBatchAsync(List<Item> batch)
    {
        try
        {
            _connection ??= await _database.OpenDurableAsync(default);
            await using var transaction = await _database.BeginWriteAsync(_connection, default);
            var head = await _connection.QuerySingleAsync<(long Seq, string Hash)>(_database.LockHead, transaction: transaction);
            (_seq, _hash) = head;
            foreach (var item in batch)
            {
                var work = new Work(this, transaction);
                try
                {
                    item.Outcome = await item.Unit(work);
                    item.Failure = null;
                }
                catch (Exception e) when (!work.HasWritten && e is not DbException)
                {
                    item.Failure = e;
                }
            }
            if (_seq != head.Seq)
                await _connection.ExecuteAsync(
                    "UPDATE log_head SET seq = @seq, hash = @hash, signature = @signature WHERE id = 1",
                    new { seq = _seq, hash = _hash, signature = _signer.Sign(_seq, _hash) },
                    transaction);
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            await CloseAsync();
            if (batch.Count > 1)
                return false;
            batch[0].Failure = e;
        }
        foreach (var item in batch)
            item.Complete();
        return true;
    }

    internal async Task<IReadOnlyList<StoredEvent>> InsertAsync(
        Work work, string stream, long version, IReadOnlyList<IEvent> events, AppendContext context, CancellationToken ct)
    {
        var stored = new List<StoredEvent>(events.Count);
        foreach (var e in events)
        {
            var type = EventTypes.Of(e.GetType());
            var next = new StoredEvent
            {
                Seq = ++_seq,
                Stream = stream,
                Version = ++version,
                Type = type.Name,
                Schema = type.Schema,
                Data = EventTypes.Write(e),
                Actor = context.Actor,
                Office = context.Office,
                ActedOn = (e.TookPlaceOn ?? context.ActedOn).Value,
                RecordedAt = context.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                PrevHash = _hash,
                Hash = "",
            };
            next = next with { Hash = _hash = next.ComputeHash() };
            stored.Add(next);
        }
        if (_database.Dialect == Dialect.Postgres && stored.Count > 1)
            await InsertBatchAsync((NpgsqlConnection)work.Connection, (NpgsqlTransaction)work.Transaction, stored, ct);
        else
            foreach (var e in stored)
                await InsertOneAsync(work, e, ct);
        return stored;
    }

    private const string InsertSql = """
        INSERT INTO event (seq, stream, version, type, schema, data, actor, office, acted_on, recorded_at, prev_hash, hash)
        VALUES (@seq, @stream, @version, @type, @schema, @data, @actor, @office, @acted, @recorded, @prev, @hash)
        """;

    private async Task InsertOneAsync(Work work, StoredEvent e, CancellationToken ct)
    {
        if (_insert is null)
        {
            _insert = work.Connection.CreateCommand();
            _insert.CommandText = InsertSql;
            foreach (var (name, value) in Parameters(e))
            {
                var parameter = _insert.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                _insert.Parameters.Add(parameter);
            }
            _insert.Transaction = work.Transaction;
            await _insert.PrepareAsync(ct);
        }
        _insert.Transaction = work.Transaction;
        foreach (var (name, value) in Parameters(e))
            _insert.Parameters[name].Value = value;
        await _insert.ExecuteNonQueryAsync(ct);
    }

    private static async Task InsertBatchAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var e in events)
        {
            var command = new NpgsqlBatchCommand(InsertSql);
            foreach (var (name, value) in Parameters(e))
                command.Parameters.AddWithValue(name, value);
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static (string Name, object Value)[] Parameters(StoredEvent e) =>
    [
        ("seq", e.Seq), ("stream", e.Stream), ("version", e.Version), ("type", e.Type), ("schema", e.Schema), ("data", e.Data), ("actor", e.Actor),
        ("office", e.Office), ("acted", e.ActedOn), ("recorded", e.RecordedAt), ("prev", e.PrevHash), ("hash", e.Hash),
    ];

    private async Task CloseAsync()
    {
        if (_insert is not null)
            await _insert.DisposeAsync();
        if (_connection is not null)
            await _connection.DisposeAsync();
        (_insert, _connection) = (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await CloseAsync();
    }

    private sealed class Item(Func<Work, Task<object?>> unit)
    {
        public Func<Work, Task<object?>> Unit => unit;

        public TaskCompletionSource<object?> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public object? Outcome { get; set; }

        public Exception? Failure { get; set; }

        public void Complete()
        {
            if (Failure is null)
                Done.SetResult(Outcome);
            else
                Done.SetException(Failure);
        }
    }
}
