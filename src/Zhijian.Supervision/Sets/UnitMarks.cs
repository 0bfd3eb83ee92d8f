using System.Globalization;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Marks;

namespace Zhijian.Supervision.Sets;

/// <summary>
/// The word marks of one's own unit, searched by likeness. The index lies beside the snapshot that it was made of and is named by its hash; where a
/// newer snapshot has few other rows, those are an index of additions on top of the older one.
/// </summary>
public sealed class UnitMarks(UnitSets sets, SetSnapshots snapshots, Characters characters, string temp, long? memoryLimit) : IDisposable
{
    /// <summary>The data set that is searched.</summary>
    public const string Set = "trademark";

    /// <summary>From so many rows on the index is made by whoever asks for it, not while a page waits.</summary>
    public const long MostAtOnce = 300_000;

    private const int FewIn = 10; // a tenth of the rows may come on top

    private readonly Lazy<Signs> _signs = new(() => new Signs(characters));
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, MarkShelf> _open = new(StringComparer.Ordinal);

    public Signs Signs => _signs.Value;

    /// <summary>The marks of the newest import of the unit.</summary>
    /// <param name="build">Build the index however long it takes.</param>
    /// <returns>The marks; or why there are none to search.</returns>
    public async Task<(MarkShelf? Shelf, Refusal? Refusal)> OpenAsync(Actor actor, bool build, CancellationToken ct = default)
    {
        var history = await sets.HistoryAsync(actor, Set, ct);
        if (history.Count == 0 || snapshots.Find(Set, history[0].Snapshot) is not { } newest)
            return (null, new NoMarksImported());
        await _gate.WaitAsync(ct);
        try
        {
            if (_open.TryGetValue(newest, out var open))
                return (open, null);
            if (Known(newest) is { } known)
                return (_open[newest] = known, null);
            if (!build && history[0].Rows > MostAtOnce)
                return (null, new MarksNotIndexed(history[0].Rows));
            if (!DuckLibrary.IsAvailable)
                return (null, new DataNeedDuckDb());
            await Task.Run(() => Build(newest, [.. history.Skip(1).Select(h => snapshots.Find(Set, h.Snapshot)).OfType<string>().Distinct(StringComparer.Ordinal)], ct), ct);
            return (_open[newest] = Known(newest)!, null);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var shelf in _open.Values)
            shelf.Dispose();
        _gate.Dispose();
    }

    private static string IndexOf(string snapshot) => Path.ChangeExtension(snapshot, ".marks");

    /// <summary>Names the index that the additions rest on.</summary>
    private static string AdditionsTo(string snapshot, string older) => Path.ChangeExtension(snapshot, $".{Path.GetFileNameWithoutExtension(older)}.more");

    private MarkShelf? Known(string snapshot)
    {
        try
        {
            if (File.Exists(IndexOf(snapshot)))
                return MarkShelf.Open(IndexOf(snapshot), null, Signs);
            foreach (var more in Directory.GetFiles(Path.GetDirectoryName(snapshot)!, $"{Path.GetFileNameWithoutExtension(snapshot)}.*.more"))
                if (Path.Combine(Path.GetDirectoryName(snapshot)!, $"{Path.GetFileName(more).Split('.')[1]}.marks") is var older && File.Exists(older))
                    return MarkShelf.Open(older, more, Signs);
            return null;
        }
        catch (MarkFileException)
        {
            return null; // it is derived: made again
        }
    }

    private void Build(string newest, IReadOnlyList<string> before, CancellationToken ct)
    {
        using var place = new Import.Workplace(temp, memoryLimit);
        var connection = place.Connection;
        SetSnapshots.Attach(connection, newest, "newest");
        if (before.FirstOrDefault(b => File.Exists(IndexOf(b)) && Readable(IndexOf(b))) is { } older)
        {
            SetSnapshots.Attach(connection, older, "older");
            var columns = Columns(connection, "newest", "older");
            // a mark that is gone, or has no words any more, cannot be taken out of the older index
            var gone = Count("SELECT count(*) FROM older.rows o WHERE coalesce(o.mark, '') <> '' AND NOT EXISTS (SELECT 1 FROM newest.rows n WHERE n.mark_no = o.mark_no AND coalesce(n.mark, '') <> '')");
            var other = $"SELECT {columns} FROM newest.rows EXCEPT SELECT {columns} FROM older.rows";
            if (gone == 0 && Count($"SELECT count(*) FROM ({other})") * FewIn <= Count("SELECT count(*) FROM older.rows"))
            {
                MarkWriter.Write(AdditionsTo(newest, older), Rows(connection, $"({other})", columns, ct), Signs, ct);
                return;
            }
        }
        MarkWriter.Write(IndexOf(newest), Rows(connection, "newest.rows", Columns(connection, "newest"), ct), Signs, ct);

        long Count(string sql) => long.Parse(connection.Scalar(sql, ct)!, CultureInfo.InvariantCulture);
    }

    private bool Readable(string index)
    {
        try
        {
            using var file = MarkFile.Open(index, Signs);
            return true;
        }
        catch (MarkFileException)
        {
            return false;
        }
    }

    private static string Columns(DuckConnection connection, params IReadOnlyList<string> databases)
    {
        // imports from before the set had this column do not have it
        var groups = databases.All(d => connection.Scalar($"SELECT count(*) FROM duckdb_columns() WHERE database_name = '{d}' AND table_name = '{SetSnapshots.Table}' AND column_name = 'similar_groups'") == "1");
        return $"mark_no, mark, nice_class, applicant, status, {(groups ? "similar_groups" : "CAST(NULL AS VARCHAR) AS similar_groups")}";
    }

    private static IEnumerable<RegisteredMark> Rows(DuckConnection connection, string from, string columns, CancellationToken ct)
    {
        using var reader = connection.Query($"SELECT {columns} FROM {from} WHERE mark IS NOT NULL ORDER BY mark_no", ct);
        while (reader.Read())
            yield return new RegisteredMark(
                reader.Text(0)!, reader.Text(1)!, reader.IsNull(2) ? 0 : (int)Math.Clamp(reader.Int64(2), 0, 99), Groups(reader.Text(5)), reader.Text(3) ?? "", reader.Text(4) ?? "");
    }

    private static IReadOnlyList<int> Groups(string? text) => text is null ? []
        : [.. text.Split([',', '，', '、', ';', '；', ' ', '/'], StringSplitOptions.RemoveEmptyEntries).Select(g => int.TryParse(g, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0)];
}

public sealed record NoMarksImported()
    : Refusal("no-marks-imported", new Text("本院没有导入商标数据", "this office has imported no trade marks"), null, new Text("在“数据”中导入“商标申请和注册”", "import “Trade mark filings and registrations” under Data"));

public sealed record MarksNotIndexed(long Rows)
    : Refusal("marks-not-indexed", new Text($"{Rows:N0} 件商标还没有建立索引", $"{Rows:N0} marks are not indexed yet"), null, new Text("在服务器上执行 zhijian marks index", "run zhijian marks index on the server"));

public sealed record DataNeedDuckDb()
    : Refusal("data-need-duckdb", new Text("本机没有 libduckdb，读不到导入的数据", "libduckdb is not on this machine: what was imported cannot be read"), null, new Text("安装 libduckdb 后再试", "install libduckdb and try again"));
