using Zhijian.Law;
using Zhijian.Matters.Documents;

namespace Zhijian.Matters.Comparison;

/// <summary>
/// A paper of the office against the record: what was written into it by hand, and, once it is finished, what it took from the record and the record has
/// otherwise by now. A draft takes up the record when it is made again; nobody changes a finished one.
/// </summary>
public static class PaperDifferences
{
    /// <summary>Pure. O(text + fields).</summary>
    public static IReadOnlyList<Difference> Of(Paper paper, Matter matter, LawBook law)
    {
        var written = paper.Given().Values.SelectMany(text => TextComparison.Of(matter, law, text, made: true).Differences).Select(d => d with { Start = -1 });
        return paper.State == PaperState.Finished ? [.. written, .. SinceFinished(paper, matter, law)] : paper.State == PaperState.Cancelled ? [] : [.. written];
    }

    private static IEnumerable<Difference> SinceFinished(Paper paper, Matter matter, LawBook law)
    {
        if (PaperMaker.Again(paper, matter, law) is not { } again)
            yield break;
        foreach (var field in paper.Latest.Values.Where(v => v.Entry is not null && v.Field != "actor.name").GroupBy(v => v.Field, StringComparer.Ordinal))
        {
            List<string> said = [.. field.Select(v => v.Value)], now = [.. again.Values.Where(v => v.Field == field.Key).Select(v => v.Value)];
            var rule = law.Comparison.FirstOrDefault(r => r.Fields.Contains(field.Key)) ?? law.Comparison.FirstOrDefault(r => r.Compares == Compared.Record);
            if (rule is not null && now.Count > 0 && !said.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal)))
                yield return new Difference(rule, rule.Made, -1, 0, string.Join('、', said), [string.Join('、', now)]);
        }
    }

    /// <summary>Those that stop the paper until it is put right or explained.</summary>
    public static IReadOnlyList<Difference> Blocking(Paper paper, Matter matter, LawBook law) => [.. Of(paper, matter, law).Where(d => d.Effect == ComparisonEffect.Block)];
}
