using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web;
using Zhijian.Web.Tests;

[assembly: AssemblyFixture(typeof(Servers))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Zhijian.Web.Tests;

/// <summary>The servers of the whole test run, each started when the first test asks for it.</summary>
public sealed class Servers : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(Dialect, bool), Lazy<Task<Server>>> _servers = new();

    /// <summary>The one of that database, in which every test registers what it needs.</summary>
    public Task<Server> OfAsync(Dialect dialect) => OfAsync(dialect, untouched: false);

    /// <summary>One of the same kind for tests of lists, which must find the sample office as it was loaded: register no matter here.</summary>
    public Task<Server> SampleAsync(Dialect dialect) => OfAsync(dialect, untouched: true);

    private Task<Server> OfAsync(Dialect dialect, bool untouched) =>
        _servers.GetOrAdd((dialect, untouched), static key => new Lazy<Task<Server>>(() => Server.StartAsync(key.Item1))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.Values)
            await (await server.Value).DisposeAsync();
    }
}

/// <summary>The real program on a free port, with a store of its own and a clock that stands on Monday 28 September 2026.</summary>
public sealed partial class Server : IAsyncDisposable
{
    private readonly TestPlace _place;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Task<Client>> _clients = new(StringComparer.Ordinal);

    private Server(TestPlace place, WebApplication app, ManualClock clock)
    {
        (_place, _app, Clock) = (place, app, clock);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Platform = app.Services.GetRequiredService<Platform>();
    }

    public Uri Address { get; }

    public Platform Platform { get; }

    public ManualClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="empty">Without the sample office.</param>
    public static async Task<Server> StartAsync(Dialect dialect, bool empty = false)
    {
        var place = await TestPlace.CreateAsync(dialect);
        try
        {
            var clock = new ManualClock();
            return new Server(place, await WebHost.StartAsync(new ServeOptions(0, place.Folder, place.Options.Postgres, empty) { Time = clock, Law = TestLaw.Book }), clock);
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client with a token of that person.</summary>
    public Task<Client> AsAsync(string person) => _clients.GetOrAdd(person, async p =>
    {
        var token = await Platform.People.CreateTokenAsync(p, "test", new DateOnly(2027, 9, 28));
        return Anonymous($"Bearer {token}");
    });

    /// <summary>Nobody; or whoever the given Authorization header is taken for.</summary>
    public Client Anonymous(string? authorization = null)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (authorization is not null)
            http.DefaultRequestHeaders.Add("Authorization", authorization);
        return new Client(http);
    }

    /// <summary>A browser without a session.</summary>
    public Client Browser(CookieContainer? cookies = null) =>
        new(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies ?? new CookieContainer() }) { BaseAddress = Address });

    /// <summary>A browser that has signed in by the form.</summary>
    public async Task<Client> SignInAsync(string person, string password = SampleOffice.Password, string? next = null)
    {
        var browser = Browser();
        var answer = await browser.SubmitSignInAsync(person, password, next);
        return answer.Status == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"{person} could not sign in: {(int)answer.Status}");
    }

    public async Task SetPasswordAsync(string person, string password)
    {
        using var scope = Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<SignIn.Passwords>().SetAsync(person, password);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            (await client).Dispose();
        await _app.DisposeAsync();
        await _place.DisposeAsync();
    }
}

/// <summary>An HTTP client whose answers have been read.</summary>
public sealed partial class Client(HttpClient http) : IDisposable
{
    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    /// <param name="body">An object, or a string that is JSON already.</param>
    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) => SendAsync(
        HttpMethod.Post, path, new StringContent(body as string ?? System.Text.Json.JsonSerializer.Serialize(body, Json.Options), null, "application/json"), headers);

    public Task<Answer> FormAsync(string path, Dictionary<string, string> fields, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), headers);

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value))
                throw new ArgumentException($"no request header “{name}”", nameof(headers));
        using var response = await http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Opens the sign-in page and submits its form, hidden fields and all.</summary>
    public async Task<Answer> SubmitSignInAsync(string name, string password, string? next = null)
    {
        var page = await GetAsync("/sign-in" + (next is null ? "" : $"?next={Uri.EscapeDataString(next)}"));
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = name, ["password"] = password };
        foreach (Match hidden in Hidden().Matches(page.Text))
            fields.TryAdd(WebUtility.HtmlDecode(hidden.Groups["name"].Value), WebUtility.HtmlDecode(hidden.Groups["value"].Value));
        return await FormAsync("/sign-in", fields);
    }

    /// <summary>What every form of ours carries, taken from a page that has one.</summary>
    public async Task<Dictionary<string, string>> AntiforgeryAsync()
    {
        var token = Hidden().Matches((await GetAsync("/offices")).Should(200).Text).First(h => h.Groups["name"].Value == "__RequestVerificationToken").Groups["value"].Value;
        return new Dictionary<string, string>(StringComparer.Ordinal) { ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token) };
    }

    [GeneratedRegex("<input[^>]*name=\"(?<name>[^\"]*)\"[^>]*type=\"hidden\"[^>]*value=\"(?<value>[^\"]*)\"|<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]*)\"[^>]*value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();

    public void Dispose() => http.Dispose();
}
