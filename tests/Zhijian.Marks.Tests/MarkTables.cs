using Zhijian.Law;

namespace Zhijian.Marks.Tests;

/// <summary>The characters of this repository, read once for all tests.</summary>
internal static class MarkTables
{
    public static Signs Signs { get; } = new(CharacterFiles.Load(Data()));

    private static string Data()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Zhijian.slnx")))
            folder = Path.GetDirectoryName(folder.TrimEnd('/'))!;
        return Path.Combine(folder, "data");
    }
}
