using Zhijian.Law;

namespace Zhijian.Matters.Reading;

/// <summary>
/// Which kind of amount the wording states: the word nearest before the sum, within its clause. No word, no kind: 价值 alone says neither
/// turnover nor loss.
/// </summary>
internal sealed class AmountMeaning(string text, Vocabulary words)
{
    private const int Reach = 24;
    private const int ReachAfter = 6;

    /// <param name="from">The end of the amount before: its words are not ours.</param>
    public AmountProposal With(AmountProposal amount, int from)
    {
        var after = text.AsSpan(amount.End, Math.Min(ReachAfter, text.Length - amount.End));
        foreach (var word in words.Reading.Amounts)
            if (word.After && after.StartsWith(word.Phrase, StringComparison.Ordinal))
                return Named(amount, word);
        var begin = Math.Max(from, amount.Start - Reach);
        var before = text.AsSpan(begin, amount.Start - begin);
        if (before.LastIndexOfAny("。；\n") is >= 0 and var stop)
            before = before[(stop + 1)..];
        AmountWord? nearest = null;
        var end = -1;
        foreach (var word in words.Reading.Amounts)
            if (!word.After && before.LastIndexOf(word.Phrase, StringComparison.Ordinal) is >= 0 and var at && at + word.Phrase.Length > end)
                (nearest, end) = (word, at + word.Phrase.Length);
        return nearest is null ? amount : Named(amount, nearest);
    }

    private AmountProposal Named(AmountProposal amount, AmountWord word) =>
        word.Means is { } id && words.AmountKind(id) is { } kind ? amount with { Kind = kind.Id, Metric = kind.Metric } : amount;
}
