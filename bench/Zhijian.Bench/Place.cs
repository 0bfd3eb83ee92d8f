using System.Security.Cryptography;
using Dapper;
using Npgsql;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>A fresh folder and, on PostgreSQL, a fresh database; both go afterwards.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly string? _database;

    private Place(string folder, string? database)
    {
        _database = database;
        Options = new StoreOptions(folder, database is null ? null : new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString());
    }

    public static string? Server { get; } = Environment.GetEnvironmentVariable("ZHIJIAN_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public static IReadOnlyList<Dialect> Databases => Server is null ? [Dialect.Sqlite] : [Dialect.Sqlite, Dialect.Postgres];

    public StoreOptions Options { get; }

    public string File => Path.Combine(Options.Folder, "zhijian.db");

    public static async Task<Place> CreateAsync(Dialect dialect)
    {
        string? database = null;
        if (dialect == Dialect.Postgres)
        {
            database = "zj_bench_" + RandomNumberGenerator.GetHexString(8, lowercase: true);
            await OnServerAsync($"CREATE DATABASE {database}");
        }
        return new Place(Directory.CreateTempSubdirectory("zhijian-bench-").FullName, database);
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
        Directory.Delete(Options.Folder, recursive: true);
    }
}
