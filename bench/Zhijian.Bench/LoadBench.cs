using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Web;
using Zhijian.Web.SignIn;

namespace Zhijian.Bench;

/// <summary>
/// Latency of the workbench and the matter page over 10,000 matters, by real HTTP with sign-in, beside an empty page of Kestrel in the
/// same run. Open loop: requests leave at a fixed rate whether or not the one before has answered, and the wait in between counts.
/// </summary>
internal static partial class LoadBench
{
    private const int Prosecutors = 25;

    public static async Task<int> RunAsync(int matters, int perSecond, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("zj-load").FullName;
        try
        {
            await using var app = await WebHost.StartAsync(new ServeOptions(0, folder));
            var platform = (Platform)app.Services.GetService(typeof(Platform))!;
            var watch = Stopwatch.StartNew();
            var ids = await FillAsync(app.Services, platform, matters);
            Console.WriteLine($"{matters} matters of {Prosecutors} prosecutors through the real steps in {watch.Elapsed.TotalSeconds:F0} s (SQLite)");

            await using var empty = await EmptyAsync();
            using var client = await SignInAsync(app.Urls.First(), "p0");
            Console.WriteLine($"{"page",-28}{"kB",6}{"req/s",8}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}");
            await MeasureAsync("empty page (Kestrel)", client, _ => empty.Urls.First() + "/", perSecond, seconds);
            await MeasureAsync("workbench, mine", client, _ => "/", perSecond, seconds);
            await MeasureAsync("workbench, whole office", client, _ => "/?who=all", perSecond, seconds);
            await MeasureAsync("matter page", client, i => $"/matters/{ids[i * 7919 % ids.Count]}", perSecond, seconds);
            await MeasureAsync("search for two words", client, i => $"/matters?q=运动鞋+{i % 1000:D4}", perSecond, seconds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<MatterId>> FillAsync(IServiceProvider services, Platform platform, int matters)
    {
        var actors = new List<Actor>();
        for (var i = 0; i < Prosecutors; i++)
        {
            await platform.People.AppointAsync("system", new PersonAppointed($"p{i}", $"检察官{i}", $"Prosecutor {i}", "990100", [Role.Prosecutor, Role.CaseManager]));
            actors.Add((await platform.People.ActorAsync($"p{i}"))!);
        }
        await using (var scope = services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Passwords>().SetAsync("p0", SampleOffice.Password);
        var ids = new List<MatterId>(matters);
        foreach (var chunk in Enumerable.Range(0, matters).Chunk(256))
            ids.AddRange(await Task.WhenAll(chunk.Select(i => OneAsync(platform, actors[i % Prosecutors], i))));
        return ids;
    }

    private static async Task<MatterId> OneAsync(Platform platform, Actor actor, int i)
    {
        var runner = platform.Runner;
        var start = runner.Today.AddDays(-(i % 60) - 5);
        var measure = i % 3 == 0 ? Measure.Detained : Measure.Bail;
        var id = await DoAsync(runner, actor, null, new RegisterMatter(
            $"假冒运动鞋案 {i:D5}", start, "TM", [new NewRightHolder($"某公司{i % 97}")],
            [new NewPerson($"张某{i}", ["213"], measure), new NewPerson($"李某{i}", ["214"], Measure.Bail)],
            Amounts: [new NewAmount("illegal-turnover", new Money(50_000 + i), "销售台账")], ActsTo: PartialDate.Of(start.AddDays(-40))));
        await DoAsync(runner, actor, id, new AcceptTransfer(start.AddDays(1), "公安某分局"));
        await DoAsync(runner, actor, id, new NotifySuspect(start.AddDays(2)));
        if (i % 2 == 0)
            await DoAsync(runner, actor, id, new NotifyVictim(start.AddDays(3)));
        return id;
    }

    private static async Task<MatterId> DoAsync(StepRunner runner, Actor actor, MatterId? id, IDated command)
    {
        var step = runner.Steps.All.Single(s => s.Command == command.GetType());
        return await runner.RunAsync(actor, id, step, command) is StepOutcome.Done done ? done.Matter : throw new InvalidOperationException($"{step.Name} did not pass");
    }

    private static async Task<WebApplication> EmptyAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("<!doctype html><title>empty</title>"));
        await app.StartAsync();
        return app;
    }

    private static async Task<HttpClient> SignInAsync(string address, string person)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri(address),
        };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var plain = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        plain.Headers.AcceptEncoding.ParseAdd("identity");
        client.DefaultRequestHeaders.AcceptEncoding.Clear();
        var page = await (await client.SendAsync(plain)).Content.ReadAsStringAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = person,
            ["password"] = SampleOffice.Password,
            ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value,
        });
        using var answer = await client.PostAsync("/sign-in", form);
        answer.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        return client;
    }

    private static async Task MeasureAsync(string name, HttpClient client, Func<int, string> url, int perSecond, int seconds)
    {
        for (var i = 0; i < 60; i++)
            (await client.GetAsync(url(i))).EnsureSuccessStatusCode();
        var total = perSecond * seconds;
        var latencies = new double[total];
        long bytes = 0;
        var start = Stopwatch.GetTimestamp();
        async Task OneAsync(int i, TimeSpan due)
        {
            using var response = await client.GetAsync(url(i));
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadAsByteArrayAsync();
            Interlocked.Add(ref bytes, body.Length);
            latencies[i] = (Stopwatch.GetElapsedTime(start) - due).TotalMilliseconds;
        }
        var running = new List<Task>(total);
        for (var i = 0; i < total; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            var wait = due - Stopwatch.GetElapsedTime(start);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
            running.Add(OneAsync(i, due));
        }
        await Task.WhenAll(running);
        var rate = total / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Array.Sort(latencies);
        double P(double q) => latencies[(int)Math.Min(total - 1, q * total)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{bytes / 1024.0 / total,6:F1}{rate,8:F0}{P(.5),9:F1}{P(.95),9:F1}{P(.99),9:F1}"));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
