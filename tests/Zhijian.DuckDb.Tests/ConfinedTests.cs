using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.DuckDb.Tests;

/// <summary>What is confined reads its files and nothing else, whatever its SQL says.</summary>
public sealed class ConfinedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("duck").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DuckFact]
    public void Its_own_files_are_read()
    {
        var own = Parquet("it's mine.parquet");
        using var database = DuckDatabase.Open();
        using var connection = Confined(database, own);
        connection.Scalar($"SELECT n FROM read_parquet({DuckConnection.Quoted(own)})").ShouldBe("42");
    }

    [DuckTheory]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM glob('/etc/*')")]
    [InlineData("SELECT * FROM read_parquet('{folder}/other.parquet')")]
    [InlineData("SELECT * FROM read_parquet('{folder}/*.parquet')")]
    [InlineData("SELECT * FROM read_parquet('{folder}/own.parquet/../other.parquet')")]
    [InlineData("COPY (SELECT 1) TO '{folder}/out.csv'")]
    [InlineData("COPY (SELECT 1) TO '{folder}/own.parquet' (FORMAT parquet)")]
    [InlineData("ATTACH '{folder}/new.duckdb'")]
    [InlineData("EXPORT DATABASE '{folder}/export'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD '{folder}/x.duckdb_extension'")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET allowed_paths = ['/etc/passwd']")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("RESET lock_configuration")]
    [InlineData("SET memory_limit = '100GB'")]
    public void Nothing_else_is(string sql)
    {
        var own = Parquet("own.parquet");
        Parquet("other.parquet");
        var before = File.ReadAllBytes(own);
        using var database = DuckDatabase.Open();
        using var connection = Confined(database, own);
        Should.Throw<DuckException>(() =>
        {
            using var reader = connection.Query(sql.Replace("{folder}", _folder, StringComparison.Ordinal));
            while (reader.Read())
            {
            }
        });
        File.ReadAllBytes(own).ShouldBe(before);
        Directory.GetFiles(_folder).Length.ShouldBe(2);
        using var second = database.Connect(); // another connection of the same database is no way out
        Should.Throw<DuckException>(() => second.Scalar("SELECT * FROM read_text('/etc/passwd')"));
    }

    private static DuckConnection Confined(DuckDatabase database, params string[] files)
    {
        var connection = database.Connect();
        connection.Confine(files);
        return connection;
    }

    private string Parquet(string name)
    {
        var path = Path.Combine(_folder, name);
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        connection.Execute($"COPY (SELECT 42 AS n) TO {DuckConnection.Quoted(path)} (FORMAT parquet)");
        return path;
    }
}
