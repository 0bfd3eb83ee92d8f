namespace Zhijian.Kernel.Tests;

/// <summary>The tables of data/characters, read as they lie: the kernel knows no files.</summary>
internal static class CharacterTables
{
    public static Characters Known { get; } = new(
        new TextFolding(Rows("compatibility.csv"), Rows("simplified.csv")), new Pinyin([.. Rows("pinyin.csv"), .. Rows("pinyin-also.csv")]));

    private static IReadOnlyList<(string, string)> Rows(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Zhijian.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return [.. File.ReadLines(Path.Combine(folder, "data", "characters", file)).Skip(1).Select(l => l.Split(',')).Select(p => (p[0], p[1]))];
    }
}
