using Zhijian.Kernel;

namespace Zhijian.Matters.Litigation;

/// <summary>A sign of bad faith that was found (data/vocabulary/bad-faith-indicators.csv), with its name as it was when it was recorded.</summary>
public sealed record IndicatorFound(string Id, Text Title);

/// <summary>Reads the signs of bad faith that somebody chose; none of them proves false litigation.</summary>
internal static class BadFaith
{
    public static (IReadOnlyList<IndicatorFound> Found, Refusal? No) Read(IReadOnlyList<string>? named, StepContext x)
    {
        var found = new List<IndicatorFound>();
        foreach (var name in named ?? [])
        {
            if (x.Law.Vocabulary.Indicator(name.Trim()) is not { } indicator)
                return ([], new UnknownIndicator(name, [.. x.Law.Vocabulary.Indicators.Select(i => i.Title.Zh)]) { Field = "indicators" });
            if (found.TrueForAll(f => f.Id != indicator.Id))
                found.Add(new IndicatorFound(indicator.Id, indicator.Title));
        }
        return (found, null);
    }

    public static void WriteTo(Proceeding proceeding, IReadOnlyList<IndicatorFound>? found)
    {
        if (found is { Count: > 0 })
            proceeding.Set("indicators", string.Join(',', proceeding.Fact("indicators").Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(found.Select(f => f.Id)).Distinct(StringComparer.Ordinal)));
    }

    /// <summary>The signs in words, with the bracket around them; nothing where there is none.</summary>
    public static Text InWords(IReadOnlyList<IndicatorFound>? found) => found is { Count: > 0 }
        ? new Text($"（特征：{string.Join('、', found.Select(f => f.Title.Zh))}）", $" (signs: {string.Join(", ", found.Select(f => f.Title.En))})")
        : new Text("", "");
}

public sealed record UnknownIndicator(string Given, IReadOnlyList<string> Known)
    : Refusal("unknown-indicator", new Text($"特征表中没有“{Given}”", $"no sign of bad faith “{Given}” in the list"), null, new Text($"从表中选择：{string.Join('、', Known)}", $"choose from the list: {string.Join(", ", Known)}"));

public sealed record FalseLitigationNeedsSigns(LegalRef Article)
    : Refusal("false-litigation-needs-signs", new Text("以虚假诉讼为由，须写明发现的特征", "false litigation as a ground needs the signs that were found"), Article, new Text("从恶意诉讼特征表中至少选择一项，并在理由中写明事实", "choose at least one sign of the list and give the facts in the reason"));
