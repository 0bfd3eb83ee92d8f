using Zhijian.Cli.Verbs;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Reading;
using Zhijian.Web;

namespace Zhijian.Cli;

/// <summary>The pages of an exhibit's files on the command line, by the rule of every other reading.</summary>
internal static class ExhibitReading
{
    /// <param name="page">One page; null: how many there are.</param>
    /// <param name="words">Searched for in every file.</param>
    public static async Task<int> RunAsync(Call call, string matterId, string exhibitId, int? page, string? words)
    {
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        var matter = await ShowVerb.FindAsync(call, platform, actor, matterId);
        if (matter.Exhibit(exhibitId.ToUpperInvariant()) is not { } exhibit)
            throw new Failure(Exit.NotFound, "unknown-exhibit", call.Say[$"{matter.Id} 中没有证据“{exhibitId}”", $"there is no exhibit “{exhibitId}” in {matter.Id}"]);
        if (!exhibit.MayOpen(actor.Id))
            throw new Failure(Exit.Refused, "undertaking-missing", call.Say["打开前须登记保密承诺书（刑诉法54第3款）", "the written undertaking is recorded before it is opened (CPL 54 III)"]);
        var results = new List<object>();
        foreach (var file in exhibit.Files)
        {
            var text = await platform.Reading.ReadAsync(file.Hash, file.MediaType, call.Stop);
            var shown = page is { } n ? await platform.Reading.PageAsync(file.Hash, n, call.Stop) : null;
            var found = words is null ? null : await platform.Reading.FindAsync(file.Hash, words, call.Stop);
            if (call.Json)
                results.Add(new { file = file.Hash, file.Name, file.MediaType, text.State, text.Pages, text.Left, text.Why, page = shown, found });
            else
                Write(call, matter, exhibit, file, text, shown, found);
        }
        if (call.Json)
            call.Result(new { matter = matter.Id.Value, exhibit = exhibit.Id, files = results });
        return Exit.Ok;
    }

    private static void Write(Call call, Matter matter, Exhibit exhibit, AttachedDocument file, FileText text, PageText? page, Found? found)
    {
        var say = call.Say;
        call.Line($"{exhibit.Id} {file.Name}  " + (text.Why is { } why ? say[why] : say[$"{text.Pages} 页", $"{text.Pages} pages"]));
        foreach (var left in text.Left)
            call.Line("  ! " + say[left]);
        if (page is not null)
        {
            call.Line($"--- {FileCatalogue.PageOf(matter, exhibit, file.Hash, page.Number)}{(page.Name is { } name ? $"  {say[name]}" : "")}");
            call.Line(page.Text);
            if (page.Left is { } cut)
                call.Line("  ! " + say[cut]);
        }
        if (found is null)
            return;
        call.Line(say[$"  共 {found.Total} 处，在 {found.Pages.Count} 页上", $"  {found.Total} hits on {found.Pages.Count} pages"]);
        foreach (var hit in found.Hits)
            call.Line($"  {FileCatalogue.PageOf(matter, exhibit, file.Hash, hit.Page)}  …{hit.Around}…");
        if (found.Total > found.Hits.Count)
            call.Line(say[$"  只列出前 {found.Hits.Count} 处", $"  the first {found.Hits.Count} are listed"]);
    }
}
