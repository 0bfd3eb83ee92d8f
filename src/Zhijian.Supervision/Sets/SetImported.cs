using Zhijian.Kernel;
using Zhijian.Supervision.Import;

namespace Zhijian.Supervision.Sets;

/// <summary>A unit imported a data set; the newest import is what its runs read.</summary>
/// <param name="Source">Where the file comes from, in the unit's words; the mapping is proposed again for the next file of the same source.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
/// <param name="Added">Added to what was there before; else in its place.</param>
/// <param name="Rows">Rows that the set has now.</param>
/// <param name="LeftOut">Rows of the file that could not be taken.</param>
/// <param name="Snapshot">SHA-256 of the kept snapshot.</param>
[EventType("set.imported")]
public sealed record SetImported(
    string Unit, string Set, string Source, string FileName, string FileHash, SourceKind Kind, IReadOnlyList<MappedColumn> Mapping, bool Added, long Rows, long LeftOut,
    string Snapshot, long Bytes) : IEvent
{
    private const string Prefix = "set/";

    public static string Stream(string unit, string set) => $"{Prefix}{unit}/{set}";

    public static bool IsStream(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal);
}
