using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Zhijian.DuckDb;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>
/// Runs models on a PostgreSQL server, and on a cluster where it has the extension citus: snapshots are copied to it once and spread by their partition
/// column. The SQL of a model, which names nothing but its inputs, runs on a single server under a role that may read these and nothing else; on a cluster
/// as the user of the connection, since citus asks the other machines as whoever asks it, and a role without a login is not let in there.
/// </summary>
/// <param name="connectionString">Of a user who may create roles and schemas.</param>
public sealed class PostgresEngine(string connectionString, SetSnapshots snapshots) : IModelEngine
{
    /// <summary>The schema of the copied snapshots.</summary>
    private const string Sets = "zhijian_sets";

    private const string Role = "zhijian_model";

    public string Name => "postgres";

    public async Task RunAsync(
        SupervisionModel model, ModelQuery query, IReadOnlyDictionary<string, ModelInput> inputs, string file, IProgress<double>? progress, CancellationToken ct)
    {
        var run = $"zhijian_run_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
            await PrepareAsync(connection, run, ct);
            try
            {
                foreach (var (set, columns) in model.Inputs)
                    await PutAsync(connection, run, inputs[set], columns, ct);
                using var found = new RunFile.Writer(file, model);
                await ReadAsync(connection, run, query, found, ct);
                found.Complete();
            }
            finally
            {
                await DropAsync(run);
            }
        }
        catch (PostgresException e) when (e.SqlState != PostgresErrorCodes.QueryCanceled)
        {
            throw new ModelFailedException(model.Id, Name, e.MessageText, e);
        }
        catch (NpgsqlException e) when (e is not PostgresException)
        {
            throw new ModelFailedException(model.Id, Name, e.Message, e);
        }
    }

    private static async Task PrepareAsync(NpgsqlConnection connection, string run, CancellationToken ct)
    {
        await ExecuteAsync(connection, $"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{Role}') THEN CREATE ROLE {Role} NOLOGIN; END IF; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$", ct);
        await ExecuteAsync(connection, $"CREATE SCHEMA IF NOT EXISTS {Sets}", ct);
        await ExecuteAsync(connection, $"CREATE SCHEMA {run}", ct);
        await ExecuteAsync(connection, $"GRANT USAGE ON SCHEMA {run} TO {Role}", ct);
    }

    private async Task PutAsync(NpgsqlConnection connection, string run, ModelInput input, IReadOnlyList<string> columns, CancellationToken ct)
    {
        var tables = new List<string>();
        foreach (var snapshot in input.Snapshots)
            tables.Add(await CopiedAsync(connection, input.Set, snapshot, ct));
        if (input.Rows is not null || tables.Count == 0)
            tables.Add(await AtHandAsync(connection, run, input, ct));
        await ExecuteAsync(connection, $"CREATE VIEW {run}.{input.Set.Id} AS {input.Select(columns, tables)}", ct);
        await ExecuteAsync(connection, $"GRANT SELECT ON {run}.{input.Set.Id} TO {Role}", ct);
    }

    private static async Task<string> AtHandAsync(NpgsqlConnection connection, string run, ModelInput input, CancellationToken ct)
    {
        var table = $"{run}.zj_{input.Set.Id}";
        await ExecuteAsync(connection, $"CREATE TABLE {table} ({Definition(input.Set)})", ct);
        await DistributeAsync(connection, table, input.Set, reference: true, ct);
        if (input.Rows is not { } rows)
            return table;
        var places = input.Set.Columns.ToDictionary(c => c, c => rows.Columns.ToList().IndexOf(c.Name));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows.Rows)
            await WriteAsync(copy, input.Set, c => places[c] < 0 ? null : row[places[c]], ct);
        await copy.CompleteAsync(ct);
        return table;
    }

    /// <summary>The table that holds a snapshot; copied when it is not there yet. Linear in its rows, once.</summary>
    private async Task<string> CopiedAsync(NpgsqlConnection connection, DataSet set, SetSnapshot snapshot, CancellationToken ct)
    {
        var table = $"{Sets}.{set.Id}_{snapshot.Hash[..16]}";
        if (await ScalarAsync(connection, $"SELECT to_regclass('{table}')::text", ct) is string)
            return table;
        var file = snapshots.Find(set.Id, snapshot.Hash) ?? throw new SnapshotDamagedException(set.Id, snapshot.Hash);
        var draft = $"{table}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        await ExecuteAsync(connection, $"CREATE TABLE {draft} ({Definition(set)})", ct);
        await DistributeAsync(connection, draft, set, reference: false, ct);
        using (var database = DuckDatabase.Open(file, new DuckOptions { ReadOnly = true }))
        using (var from = database.Connect())
        using (var rows = from.Query($"SELECT {string.Join(", ", set.Columns.Select(c => c.Name))} FROM {SetSnapshots.Table}", ct))
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {draft} FROM STDIN (FORMAT BINARY)", ct))
        {
            var places = set.Columns.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
            while (rows.Read())
                await WriteAsync(copy, set, c => rows.Text(places[c]), ct);
            await copy.CompleteAsync(ct);
        }
        await ExecuteAsync(connection, $"ANALYZE {draft}", ct);
        await ExecuteAsync(connection, $"ALTER TABLE {draft} RENAME TO {set.Id}_{snapshot.Hash[..16]}", ct);
        return table;
    }

    /// <summary>Spreads a table over the machines of a cluster; on a single server there is nothing to do.</summary>
    private static async Task DistributeAsync(NpgsqlConnection connection, string table, DataSet set, bool reference, CancellationToken ct)
    {
        if (await IsClusterAsync(connection, ct))
            await ExecuteAsync(connection, reference ? $"SELECT create_reference_table('{table}')" : $"SELECT create_distributed_table('{table}', '{set.Partition}')", ct);
    }

    private static async Task<bool> IsClusterAsync(NpgsqlConnection connection, CancellationToken ct) =>
        await ScalarAsync(connection, "SELECT 1 FROM pg_extension WHERE extname = 'citus'", ct) is not null;

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, DataSet set, Func<DataSetColumn, string?> value, CancellationToken ct)
    {
        await copy.StartRowAsync(ct);
        foreach (var column in set.Columns)
            await (value(column) switch
            {
                null => copy.WriteNullAsync(ct),
                var text => column.Type switch
                {
                    ColumnType.Text => copy.WriteAsync(text, NpgsqlDbType.Text, ct),
                    ColumnType.Date => copy.WriteAsync(DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date, ct),
                    ColumnType.Flag => copy.WriteAsync(text == "true", NpgsqlDbType.Boolean, ct),
                    _ => copy.WriteAsync(long.Parse(text, CultureInfo.InvariantCulture), NpgsqlDbType.Bigint, ct),
                },
            });
    }

    private static async Task ReadAsync(NpgsqlConnection connection, string run, ModelQuery query, RunFile.Writer to, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync(connection, $"SET LOCAL search_path = {run}, pg_temp", ct);
        await ExecuteAsync(connection, await IsClusterAsync(connection, ct) ? "SET LOCAL citus.enable_repartition_joins = on" : $"SET LOCAL ROLE {Role}", ct);
        await ExecuteAsync(connection, $"CREATE TEMPORARY TABLE {ModelSql.FindingTable} AS {query.FindingSql}", ct);
        await ExecuteAsync(connection, $"ANALYZE {ModelSql.FindingTable}", ct);
        await EachAsync(connection, $"SELECT * FROM {ModelSql.FindingTable}", to.Finding, ct);
        await EachAsync(connection, query.RowsSql, to.Row, ct);
        if (query.LinksSql is { } links)
            await EachAsync(connection, links, to.Link, ct);
        await transaction.RollbackAsync(ct); // what a run made here is not kept
    }

    private static async Task EachAsync(NpgsqlConnection connection, string sql, Action<IReadOnlyList<string?>> to, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            to([.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))]);
    }

    // as DuckReader.Text writes it
    private static string? Text(DbDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => null,
        bool flag => flag ? "true" : "false",
        DateTime at => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    // texts compare by their bytes, as they do in DuckDB, whatever the database is set to
    private static string Definition(DataSet set) => string.Join(", ", set.Columns.Select(c => $"{c.Name} {ModelSql.Type(c.Type)}{(c.Type == ColumnType.Text ? " COLLATE \"C\"" : "")}"));

    private async Task DropAsync(string run)
    {
        await using var connection = new NpgsqlConnection(connectionString); // the one of the run may be broken or in a failed transaction
        await connection.OpenAsync(CancellationToken.None);
        await ExecuteAsync(connection, $"DROP SCHEMA {run} CASCADE", CancellationToken.None);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is { } value and not DBNull ? value : null;
    }
}
