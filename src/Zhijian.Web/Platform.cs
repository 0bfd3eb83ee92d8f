using System.Data.Common;
using System.Globalization;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Parties;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Reading;
using Zhijian.Store;
using Zhijian.Supervision;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web;

/// <summary>Everything that a front end works with, opened once: the law, the units, the store, and what the modules offer on them.</summary>
public sealed class Platform : IAsyncDisposable
{
    // few commands need it, and to read the models takes time
    private readonly Lazy<SupervisionDesk> _supervision;

    private Platform(string data, LawBook law, UnitTree units, EventStore store, TimeProvider time, ReadingRoom reading, MatterIndex index, ClueWords words, PairComparison comparison, SupervisionOptions supervision)
    {
        (Data, Law, Units, Store, Time, Reading) = (data, law, units, store, time, reading);
        Parties = new PartyLookup(store, comparison);
        Runner = new StepRunner(store, law, new StepCatalogue(law), time);
        Lists = new MatterLists(store);
        Search = new MatterSearch(store, law);
        People = new People(store, units, time);
        Delegations = new Delegations(store, People, law);
        Published = new PublishedCases(store, law, time);
        reading.WhenRead = hash => IndexAsync(index, hash);
        ReadingMarks = new ReadingMarks(store);
        Clues = new ClueRunner(store, words, OfficeOf, SeesMatterAsync, time);
        ClueLists = new ClueLists(store);
        _supervision = new Lazy<SupervisionDesk>(() => new SupervisionDesk(store, law, data, supervision, time, comparison, OwnAsync, RaiseAsync, People.ActorAsync));
    }

    /// <summary>The data folder.</summary>
    public string Data { get; }

    public LawBook Law { get; }

    public UnitTree Units { get; }

    public EventStore Store { get; }

    public TimeProvider Time { get; }

    public StepRunner Runner { get; }

    /// <summary>Finds the parties of a matter in other matters.</summary>
    public PartyLookup Parties { get; }

    public MatterLists Lists { get; }

    public MatterSearch Search { get; }

    public People People { get; }

    public Delegations Delegations { get; }

    public PublishedCases Published { get; }

    /// <summary>The text of files; whether a person may read one is asked of <see cref="FileOpening"/> before.</summary>
    public ReadingRoom Reading { get; }

    public ReadingMarks ReadingMarks { get; }

    public ClueRunner Clues { get; }

    public ClueLists ClueLists { get; }

    /// <summary>Data sets, supervision models and their runs.</summary>
    public SupervisionDesk Supervision => _supervision.Value;

    /// <summary>The title of a supervision model; its id where nothing is known of it, as for one of another system.</summary>
    public Text TitleOfModel(string id) => Supervision.Models.Find(id)?.Title ?? new Text(id, id);

    /// <exception cref="DataFileException">A data file is wrong.</exception>
    /// <exception cref="StoreUnavailableException">The folder or the database refuses.</exception>
    /// <param name="law">Null: the one of the data folder, which takes half a second to read.</param>
    public static async Task<Platform> OpenAsync(StoreOptions options, TimeProvider? time = null, LawBook? law = null)
    {
        var data = DataFolder.Find();
        law ??= LawBook.Load(data);
        var units = UnitTree.Load(data);
        time ??= TimeProvider.System;
        // the index asks for texts from its first write on, which may come while the store opens
        var reading = new Lazy<ReadingRoom>(() => new ReadingRoom(new Attachments(Path.Combine(options.Folder, "attachments")), Path.Combine(options.Folder, "reading"), Poppler.Find()));
        var index = new MatterIndex(law, async (_, hash, ct) => await reading.Value.PagesAsync(hash, ct).Select(p => new Zhijian.Search.PageText(p.Number, p.Text)).ToListAsync(ct));
        var words = ClueWords.Load(data);
        var comparison = new PairComparison(data, law.Characters);
        var store = await EventStore.OpenAsync(options, [new MatterProjection(law), new PartyProjection(comparison), index, new PeopleProjection(), new ClueProjection(words, law.Characters.Folding), new SupervisionProjection()], time);
        var supervision = new SupervisionOptions(Path.Combine(options.Folder, "supervision"), Environment.GetEnvironmentVariable("ZHIJIAN_MODELS_DATABASE") is { Length: > 0 } server ? server : null);
        return new Platform(data, law, units, store, time, reading.Value, index, words, comparison, supervision);
    }

    private async Task<int> RaiseAsync(string run, IReadOnlyList<Finding> findings, Actor actor)
    {
        var result = await Clues.RaiseAsync(run, findings, actor);
        return result.New + result.Changed + result.Reopened;
    }

    private async Task<DataRows?> OwnAsync(Actor actor, DataSet set, CancellationToken ct)
    {
        if (await new MatterRows(Store).OfAsync(actor, set.Id, ct) is not { } rows)
            return null;
        var columns = set.Columns.Select(c => c.Name).ToList();
        return new DataRows(columns, [.. rows.Select(r => (IReadOnlyList<string?>)[.. columns.Select(r.GetValueOrDefault)])]);
    }

    private ClueOffice? OfficeOf(string code) => Units.Find(code) is { } unit ? new ClueOffice(unit.Code, unit.Path, unit.Short, unit.Name) : null;

    private async Task<bool> SeesMatterAsync(Actor actor, string matter, CancellationToken ct) => MatterId.TryParse(matter) is { } id && await Runner.FindAsync(actor, id, ct) is not null;

    /// <summary>A text that has just been read is found from now on, in every matter that has the file.</summary>
    private async Task IndexAsync(MatterIndex index, string hash)
    {
        try
        {
            await Store.Writer.RunAsync(async work =>
            {
                await index.RefreshAsync(work, hash);
                return true;
            });
        }
        catch (Exception e) when (e is DbException or ObjectDisposedException or InvalidOperationException)
        {
            // the file is read all the same; the next step in the matter, or rebuild, brings its text into the index
        }
    }

    /// <summary>Every way in which the content of a file is handed out leaves that the person has opened it, for a kept exhibit as for any other.</summary>
    /// <param name="page">0: no page of it, so where they were last stays.</param>
    public Task OpenedAsync(string person, Matter matter, string exhibit, string file, int page) =>
        ReadingMarks.VisitAsync(person, matter.Id.Value, new ReadingVisit(exhibit, file, page, Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture)));

    /// <summary>The whole file was handed out: under every exhibit that has it and that the person may open.</summary>
    public async Task OpenedAsync(string person, Matter matter, FileOpening opening)
    {
        foreach (var (exhibit, file) in FileOpening.AllOf(matter, person).Where(f => f.File.Hash == opening.File.Hash))
            await OpenedAsync(person, matter, exhibit.Id, file.Hash, 0);
    }

    public async ValueTask DisposeAsync()
    {
        if (_supervision.IsValueCreated)
            await Supervision.DisposeAsync();
        await Reading.DisposeAsync();
        await Store.DisposeAsync();
    }
}
