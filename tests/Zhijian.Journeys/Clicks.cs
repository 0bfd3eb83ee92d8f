using Microsoft.Playwright;

namespace Zhijian.Journeys;

/// <summary>What people do again and again in a journey.</summary>
internal static class Clicks
{
    public static async Task AsAsync(Visitor visitor, string person)
    {
        await visitor.SignOutAsync();
        await visitor.SignInAsync(person);
    }

    /// <summary>Opens the form of a step, fills it, submits, and is back at the matter with a note of what was recorded.</summary>
    public static async Task TakeAsync(Visitor visitor, string matter, string step, Func<IPage, Task>? fill = null)
    {
        await visitor.OpenAsync($"{matter}/steps/{step}");
        if (fill is not null)
            await fill(visitor.Page);
        await visitor.Page.Locator("main form.zj-form button.btn-primary").ClickAsync();
        await visitor.Page.ArriveAsync(url => !url.Contains("/steps/", StringComparison.Ordinal));
        await visitor.LookAsync();
        await Assertions.Expect(visitor.Page.Locator("#done")).ToBeVisibleAsync();
    }

    public static async Task ChooseAsync(Visitor visitor, string field, string only)
    {
        foreach (var box in await visitor.Page.Locator($"input[type=checkbox][name={field}]").AllAsync())
            if (await box.IsEnabledAsync())
                await box.SetCheckedAsync(await box.GetAttributeAsync("value") == only);
    }

    /// <summary>Waits until the address is the one that is meant and its page has loaded, by asking again and again: the events of it are missed now and then on a machine with much to do.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task ArriveAsync(this IPage page, Func<string, bool> isThere)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); !isThere(page.Url) || !await HasLoadedAsync(page); await Task.Delay(20))
            if (waited.Elapsed > Browser.Patience)
                throw new TimeoutException($"still at {page.Url}");
    }

    private static async Task<bool> HasLoadedAsync(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<bool>("document.readyState === 'complete'").WaitAsync(Browser.Patience);
        }
        catch (PlaywrightException) // the page left meanwhile
        {
            return false;
        }
    }

    /// <summary>A choice is a list or a group of radio buttons; people do not care which.</summary>
    public static async Task SelectAsync(Visitor visitor, string field, string value)
    {
        if (await visitor.Page.Locator($"select#{field}").CountAsync() > 0)
            await visitor.Page.SelectOptionAsync($"#{field}", value);
        else
            await visitor.Page.CheckAsync($"input[name={field}][value={value}]");
    }

    /// <summary>Follows a link that leads to the form of a step, fills it and submits.</summary>
    public static async Task FollowAsync(Visitor visitor, ILocator link, Func<IPage, Task>? fill = null)
    {
        await link.ClickAsync();
        await visitor.Page.ArriveAsync(url => url.Contains("/steps/", StringComparison.Ordinal));
        await visitor.LookAsync();
        if (fill is not null)
            await fill(visitor.Page);
        await visitor.Page.Locator("main form.zj-form button.btn-primary").ClickAsync();
        await visitor.Page.ArriveAsync(url => !url.Contains("/steps/", StringComparison.Ordinal));
        await visitor.LookAsync();
        await Assertions.Expect(visitor.Page.Locator("#done")).ToBeVisibleAsync();
    }
}
