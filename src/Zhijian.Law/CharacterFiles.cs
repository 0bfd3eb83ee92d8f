using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Reads how characters fold and how they are read (data/characters/).</summary>
public static class CharacterFiles
{
    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static Characters Load(string data)
    {
        var folder = Path.Combine(data, "characters");
        return new Characters(
            new TextFolding(Rows(folder, "compatibility.csv", "folded"), Rows(folder, "simplified.csv", "folded")),
            new Pinyin([.. Rows(folder, "pinyin.csv", "reading"), .. Rows(folder, "pinyin-also.csv", "reading")]));
    }

    private static IReadOnlyList<(string, string)> Rows(string folder, string file, string to) =>
        [.. Vocabulary.Rows(folder, file).Select(r => (r(to), r("characters")))];
}
