using System.Globalization;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision;

/// <summary>A file that nothing needs any more. Name: set and hash, or the run.</summary>
public sealed record Untidy(UntidyKind Kind, string Name, long Bytes)
{
    internal string Path { get; init; } = "";
}

/// <summary>What a file is that can go.</summary>
public enum UntidyKind
{
    [Label("数据快照", "snapshot of a set")]
    Snapshot,

    [Label("商标索引", "index of marks")]
    Index,

    [Label("运行结果", "findings of a run")]
    Run,
}

/// <summary>Old snapshots and findings were removed: runs that read them cannot be done again.</summary>
/// <param name="Days">Nothing younger went.</param>
/// <param name="Snapshots">As set/hash.</param>
[EventType("set.tidied")]
public sealed record SetsTidied(int Days, IReadOnlyList<string> Snapshots, IReadOnlyList<string> Runs, long Bytes) : IEvent
{
    /// <summary>A snapshot may be that of several units: it lies in no unit's stream.</summary>
    public const string Stream = "set-tidying";
}

/// <summary>
/// Finds the files of sets and runs that nothing needs any more, and removes them. Needed are the newest import of each unit; whatever is younger than so many days;
/// what was read by a run that is; and what was read and found by the run on which a clue rests that still waits, is followed, or was judged in these days.
/// </summary>
public sealed class Tidying(EventStore store, SetSnapshots snapshots, string runs, TimeProvider time)
{
    public const int DaysUnlessSaid = 90;

    /// <summary>Judged and done with; a judgement can be taken back, so it counts as done only after a while.</summary>
    private static readonly string Done = string.Join(", ", new[] { ClueState.SetAside, ClueState.Duplicate, ClueState.Closed }.Select(s => $"'{Words.Kebab(s)}'"));

    /// <summary>What could go now. Linear in the runs and in the clues that are not done with.</summary>
    public async Task<IReadOnlyList<Untidy>> LookAsync(int days, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1); // an import or a run that goes on has files of today
        var since = time.GetUtcNow().AddDays(-days);
        var keep = await NeededAsync(since, ct);
        var found = new List<Untidy>();
        foreach (var folder in Folders(snapshots.Folder))
            found.AddRange(OfSet(Path.GetFileName(folder), [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)], keep.Snapshots, since));
        found.AddRange(from file in Files(runs, "*.duckdb")
                       let run = Path.GetFileNameWithoutExtension(file)
                       where keep.Known.Contains(run) && !keep.Runs.Contains(run) && IsOld(file, since)
                       select Of(UntidyKind.Run, run, file));
        return found;
    }

    /// <summary>Records what goes, then removes it.</summary>
    /// <returns>What went; or why nothing did.</returns>
    public async Task<(IReadOnlyList<Untidy> Gone, Refusal? Refusal)> RemoveAsync(Actor actor, int days, CancellationToken ct = default)
    {
        if (!actor.Is(Role.Administrator))
            return ([], new TidyingIsForAdministrators());
        var gone = await LookAsync(days, ct);
        if (gone.Count == 0)
            return (gone, null);
        var now = time.GetUtcNow();
        var tidied = new SetsTidied(days, Names(UntidyKind.Snapshot), Names(UntidyKind.Run), gone.Sum(g => g.Bytes));
        await store.Writer.RunAsync(async work => await work.AppendAsync(
            SetsTidied.Stream, await work.VersionAsync(SetsTidied.Stream), [tidied], new AppendContext(actor.Id, actor.Unit, ChinaTime.DayOf(now), now)));
        foreach (var file in gone)
            File.Delete(file.Path);
        return (gone, null);

        IReadOnlyList<string> Names(UntidyKind kind) => [.. gone.Where(g => g.Kind == kind).Select(g => g.Name)];
    }

    private IEnumerable<Untidy> OfSet(string set, IReadOnlyList<string> files, IReadOnlySet<string> needed, DateTimeOffset since)
    {
        var snapshotsThatGo = files.Where(f => Path.GetExtension(f) == ".duckdb" && !needed.Contains($"{set}/{Path.GetFileNameWithoutExtension(f)}") && IsOld(f, since)).ToList();
        var stay = files.Where(f => Path.GetExtension(f) == ".duckdb").Except(snapshotsThatGo).Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);
        var moreThatGo = files.Where(f => Path.GetExtension(f) == ".more" && !stay.Contains(Path.GetFileName(f).Split('.')[0])).ToList();
        // additions rest on the index of an older snapshot, which stays for them when that snapshot goes
        var restedOn = files.Where(f => Path.GetExtension(f) == ".more").Except(moreThatGo).Select(f => Path.GetFileName(f).Split('.')[1]).ToHashSet(StringComparer.Ordinal);
        var indexesThatGo = files.Where(f => Path.GetExtension(f) == ".marks" && Path.GetFileNameWithoutExtension(f) is var hash && !stay.Contains(hash) && !restedOn.Contains(hash));
        return
        [
            .. snapshotsThatGo.Select(f => Of(UntidyKind.Snapshot, $"{set}/{Path.GetFileNameWithoutExtension(f)}", f)),
            .. indexesThatGo.Concat(moreThatGo).Select(f => Of(UntidyKind.Index, $"{set}/{Path.GetFileName(f)}", f)),
        ];
    }

    private async Task<(IReadOnlySet<string> Snapshots, IReadOnlySet<string> Runs, IReadOnlySet<string> Known)> NeededAsync(DateTimeOffset since, CancellationToken ct)
    {
        List<(string Set, string Hash)> newest;
        List<(string Run, string Unit, string Model, string State, string StartedAt)> all;
        List<string> clues;
        await using (var connection = await store.Database.OpenAsync(ct))
        {
            newest = [.. await connection.QueryAsync<(string, string)>(new CommandDefinition(
                "SELECT set_id, snapshot FROM set_import i WHERE version = (SELECT MAX(version) FROM set_import n WHERE n.unit = i.unit AND n.set_id = i.set_id)", cancellationToken: ct))];
            all = [.. await connection.QueryAsync<(string, string, string, string, string)>(new CommandDefinition("SELECT run, unit, model, state, started_at FROM model_run", cancellationToken: ct))];
            clues = [.. await connection.QueryAsync<string>(new CommandDefinition(
                $"SELECT clue FROM clue WHERE state NOT IN ({Done}) OR judged_on >= @day", new { day = $"{ChinaTime.DayOf(since):yyyy-MM-dd}" }, cancellationToken: ct))];
        }
        var needed = all.Where(r => r.State == RunRow.Running || DateTimeOffset.Parse(r.StartedAt, CultureInfo.InvariantCulture) >= since).Select(r => r.Run).ToHashSet(StringComparer.Ordinal);
        var known = all.Select(r => r.Run).ToHashSet(StringComparer.Ordinal);
        foreach (var clue in clues.Select(ClueNumber.Parse))
            if (ClueFold.Fold(clue, await store.LoadAsync(clue.Stream, ct)).Run is var run && known.Contains(run)) // one of another system is no run of ours
                needed.Add(run);
        var snapshotsNeeded = newest.Select(n => $"{n.Set}/{n.Hash}").ToHashSet(StringComparer.Ordinal);
        foreach (var run in needed)
            foreach (var input in ((RunStarted)SupervisionEvents.Types.Read((await store.LoadAsync(RunStarted.Stream(run), ct))[0])).Inputs)
                snapshotsNeeded.Add($"{input.Set}/{input.Hash}");
        // the last result of a model is what its page shows
        needed.UnionWith(all.Where(r => r.State == RunRow.Finished).GroupBy(r => (r.Unit, r.Model)).Select(g => g.MaxBy(r => DateTimeOffset.Parse(r.StartedAt, CultureInfo.InvariantCulture)).Run));
        return (snapshotsNeeded, needed, known);
    }

    private static bool IsOld(string file, DateTimeOffset since) => File.GetLastWriteTimeUtc(file) < since.UtcDateTime;

    private static Untidy Of(UntidyKind kind, string name, string file) => new(kind, name, new FileInfo(file).Length) { Path = file };

    private static IEnumerable<string> Folders(string folder) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal) : [];
}

public sealed record TidyingIsForAdministrators()
    : Refusal("tidying-is-for-administrators", new Text("清理快照由系统管理员办理：同一快照可能为几个单位所用", "snapshots are tidied by an administrator: one may be used by several units"), null, new Text("请系统管理员执行 zhijian set tidy --remove", "ask an administrator to run zhijian set tidy --remove"));
