using System.Security.Cryptography;
using Zhijian.DuckDb;

namespace Zhijian.Supervision.Import;

/// <summary>A database in memory and a folder for what does not fit, gone when the work is done.</summary>
internal sealed class Workplace : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);
    private readonly string _root;
    private readonly DuckDatabase _database;

    public Workplace(string root, long? memoryLimit)
    {
        _root = root;
        Folder = Directory.CreateDirectory(Path.Combine(root, Name())).FullName;
        _database = DuckDatabase.Open(options: new DuckOptions { MemoryLimit = memoryLimit, TempFolder = Path.Combine(Folder, "spill") });
        Connection = _database.Connect();
    }

    public string Folder { get; }

    public DuckConnection Connection { get; }

    /// <summary>A new file for the rows that were left out; it stays.</summary>
    public string ErrorFile(string set) => Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "errors")).FullName, $"{set}-{Name()}.csv");

    /// <summary>Tells from now on how far the query that runs has come, 0 to 100.</summary>
    public IDisposable? Report(IProgress<double>? progress)
    {
        if (progress is null)
            return null;
        Connection.Execute("SET enable_progress_bar = true");
        Connection.Execute("SET enable_progress_bar_print = false");
        return new Timer(_ =>
        {
            if (Connection.Progress is { } percent)
                progress.Report(percent);
        }, null, Tick, Tick);
    }

    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Name() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
