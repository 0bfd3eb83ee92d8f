using Microsoft.AspNetCore.Mvc;
using Zhijian.Kernel;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;
using Zhijian.Web.Modelling;

namespace Zhijian.Web.Pages.Sets;

/// <summary>A file that was sent: how its columns are read, what would be taken and what not, the import, and its report. For everybody but the sender there is none.</summary>
public sealed class ImportModel(Platform platform, Ui ui) : DeskPage(platform, ui)
{
    /// <summary>Bytes; of a longer file only the beginning is tried until somebody asks for all of it.</summary>
    private const long Long = 16 << 20;
    private const int FirstRows = 1_000;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private readonly Ui _ui = ui;

    public DataSet Set { get; private set; } = null!;

    public PendingImport Pending { get; private set; } = null!;

    public IReadOnlyList<string> Header { get; private set; } = [];

    public ColumnMapping Mapping { get; private set; } = new([]);

    /// <summary>What would be taken; null where the mapping or the file does not allow it yet.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>Whether only the first rows were tried: the file is long, and a look should not take a minute.</summary>
    public bool IsBeginning { get; private set; }

    /// <summary>The file is no table.</summary>
    public Text? Unreadable { get; private set; }

    public Refusal? Refusal { get; private set; }

    /// <summary>How far the import is, 0 to 100; null where none goes on.</summary>
    public double? Percent => Desk.Imports.ProgressOf(Pending);

    /// <summary>Whether the set has rows to which others can be added.</summary>
    public bool HasRows { get; private set; }

    public string Here => $"/sets/{Set.Id}/import/{Pending.Id}";

    public ShownTable Sample => new(
        _ui["预览", "Preview"], [.. Set.Columns.Select(c => _ui[c.Title])], [.. Report!.Sample.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select((value, i) => Show(value, Set.Columns[i].Type))])]);

    public async Task<IActionResult> OnGetAsync(string id, string file, string? act)
    {
        if (!await FindAsync(id, file))
            return NotFound();
        if (act == "errors")
            return Pending.Result?.ErrorFile is { } errors && System.IO.File.Exists(errors) ? PhysicalFile(errors, "text/csv; charset=utf-8", $"{Set.Id}-errors.csv") : NotFound();
        if (act is not null)
            return NotFound();
        if (Pending.Result is null && Percent is null && await LookAsync())
            await TryAsync(new FileInfo(Desk.Pending.FileOf(Pending)).Length > Long ? FirstRows : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, string file, string? act)
    {
        if (!await FindAsync(id, file) || act is not ("check" or "replace" or "add"))
            return NotFound();
        if (Pending.Result is not null || Percent is not null)
            return Redirect(Here);
        if (!await LookAsync())
            return Page();
        Mapping = MappingForm.Read(Set, Header, name => Request.Form[name]);
        if (act == "check" || (Refusal = Mapping.Check(Set, Header)) is not null)
        {
            await TryAsync(null);
            Response.StatusCode = Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        Desk.Imports.Start(Actor, Pending, Order(act == "add"));
        await Task.WhenAny(Desk.Imports.WaitAsync(Pending), Task.Delay(Soon, Stop)); // most files are in at once
        return Redirect(Here);
    }

    private async Task<bool> FindAsync(string id, string file)
    {
        if (!await OpenAsync() || !MayAct || Desk.Catalogue.Find(id) is not { } set || await Desk.Pending.FindAsync(Actor, set, file, Stop) is not { } pending)
            return false;
        (Set, Pending) = (set, pending);
        HasRows = (await Desk.Sets.NewestAsync(Actor, Stop)).ContainsKey(set.Id);
        return true;
    }

    private async Task<bool> LookAsync()
    {
        try
        {
            (Header, Mapping) = await Desk.Sets.LookAsync(Actor, Set, Desk.Pending.FileOf(Pending), Pending.Kind, Pending.Source, Stop);
            return true;
        }
        catch (SourceUnreadableException e)
        {
            Unreadable = e.Why;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return false;
        }
    }

    private async Task TryAsync(int? first)
    {
        Refusal = Mapping.Check(Set, Header);
        if (Refusal is not null)
            return;
        Report = await Desk.Sets.TryAsync(Actor, Order(adds: false) with { First = first }, ct: Stop);
        IsBeginning = first is not null;
        Drop(Report);
    }

    /// <summary>The page shows the first errors; a file of them is kept only with an import.</summary>
    private static void Drop(ImportReport? report)
    {
        if (report?.ErrorFile is { } errors)
            System.IO.File.Delete(errors);
    }

    private ImportOrder Order(bool adds) => new(Set, Desk.Pending.FileOf(Pending), Pending.FileName, Pending.Kind, Pending.Source, Mapping, adds);
}
