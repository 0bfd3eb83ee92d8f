using System.Globalization;
using System.Text.RegularExpressions;
using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>
/// The sentence that says why a finding was made, with its figures: <c>{fine}</c> as its type wants it, <c>{part of whole}</c> as a percentage.
/// A value that is not known is called unknown; it is never left out and never 0.
/// </summary>
public sealed partial record ExplanationTemplate(Text Template, IReadOnlyDictionary<string, ColumnType> Types)
{
    public Text Render(IReadOnlyDictionary<string, string?> values) => new(Fill(Language.Chinese, values), Fill(Language.English, values));

    /// <summary>Names in braces that are no value of a finding.</summary>
    internal IEnumerable<string> Unknown() =>
        from text in new[] { Template.Zh, Template.En }
        from Match m in Place().Matches(text)
        from name in new[] { m.Groups["name"].Value, m.Groups["whole"].Value }
        where name.Length > 0 && !Types.ContainsKey(name)
        select name;

    private string Fill(Language language, IReadOnlyDictionary<string, string?> values) => Place().Replace(
        Template.In(language),
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

    private static string? Percent(string? part, string? whole) =>
        part is not null && whole is not null && decimal.Parse(whole, CultureInfo.InvariantCulture) is > 0 and var of
            ? (decimal.Parse(part, CultureInfo.InvariantCulture) * 100 / of).ToString("0.0", CultureInfo.InvariantCulture) + "%" : null;

    private static string NotKnown(Language language) => language == Language.English ? "unknown" : "未知";

    [GeneratedRegex(@"\{(?<name>[a-z0-9_]+)( of (?<whole>[a-z0-9_]+))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
