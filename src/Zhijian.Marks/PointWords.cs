using Zhijian.Kernel;

namespace Zhijian.Marks;

/// <summary>One part of a score and why it is so many points.</summary>
public sealed record PointLine(Text Part, int Points, Text Why);

/// <summary>How likeness is put into words: its kinds, and its score line by line.</summary>
public static class PointWords
{
    public static Text Of(LikenessKinds kind) => kind switch
    {
        LikenessKinds.Same => new("相同", "the same"),
        LikenessKinds.Contained => new("包含", "contained"),
        LikenessKinds.Edited => new("增减改字", "a sign or two differ"),
        LikenessKinds.SoundsSame => new("读音相同", "sounds the same"),
        LikenessKinds.SoundsClose => new("读音相近", "sounds close"),
        LikenessKinds.LooksAlike => new("字形相近", "looks alike"),
        LikenessKinds.Transliterated => new("音译", "transliteration"),
        _ => new("不近似", "not alike"),
    };

    public static IEnumerable<LikenessKinds> Each(LikenessKinds kinds) => Enum.GetValues<LikenessKinds>().Where(k => k != LikenessKinds.None && kinds.HasFlag(k));

    /// <summary>The parts that give points; they add up to <see cref="Points.Total"/>.</summary>
    public static IReadOnlyList<PointLine> Explain(Likeness l, Points points)
    {
        var lines = new List<PointLine>();
        var (longer, same) = (l.Longer, l.Longer - l.Distance);
        Add(new("文字", "text"), points.Text, 350, new($"{longer} 字中 {same} 字相同", $"{same} of {longer} signs are the same"));
        var syllables = longer - l.SoundDistance;
        Add(new("读音", "sound"), points.Sound, 250,
            l.Transliteration > 0 && points.Sound == 250 * l.Transliteration / 100 ? new($"音译，字母 {l.Transliteration}% 相同", $"a transliteration, {l.Transliteration} % of the letters agree")
            : l.OtherTones > 0 ? new($"{longer} 音中 {syllables} 音相同，其中 {l.OtherTones} 音声调不同", $"{syllables} of {longer} syllables are the same, {l.OtherTones} in another tone")
            : new($"{longer} 音中 {syllables} 音相同", $"{syllables} of {longer} syllables are the same"));
        Add(new("字形", "shape"), points.Shape, 200, new($"逐字平均相近 {l.Look / Math.Max(longer, 1)}%", $"sign by sign {l.Look / Math.Max(longer, 1)} % alike"));
        Add(new("包含", "part"), points.Part, 100, new($"短的占长的 {same}/{longer}", $"the shorter is {same} of {longer} signs of the longer"));
        Add(new("商品", "goods"), points.Goods, 100, points.Goods == Points.SameGroup ? new("同一类似群", "the same similar group") : new("同一类别", "the same class"));
        return lines;

        void Add(Text part, int of, int most, Text why)
        {
            if (of > 0)
                lines.Add(new PointLine(part, of, new Text($"{why.Zh}（最多 {most}）", $"{why.En} (at most {most})")));
        }
    }
}
