using Microsoft.AspNetCore.Mvc;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Supervision;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Models;

/// <summary>One run: how far it is, or what it read and found; compared with an earlier one, cancelled, done again. For another office there is none.</summary>
public sealed class RunModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    private const int PageSize = 50;
    private const int ShownDifferences = 20;

    public RunRow Run { get; private set; } = null!;

    public RunStarted Started { get; private set; } = null!;

    /// <summary>The model as it is now; null where its file is gone.</summary>
    public SupervisionModel? Is { get; private set; }

    /// <summary>Whether the file of the model is still the one that was run.</summary>
    public bool IsUnchanged { get; private set; }

    public Text Title => Platform.TitleOfModel(Run.Model);

    public double? Percent => Desk.Runs.ProgressOf(Run.Run);

    /// <summary>Null where they cannot be shown; <see cref="Unread"/> says why.</summary>
    public IReadOnlyList<Finding>? Findings { get; private set; }

    public Text? Unread { get; private set; }

    public Pager Pager { get; private set; } = null!;

    /// <summary>The number of the clue that a finding is, by its key.</summary>
    public IReadOnlyDictionary<string, string> Clues { get; private set; } = new Dictionary<string, string>();

    /// <summary>Finished runs of the model before this one, newest first.</summary>
    public IReadOnlyList<RunRow> Earlier { get; private set; } = [];

    public RunRow? With { get; private set; }

    public RunDifference? Difference { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>Whether the same came out when the run was done again; null where it was not.</summary>
    public bool? Same { get; private set; }

    public string Here => $"/models/runs/{Run.Run}";

    public DataSet? SetOf(string id) => Desk.Catalogue.Find(id);

    public async Task<IActionResult> OnGetAsync(string run, string? act, string? with) => act is null && await ReadAsync(run, with) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string run, string? act)
    {
        if (!await OpenAsync() || act is not ("cancel" or "repeat") || await Desk.Runs.FindAsync(Actor, run, Stop) is not var (row, started))
            return NotFound();
        if (act == "cancel")
        {
            Refusal = await Desk.Runs.CancelAsync(Actor, run);
            if (Refusal is null)
            {
                await Desk.Runs.WaitAsync(run, Stop);
                return Redirect($"/models/runs/{run}");
            }
        }
        else if (!MayAct)
            Refusal = new NotForThisRole();
        else
            (Same, Refusal) = await Desk.Runs.RepeatAsync(row, started, Stop);
        if (Refusal is not null)
            Response.StatusCode = Refusal is NotForThisRole ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity;
        return await ReadAsync(run, null) ? Page() : NotFound();
    }

    private async Task<bool> ReadAsync(string run, string? with)
    {
        if (!await OpenAsync() || await Desk.Runs.FindAsync(Actor, run, Stop) is not var (row, started))
            return false;
        (Run, Started, Is) = (row, started, Desk.Models.Find(started.Model));
        IsUnchanged = Is is not null && Desk.Models.HashOf(Is) == started.ModelHash;
        await NamesAsync([row.Person]);
        if (row.State != RunRow.Finished)
            return true;
        Earlier = [.. (await Desk.Runs.ListAsync(Actor, row.Model, 100, Stop)).Where(r => r.State == RunRow.Finished && string.CompareOrdinal(r.StartedAt, row.StartedAt) < 0 && Desk.Runs.FileOf(r.Run).Exists)];
        await FindingsAsync();
        if (with is null || Unread is not null)
            return true;
        With = Earlier.FirstOrDefault(r => r.Run == with);
        if (With is not null)
            Difference = await Task.Run(() => Desk.Runs.FileOf(run).Since(Desk.Runs.FileOf(with), ShownDifferences, Stop));
        return With is not null;
    }

    private async Task FindingsAsync()
    {
        var pages = (int)Math.Max(1, ((Run.Findings ?? 0) + PageSize - 1) / PageSize);
        var page = int.TryParse(Request.Query["page"], out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        Pager = new Pager(page, pages, n => $"{Here}?page={n}", new Text($"共 {Run.Findings} 条，每页 {PageSize} 条", $"{Run.Findings} findings, {PageSize} a page"));
        var file = Desk.Runs.FileOf(Run.Run);
        Unread = !SupervisionDesk.CanRun ? new Text("本机缺少 libduckdb，读不出结果", "libduckdb is missing here: the findings cannot be read")
            : !file.Exists ? new Text("结果文件已不在；可以重新运行", "the file of the findings is gone; run it anew")
            : Is is null ? new Text("模型文件已不在，读不出结果", "the file of the model is gone: the findings cannot be read") : null;
        if (Unread is not null)
            return;
        try
        {
            Findings = await Task.Run(() => file.Findings(Is!, (page - 1) * PageSize, PageSize, Stop), Stop);
            Clues = await Platform.ClueLists.OfKeysAsync(Actor, Run.Model, [.. Findings.Select(f => f.Key)], Stop);
        }
        catch (DuckException) when (!IsUnchanged)
        {
            Unread = new Text("模型文件已改过，与这次运行的结果对不上；可以重新运行", "the model was changed and no longer fits the findings of this run; run it anew");
        }
    }
}
