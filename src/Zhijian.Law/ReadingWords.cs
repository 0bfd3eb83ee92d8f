using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>The words by which facts are recognised in a running text (data/vocabulary/reading-*.csv).</summary>
public sealed class ReadingWords
{
    public required IReadOnlyList<UnitWord> Units { get; init; }

    public required IReadOnlyList<AmountWord> Amounts { get; init; }

    public required IReadOnlyList<PhraseWord> Phrases { get; init; }

    public required IReadOnlyList<string> Goods { get; init; }

    public static ReadingWords None { get; } = new() { Units = [], Amounts = [], Phrases = [], Goods = [] };

    internal static ReadingWords Load(string folder) => new()
    {
        // the longest first: 平方米 before 平
        Units = [.. Vocabulary.Rows(folder, "reading-units.csv").Select(r => new UnitWord(r("unit"), r("kind"), r("not_before").Split('|', StringSplitOptions.RemoveEmptyEntries))).OrderByDescending(u => u.Unit.Length)],
        Amounts = [.. Vocabulary.Rows(folder, "reading-amounts.csv").Select(r => new AmountWord(r("phrase"), r("means") is "price" ? null : r("means"), r("where") == "after")).OrderByDescending(a => a.Phrase.Length)],
        Phrases = [.. Vocabulary.Rows(folder, "reading-phrases.csv").Select(r => new PhraseWord(r("phrase"), r("about"), new Text(r("zh"), r("en"))))],
        Goods = [.. Vocabulary.Rows(folder, "reading-goods.csv").Select(r => r("goods")).OrderByDescending(g => g.Length)],
    };
}

/// <param name="Kind">piece, person, time or measure.</param>
/// <param name="NotBefore">What follows where the character is part of another word: 个 in 个月.</param>
public sealed record UnitWord(string Unit, string Kind, IReadOnlyList<string> NotBefore);

/// <param name="Means">Id of the kind of amount; null for a price, which is none.</param>
public sealed record AmountWord(string Phrase, string? Means, bool After);

/// <param name="About">attempt, seized or penalty.</param>
public sealed record PhraseWord(string Phrase, string About, Text Says);
