using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Testing;

/// <summary>A fresh place for a store: an empty folder and, on PostgreSQL, an empty database. Both go when it is disposed.</summary>
public sealed class TestPlace : IAsyncDisposable
{
    private readonly string? _database;

    private TestPlace(string folder, string? database)
    {
        _database = database;
        Options = new StoreOptions(folder, database is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString());
    }

    /// <summary>Connection string of a server on which databases may be made; null when there is none.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("ZHIJIAN_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public StoreOptions Options { get; }

    public string Folder => Options.Folder;

    public static async Task<TestPlace> CreateAsync(Dialect dialect)
    {
        string? database = null;
        if (dialect == Dialect.Postgres)
        {
            database = "zj_" + RandomNumberGenerator.GetHexString(12, lowercase: true);
            await OnServerAsync($"CREATE DATABASE {database}");
        }
        return new TestPlace(Directory.CreateTempSubdirectory("zhijian-").FullName, database);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await OnServerAsync($"DROP DATABASE IF EXISTS {_database} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>An open store in a fresh place, with a clock that stands.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly TestPlace _place;
    private readonly IReadOnlyList<IProjection> _projections;
    private readonly List<EventStore> _others = [];

    private TestStore(TestPlace place, IReadOnlyList<IProjection> projections) => (_place, _projections) = (place, projections);

    public ManualClock Clock { get; } = new();

    public EventStore Events { get; private set; } = null!;

    public StoreOptions Options => _place.Options;

    public string Folder => _place.Folder;

    public static async Task<TestStore> OpenAsync(Dialect dialect, params IReadOnlyList<IProjection> projections)
    {
        var store = new TestStore(await TestPlace.CreateAsync(dialect), projections);
        try
        {
            await store.ReopenAsync();
            return store;
        }
        catch
        {
            await store._place.DisposeAsync();
            throw;
        }
    }

    /// <summary>Closes the store and opens it again, as a restart of the program does.</summary>
    public async Task ReopenAsync()
    {
        if (Events is not null)
            await Events.DisposeAsync();
        Events = await EventStore.OpenAsync(Options, _projections, Clock);
    }

    /// <summary>A second store on the same database, as a second process would open it.</summary>
    public async Task<EventStore> OpenAnotherAsync()
    {
        var other = await EventStore.OpenAsync(Options, _projections, Clock);
        _others.Add(other);
        return other;
    }

    /// <summary>Appends in a unit of work of its own.</summary>
    public Task<IReadOnlyList<StoredEvent>> AppendAsync(string stream, long expected, params IReadOnlyList<IEvent> events) =>
        AppendAsync(Events, stream, expected, events);

    public Task<IReadOnlyList<StoredEvent>> AppendAsync(EventStore store, string stream, long expected, params IReadOnlyList<IEvent> events) =>
        store.Writer.RunAsync(work => work.AppendAsync(stream, expected, events, Context()));

    public AppendContext Context(string actor = "u-lin", string office = "MS") =>
        new(actor, office, DateOnly.FromDateTime(Clock.GetUtcNow().Date), Clock.GetUtcNow());

    /// <summary>SQL past the store: what somebody with the password of the database can do.</summary>
    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Events.Database.OpenAsync();
        return await connection.ExecuteAsync(sql, parameters);
    }

    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Events.Database.OpenAsync();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    /// <summary>All rows of a table as text, sorted, so that two states of it can be compared.</summary>
    public async Task<IReadOnlyList<string>> DumpAsync(string table)
    {
        await using var connection = await Events.Database.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add($"{table}: " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Cell(reader, i)}")));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    private static string Cell(DbDataReader reader, int column) => reader.IsDBNull(column) ? "∅" : $"{reader.GetValue(column)}";

    public async ValueTask DisposeAsync()
    {
        foreach (var other in _others)
            await other.DisposeAsync();
        await Events.DisposeAsync();
        await _place.DisposeAsync();
    }
}
