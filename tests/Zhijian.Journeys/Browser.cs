using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Zhijian.Web;

[assembly: AssemblyFixture(typeof(Zhijian.Journeys.Browser))]

namespace Zhijian.Journeys;

/// <summary>One Chromium and one running platform for all journeys; each journey has its own browser context, hence its own session.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Not a promise: two cores may be busy with other tests.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _folder = Directory.CreateTempSubdirectory("zhijian-journey-").FullName;
    private Microsoft.AspNetCore.Builder.WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly Dictionary<(string, int), Visitor> _looking = [];

    private static string? Chromium { get; } = new[] { Environment.GetEnvironmentVariable("ZHIJIAN_CHROMIUM"), "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    public Platform Platform => (Platform)_app!.Services.GetService(typeof(Platform))!;

    public async ValueTask InitializeAsync()
    {
        if (Chromium is null)
            return;
        _app = await WebHost.StartAsync(new ServeOptions(0, _folder));
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh session in a language; the journey is visibly skipped where there is no Chromium.</summary>
    public async Task<Visitor> VisitAsync(string lang = "zh", bool javaScript = true, int width = 1440, int height = 1000)
    {
        Assert.SkipWhen(_browser is null, "Chromium is not available (ZHIJIAN_CHROMIUM)");
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = _app!.Urls.First(),
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce, // colours are looked at when they have settled
            Locale = lang == "en" ? "en-GB" : "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        return new Visitor(await context.NewPageAsync(), lang);
    }

    /// <summary>A session of a prosecutor for tests that only look and leave no trace; signing in for each page would take longer than the looking.</summary>
    public async Task<Visitor> LookingAsync(string lang, int width)
    {
        if (!_looking.TryGetValue((lang, width), out var visitor))
        {
            visitor = _looking[(lang, width)] = await VisitAsync(lang, width: width);
            await visitor.SignInAsync("lu");
        }
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Somebody in front of the screen. Every page that is opened is looked over: no script error, nothing serious for accessibility.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> _errors = [];
    private readonly string _lang;

    public Visitor(IPage page, string lang)
    {
        (Page, _lang) = (page, lang);
        page.SetDefaultTimeout((float)Browser.Patience.TotalMilliseconds);
        page.PageError += (_, error) => _errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource"))
                _errors.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Accessibility is checked too; a long journey turns it off for pages of a kind that it has seen.</summary>
    public bool LooksClosely { get; set; } = true;

    public string Says(string zh, string en) => _lang == "en" ? en : zh;

    public async Task SignInAsync(string person)
    {
        await Page.GotoAsync($"/sign-in?lang={_lang}");
        await Page.FillAsync("#name", person);
        await Page.FillAsync("#password", SampleOffice.Password);
        await Page.Locator("form[action='/sign-in'] button[type=submit]").ClickAsync();
        await Page.ArriveAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task SignOutAsync()
    {
        await Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Page.ArriveAsync(url => url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task OpenAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        response.ShouldNotBeNull().Status.ShouldBe(200, path);
        await LookAsync();
    }

    /// <summary>Checks what is on the screen now.</summary>
    public async Task LookAsync()
    {
        if (LooksClosely)
            await CheckAsync(null);
        List<string> errors = [.. _errors];
        _errors.Clear(); // the next page answers for its own
        errors.ShouldBeEmpty(Page.Url);
        (await Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(_lang == "en" ? "en" : "zh-CN");
        (await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).ShouldBeTrue($"{Page.Url} scrolls sideways");
    }

    /// <summary>The same page in the dark: only colours are other than in the light.</summary>
    public async Task LookInTheDarkAsync()
    {
        await Page.EvaluateAsync("document.documentElement.setAttribute('data-bs-theme', 'dark')");
        await CheckAsync(new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] });
    }

    // of what passes only the count is asked for: naming every node of a long page takes longer than the checks
    private async Task CheckAsync(RunOnlyOptions? rules) => (await Page.RunAxe(new AxeRunOptions { RunOnly = rules, ResultTypes = [ResultType.Violations] })).Violations.Where(v => v.Impact is "serious" or "critical")
        .Select(v => $"{Page.Url} {v.Id}: {v.Help} ({v.Nodes[0].Html})").ShouldBeEmpty();

    public Task<string> TextAsync() => Page.Locator("body").InnerTextAsync();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
