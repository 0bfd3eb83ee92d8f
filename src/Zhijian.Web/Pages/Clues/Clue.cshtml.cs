using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Zhijian.Kernel;
using Zhijian.Supervision.Clues;
using Zhijian.Web.Clues;

namespace Zhijian.Web.Pages.Clues;

/// <summary>One clue with its life, and the place where every act on a clue is sent. From a list, a judgement leads to the next one of that list.</summary>
public sealed class ClueModel(Platform platform) : PageModel
{
    private static readonly string[] Fields = ["judgement", "reason", "note", "of", "from", "what", "grade", "person", "unit", "answer", "matter", "kind", "on"];

    public ClueReview Review { get; private set; } = null!;

    /// <summary>Something was just recorded.</summary>
    public bool Done { get; private set; }

    /// <summary>Roles that may, when the actor may not.</summary>
    public IReadOnlyList<Role>? Needed { get; private set; }

    public async Task<IActionResult> OnGetAsync(string number, string? act, string? done, string? matter)
    {
        Done = done is not null;
        var answer = matter is null ? null : new ClueAnswer("matter", new Dictionary<string, string>(StringComparer.Ordinal) { ["matter"] = matter });
        return act is null && await ReadAsync(number, answer, null) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string number, string? act)
    {
        var actor = (await HttpContext.ActorAsync())!;
        if (act is null || ClueActKind.Find(act) is not { } kind || ClueNumber.TryParse(number) is not { } id)
            return NotFound();
        var list = Request.Form["list"].ToString() is { Length: > 0 and < 400 } given && given[0] == '?' ? given : null;
        var answer = new ClueAnswer(kind.Name, Fields.ToDictionary(f => f, f => Request.Form[f].ToString(), StringComparer.Ordinal));
        var (command, wrong) = ClueForm.Bind(kind.Name, f => answer[f]);
        if (command is null)
            return await AgainAsync(number, answer with { Wrong = wrong }, list, StatusCodes.Status422UnprocessableEntity);
        var next = list is not null && command is JudgeClue ? await NextAsync(actor, id, list) : null;
        long? expected = long.TryParse(Request.Form["_version"], out var version) ? version : null;
        switch (await platform.Clues.ActAsync(actor, id, command, expected, HttpContext.RequestAborted))
        {
            case ClueOutcome.Done:
                return Redirect(next ?? $"/clues/{id}?done=1#done");
            case ClueOutcome.Refused refused:
                return await AgainAsync(number, answer with { Refusal = refused.Refusal }, list, StatusCodes.Status422UnprocessableEntity);
            case ClueOutcome.Conflict conflict:
                return await AgainAsync(number, answer with { Conflict = conflict }, list, StatusCodes.Status409Conflict);
            case ClueOutcome.Forbidden forbidden:
                Needed = forbidden.Needed;
                return await AgainAsync(number, answer, list, StatusCodes.Status403Forbidden);
            default:
                return NotFound();
        }
    }

    /// <summary>The list with the clue after this one open; the one before it where it is the last, none where it was the only one to review.</summary>
    private async Task<string> NextAsync(Actor actor, ClueNumber id, string list)
    {
        var query = ClueQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(list)));
        var (rows, _) = await platform.ClueLists.FindAsync(actor, query.Filter(actor), IndexModel.PageSize + 1, (query.Page - 1) * IndexModel.PageSize, HttpContext.RequestAborted);
        var at = rows.TakeWhile(r => r.Clue != id.Value).Count();
        var open = rows.Select((r, i) => (r, i)).Where(x => x.r.State == "open" && x.i != at).ToList();
        var next = open.Where(x => x.i > at).Select(x => x.r.Clue).FirstOrDefault() ?? open.Select(x => x.r.Clue).LastOrDefault();
        return QueryHelpers.AddQueryString(query.Url(next), "done", id.Value) + "#clue";
    }

    private async Task<IActionResult> AgainAsync(string number, ClueAnswer answer, string? list, int status)
    {
        if (!await ReadAsync(number, answer, list))
            return NotFound();
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ReadAsync(string number, ClueAnswer? answer, string? list)
    {
        if (ClueNumber.TryParse(number) is not { } id || await ClueReview.OfAsync(platform, (await HttpContext.ActorAsync())!, id, Request.Query["rows"] == "all", answer, list, HttpContext.RequestAborted) is not { } review)
            return false;
        Review = review;
        return true;
    }
}
