using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.FourChecks;

namespace Zhijian.Web.Pages.Matters;

/// <summary>The matter on one page: who it is, what is next, the four checks, persons and charges, clocks, duties, documents, record.</summary>
public sealed class MatterModel(Platform platform) : MatterPage(platform)
{
    public NextAction Next { get; private set; } = null!;

    public IReadOnlyList<Step> Offered { get; private set; } = [];

    public IReadOnlyList<SuspectRow> Persons { get; private set; } = [];

    public IReadOnlyList<ClockRow> Clocks { get; private set; } = [];

    public IReadOnlyList<DutyRow> DutyRows { get; private set; } = [];

    public IReadOnlyList<PendingCorrection> Pending { get; private set; } = [];

    /// <summary>What keeps the matter from being closed.</summary>
    public IReadOnlyList<Refusal> Obstacles { get; private set; } = [];

    /// <summary>Files of exhibits that the actor has not opened yet.</summary>
    public int NewFiles { get; private set; }

    /// <summary>What the actor has just done.</summary>
    public Changes? Done { get; private set; }

    /// <summary>What others did since the actor looked.</summary>
    public Changes? Since { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? done, string? since)
    {
        if (!await OpenAsync(id))
            return NotFound();
        Offered = OfferedSteps.Of(Platform.Runner.Steps, Platform.Law, Matter, Duties, Actor);
        Next = NextAction.Of(Matter, Duties, Platform.Runner.Steps, Actor);
        Persons = SuspectRow.Of(Matter, Duties, Offered, Platform.Law, Platform.Runner.Today);
        Clocks = ClockRow.Of(Matter, Duties);
        DutyRows = DutyRow.Of(Matter, Duties);
        Pending = PendingCorrection.Of(Matter, Platform.Runner.Steps);
        Obstacles = CloseMatter.Obstacles(Matter, Platform.Law);
        var read = await ReadAsync();
        NewFiles = FileOpening.AllOf(Matter, Actor.Id).Count(f => !read.Contains((f.Exhibit.Id, f.File.Hash)));
        Done = ChangesOf(done);
        Since = ChangesOf(since);
        return Page();
    }

    private Changes? ChangesOf(string? range) =>
        Changes.Range(range, Matter.Version) is { } r ? Changes.Of(Matter.Id, Events, r.After, r.Until, Platform.Runner.DutiesOf) : null;

    public string ClockOf(Duty duty) => At($"/clocks/{duty.Key}");

    public bool MayTake(string step) => May(step);

    /// <summary>Whom or what a question is about: a name, or the number of a finding.</summary>
    public string? SubjectOf(string? id) => id is not null && Matter.Finding(id) is not null ? id : Matter.NameOf(id);

    /// <summary>The form to which a question leads: as its answer, or with what it knows filled in.</summary>
    public string LeadOf(CheckQuestion question, CheckLead lead)
    {
        var step = Platform.Runner.Steps.Find(lead.Step)!;
        return FromCheck.IsOpening(step)
            ? $"/steps/{step.Name}?check={Uri.EscapeDataString(question.Key)}"
            : $"/steps/{step.Name}?{string.Join('&', FromCheck.Carry(Matter, Platform.Law, step, question.Key).Select(c => $"{c.Key}={Uri.EscapeDataString(c.Value)}"))}";
    }

    public Text RightTitle => Matter.Right is { } right && Platform.Law.Vocabulary.Right(right.Type) is { } type ? new Text(type.Title.Zh.Split('（')[0], type.Title.En) : new Text("未知", "unknown");

    public Text AmountTitle(Amount amount) => Platform.Law.Vocabulary.AmountKind(amount.Kind)?.Title ?? new Text(amount.Kind, amount.Kind);

    /// <summary>Duties of notice towards a right holder or suspect: the chain.</summary>
    public IReadOnlyList<Duty> NoticesTo(string subject) =>
        [.. Duties.Where(d => d.Subject == subject && d.Rule.Id.StartsWith("notify-", StringComparison.Ordinal)).OrderBy(d => d.Count.Due)];
}
