using System.Diagnostics;
using System.Net;
using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests.Verbs;

public class ServeVerbTests
{
    [Fact]
    public async Task It_serves_until_it_is_interrupted_while_the_command_line_works_on_the_same_store()
    {
        await using var office = await Office.OpenAsync();
        using var serve = office.Start("serve", "--port", "0");
        var line = await serve.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        line.ShouldNotBeNull(await Task.Run(() => serve.HasExited ? serve.StandardError.ReadToEnd() : ""));
        var address = line[line.IndexOf("http", StringComparison.Ordinal)..].Trim();
        using var http = new HttpClient();
        (await http.GetAsync(new Uri($"{address}/healthz"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await office.OutAsync(0, "import", "cases", office.Write("cases.json", Cases.File(5)), "--as", "lu");
        await office.OutAsync(0, "verify");
        (await office.RunAsync("serve", "--port", new Uri(address).Port.ToString())).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(1), a => a.Error.Trim().ShouldNotContain("\n"));
        using (var signal = Process.Start("kill", ["-INT", $"{serve.Id}"]))
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        (await serve.EndAsync()).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task A_port_that_is_none_is_wrong_usage()
    {
        await using var office = await Office.OpenAsync();
        (await office.RunAsync("serve", "--port", "70000")).Exit.ShouldBe(64);
    }
}
