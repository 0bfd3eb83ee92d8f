using System.Data.Common;
using Dapper;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>What is known about an append beside the events themselves.</summary>
public sealed record AppendContext(string Actor, string Office, PartialDate ActedOn, DateTimeOffset RecordedAt);

/// <summary>Somebody else changed the stream since it was read. Never retried in silence: the person decides again.</summary>
public sealed class VersionConflictException(string stream, long expected, StoredEvent? last)
    : Exception(last is null
        ? $"{stream} does not exist, so it does not stand at version {expected}."
        : $"{stream} stands at version {last.Version}, not {expected}; changed by {last.Actor} at {last.RecordedAt}.")
{
    public string Stream { get; } = stream;

    public long Expected { get; } = expected;

    public StoredEvent? Last { get; } = last;
}

/// <summary>One unit of work inside the writer's transaction: load, decide, append, project. It is committed or it never was.</summary>
public sealed class Work
{
    private readonly WriteBatch _batch;
    private readonly Dictionary<string, List<StoredEvent>> _loaded = new(StringComparer.Ordinal);

    internal Work(WriteBatch batch) => _batch = batch;

    public DbTransaction Transaction => _batch.Transaction;

    public DbConnection Connection => Transaction.Connection!;

    /// <summary>Set as soon as anything was written: from then on a failure must undo the whole batch.</summary>
    internal bool HasWritten { get; private set; }

    /// <summary>The whole stream, oldest first; empty when there is none. O(stream).</summary>
    public async Task<IReadOnlyList<StoredEvent>> LoadAsync(string stream, CancellationToken ct = default)
    {
        if (!_loaded.TryGetValue(stream, out var events))
            _loaded[stream] = events = [.. await EventLog.LoadAsync(Connection, Transaction, stream, ct)];
        return events;
    }

    /// <summary>The version at which the stream stands; 0 when there is none. O(log events).</summary>
    public Task<long> VersionAsync(string stream) =>
        _loaded.TryGetValue(stream, out var events) ? Task.FromResult(events.Count == 0 ? 0 : events[^1].Version) : _batch.VersionAsync(stream);

    /// <summary>Writes the events, and the rows of the projections that handle the stream. The stream itself is only read when one does.</summary>
    /// <param name="expected">The version on which the decision rests.</param>
    /// <exception cref="VersionConflictException">The stream has moved on.</exception>
    public async Task<IReadOnlyList<StoredEvent>> AppendAsync(
        string stream, long expected, IReadOnlyList<IEvent> events, AppendContext context, CancellationToken ct = default)
    {
        if (await VersionAsync(stream) != expected)
            throw new VersionConflictException(stream, expected, await EventLog.LastAsync(Connection, Transaction, stream, ct));
        if (events.Count == 0)
            return [];
        HasWritten = true;
        var stored = await _batch.InsertAsync(stream, expected, events, context);
        if (_loaded.TryGetValue(stream, out var before))
            before.AddRange(stored);
        foreach (var projection in _batch.Projections.Where(p => p.Handles(stream)))
            await projection.ProjectAsync(Transaction, stream, await LoadAsync(stream, ct), ct);
        return stored;
    }

    /// <summary>A statement on a table that is no event log: credentials, tokens, idempotency keys.</summary>
    public async Task<int> ExecuteAsync(string sql, object? parameters = null, CancellationToken ct = default)
    {
        HasWritten = true;
        return await Connection.ExecuteAsync(new CommandDefinition(sql, parameters, Transaction, cancellationToken: ct));
    }
}
