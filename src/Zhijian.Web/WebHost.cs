using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.ResponseCompression;
using Zhijian.Store;
using Zhijian.Web.Api;
using Zhijian.Web.Modelling;
using Zhijian.Web.SignIn;

namespace Zhijian.Web;

/// <summary>How the platform is served.</summary>
/// <param name="Port">On 127.0.0.1; 0 = any free port.</param>
/// <param name="Folder">Data folder.</param>
/// <param name="Postgres">Connection string; null = SQLite in the folder.</param>
/// <param name="Empty">No sample office: one administrator, whose password is printed once.</param>
public sealed record ServeOptions(int Port, string Folder, string? Postgres = null, bool Empty = false)
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Null: the one of the data folder.</summary>
    public Law.LawBook? Law { get; init; }
}

/// <summary>Builds and runs the web application. <c>./run</c>, <c>zhijian serve</c> and the tests start it the same way.</summary>
public static class WebHost
{
    /// <summary>Serves until it is told to stop. Whatever keeps it from starting is one line on standard error and exit code 1.</summary>
    public static async Task<int> RunAsync(ServeOptions options, TextWriter output, TextWriter errors, CancellationToken ct = default)
    {
        try
        {
            await using var app = await StartAsync(options, output);
            await app.WaitForShutdownAsync(ct);
            return 0;
        }
        catch (Exception e) when (e is StoreUnavailableException or Law.DataFileException or DirectoryNotFoundException)
        {
            await errors.WriteLineAsync(e.Message);
        }
        catch (IOException e) when (e.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await errors.WriteLineAsync($"Port {options.Port} on 127.0.0.1 cannot be used ({e.InnerException!.Message}); choose another one with --port.");
        }
        return 1;
    }

    /// <summary>Starts it and loads the sample office on the first start; the application owns the platform.</summary>
    public static async Task<WebApplication> StartAsync(ServeOptions options, TextWriter? output = null)
    {
        var platform = await Platform.OpenAsync(new Store.StoreOptions(options.Folder, options.Postgres), options.Time, options.Law);
        WebApplication? app = null;
        try
        {
            await platform.Supervision.Runs.EndLeftOverAsync();
            app = Build(platform, options);
            await app.StartAsync();
            var address = app.Urls.First();
            var notice = await SampleOffice.LoadAsync(app.Services, platform, options.Empty);
            if (output is not null)
                await output.WriteLineAsync($"知检 Zhijian  {address}\n{notice}");
            return app;
        }
        catch
        {
            if (app is not null)
                await app.DisposeAsync();
            else
                await platform.DisposeAsync();
            throw;
        }
    }

    private static WebApplication Build(Platform platform, ServeOptions options)
    {
        var assembly = typeof(WebHost).Assembly;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = FindWebRoot(),
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Listen(IPAddress.Loopback, options.Port);
            k.AddServerHeader = false;
            k.Limits.MaxRequestBodySize = Attachments.MaxBytes + (1 << 20);
        });
        builder.Logging.ClearProviders().AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        // a port that is taken is told in one line; the host would tell it with a stack trace first
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // keys lie in the data folder, which is the owner's
        builder.Services.AddSingleton(_ => platform); // by factory, so that the container disposes it
        builder.Services.AddSingleton(options.Time);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Ui>();
        builder.Services.AddScoped<Marks>();
        builder.Services.AddScoped<Chrome>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // Chinese stays readable, and three bytes a character
        builder.Services.AddHealthChecks();
        builder.Services.AddHostedService<ScheduleClock>();
        builder.Services.AddRazorPages(o => o.Conventions.AuthorizeFolder("/").AllowAnonymousToPage("/SignIn").AllowAnonymousToPage("/Error")
            .AllowAnonymousToFolder("/Terms").AllowAnonymousToFolder("/Book"))
            .AddMvcOptions(o => o.Filters.Add<MethodFilter>());
        builder.Services.AddDataProtection().SetApplicationName("zhijian").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.Folder, "keys", "web")));
        builder.Services.AddResponseCompression(o =>
        {
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        AddSignIn(builder.Services);
        builder.Services.AddMatterApi();

        var app = builder.Build();
        _ = app.Services.GetRequiredService<Platform>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseExceptionHandler("/error/500");
        app.UseMiddleware<ApiErrors>();
        app.UseStaticFiles();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapHealthChecks("/healthz").AllowAnonymous();
        app.MapRazorPages();
        app.MapMatterApi(platform);
        return app;
    }

    private static void AddSignIn(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
        {
            o.Lockout.MaxFailedAccessAttempts = 5;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            o.Password.RequiredLength = Passwords.MinLength;
            (o.Password.RequireDigit, o.Password.RequireUppercase, o.Password.RequireLowercase, o.Password.RequireNonAlphanumeric) = (false, false, false, false);
        }).AddUserStore<AccountStore>().AddSignInManager();
        services.AddScoped<Passwords>();
        services.AddAuthentication(o => o.DefaultScheme = "Any")
            .AddPolicyScheme("Any", "cookie or token", o => o.ForwardDefaultSelector = c => TokenAuthentication.Applies(c) ? TokenAuthentication.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddCookie(IdentityConstants.ApplicationScheme, o =>
            {
                o.Cookie.Name = "zj-session";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // plain HTTP is only served on the loopback address
                o.ExpireTimeSpan = TimeSpan.FromHours(10);
                o.SlidingExpiration = true;
                (o.LoginPath, o.LogoutPath, o.ReturnUrlParameter) = ("/sign-in", "/sign-out", "next");
                o.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
                o.Events.OnRedirectToLogin = ctx => Unless(ctx, "/api", 401);
                o.Events.OnRedirectToAccessDenied = ctx => Unless(ctx, "/", 403);
            });
        services.AddAuthorization();
    }

    private static Task Unless(Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context, string path, int status)
    {
        if (context.Request.Path.StartsWithSegments(path.TrimEnd('/')))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>The folder of static files: beside the program when published, in the project when built.</summary>
    private static string FindWebRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            foreach (var candidate in new[] { "wwwroot", Path.Combine("src", "Zhijian.Web", "wwwroot") })
                if (File.Exists(Path.Combine(folder.FullName, candidate, "zhijian.css")))
                    return Path.Combine(folder.FullName, candidate);
        throw new DirectoryNotFoundException($"No wwwroot with zhijian.css in or above {AppContext.BaseDirectory}.");
    }
}
