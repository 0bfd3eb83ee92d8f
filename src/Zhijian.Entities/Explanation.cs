using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>One bar of a waterfall: what was compared, the two values as they were written, how alike they are, and what that is worth in bits.</summary>
public sealed record ExplanationRow(string Feature, string? Left, string? Right, Text Level, double Bits);

/// <summary>Why two records have their score: the rows add up to it exactly. What two records have in common without being one is told beside it.</summary>
public sealed record Explanation(string LeftId, string RightId, double Score, double Chance, IReadOnlyList<ExplanationRow> Rows, IReadOnlyList<Text> Relations, PairJudgement? Judgement)
{
    private static readonly Text Missing = new("缺失，不计分", "missing: no weight");

    internal static Explanation Of(Linker linker, ReadOnlySpan<int> left, ReadOnlySpan<int> right, string leftId, string rightId, Func<int, string?> leftValue, Func<int, string?> rightValue, PairJudgement? judgement, bool knowsFrequencies = true)
    {
        var (records, model) = (linker.Records, linker.Model);
        var pattern = records.Pattern(left, right);
        var rows = new List<ExplanationRow> { new("prior", null, null, new Text("任意两条记录是同一对象的可能", "any two records are one"), model.Prior) };
        var relations = new List<Text>();
        for (var f = 0; f < records.Width; f++)
        {
            var feature = records.Features[f];
            var level = Records.Level(pattern, f);
            var (a, b) = (Shown(feature, left[f], leftValue), Shown(feature, right[f], rightValue));
            if (level < 0)
            {
                rows.Add(new(feature.Name, a, b, Missing, 0));
                continue;
            }
            rows.Add(new(feature.Name, a, b, feature.Says(level), model.Weights[f][level]));
            if (level != feature.Exact || !knowsFrequencies)
                continue;
            var rarity = model.Rarity(f, left[f]);
            rows.Add(new(feature.Name, a, b, new Text($"该值有 {records.Frequency(f, left[f])} 条记录", $"{records.Frequency(f, left[f])} records have this value"), rarity));
        }
        Relate(records, pattern, left, relations);
        var score = rows.Sum(r => r.Bits);
        return new Explanation(leftId, rightId, score, 1 / (1 + Math.Pow(2, -score)), rows, relations, judgement);
    }

    /// <summary>A part of a column is shown as the part; a whole column as it was written.</summary>
    private static string? Shown(Feature feature, int value, Func<int, string?> written) =>
        value < 0 ? null : feature.Name.Contains('.') ? feature.Set[value].ToString() : written(feature.Column);

    private static void Relate(Records records, ulong pattern, ReadOnlySpan<int> left, List<Text> relations)
    {
        bool? Exact(Feature feature, int f) => Records.Level(pattern, f) is >= 0 and var level ? level == feature.Exact : null;

        var features = records.Features;
        var core = Array.FindIndex(features, f => f.How == Comparing.Core);
        var branch = Array.FindIndex(features, f => f.How == Comparing.Branch);
        var sameName = core >= 0 ? Exact(features[core], core) : null;
        if (branch >= 0 && sameName == true && Exact(features[branch], branch) == false)
            relations.Add(new Text("同一企业的总部与分支机构，或两个分支机构", "head office and branch, or two branches, of one firm"));
        for (var f = 0; f < features.Length; f++)
        {
            if (features[f].How == Comparing.Id && Exact(features[f], f) == true && sameName == false)
                relations.Add(new Text($"{features[f].Name} 相同而名称不同：可能更名", $"{features[f].Name} is the same and the names differ: perhaps renamed"));
            if (features[f].How == Comparing.Phone && Exact(features[f], f) == true && records.Frequency(f, left[f]) is > 5 and var n)
                relations.Add(new Text($"电话由 {n} 条记录共用：可能是代办机构的", $"{n} records share the phone: perhaps an agent’s"));
        }
    }
}
