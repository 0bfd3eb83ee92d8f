using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Zhijian.Kernel;
using Zhijian.Offices;

namespace Zhijian.Web;

/// <summary>What the frame of every page says: who is signed in, where they are, the same page in the other language.</summary>
public sealed class Chrome(IHttpContextAccessor accessor, Ui ui, Platform platform)
{
    private HttpContext Context => accessor.HttpContext!;

    /// <summary>The address that was asked for, also on an error page.</summary>
    public string Path => Context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? Context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? Context.Request.Path.ToString();

    private string Query => Context.Features.Get<IStatusCodeReExecuteFeature>() is { } feature ? feature.OriginalQueryString ?? "" : Context.Request.QueryString.ToString();

    public string OtherLanguage => WithLanguage(Path, Query, ui.IsEnglish ? "zh" : "en");

    /// <summary>Now, in the time of China, for the head of a printed page.</summary>
    public string Now => ChinaTime.In(platform.Time.GetUtcNow()).ToString("yyyy-MM-dd HH:mm");

    /// <summary>The same address with that language; every other condition stays.</summary>
    public static string WithLanguage(string path, string query, string language)
    {
        var kept = QueryHelpers.ParseQuery(query).Where(p => p.Key != "lang").SelectMany(p => p.Value, (p, value) => KeyValuePair.Create(p.Key, value));
        return new PathString(path).ToUriComponent() + QueryString.Create(kept.Append(KeyValuePair.Create("lang", (string?)language)));
    }

    /// <summary>page where the address is that of the link or below it.</summary>
    public string? Current(string link) => Path == link || (link != "/" && Path.StartsWith(link + "/", StringComparison.Ordinal)) ? "page" : null;

    /// <summary>The unit and the name of the actor, in the language of the page as far as they have one there.</summary>
    public async Task<(string Unit, string Name)> WhoAsync(Actor actor)
    {
        var unit = platform.Units.Find(actor.Unit);
        if (!ui.IsEnglish)
            return (Names.Of(unit, english: false), actor.Name);
        var person = (await platform.People.FindAsync([actor.Id], Context.RequestAborted)).GetValueOrDefault(actor.Id);
        return (Names.Of(unit, english: true), Names.Of(person, english: true) ?? actor.Name);
    }
}
