using System.Diagnostics;
using Npgsql;
using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Runs;

/// <summary>
/// What an engine does with SQL that the check of model files would never let through: the second wall. Each test hands the statement to the engine itself.
/// </summary>
public sealed class EngineTests : IDisposable
{
    private static readonly DataSetCatalogue Sets = DataSetCatalogue.Load(TestLaw.Data);
    private static readonly SupervisionModel Model = ModelCatalogue.Load(TestLaw.Data, Sets).Find("penalty-at-threshold")!;
    private readonly string _folder = Directory.CreateTempSubdirectory("engine").FullName;
    private readonly SetSnapshots _snapshots;

    public EngineTests() => _snapshots = new SetSnapshots(Path.Combine(_folder, "sets"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static IEnumerable<TheoryDataRow<string>> Engines() =>
    [
        new("duckdb") { Skip = DuckLibrary.IsAvailable ? null : "libduckdb is not available" },
        new("postgres") { Skip = TestPlace.Server is null ? "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)" : null },
    ];

    [Theory, MemberData(nameof(Engines))]
    public async Task Sql_that_is_none_is_an_error_in_the_engines_words(string engine)
    {
        (await Fails(engine, "SELEKT 1")).Says.ShouldContain("syntax error");
        (await Fails(engine, "SELECT p.no_such_column FROM penalty p")).Says.ShouldContain("no_such_column");
        (await Fails(engine, "SELECT count(*) FROM trademark")).Says.ShouldContain("trademark"); // a set that the model does not read
        (await Fails(engine, "SELECT p.phone FROM penalty p")).Says.ShouldContain("phone"); // a column that it does not declare
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_query_that_would_take_half_an_hour_is_cancelled_and_the_next_one_runs(string engine)
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        await Should.ThrowAsync<OperationCanceledException>(() => Run(
            engine, "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT CAST(count(*) AS text), 's', NULL, 1 FROM n a JOIN n b ON a.i <> b.i", cancel.Token));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        (await Run(engine, "SELECT CAST(count(*) AS text), 's', CAST(NULL AS text), 1 FROM penalty")).Single()[0].ShouldBe("1");
    }

    [Fact]
    public async Task On_DuckDB_nothing_but_the_inputs_is_read()
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        foreach (var sql in (string[])["SELECT content, 's', NULL, 1 FROM read_text('/etc/passwd')", "SELECT file, 's', NULL, 1 FROM glob('/etc/*')"])
            (await Fails("duckdb", sql)).Says.ShouldContain("Permission");
    }

    [Fact]
    public async Task On_PostgreSQL_nothing_but_the_inputs_is_read()
    {
        Assert.SkipUnless(TestPlace.Server is not null, "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)");
        foreach (var sql in (string[])["SELECT pg_read_file('/etc/passwd'), 's', NULL, 1", "SELECT rolpassword, 's', NULL, 1 FROM pg_authid", "SELECT lo_import('/etc/passwd')::text, 's', NULL, 1"])
            (await Fails("postgres", sql)).Says.ShouldContain("permission denied");
        await using var connection = new NpgsqlConnection(TestPlace.Server);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'zhijian\\_run\\_%' AND nspowner = (SELECT oid FROM pg_roles WHERE rolname = current_user)", connection);
        Convert.ToInt64(await command.ExecuteScalarAsync(Ct)).ShouldBeLessThan(20); // runs of other tests at most: none of these stays
    }

    [DuckFact]
    public async Task A_run_that_needs_more_memory_than_it_may_goes_to_disk_and_finds_the_same()
    {
        var rows = new DataRows(["decision_no", "party", "decided_on"], [.. Enumerable.Range(0, 300_000).Select(i => (IReadOnlyList<string?>)[$"某市监处罚〔2025〕第{i}号某某某某某某某某某某", $"某某商贸有限公司{i % 150_000}", "2025-01-01"])]);
        const string sql = "SELECT p.party AS key, p.party AS subject, CAST(NULL AS text) AS unit, CAST(count(*) AS integer) AS score FROM penalty p GROUP BY p.party";
        var small = await Run(new DuckEngine(_snapshots, Path.Combine(_folder, "temp"), 96L << 20), sql, rows, Ct);
        var large = await Run(new DuckEngine(_snapshots, Path.Combine(_folder, "temp")), sql, rows, Ct);
        small.Count.ShouldBe(150_000);
        small.Select(r => r[0]).ShouldBe(large.Select(r => r[0]));
    }

    private async Task<ModelFailedException> Fails(string engine, string sql) => await Should.ThrowAsync<ModelFailedException>(() => Run(engine, sql));

    private Task<IReadOnlyList<IReadOnlyList<string?>>> Run(string engine, string sql, CancellationToken? ct = null) => Run(
        engine == "duckdb" ? new DuckEngine(_snapshots, Path.Combine(_folder, "temp")) : new PostgresEngine(TestPlace.Server!, _snapshots), sql,
        new DataRows(["decision_no", "party", "decided_on"], [["甲1号", "某某", "2025-01-01"]]), ct ?? Ct);

    private async Task<IReadOnlyList<IReadOnlyList<string?>>> Run(IModelEngine engine, string sql, DataRows penalties, CancellationToken ct)
    {
        var inputs = Model.Inputs.Keys.ToDictionary(id => id, id => new ModelInput(Sets.Find(id)!, [], id == "penalty" ? penalties : null), StringComparer.Ordinal);
        var file = Path.Combine(_folder, Path.GetRandomFileName());
        var query = new ModelQuery($"SELECT * FROM (\n{sql}\n) AS f (key, subject, unit, score)", "SELECT key AS finding_key, 'penalty' AS set_name, 'x' AS row_id, CAST(NULL AS text) AS rule FROM finding WHERE false", null);
        await engine.RunAsync(Model with { Values = [] }, query, inputs, file, null, ct);
        return new RunFile(file).InFull(ct).Findings.Rows;
    }
}
