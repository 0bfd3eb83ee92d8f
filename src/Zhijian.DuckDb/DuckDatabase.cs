using System.Globalization;
using System.Runtime.InteropServices;

namespace Zhijian.DuckDb;

/// <summary>What a database may use of the machine.</summary>
public sealed record DuckOptions
{
    /// <summary>Bytes, at least 16 MiB; null: four fifths of the memory, as DuckDB decides.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>1 or more; null: one a processor.</summary>
    public int? Threads { get; init; }

    /// <summary>Where what does not fit into memory goes; null: nowhere, and the query fails instead.</summary>
    public string? TempFolder { get; init; }

    public bool ReadOnly { get; init; }
}

/// <summary>A database in memory or in a file. Thread-safe; a <see cref="DuckConnection"/> is not.</summary>
public sealed class DuckDatabase : IDisposable
{
    private readonly DatabaseHandle _handle;
    private volatile bool _closed;

    private DuckDatabase(DatabaseHandle handle) => _handle = handle;

    /// <param name="path">The file; null: in memory.</param>
    /// <exception cref="DuckException">The file is no database, is of a newer version, or is in use.</exception>
    /// <exception cref="DuckLibraryMissingException">The library is not here.</exception>
    public static DuckDatabase Open(string? path = null, DuckOptions? options = null)
    {
        DuckLibrary.Require();
        options ??= new DuckOptions();
        _ = Native.CreateConfig(out var config);
        try
        {
            // nothing is fetched and nothing is loaded at run time
            Set("autoinstall_known_extensions", "false");
            Set("autoload_known_extensions", "false");
            Set("temp_directory", options.TempFolder ?? "");
            if (options.ReadOnly)
                Set("access_mode", "READ_ONLY");
            if (options.MemoryLimit is { } bytes)
                Set("memory_limit", string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024}KiB"));
            if (options.Threads is { } threads)
                Set("threads", threads.ToString(CultureInfo.InvariantCulture));
            if (Native.Open(path ?? ":memory:", out var database, config, out var error) == 0)
                return new DuckDatabase(new DatabaseHandle(database));
            var message = Marshal.PtrToStringUTF8(error);
            Native.Free(error);
            throw DuckException.Of(message);
        }
        finally
        {
            Native.DestroyConfig(ref config);
        }

        void Set(string name, string value)
        {
            if (Native.SetConfig(config, name, value) != 0)
                throw new ArgumentException($"DuckDB does not take {name} = {value}.", nameof(options));
        }
    }

    /// <exception cref="ObjectDisposedException">It was closed; connections that were opened before go on.</exception>
    public DuckConnection Connect()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return new DuckConnection(_handle);
    }

    public void Dispose()
    {
        _closed = true;
        _handle.Dispose();
    }
}

internal sealed class DatabaseHandle : SafeHandle
{
    public DatabaseHandle(nint database) : base(0, ownsHandle: true) => SetHandle(database);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.Close(ref handle);
        return true;
    }
}

/// <summary>Keeps the database open as long as one of its connections is.</summary>
internal sealed class ConnectionHandle : SafeHandle
{
    private readonly DatabaseHandle _database;

    public ConnectionHandle(DatabaseHandle database) : base(0, ownsHandle: true)
    {
        _database = database;
        var held = false;
        database.DangerousAddRef(ref held);
        if (Native.Connect(database.DangerousGetHandle(), out var connection) != 0)
        {
            database.DangerousRelease();
            throw new DuckException(DuckError.Other, "DuckDB did not open a connection.");
        }
        SetHandle(connection);
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Native.Disconnect(ref handle);
        _database.DangerousRelease();
        return true;
    }
}
