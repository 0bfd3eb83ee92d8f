using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Reading;

namespace Zhijian.Matters.Comparison;

/// <summary>
/// Card against document: what a text says about amounts, people, charges and days, held against the record of the matter. What the record does not know
/// is not compared. Pure; linear in the text.
/// </summary>
public sealed class TextComparison
{
    private const int ClauseAfter = 16;
    private const int ClauseBefore = 8;
    private const int LongestPerson = 4;

    private readonly Matter _matter;
    private readonly LawBook _law;
    private readonly string _text;
    private readonly bool _made;
    private readonly List<Difference> _found = [];

    private TextComparison(Matter matter, LawBook law, string text, bool made) => (_matter, _law, _text, _made) = (matter, law, text, made);

    /// <param name="made">The text is the office's own; else it came in.</param>
    /// <returns>In the order of the text; or why it is not read.</returns>
    public static (IReadOnlyList<Difference> Differences, Text? Refused) Of(Matter matter, LawBook law, string text, bool made)
    {
        var (proposals, refused) = new FactReader(law.Vocabulary).Read(text);
        if (refused is not null)
            return ([], refused);
        var comparison = new TextComparison(matter, law, text, made);
        foreach (var rule in law.Comparison)
            comparison.Compare(rule, proposals);
        return ([.. comparison._found.OrderBy(d => d.Start)], null);
    }

    private void Compare(ComparisonRule rule, IReadOnlyList<Proposal> proposals)
    {
        switch (rule.Compares)
        {
            case Compared.Amounts:
                Amounts(rule, [.. proposals.OfType<AmountProposal>().Where(a => a is { Kind: not null, Currency: "CNY" })]);
                break;
            case Compared.Persons:
                People(rule, [.. proposals.OfType<PersonProposal>().Where(p => p.Role is PersonRole.Defendant or PersonRole.Accomplice)], [.. _matter.Persons.Select(p => p.Name)]);
                break;
            case Compared.RightHolders:
                People(rule, [.. proposals.OfType<PersonProposal>().Where(p => p.Role == PersonRole.RightHolder)], [.. _matter.RightHolders.Select(h => h.Name)]);
                break;
            case Compared.Charges:
                Charges(rule);
                break;
            case Compared.Dates:
                Dates(rule, [.. proposals.OfType<DateProposal>().Where(d => d.To is null)]);
                break;
        }
    }

    private void Add(ComparisonRule rule, int start, int length, string says, IEnumerable<string> record) =>
        _found.Add(new Difference(rule, _made ? rule.Made : rule.Received, start, length, says, [.. record.Distinct(StringComparer.Ordinal)]));

    // ---- amounts

    /// <summary>
    /// By kind. A text may name the parts of a sum: where one figure, or all together, is that of the record, only what goes beyond it is flagged.
    /// </summary>
    private void Amounts(ComparisonRule rule, IReadOnlyList<AmountProposal> stated)
    {
        foreach (var kind in stated.GroupBy(a => a.Kind!, StringComparer.Ordinal))
        {
            var record = _matter.Amounts.Where(a => _law.Vocabulary.AmountKind(a.Kind)?.Id == kind.Key).ToList();
            if (record.Count == 0)
                continue;
            var values = record.Select(a => a.Yuan.Yuan).ToList();
            var sum = kind.Sum(a => a.Value);
            var most = Math.Max(values.Max(), values.Sum());
            var met = kind.Any(a => record.Exists(r => Fits(a, r))) || values.Contains(sum);
            foreach (var amount in kind.Where(a => !record.Exists(r => Fits(a, r)) && a.Value != values.Sum() && (!met || a.Value > most)))
                Add(rule, amount.Start, amount.Length, amount.Surface, record.Select(r => $"{(r.Approximate ? "约" : "")}{r.Yuan}元"));
        }
    }

    /// <summary>As exact as it is written: a round figure with 约 or 余 leaves room below its last digit.</summary>
    internal static bool Fits(AmountProposal stated, Amount record)
    {
        var (value, unit) = (record.Yuan.Yuan, Unit(stated.Value));
        if (record.Approximate && stated.Approximation == Approximation.Exact)
            return Math.Abs(value - stated.Value) < Unit(value);
        return stated.Approximation switch
        {
            Approximation.Exact => value == stated.Value,
            Approximation.About => Math.Abs(value - stated.Value) < unit,
            Approximation.AtLeast => value >= stated.Value && value < stated.Value + unit,
            Approximation.AtMost => value <= stated.Value,
            _ => value >= stated.Value && value <= stated.To,
        };
    }

    /// <summary>The value of the last digit that is not zero: 1,480,000 → 10,000.</summary>
    private static decimal Unit(decimal value)
    {
        decimal unit = 1;
        while (value != 0 && unit < 1_000_000_000 && value % (unit * 10) == 0)
            unit *= 10;
        return unit;
    }

    // ---- people

    private void People(ComparisonRule rule, IReadOnlyList<PersonProposal> named, IReadOnlyList<string> record)
    {
        if (record.Count == 0)
            return;
        foreach (var person in named.Where(p => !record.Any(r => IsName(p.Surface, r))))
            Add(rule, person.Start, person.Length, person.Surface, record);
    }

    /// <summary>The same name, a masked form of it (程某 of 程某某), or the short form of a unit (某净水公司 of 某净水科技有限公司).</summary>
    internal static bool IsName(string stated, string record)
    {
        if (stated == record)
            return true;
        var (shorter, longer) = stated.Length < record.Length ? (stated, record) : (record, stated);
        return longer.Length <= LongestPerson
            ? (IsMasked(shorter) || IsMasked(longer)) && stated[0] == record[0]
            : shorter.Length * 3 <= longer.Length * 2 && IsShortFormOf(shorter, longer);
    }

    /// <summary>Every character stands in the long form in the same order.</summary>
    private static bool IsShortFormOf(string shorter, string longer)
    {
        var at = -1;
        return shorter.All(c => (at = longer.IndexOf(c, at + 1)) >= 0);
    }

    private static bool IsMasked(string name) => name.AsSpan().IndexOfAny("某×＊*") >= 0;

    // ---- charges

    private void Charges(ComparisonRule rule)
    {
        var record = _matter.Accusations.Select(a => a.Accusation.Charge).ToHashSet(StringComparer.Ordinal);
        if (record.Count == 0)
            return;
        var names = record.Select(c => _law.Vocabulary.Charge(c)?.Title.Zh ?? c).ToList();
        var articles = record.Select(ChineseArticle.Of);
        foreach (var (start, length, article) in ArticleReader.OfCriminalLaw(_text).Where(a => _law.Vocabulary.Charge(a.Article) is not null && !record.Contains(a.Article)))
            Add(rule, start, length, _text.Substring(start, length), articles);
        // the longest first: 销售假冒注册商标的商品罪 holds no other name, but names of offences may hold each other
        var taken = new List<(int Start, int End)>();
        foreach (var charge in _law.Vocabulary.Charges.OrderByDescending(c => c.Title.Zh.Length))
            for (var at = _text.IndexOf(charge.Title.Zh, StringComparison.Ordinal); at >= 0; at = _text.IndexOf(charge.Title.Zh, at + 1, StringComparison.Ordinal))
                if (!taken.Exists(t => at < t.End && t.Start < at + charge.Title.Zh.Length))
                {
                    taken.Add((at, at + charge.Title.Zh.Length));
                    if (!record.Contains(charge.Article))
                        Add(rule, at, charge.Title.Zh.Length, charge.Title.Zh, names);
                }
    }

    // ---- days

    private void Dates(ComparisonRule rule, IReadOnlyList<DateProposal> dates)
    {
        var record = rule.Facts.SelectMany(RecordedDays).ToList();
        if (record.Count == 0)
            return;
        foreach (var date in dates.Where(d => IsAbout(rule, d) && !record.Exists(r => d.On.Earliest <= r.Latest && r.Earliest <= d.On.Latest)))
            Add(rule, date.Start, date.Length, date.Surface, record.Select(r => r.Value));
    }

    /// <summary>The words stand behind it in the same clause, or right before it. Of two rules whose words stand there, the nearer has it.</summary>
    private bool IsAbout(ComparisonRule rule, DateProposal date) => Distance(rule, date) is { } own
        && !_law.Comparison.Any(r => r.Id != rule.Id && r.Compares == Compared.Dates && Distance(r, date) < own);

    private int? Distance(ComparisonRule rule, DateProposal date)
    {
        var after = _text.AsSpan(date.End, Math.Min(ClauseAfter, _text.Length - date.End));
        if (after.IndexOfAny("，。；\n") is >= 0 and var stop)
            after = after[..stop];
        var from = Math.Max(0, date.Start - ClauseBefore);
        var before = _text.AsSpan(from, date.Start - from);
        if (before.LastIndexOfAny("，。；\n") is >= 0 and var begin)
            before = before[(begin + 1)..];
        int? nearest = null;
        foreach (var phrase in rule.Phrases)
        {
            if (after.IndexOf(phrase) is >= 0 and var behind && !(behind < nearest))
                nearest = behind;
            if (before.LastIndexOf($"{phrase}日期") is >= 0 and var ahead && !(before.Length - ahead < nearest))
                nearest = before.Length - ahead;
        }
        return nearest;
    }

    private IEnumerable<PartialDate> RecordedDays(ComparedFact fact)
    {
        foreach (var entry in _matter.Timeline.Where(e => e.Type == fact.Event))
        {
            var type = entry.Event.GetType();
            object? Value(string field) => PaperFacts.Property(type, field)?.GetValue(entry.Event);
            if (fact.When.Any(w => Value(w.Key)?.ToString() is not { } said || Words.Kebab(said) != w.Value))
                continue;
            if (Value(fact.Field) is DateOnly day)
                yield return PartialDate.Of(day);
            else if (Value(fact.Field) is PartialDate date && date.IsKnown)
                yield return date;
        }
    }
}
