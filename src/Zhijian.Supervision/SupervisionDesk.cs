using Zhijian.DuckDb;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Dossiers;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision;

/// <summary>Where supervision models run, and what they may use.</summary>
/// <param name="Folder">Of the snapshots and the runs.</param>
/// <param name="Postgres">Connection string of a server for <c>--engine postgres</c>; null: only DuckDB.</param>
/// <param name="MemoryLimit">Bytes for a run or an import; null: four fifths of the machine.</param>
public sealed record SupervisionOptions(string Folder, string? Postgres = null, long? MemoryLimit = null);

/// <summary>The data sets, the models, their runs and the rows behind a clue, opened together.</summary>
public sealed class SupervisionDesk : IAsyncDisposable
{
    private readonly EventStore _store;
    private readonly LawBook _law;
    private readonly SetSnapshots _snapshots;

    public SupervisionDesk(EventStore store, LawBook law, string data, SupervisionOptions options, TimeProvider time, PairComparison comparison, OwnRows? own, RaiseFindings? raise, Func<string, CancellationToken, Task<Actor?>> actorOf)
    {
        (_store, _law, _snapshots) = (store, law, new SetSnapshots(Path.Combine(options.Folder, "sets")));
        var temp = Path.Combine(options.Folder, "temp");
        IncomingFolder = Directory.CreateDirectory(Path.Combine(options.Folder, "incoming")).FullName;
        Catalogue = DataSetCatalogue.Load(data);
        Pieces = new Uploads(Path.Combine(options.Folder, "pieces"), store.Attachments);
        Pending = new PendingImports(Path.Combine(options.Folder, "uploads"), time);
        Sets = new UnitSets(store, Catalogue, new SetImport(_snapshots, temp, options.MemoryLimit), time);
        Imports = new ImportJobs(Sets, Pending);
        Marks = new UnitMarks(Sets, _snapshots, law.Characters, temp, options.MemoryLimit);
        var duck = new DuckEngine(_snapshots, temp, options.MemoryLimit);
        Runs = new ModelRuns(
            store, ModelCatalogue.Load(data, Catalogue), new RunInputs(Sets, _snapshots, law, comparison) { Own = own },
            options.Postgres is { } server ? [duck, new PostgresEngine(server, _snapshots)] : [duck], Path.Combine(options.Folder, "runs"), time) { Raise = raise };
        Tidying = new Tidying(store, _snapshots, Path.Combine(options.Folder, "runs"), time);
        Schedules = new ModelSchedules(store, Runs, actorOf, time);
        Dossiers = new DossierDesk(Sets, _snapshots, BadFaithSigns.Load(data, Models), comparison, time, temp, options.MemoryLimit);
    }

    /// <summary>Whether models can run and sets can be imported here: libduckdb is there.</summary>
    public static bool CanRun => DuckLibrary.IsAvailable;

    /// <summary>Where files lie between their arrival and their import.</summary>
    public string IncomingFolder { get; }

    public DataSetCatalogue Catalogue { get; }

    public UnitSets Sets { get; }

    /// <summary>The trade marks of a unit, by likeness.</summary>
    public UnitMarks Marks { get; }

    /// <summary>What the data say of a plaintiff or applicant.</summary>
    public DossierDesk Dossiers { get; }

    /// <summary>Large files for data sets that come in pieces.</summary>
    public Uploads Pieces { get; }

    /// <summary>Files that were sent and are not imported yet.</summary>
    public PendingImports Pending { get; }

    /// <summary>Imports that go on.</summary>
    public ImportJobs Imports { get; }

    public ModelRuns Runs { get; }

    public ModelSchedules Schedules { get; }

    /// <summary>Old snapshots and findings that nothing needs any more.</summary>
    public Tidying Tidying { get; }

    public ModelCatalogue Models => Runs.Models;

    /// <summary>
    /// Rows of the data that a clue rests on, in full, as they were when the run read them; null for each that is not to be had any more. The caller
    /// has asked whether the actor may see the clue. One scan of the key column for each set.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>?>> RowsAsync(Clue clue, IReadOnlyList<FindingRow> rows, CancellationToken ct = default)
    {
        var found = new Dictionary<(string, string), IReadOnlyDictionary<string, string?>>();
        if (rows.Count > 0 && await RunOfAsync(clue, ct) is { } run)
            foreach (var set in rows.GroupBy(r => r.Set, StringComparer.Ordinal))
                foreach (var input in run.Inputs.Where(i => i.Set == set.Key))
                    await Task.Run(() => Look(input, [.. set.Select(r => r.Row).Distinct(StringComparer.Ordinal)], found, ct), ct);
        return [.. rows.Select(r => found.GetValueOrDefault((r.Set, r.Row)))];
    }

    /// <summary>Who is tied to whom in what a clue was raised from; none where the file of the run is gone. The caller has asked whether the actor may see the clue.</summary>
    public async Task<IReadOnlyList<FindingLink>> LinksAsync(Clue clue, CancellationToken ct = default) =>
        await RunOfAsync(clue, ct) is not null && Runs.FileOf(clue.Run) is { Exists: true } file ? await Task.Run(() => file.Links(clue.Key, ct), ct) : [];

    public async ValueTask DisposeAsync()
    {
        await Imports.DisposeAsync();
        Marks.Dispose();
        await Runs.DisposeAsync();
    }

    /// <summary>
    /// The run that found the facts of the clue: one of the unit that it was raised for, or of one above. Whoever takes in findings of another system names their run
    /// themselves; with the id of a run of another unit they would read its data.
    /// </summary>
    private async Task<RunStarted?> RunOfAsync(Clue clue, CancellationToken ct) =>
        CanRun && await _store.LoadAsync(RunStarted.Stream(clue.Run), ct) is [var first, ..] && SupervisionEvents.Types.Read(first) is RunStarted started
        && clue.Holders[0].Split('/').Contains(started.Unit) ? started : null;

    private void Look(RunInput input, string[] keys, Dictionary<(string, string), IReadOnlyDictionary<string, string?>> found, CancellationToken ct)
    {
        if (Catalogue.Find(input.Set) is not { } set)
            return;
        if (input.Origin == InputOrigin.Law)
        {
            var law = LawSets.All(_law)[set.Id];
            var key = law.Columns.ToList().IndexOf(set.Key);
            foreach (var row in law.Rows.Where(r => keys.Contains(r[key])))
                found.TryAdd((set.Id, row[key]!), law.Columns.Zip(row).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal));
            return;
        }
        if (_snapshots.Find(set.Id, input.Hash) is not { } file)
            return;
        using var database = DuckDatabase.Open(file, new DuckOptions { ReadOnly = true });
        using var connection = database.Connect();
        using var reader = connection.Query(
            $"SELECT * FROM {SetSnapshots.Table} WHERE {set.Key} IN ({string.Join(", ", keys.Select((_, i) => $"${i + 1}"))})", ct, keys);
        while (reader.Read())
        {
            var row = set.Columns.Select((c, i) => (c.Name, Value: reader.Text(i))).ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal);
            found.TryAdd((set.Id, row[set.Key]!), row);
        }
    }
}
