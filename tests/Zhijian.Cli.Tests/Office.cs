using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Shouldly;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web;

namespace Zhijian.Cli.Tests;

/// <summary>A store of its own with the people of the sample office, and the command line on it: in this process, or as the real program.</summary>
public sealed class Office : IAsyncDisposable
{
    private readonly TestPlace _place;

    private Office(TestPlace place) => _place = place;

    public string Folder => _place.Folder;

    public StoreOptions Options => _place.Options;

    public ManualClock Clock { get; } = new();

    public static async Task<Office> OpenAsync(Dialect dialect = Dialect.Sqlite)
    {
        var office = new Office(await TestPlace.CreateAsync(dialect));
        await using var platform = await office.PlatformAsync();
        foreach (var person in platform.Units.SamplePeople)
            (await platform.People.AppointAsync("system", new PersonAppointed(person.Id, person.Name, person.NameEn, person.Unit, person.Roles))).ShouldBeNull();
        return office;
    }

    public Task<Platform> PlatformAsync() => Platform.OpenAsync(Options, Clock, TestLaw.Book);

    /// <summary>Writes a file into the folder of the office.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public Task<Answer> RunAsync(params string[] args) => RunWithInputAsync("", args);

    public async Task<Answer> RunWithInputAsync(string input, params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await CommandLine.RunAsync([.. args, .. Where], new Terminal(output, errors, new StringReader(input)) { Time = Clock, Law = () => TestLaw.Book });
        return new Answer(exit, output.ToString(), errors.ToString());
    }

    /// <summary>Must end with that exit code; what it wrote to standard output.</summary>
    public async Task<string> OutAsync(int exit, params string[] args)
    {
        var answer = await RunAsync(args);
        answer.Exit.ShouldBe(exit, $"{string.Join(' ', args)}\n{answer.Out}\n{answer.Error}");
        return answer.Out;
    }

    /// <summary>The same, as one JSON document.</summary>
    public async Task<JsonNode> JsonAsync(int exit, params string[] args)
    {
        var answer = await RunAsync([.. args, "--json"]);
        answer.Exit.ShouldBe(exit, $"{string.Join(' ', args)}\n{answer.Out}\n{answer.Error}");
        return JsonNode.Parse(answer.Out)!;
    }

    private string[] Where => Options.Postgres is { } postgres ? ["--data", Folder, "--database", postgres] : ["--data", Folder];

    /// <summary>Starts the real program.</summary>
    public Process Start(params string[] args) => Shell.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "Zhijian.Cli.dll"), .. args, .. Where]);

    public async Task<long> CountAsync(string sql)
    {
        await using var platform = await PlatformAsync();
        await using var connection = await platform.Store.Database.OpenAsync();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    /// <summary>SQL past the program: what somebody with the file or the password of the database can do.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var platform = await PlatformAsync();
        await using var connection = await platform.Store.Database.OpenAsync();
        (await connection.ExecuteAsync(sql)).ShouldBeGreaterThan(0);
    }

    /// <summary>The log without what differs from run to run: times and hashes.</summary>
    public async Task<IReadOnlyList<string>> LogAsync(string like = "MS-%")
    {
        await using var platform = await PlatformAsync();
        await using var connection = await platform.Store.Database.OpenAsync();
        return (await connection.QueryAsync<string>(
            "SELECT stream || '|' || version || '|' || type || '|' || actor || '|' || acted_on || '|' || data FROM event WHERE stream LIKE @like ORDER BY stream, version", new { like })).AsList();
    }

    /// <summary>All read tables, sorted.</summary>
    public async Task<IReadOnlyList<string>> ReadTablesAsync()
    {
        await using var platform = await PlatformAsync();
        await using var connection = await platform.Store.Database.OpenAsync();
        var rows = new List<string>();
        foreach (var table in platform.Store.ReadTables)
            foreach (IDictionary<string, object?> row in await connection.QueryAsync($"SELECT * FROM {table}"))
                rows.Add($"{table}: {JsonSerializer.Serialize(row)}");
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();
}

/// <summary>How a call ended and what it wrote.</summary>
public sealed record Answer(int Exit, string Out, string Error);

public static class Shell
{
    public static Process Start(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment.Remove("ZHIJIAN_AS");
        return Process.Start(start)!;
    }

    public static async Task<Answer> EndAsync(this Process process)
    {
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Answer(process.ExitCode, output, await errors);
    }

    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, program)));
}
