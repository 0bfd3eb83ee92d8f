using System.Buffers;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Search;

/// <summary>
/// What was asked: words that must all occur, "phrases", words with a minus that must not, and words of one field (当事人:张某, no:2026-0137). Nothing else has a
/// meaning: a bracket or a star is a character that parts words.
/// </summary>
public sealed record SearchQuery(string Given, IReadOnlyList<TextTerm> Terms)
{
    /// <summary>Words as they are: no field, no phrase, nothing left out.</summary>
    public bool IsPlain => !Given.AsSpan().ContainsAny(Signs);

    private static readonly SearchValues<char> Signs = SearchValues.Create(":：\"“”-");

    private const int MostWords = 16;
    private const int MostCharacters = 300;

    /// <summary>The fields that can be named, in both languages.</summary>
    public static readonly IReadOnlyList<(string Field, Text Name)> Fields =
    [
        (SearchIndex.Party, new Text("当事人", "party")),
        (SearchIndex.Brand, new Text("品牌", "brand")),
        (SearchIndex.Number, new Text("文号", "no")),
        (SearchIndex.Title, new Text("标题", "title")),
    ];

    /// <returns>The query, or one sentence that says what is wrong with it.</returns>
    public static (SearchQuery? Query, Text? Wrong) Parse(string given, Characters characters)
    {
        given = given.Trim();
        if (given.Length == 0)
            return (null, new Text("请输入要查找的词", "give a word to search for"));
        if (given.Length > MostCharacters)
            return (null, new Text($"查询不能超过 {MostCharacters} 个字", $"a query has at most {MostCharacters} characters"));
        var terms = new List<TextTerm>();
        for (var at = 0; Next(given, ref at) is { } word;)
        {
            var (term, wrong) = Term(word, characters);
            if (wrong is not null)
                return (null, wrong);
            if (term is not null && !terms.Contains(term))
                terms.Add(term);
        }
        if (terms.Count > MostWords)
            return (null, new Text($"最多 {MostWords} 个词", $"at most {MostWords} words"));
        if (terms.Count == 0)
            return (null, new Text("查询里没有文字或数字", "there is no letter or digit in the query"));
        return terms.All(t => t.Not)
            ? (null, new Text("至少要有一个不带减号的词", "at least one word must have no minus"))
            : (new SearchQuery(given, terms), null);
    }

    /// <summary>The next word with its quotes; a space inside of quotes does not end it.</summary>
    private static string? Next(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at == text.Length)
            return null;
        var (start, quoted) = (at, false);
        for (; at < text.Length && (quoted || !char.IsWhiteSpace(text[at])); at++)
            if (IsQuote(text[at]))
                quoted = !quoted;
        return text[start..at];
    }

    private static (TextTerm? Term, Text? Wrong) Term(string word, Characters characters)
    {
        var not = word[0] is '-' or '－' && word.Length > 1;
        var rest = not ? word[1..] : word;
        string? field = null;
        if (rest.IndexOfAny([':', '：']) is > 0 and var colon && rest[..colon].All(char.IsLetter) && !rest.AsSpan(colon + 1).StartsWith("//"))
        {
            var name = rest[..colon];
            field = Fields.FirstOrDefault(f => f.Name.Zh == name || string.Equals(f.Name.En, name, StringComparison.OrdinalIgnoreCase)).Field;
            if (field is null)
                return (null, new Text(
                    $"没有栏目“{name}”；可用：{string.Join('、', Fields.Select(f => f.Name.Zh))}",
                    $"there is no field “{name}”; known: {string.Join(", ", Fields.Select(f => f.Name.En))}"));
            rest = rest[(colon + 1)..];
            if (rest.Length == 0)
                return (null, new Text($"“{name}:”后面没有词", $"nothing follows “{name}:”"));
        }
        var quotes = rest.Count(IsQuote);
        if (quotes % 2 == 1)
            return (null, new Text("引号没有成对", "a quotation mark is not closed"));
        var phrase = characters.Folding.Fold(rest);
        var spelling = quotes == 0 && phrase.Length >= 2 && phrase.All(char.IsAsciiLetterLower) ? phrase : null;
        return (phrase.Length == 0 ? null : new TextTerm(phrase, field, spelling, not), null);
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '＂';
}

/// <summary>What a person narrows the answer down to; null = all.</summary>
/// <param name="Office">The path of a unit.</param>
/// <param name="Year">Four digits.</param>
public sealed record SearchFilter(ThingKind? Kind = null, string? Track = null, string? Stage = null, string? Office = null, string? Year = null)
{
    public static readonly SearchFilter None = new();
}
