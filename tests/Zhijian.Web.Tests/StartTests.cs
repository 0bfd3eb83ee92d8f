using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests;

/// <summary>The built program as a process: what keeps it from starting is one clear line on standard error, and exit code 1.</summary>
public sealed class StartTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Zhijian.Web.dll");

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var line = await FailAsync("--port", $"{port}", "--data", place.Folder, "--empty");
        line.ShouldContain($"{port}");
        line.ShouldContain("--port");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_used_is_named()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        var file = Path.Combine(place.Folder, "a-file");
        await File.WriteAllTextAsync(file, "");
        (await FailAsync("--port", "0", "--data", file)).ShouldContain(file);
        (await FailAsync("--port", "0", "--data", Path.Combine(file, "below"))).ShouldContain(file);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said_to_refuse()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "zhijian.db"), string.Concat(Enumerable.Repeat("this is no database. ", 400)));
        (await FailAsync("--port", "0", "--data", place.Folder)).ShouldContain("zhijian.db");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=zhijian;Username=zhijian;Timeout=5")]
    [InlineData("Hots=127.0.0.1")]
    [InlineData("no connection string")]
    public async Task A_database_that_refuses_is_said_without_a_trace(string connection)
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        (await FailAsync("--port", "0", "--data", place.Folder, "--database", connection)).ShouldContain("PostgreSQL");
    }

    [Fact]
    public async Task A_password_in_the_connection_string_is_not_repeated()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        (await FailAsync("--port", "0", "--data", place.Folder, "--database", "Host=127.0.0.1;Port=1;Username=zhijian;Password=hush-hush;Timeout=5")).ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task A_log_whose_key_is_missing_does_not_start()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        var app = await WebHost.StartAsync(new ServeOptions(0, place.Folder, null, Empty: true));
        await app.DisposeAsync();
        File.Delete(Path.Combine(place.Folder, "keys", "log.pem"));
        (await FailAsync("--port", "0", "--data", place.Folder)).ShouldContain("log.pem");
    }

    [Fact]
    public async Task A_wrong_option_is_told_with_what_there_is()
    {
        var (code, _, errors) = await RunAsync("--prot", "5080");
        code.ShouldNotBe(0);
        errors.ShouldContain("--prot");
    }

    private static async Task<string> FailAsync(params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);
        code.ShouldBe(1, output + errors);
        output.ShouldBeEmpty();
        var line = errors.TrimEnd('\n');
        line.ShouldNotBeEmpty();
        line.ShouldNotContain("\n");
        line.ShouldNotContain("   at ");
        return line;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("dotnet", [Program, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It started all the same: {string.Join(' ', arguments)}", e);
        }
        return (process.ExitCode, await output, await errors);
    }
}
