using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Zhijian.Store;

/// <summary>Where a store lives.</summary>
/// <param name="Folder">Keys, checkpoints, attachments, and the SQLite file when no connection string is given.</param>
/// <param name="Postgres">A PostgreSQL connection string; null = SQLite.</param>
public sealed record StoreOptions(string Folder, string? Postgres = null);

/// <summary>The store cannot be opened; the message is one line for the person who started the program.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The open store: the log, its writer, the read tables and the attachments.</summary>
public sealed class EventStore : IAsyncDisposable
{
    private const int CheckpointEvery = 1000; // events; how much of a cut tail only the head in the database would show

    private readonly IReadOnlyList<IProjection> _projections;
    private readonly CheckpointFile _checkpoints;
    private readonly TimeProvider _time;

    private EventStore(Database database, LogSigner signer, IReadOnlyList<IProjection> projections, StoreOptions options, TimeProvider time)
    {
        (Database, Signer, _projections, _time) = (database, signer, projections, time);
        _checkpoints = new CheckpointFile(Path.Combine(options.Folder, "checkpoints.jsonl"));
        Attachments = new Attachments(Path.Combine(options.Folder, "attachments"));
        Uploads = new Uploads(Path.Combine(options.Folder, "uploads"), Attachments);
        Writer = new Writer(database, signer, projections);
    }

    public Database Database { get; }

    public LogSigner Signer { get; }

    public Writer Writer { get; }

    public Attachments Attachments { get; }

    public Uploads Uploads { get; }

    /// <summary>The tables that can be written anew from the log.</summary>
    public IReadOnlyList<string> ReadTables => [.. _projections.SelectMany(p => p.Tables)];

    /// <exception cref="StoreUnavailableException">The folder or the database refuses.</exception>
    public static async Task<EventStore> OpenAsync(StoreOptions options, IReadOnlyList<IProjection> projections, TimeProvider time, CancellationToken ct = default)
    {
        Database? database = null;
        try
        {
            Directory.CreateDirectory(options.Folder);
            database = options.Postgres is { } postgres ? Database.Postgres(postgres) : Database.Sqlite(Path.Combine(options.Folder, "zhijian.db"));
            var keyFile = Path.Combine(options.Folder, "keys", "log.pem");
            var reshaped = false;
            await using (var connection = await database.OpenDurableAsync(ct))
            {
                reshaped = await CreateTablesAsync(connection, database.Dialect, projections, ct);
                var events = await connection.ExecuteScalarAsync<long?>("SELECT MAX(seq) FROM event");
                if (events is not null && !File.Exists(keyFile))
                    throw new StoreUnavailableException($"The log holds {events} events but its signing key {keyFile} is missing; restore it from the backup.");
            }
            var store = new EventStore(database, LogSigner.Open(keyFile), projections, options, time);
            if (reshaped)
                await store.RebuildAsync();
            return store;
        }
        catch (Exception e)
        {
            if (database is not null)
                await database.DisposeAsync();
            if (Explain(e, options) is { } explained)
                throw explained;
            throw;
        }
    }

    private static StoreUnavailableException? Explain(Exception e, StoreOptions options)
    {
        var says = e.Message.ReplaceLineEndings(" ");
        return e switch
        {
            IOException or UnauthorizedAccessException => new($"The data folder {Path.GetFullPath(options.Folder)} cannot be used: {says}", e),
            CryptographicException => new($"The signing key of the log cannot be used: {says}", e),
            DbException or SocketException or ArgumentException or FormatException or TimeoutException => new(
                $"The database ({(options.Postgres is null ? Path.Combine(options.Folder, "zhijian.db") : "PostgreSQL")}) refuses: {says}", e),
            _ => null,
        };
    }

    /// <summary>
    /// Read tables of another shape, from an older program, give way to those of this one. Their new shape is noted when they have been written again
    /// (<see cref="RebuildAsync"/>), so that a start that was broken off is made good by the next.
    /// </summary>
    /// <returns>Whether they have to be written again from the log.</returns>
    private static async Task<bool> CreateTablesAsync(DbConnection connection, Dialect dialect, IReadOnlyList<IProjection> projections, CancellationToken ct)
    {
        // two programs may start at once on one database: one makes the tables, the other waits and finds them
        await Sql.ExecuteAsync(connection, dialect == Dialect.Sqlite ? "BEGIN IMMEDIATE" : "BEGIN; SELECT pg_advisory_xact_lock(7164001)", ct);
        await Sql.ExecuteAsync(connection, Schema.Create(dialect), ct);
        var known = (await connection.QueryAsync<(string Tables, string Shape)>("SELECT tables, shape FROM read_shape")).ToDictionary(r => r.Tables, r => r.Shape, StringComparer.Ordinal);
        var reshaped = projections.Where(p => known.GetValueOrDefault(NameOf(p)) != ShapeOf(p, dialect)).ToList();
        foreach (var table in reshaped.SelectMany(p => p.Tables))
            await Sql.ExecuteAsync(connection, $"DROP TABLE IF EXISTS {table}", ct);
        foreach (var projection in projections)
            await Sql.ExecuteAsync(connection, projection.CreateSqlOn(dialect), ct);
        await connection.ExecuteAsync(
            "INSERT INTO log_head (id, seq, hash, seal) VALUES (1, 0, @hash, '') ON CONFLICT (id) DO NOTHING", new { hash = StoredEvent.Genesis });
        var empty = await connection.ExecuteScalarAsync<long?>("SELECT MAX(seq) FROM event") is null;
        foreach (var projection in empty ? reshaped : [])
            await connection.ExecuteAsync(NoteShape, ShapeRow(projection, dialect));
        await Sql.ExecuteAsync(connection, "COMMIT", ct);
        return !empty && reshaped.Count > 0;
    }

    private const string NoteShape = "INSERT INTO read_shape (tables, shape) VALUES (@name, @shape) ON CONFLICT (tables) DO UPDATE SET shape = excluded.shape";

    private static object ShapeRow(IProjection projection, Dialect dialect) => new { name = NameOf(projection), shape = ShapeOf(projection, dialect) };

    private static string NameOf(IProjection projection) => string.Join(' ', projection.Tables);

    private static string ShapeOf(IProjection projection, Dialect dialect) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(projection.CreateSqlOn(dialect))))[..16];

    /// <summary>The whole stream, oldest first, as last committed.</summary>
    public async Task<IReadOnlyList<StoredEvent>> LoadAsync(string stream, CancellationToken ct = default)
    {
        await using var connection = await Database.OpenAsync(ct);
        return await EventLog.LoadAsync(connection, null, stream, ct);
    }

    /// <summary>Empties the read tables and writes them again from the log. O(events).</summary>
    /// <returns>Number of streams.</returns>
    public Task<int> RebuildAsync() => Writer.RunAsync(async work =>
    {
        foreach (var sql in _projections.SelectMany(p => p.EmptySqlOn(Database.Dialect)))
            await work.ExecuteAsync(sql);
        var streams = await EventLog.StreamsAsync(work.Connection, work.Transaction);
        foreach (var stream in streams)
            foreach (var projection in _projections.Where(p => p.Handles(stream)))
                await projection.ProjectAsync(work.Transaction, stream, await EventLog.LoadAsync(work.Connection, work.Transaction, stream), default);
        foreach (var projection in _projections)
            await work.ExecuteAsync(NoteShape, ShapeRow(projection, Database.Dialect));
        return streams.Count;
    });

    /// <summary>Recomputes the chain and compares it with the signed head and with every checkpoint that was kept.</summary>
    /// <param name="kept">A checkpoint file from elsewhere, in addition to the one beside the database.</param>
    public async Task<LogVerdict> VerifyAsync(string? kept = null)
    {
        try
        {
            // before the log is read: a checkpoint that is signed meanwhile would be ahead of it
            var checkpoints = Checkpoints();
            if (kept is not null)
                checkpoints = [.. checkpoints, .. new CheckpointFile(kept).Read()];
            await using var snapshot = await Database.BeginSnapshotAsync();
            return await LogVerification.VerifyAsync(snapshot, Signer, checkpoints);
        }
        catch (InvalidDataException e)
        {
            return new LogVerdict(0, StoredEvent.Genesis, null, e.Message, 0);
        }
    }

    /// <summary>The checkpoints beside the database, oldest first.</summary>
    public IReadOnlyList<Checkpoint> Checkpoints() => _checkpoints.Read();

    /// <summary>The head of the log in a snapshot, signed for whoever gets a copy; without a signature when it does not carry the seal.</summary>
    public async Task<Checkpoint> SignedHeadAsync(Snapshot snapshot)
    {
        var head = await LogVerification.HeadAsync(snapshot.Connection, snapshot.Transaction);
        return head is { } whole && Signer.Accepts(whole)
            ? Signer.Sign(whole.Seq, whole.Hash, Now())
            : new Checkpoint(head?.Seq ?? 0, head?.Hash ?? StoredEvent.Genesis, Now(), "");
    }

    private string Now() => _time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Signs the head into the checkpoint file, when enough events came since the last one.</summary>
    /// <exception cref="LogDamagedException">The head is not the one that was sealed.</exception>
    public async Task CheckpointAsync(bool always = false)
    {
        await using var connection = await Database.OpenAsync();
        var head = await LogVerification.HeadAsync(connection, null);
        if (head is not { } whole || !Signer.Accepts(whole))
            throw new LogDamagedException($"the head of the log (event {head?.Seq}) does not carry the seal of the key {Signer.KeyId}");
        var last = _checkpoints.Read().Select(c => c.Seq).DefaultIfEmpty().Max();
        if (whole.Seq > last && (always || whole.Seq - last >= CheckpointEvery))
            _checkpoints.Append(Signer.Sign(whole.Seq, whole.Hash, Now()));
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        try
        {
            await CheckpointAsync(always: true);
        }
        catch (Exception e) when (e is DbException or IOException or InvalidDataException or UnauthorizedAccessException or LogDamagedException)
        {
            // closing goes on; verify tells what is wrong, and the next close tries again
        }
        await Database.DisposeAsync();
        Signer.Dispose();
    }
}
