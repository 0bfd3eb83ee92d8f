using System.Globalization;
using System.Text;
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
            new Pinyin([.. Rows(folder, "pinyin.csv", "reading"), .. Rows(folder, "pinyin-also.csv", "reading")]))
        {
            Tones = Tones(folder),
            Shapes = new CharacterShapes([.. Pairs(folder), .. Groups(folder)]),
        };
    }

    private static Dictionary<Rune, int> Tones(string folder) => Vocabulary.Rows(folder, "tones.csv")
        .SelectMany(r => r("characters").EnumerateRunes().Select(c => (Character: c, Tone: Number(r("tone"), 1, 5)))).ToDictionary(t => t.Character, t => t.Tone);

    private static IEnumerable<(Rune, Rune, int)> Pairs(string folder) => Vocabulary.Rows(folder, "shape.csv")
        .Select(r => (Rune.GetRuneAt(r("character"), 0), Rune.GetRuneAt(r("like"), 0), Number(r("degree"), 1, 99)));

    /// <summary>In a group each looks like each.</summary>
    private static IEnumerable<(Rune, Rune, int)> Groups(string folder) =>
        from row in Vocabulary.Rows(folder, "shape-also.csv")
        let characters = row("characters").EnumerateRunes().ToArray()
        from one in characters
        from other in characters
        where one.Value < other.Value
        select (one, other, Number(row("degree"), 1, 99));

    private static int Number(string text, int least, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? n
        : throw new DataFileException("data/characters", 1, $"“{text}” is no number from {least} to {most}");

    private static IReadOnlyList<(string, string)> Rows(string folder, string file, string to) =>
        [.. Vocabulary.Rows(folder, file).Select(r => (r(to), r("characters")))];
}
