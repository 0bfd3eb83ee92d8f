using System.Security.Cryptography;
using Zhijian.DuckDb;

namespace Zhijian.Supervision.Sets;

/// <summary>A data set as it stood after one import: a file that never changes and is named by its SHA-256.</summary>
public sealed record SetSnapshot(string Set, string Hash, long Rows, long Bytes);

/// <summary>The kept snapshots: <c>FOLDER/SET/HASH.duckdb</c>, each with one table <c>rows</c>.</summary>
public sealed class SetSnapshots(string folder)
{
    /// <summary>The name of the table in a snapshot.</summary>
    public const string Table = "rows";

    /// <summary>A multiple of 2,048, the rows that DuckDB handles at once; its own measure is 122,880.</summary>
    private const int GroupRows = 24_576;

    internal string Folder => folder;

    /// <returns>The file; null when there is none of this hash.</returns>
    public string? Find(string set, string hash) => File.Exists(PathOf(set, hash)) ? PathOf(set, hash) : null;

    /// <summary>Where a snapshot is prepared; what is left there by a killed import is taken away by the next.</summary>
    public string Draft(string set)
    {
        var drafts = Directory.CreateDirectory(Path.Combine(folder, set, "drafts")).FullName;
        return Path.Combine(drafts, $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.duckdb");
    }

    /// <summary>Takes a finished draft over. Linear in its bytes.</summary>
    public async Task<SetSnapshot> KeepAsync(string set, string draft, long rows, CancellationToken ct)
    {
        string hash;
        await using (var file = File.OpenRead(draft))
        {
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            file.Close();
        }
        File.Move(draft, PathOf(set, hash), overwrite: true);
        return new SetSnapshot(set, hash, rows, new FileInfo(PathOf(set, hash)).Length);
    }

    /// <exception cref="SnapshotDamagedException">The bytes are not those that were kept.</exception>
    public async Task VerifyAsync(SetSnapshot snapshot, CancellationToken ct)
    {
        await using var file = Find(snapshot.Set, snapshot.Hash) is { } path ? File.OpenRead(path) : throw new SnapshotDamagedException(snapshot.Set, snapshot.Hash);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) != snapshot.Hash)
            throw new SnapshotDamagedException(snapshot.Set, snapshot.Hash);
    }

    /// <summary>The columns that the dictionary names, in its order, as SQL.</summary>
    internal static string Definition(DataSet set) => string.Join(", ", set.Columns.Select(c => $"{c.Name} {SqlType(c.Type)}"));

    internal static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Text => "VARCHAR",
        ColumnType.Date => "DATE",
        ColumnType.Flag => "BOOLEAN",
        _ => "BIGINT",
    };

    internal static void Attach(DuckConnection connection, string path, string name) => connection.Execute($"ATTACH {DuckConnection.Quoted(path)} AS {name} (READ_ONLY)");

    /// <summary>
    /// A file to write a table into. Small groups of rows let all cores write, each what it has read. Without more, DuckDB would write most of the file a second
    /// time on closing it, to save a few of these groups. And tables of parts of texts (FSST) take a fifth of an import to find and make every reading slower: not worth the disk that they save.
    /// </summary>
    internal static void Create(DuckConnection connection, string path, string name)
    {
        connection.Execute("SET max_vacuum_tasks = 0");
        connection.Execute("SET disabled_compression_methods = 'fsst'");
        connection.Execute($"ATTACH {DuckConnection.Quoted(path)} AS {name} (ROW_GROUP_SIZE {GroupRows})");
    }

    private string PathOf(string set, string hash) => Path.Combine(folder, set, $"{hash}.duckdb");
}

/// <summary>A kept snapshot is gone, perhaps tidied away, or was changed from outside: a run that rests on it cannot be repeated.</summary>
public sealed class SnapshotDamagedException(string set, string hash) : Exception($"The snapshot {hash} of {set} is missing, was tidied away, or was changed outside Zhijian. Import the set again.");
