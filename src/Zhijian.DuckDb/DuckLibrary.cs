using System.Reflection;
using System.Runtime.InteropServices;

namespace Zhijian.DuckDb;

/// <summary>Where libduckdb is: the file named by ZHIJIAN_DUCKDB, else beside the program, else where <c>native/restore.sh</c> puts it.</summary>
public static class DuckLibrary
{
    private const string FileName = "libduckdb.so";
    private static readonly Lazy<nint> Handle = new(Load);

    static DuckLibrary() =>
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Native.Library ? Handle.Value : 0);

    /// <summary>Whether models can run here. Everything else works without.</summary>
    public static bool IsAvailable => Handle.Value != 0;

    /// <summary>The version of the library, for example <c>v1.5.6</c>.</summary>
    /// <exception cref="DuckLibraryMissingException">There is none.</exception>
    public static string Version
    {
        get
        {
            Require();
            return Marshal.PtrToStringUTF8(Native.LibraryVersion())!;
        }
    }

    internal static void Require()
    {
        if (!IsAvailable)
            throw new DuckLibraryMissingException();
    }

    private static nint Load()
    {
        var file = Candidates().FirstOrDefault(File.Exists);
        return file is not null && NativeLibrary.TryLoad(file, out var handle) ? handle : 0;
    }

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable("ZHIJIAN_DUCKDB") is { Length: > 0 } named)
        {
            yield return named; // a name that leads nowhere is not made up for by another file
            yield break;
        }
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "src", "Zhijian.DuckDb", "native", "lib", FileName);
    }
}

/// <summary>libduckdb is not on this machine.</summary>
public sealed class DuckLibraryMissingException()
    : Exception("libduckdb was not found. Run src/Zhijian.DuckDb/native/restore.sh, or name the file with ZHIJIAN_DUCKDB.");
