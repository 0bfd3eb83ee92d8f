using System.Globalization;
using System.Text.RegularExpressions;
using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>
/// The sentence that says why a finding was made, with its figures: <c>{fine}</c> as its type wants it, <c>{part of whole}</c> as a percentage.
/// A value that is not known is called unknown; it is never left out and never 0.
/// </summary>
/// <param name="ByRule">One sentence for each rule, told by the value <c>rule</c>; under the empty name the one that stands for all.</param>
public sealed partial record ExplanationTemplate(IReadOnlyDictionary<string, Text> ByRule, IReadOnlyDictionary<string, ColumnType> Types)
{
    public const string Rule = "rule";

    /// <param name="values">key, subject, unit, score and the values of one finding, as text.</param>
    public Text Render(IReadOnlyDictionary<string, string?> values)
    {
        var template = ByRule.TryGetValue(values.GetValueOrDefault(Rule) ?? "", out var one) ? one : ByRule.Values.First();
        return new Text(Fill(template.Zh, Language.Chinese, values), Fill(template.En, Language.English, values));
    }

    /// <summary>Names in braces that are no value of a finding.</summary>
    internal IEnumerable<string> Unknown() =>
        from template in ByRule.Values
        from text in new[] { template.Zh, template.En }
        from Match m in Place().Matches(text)
        from name in new[] { m.Groups["name"].Value, m.Groups["whole"].Value }
        where name.Length > 0 && !Types.ContainsKey(name)
        select name;

    private string Fill(string template, Language language, IReadOnlyDictionary<string, string?> values) => Place().Replace(
        template,
        m => m.Groups["whole"] is { Success: true, Value: var whole }
            ? Percent(values.GetValueOrDefault(m.Groups["name"].Value), values.GetValueOrDefault(whole)) ?? NotKnown(language)
            : Show(values.GetValueOrDefault(m.Groups["name"].Value), Types[m.Groups["name"].Value], language));

    /// <summary>One value as people read it: fen as yuan, a missing one as unknown.</summary>
    public static string Show(string? value, ColumnType type, Language language) => (type, value) switch
    {
        (_, null) => NotKnown(language),
        (ColumnType.Money, _) => new Money(decimal.Parse(value, CultureInfo.InvariantCulture) / 100) + language switch { Language.English => " yuan", _ => " 元" },
        (ColumnType.Count, _) => decimal.Parse(value, CultureInfo.InvariantCulture).ToString("#,##0", CultureInfo.InvariantCulture),
        (ColumnType.Flag, "true") => language == Language.English ? "yes" : "是",
        (ColumnType.Flag, _) => language == Language.English ? "no" : "否",
        _ => value,
    };

    // rounded down: what is a fen below the figure is not 100.0%
    private static string? Percent(string? part, string? whole) =>
        part is not null && whole is not null && decimal.Parse(whole, CultureInfo.InvariantCulture) is > 0 and var of
            ? (decimal.Floor(decimal.Parse(part, CultureInfo.InvariantCulture) * 1000 / of) / 10).ToString("0.0", CultureInfo.InvariantCulture) + "%" : null;

    private static string NotKnown(Language language) => language == Language.English ? "unknown" : "未知";

    [GeneratedRegex(@"\{(?<name>[a-z0-9_]+)( of (?<whole>[a-z0-9_]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
