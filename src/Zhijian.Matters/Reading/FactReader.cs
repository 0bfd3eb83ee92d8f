using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Reading;

/// <summary>
/// Reads the fact section of a judgment or a transfer letter once, from left to right, and proposes what it states. Hand-written
/// scanning instead of patterns: every look around a place is bounded, so time is linear in the text.
/// </summary>
public sealed class FactReader(Vocabulary words)
{
    /// <summary>Longer texts are refused: no fact section is near this, and a page must show it.</summary>
    public const int Longest = 1 << 20;

    private const int LongestPenalty = 160;

    private static readonly Text TooLong = new($"文本超过 {Longest:#,##0} 个字符，只粘贴事实部分", $"the text has more than {Longest:#,##0} characters: paste the fact section only");

    private readonly ILookup<char, PhraseWord> _phrases = words.Reading.Phrases.ToLookup(p => p.Phrase[0]);

    /// <returns>The proposals in the order of the text; or why it is not read.</returns>
    public (IReadOnlyList<Proposal> Proposals, Text? Refused) Read(string text)
    {
        if (text.Length > Longest)
            return ([], TooLong);
        var found = new List<Proposal>();
        var (dates, measures, meaning) = (new DateReader(text), new MeasureReader(text, words.Reading), new AmountMeaning(text, words));
        var (goods, marks, persons) = (new GoodsReader(text, words.Reading), new MarkReader(text), new PersonReader(text));
        var (lastAmount, markUntil) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (i >= markUntil && MarkReader.IsOpen(c))
                found.AddRange(marks.Read(i, out markUntil));
            if (PersonReader.MayBegin(c) && persons.Read(i, out var afterPersons) is { Count: > 0 } named)
            {
                found.AddRange(named);
                i = afterPersons;
                continue;
            }
            if (_phrases[c].FirstOrDefault(p => string.CompareOrdinal(text, i, p.Phrase, 0, p.Phrase.Length) == 0) is { } phrase && Phrase(text, i, phrase) is { } said)
            {
                found.Add(said);
                i += phrase.Phrase.Length;
                continue;
            }
            if (dates.Read(i) is { } date)
            {
                found.Add(date);
                i = date.End;
                continue;
            }
            if (!Numeral.Begins(c))
            {
                i++;
                continue;
            }
            var measure = measures.Read(i, out var end);
            if (measure is AmountProposal amount)
            {
                found.Add(meaning.With(amount, lastAmount));
                lastAmount = amount.End;
            }
            else if (measure is QuantityProposal quantity)
            {
                found.Add(quantity);
                if (goods.Near(quantity) is { } thing)
                    found.Add(thing);
            }
            i = end;
        }
        return ([.. Once(Dated(found)).OrderBy(p => p.Start).ThenByDescending(p => p.Length)], null);
    }

    /// <summary>Goods, marks and turns of phrase are proposed where they stand first; an amount or a date that stands twice may be two.</summary>
    private static IEnumerable<Proposal> Once(IEnumerable<Proposal> found)
    {
        var seen = new HashSet<(ProposalKind, string)>();
        return found.Where(p => p is not (GoodsProposal or MarkProposal or AttemptProposal) || seen.Add((ProposalKinds.Of(p), p.Surface)));
    }

    private static Proposal? Phrase(string text, int at, PhraseWord phrase)
    {
        if (phrase.About != "penalty")
            return new AttemptProposal(at, phrase.Phrase.Length, phrase.Phrase, phrase.Says);
        var sentence = text.AsSpan(at, Math.Min(LongestPenalty, text.Length - at));
        if (sentence.IndexOfAny("。；\n") is > 0 and var stop)
            sentence = sentence[..stop];
        foreach (var word in new[] { "判处", "行政处罚", "拘留", "罚款", "劳动教养", "刑满释放", "逮捕" })
            if (sentence.Contains(word, StringComparison.Ordinal))
                return new PenaltyProposal(at, sentence.Length, sentence.ToString(), phrase.Says, null);
        return null;
    }

    /// <summary>A penalty takes the last date inside its passage: that of the decision.</summary>
    private static IEnumerable<Proposal> Dated(List<Proposal> found)
    {
        var dates = found.OfType<DateProposal>().ToList();
        var next = 0;
        foreach (var proposal in found)
        {
            if (proposal is not PenaltyProposal penalty)
            {
                yield return proposal;
                continue;
            }
            while (next < dates.Count && dates[next].Start < penalty.Start)
                next++;
            DateProposal? last = null;
            for (var i = next; i < dates.Count && dates[i].End <= penalty.End; i++)
                last = dates[i];
            yield return penalty with { On = last?.On };
        }
    }
}
