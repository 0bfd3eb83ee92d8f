using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Intake;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The second person compares a proposed correction with the record, sees which clocks it moves, and confirms.</summary>
public sealed class ConfirmModel(Platform platform) : MatterPage(platform)
{
    public TimelineEntry Proposal { get; private set; } = null!;

    public CorrectionView View { get; private set; } = null!;

    /// <summary>Clocks that would be other ones after it: before → after.</summary>
    public IReadOnlyList<(Duty After, DateOnly? Before)> Moves { get; private set; } = [];

    public bool IsDone { get; private set; }

    public Refusal? Refusal { get; private set; }

    public bool Allowed => May("confirm-correction");

    public bool IsOwn => Proposal.Recorded.Actor == Actor.Id;

    public async Task<IActionResult> OnGetAsync(string id, long version) => await FindAsync(id, version) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, long version)
    {
        if (!await FindAsync(id, version))
            return NotFound();
        var expected = long.TryParse(Request.Form["_version"], out var seen) ? seen : Matter.Version;
        var outcome = await Platform.Runner.RunAsync(
            Actor, Matter.Id, Platform.Runner.Steps.Find("confirm-correction")!, new ConfirmCorrection(Platform.Runner.Today, version), expected);
        switch (outcome)
        {
            case StepOutcome.Done done:
                return Redirect(At($"?done={expected}-{done.Version}#done"));
            case StepOutcome.Refused refused:
                Refusal = refused.Refusal;
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            case StepOutcome.Conflict:
                // nothing was typed that could be lost: show it on the new version
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await FindAsync(id, version) ? Page() : NotFound();
            case StepOutcome.Forbidden:
                Response.StatusCode = StatusCodes.Status403Forbidden;
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task<bool> FindAsync(string id, long version)
    {
        if (!await OpenAsync(id) || Matter.Timeline.FirstOrDefault(t => t.Recorded.Version == version) is not { Event: CorrectionProposed proposed } entry)
            return false;
        (Proposal, View) = (entry, CorrectionView.Of(Matter, proposed, Platform.Runner.Steps));
        IsDone = Matter.Timeline.Any(t => t.Event is CorrectionConfirmed c && c.Proposal == version);
        var after = MatterFold.Fold(Matter.Id, [.. Events.Select(e => e.Version == proposed.Target ? e with { Data = MatterFold.Patch(e.Data, proposed.Changes), ActedOn = ActedOn(e.ActedOn, proposed) } : e)]);
        var before = Duties.ToDictionary(d => d.Key, d => d.Count.Due, StringComparer.Ordinal);
        Moves = IsDone ? [] : [.. Platform.Runner.DutiesOf(after).Where(d => before.GetValueOrDefault(d.Key) != d.Count.Due).Select(d => (d, before.GetValueOrDefault(d.Key)))];
        return true;
    }

    private static string ActedOn(string acted, CorrectionProposed proposed) =>
        proposed.Changes.TryGetValue("on", out var on) && PartialDate.TryParse(on?.ToString()) is { } day ? day.Value : acted;
}
