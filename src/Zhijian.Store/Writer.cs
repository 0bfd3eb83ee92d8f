using System.Data.Common;
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
    private const int MostVersions = 100_000; // streams whose version is kept in memory

    private readonly Lock _gate = new();
    private readonly Queue<Item> _waiting = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _busy;
    private bool _closed;

    // only the one who is busy touches these
    private readonly Database _database;
    private readonly LogSigner _signer;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private LogConnection? _log;
    private LogHead? _head;

    internal Writer(Database database, LogSigner signer, IReadOnlyList<IProjection> projections) =>
        (_database, _signer, _projections) = (database, signer, projections);

    /// <summary>Runs the unit in a transaction with others that wait; returns after the commit.</summary>
    /// <remarks>The unit may run twice; it must have no effect outside its transaction.</remarks>
    /// <exception cref="LogDamagedException">The log is not as it was left.</exception>
    public async Task<T> RunAsync<T>(Func<Work, Task<T>> unit) => (T)(await SubmitAsync(new Item(async work => await unit(work), null)))!;

    /// <summary>
    /// Appends where nothing has to be read or decided first. With no projection for the stream this costs the database little more than
    /// the bare insert.
    /// </summary>
    /// <param name="expected">The version that the stream must have; null = whatever it has.</param>
    /// <exception cref="VersionConflictException">The stream has moved on.</exception>
    /// <exception cref="LogDamagedException">The log is not as it was left.</exception>
    public async Task<IReadOnlyList<StoredEvent>> AppendAsync(string stream, long? expected, IReadOnlyList<IEvent> events, AppendContext context)
    {
        var append = _projections.Any(p => p.Handles(stream)) ? null : new Append(stream, expected, [.. events.Select(Draft.Of)], context);
        return (IReadOnlyList<StoredEvent>)(await SubmitAsync(new Item(
            async work => await work.AppendAsync(stream, expected ?? await work.VersionAsync(stream), events, context), append)))!;
    }

    private async Task<object?> SubmitAsync(Item item)
    {
        bool mine;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            mine = !_busy;
            if (mine)
                _busy = true;
            else
                _waiting.Enqueue(item);
        }
        if (mine)
        {
            // nobody writes and nobody waits: no need to change threads
            await CommitAsync([item]);
            PassOn();
        }
        return await item.Done.Task;
    }

    private void PassOn()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                Rest();
                return;
            }
        }
        ThreadPool.UnsafeQueueUserWorkItem(static writer => _ = writer.DrainAsync(), this, preferLocal: false);
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            var batch = new List<Item>();
            lock (_gate)
            {
                while (batch.Count < MostPerCommit && _waiting.TryDequeue(out var item))
                    batch.Add(item);
                if (batch.Count == 0)
                {
                    Rest();
                    return;
                }
            }
            await CommitAsync(batch);
        }
    }

    private void Rest()
    {
        _busy = false;
        if (_closed)
            _idle.TrySetResult();
    }

    /// <summary>Never throws: what goes wrong is told to those who wait.</summary>
    private async Task CommitAsync(List<Item> batch)
    {
        try
        {
            if (!await TryTogetherAsync(batch))
                foreach (var item in batch)
                    await TryTogetherAsync([item]);
        }
        catch (Exception e)
        {
            foreach (var item in batch)
                item.Failure ??= e;
        }
        foreach (var item in batch)
            item.Complete();
    }

    /// <returns>False when the batch was undone and its units must run alone.</returns>
    private async Task<bool> TryTogetherAsync(List<Item> batch)
    {
        var attempt = new Attempt();
        try
        {
            _log ??= await LogConnection.OpenAsync(_database);
            if (!await TryExtendAsync(batch, attempt))
                await RunUnitsAsync(batch, attempt);
            return true;
        }
        catch (Exception e)
        {
            await CloseAsync();
            switch (attempt.Committing ? await WasCommittedAsync(attempt) : false)
            {
                case true:
                    return true;
                case false when batch.Count > 1:
                    return false;
                default: // alone, or nobody knows whether it was committed: running it again could record it twice
                    foreach (var item in batch)
                        item.Failure = e;
                    return true;
            }
        }
    }

    /// <summary>Appends that need nothing from the database but the end of the log: one statement, no look at it first.</summary>
    private async Task<bool> TryExtendAsync(List<Item> batch, Attempt attempt)
    {
        if (_head is not { } head)
            return false;
        var (tail, versions, rows) = (new LogTail(head), new Dictionary<string, long>(StringComparer.Ordinal), new List<StoredEvent>());
        foreach (var item in batch)
        {
            if (item.Append is not { } a)
                return false;
            // of a stream that should be new nothing must be known: if it is not, its first place is taken
            var known = versions.TryGetValue(a.Stream, out var version) || _versions.TryGetValue(a.Stream, out version) || a.Expected == 0;
            if (!known || (a.Expected ?? version) != version)
                return false;
            var stored = tail.Extend(a.Stream, version, a.Events, a.Context);
            (item.Outcome, item.Failure, versions[a.Stream]) = (stored, null, version + stored.Count);
            rows.AddRange(stored);
        }
        if (rows.Count == 0)
            return true;
        var to = tail.Sealed(_signer);
        attempt.Commits(to);
        if (!await _log!.ExtendAsync(head, rows, to))
        {
            attempt.IsUndone();
            return false;
        }
        Remember(to, versions);
        return true;
    }

    private async Task RunUnitsAsync(List<Item> batch, Attempt attempt)
    {
        var (transaction, head) = await _log!.BeginAsync();
        await using var _ = transaction;
        Check(head);
        var together = new WriteBatch(_log, transaction, head, _projections);
        foreach (var item in batch)
        {
            var work = new Work(together);
            try
            {
                (item.Outcome, item.Failure) = (await item.Unit(work), null);
            }
            catch (Exception e) when (!work.HasWritten && e is not DbException)
            {
                item.Failure = e;
            }
            attempt.HasWritten |= work.HasWritten;
        }
        var to = head;
        if (together.Tail.Seq != head.Seq)
            await _log.MoveHeadAsync(transaction, to = together.Tail.Sealed(_signer));
        attempt.Commits(to == head ? null : to);
        await transaction.CommitAsync();
        Remember(to, together.Versions);
    }

    /// <summary>What another process wrote must carry the seal, and nothing may be gone: else the next commit would seal what somebody changed.</summary>
    private void Check(LogHead head)
    {
        if (head == _head)
            return;
        _versions.Clear();
        if (!_signer.Accepts(head))
            throw new LogDamagedException($"the head of the log (event {head.Seq}) does not carry the seal of the key {_signer.KeyId}");
        if (_head is { } known && head.Seq < known.Seq)
            throw new LogDamagedException($"the log went back from event {known.Seq} to {head.Seq}");
    }

    private void Remember(LogHead head, Dictionary<string, long> versions)
    {
        _head = head;
        if (_versions.Count + versions.Count > MostVersions)
            _versions.Clear();
        foreach (var (stream, version) in versions)
            _versions[stream] = version;
    }

    /// <summary>The answer to the commit was lost: looks whether it took place. Waits until the lost transaction has ended, since that held the head.</summary>
    /// <returns>Null when it cannot be known.</returns>
    private async Task<bool?> WasCommittedAsync(Attempt attempt)
    {
        if (attempt.To is not { } to)
            return attempt.HasWritten ? null : false;
        try
        {
            _log = await LogConnection.OpenAsync(_database);
            var (transaction, _) = await _log.BeginAsync();
            await using (transaction)
                return await EventLog.HashAsync(_log.Connection, transaction, to.Seq) == to.Hash;
        }
        catch (DbException)
        {
            await CloseAsync();
            return null;
        }
    }

    private async Task CloseAsync()
    {
        _versions.Clear();
        var log = _log;
        _log = null;
        try
        {
            if (log is not null)
                await log.DisposeAsync();
        }
        catch (DbException)
        {
            // it was broken already; the next batch opens another
        }
    }

    /// <summary>Takes no more work, finishes what waits, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (!_busy)
                _idle.TrySetResult();
        }
        await _idle.Task;
        await CloseAsync();
    }

    private sealed record Append(string Stream, long? Expected, IReadOnlyList<Draft> Events, AppendContext Context);

    /// <summary>How far a batch came, for the case that it fails.</summary>
    private sealed class Attempt
    {
        public bool HasWritten { get; set; }

        /// <summary>The commit was sent; whether it took place is not known.</summary>
        public bool Committing { get; private set; }

        /// <summary>The head after it; null when no event was appended.</summary>
        public LogHead? To { get; private set; }

        public void Commits(LogHead? to) => (Committing, To) = (true, to);

        public void IsUndone() => (Committing, To) = (false, null);
    }

    private sealed class Item(Func<Work, Task<object?>> unit, Append? append)
    {
        public Func<Work, Task<object?>> Unit => unit;

        public Append? Append => append;

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
