using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Reading;

/// <summary>Amounts of money and quantities with a unit: a number, what surrounds it, and what it counts.</summary>
internal sealed class MeasureReader(string text, ReadingWords words)
{
    private static readonly Text Money = new("数字加货币单位", "a number with a unit of money");
    private static readonly Text Masked = new("“元”被隐名为“某”", "the mask took the unit of money");
    private static readonly Text Bare = new("“人民币”后的数字", "a number behind the currency");
    private static readonly Text Count = new("数字加量词", "a number with a unit");

    private static readonly (string Word, string Code)[] Currencies =
    [
        ("美元", "USD"), ("美金", "USD"), ("港元", "HKD"), ("港币", "HKD"), ("欧元", "EUR"), ("日元", "JPY"), ("英镑", "GBP"), ("韩元", "KRW"),
        ("新台币", "TWD"), ("台币", "TWD"), ("澳元", "AUD"), ("加元", "CAD"), ("块钱", "CNY"), ("元", "CNY"), ("圆", "CNY"),
    ];

    private static readonly (string Word, Approximation Means, string NotAfter)[] Before =
    [
        ("不少于", Approximation.AtLeast, ""), ("至少", Approximation.AtLeast, ""), ("超过", Approximation.AtLeast, ""), ("不足", Approximation.AtMost, ""),
        ("不到", Approximation.AtMost, ""), ("将近", Approximation.AtMost, ""), ("大约", Approximation.About, ""), ("逾", Approximation.AtLeast, ""),
        ("近", Approximation.AtMost, "附最接临远靠邻将"), ("约", Approximation.About, "合预签违节公制条特相大"),
    ];

    private static readonly (string Word, Approximation Means)[] Behind =
        [("以上", Approximation.AtLeast), ("有余", Approximation.AtLeast), ("左右", Approximation.About), ("上下", Approximation.About), ("不等", Approximation.About), ("以下", Approximation.AtMost), ("以内", Approximation.AtMost)];

    private readonly ILookup<char, UnitWord> _units = words.Units.ToLookup(u => u.Unit[0]);

    /// <summary>Null where no amount and no quantity begins; <paramref name="end"/> is where to go on reading.</summary>
    public Proposal? Read(int at, out int end)
    {
        if (!Numeral.TryRead(text, at, out var first, out end) || !MayPrecede(at, first))
            return null;
        Numeral? second = null;
        var past = first.End;
        if (At(past) is '至' or '到' or '-' or '—' or '~' or '～' or '－' or '–' && Numeral.Begins(At(past + 1)) && Numeral.TryRead(text, past + 1, out var other, out var behind))
            (second, past) = (other, behind);
        var found = WithUnit(at, first, second, past);
        if (found is null && second is not null)
            found = WithUnit(at, first, null, first.End);
        if (found is not null)
            end = Math.Max(end, found.End);
        return found;
    }

    private Proposal? WithUnit(int at, Numeral first, Numeral? second, int past)
    {
        var value = first.Value;
        var to = second?.Value ?? first.To;
        if (second is { Scale: > 1 } scaled && first.Scale == 1 && first.Value < scaled.Value / scaled.Scale)
            value *= scaled.Scale;
        if (to is { } upper && upper <= value)
            return null;
        var unit = past;
        for (var i = 0; i < 2 && At(unit) == ' '; i++)
            unit++;
        var more = second?.More ?? first.More;
        if (Currency(unit, past, first, second) is var (code, afterMoney, why))
        {
            if (to is null)
                value += Small(code, ref afterMoney);
            if (to is null && SecondEnd(code, value, afterMoney) is var (upperEnd, behind))
                (to, afterMoney) = (upperEnd, behind);
            if (IsThreshold(at, afterMoney))
                return null;
            var (start, approximation, end) = Exactness(at, afterMoney, more, to);
            return new AmountProposal(start, end - start, text[start..end], why, value, to, approximation, code);
        }
        if (Unit(unit) is { } word && Counts(at, first, word, unit))
        {
            var (start, approximation, end) = Exactness(at, unit + word.Unit.Length, more, to);
            return new QuantityProposal(start, end - start, text[start..end], Count, value, to, approximation, text.Substring(unit, word.Unit.Length));
        }
        return null;
    }

    /// <summary>5角 and 3分 behind 元.</summary>
    private decimal Small(string code, ref int end)
    {
        decimal small = 0;
        foreach (var (name, worth) in new[] { ('角', 0.1m), ('分', 0.01m) })
            if (code == "CNY" && Numeral.Begins(At(end)) && Numeral.TryRead(text, end, out var n, out var past) && At(past) == name && n.Value < 10)
                (small, end) = (small + n.Value * worth, past + 1);
        return small;
    }

    /// <summary>3万元至5万元 is one range, like 3至5万元.</summary>
    private (decimal To, int End)? SecondEnd(string code, decimal value, int end) =>
        At(end) is '至' or '到' or '-' or '—' or '~' or '～' && Numeral.Begins(At(end + 1)) && Numeral.TryRead(text, end + 1, out var n, out var past)
            && Currency(past, past, n, null) is var (other, behind, _) && other == code && n.Value > value ? (n.Value, behind) : null;

    private (string Code, int End, Text Why)? Currency(int unit, int past, Numeral first, Numeral? second)
    {
        foreach (var (word, code) in Currencies)
            if (string.CompareOrdinal(text, unit, word, 0, word.Length) == 0)
                return word == "元" && At(unit + 1) is '件' or '素' or '旦' or '月' or '宵' or '器' or '老' or '首' or '帅' or '宝' ? null : (code, unit + word.Length, Money);
        if (At(past) == '某' && At(past + 1) is not ('某' or '甲' or '乙') && (second ?? first).Scale > 1)
            return ("CNY", past + 1, Masked);
        if (!Numeral.IsDigit(At(past)) && IsBare(first.Start) && Unit(unit) is null)
            return ("CNY", past, Bare);
        return null;
    }

    /// <summary>人民币 or ¥ just before, at most 共, 计 or 约 between.</summary>
    private bool IsBare(int at)
    {
        var i = at;
        while (i > 0 && at - i < 3 && text[i - 1] is '共' or '计' or '约' or ' ' or '：' or ':')
            i--;
        return i > 0 && (text[i - 1] is '¥' or '￥' || (i >= 3 && string.CompareOrdinal(text, i - 3, "人民币", 0, 3) == 0));
    }

    private UnitWord? Unit(int at)
    {
        foreach (var word in _units[char.ToLowerInvariant(At(at))])
        {
            if (string.Compare(text, at, word.Unit, 0, word.Unit.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var after = at + word.Unit.Length;
            if (char.IsAsciiLetter(word.Unit[0]) ? char.IsAsciiLetterOrDigit(At(after)) : word.NotBefore.Any(n => string.CompareOrdinal(text, after, n, 0, n.Length) == 0))
                continue;
            return word;
        }
        return null;
    }

    /// <summary>一 is often no number, and the unit of a price counts nothing: 125元一箱.</summary>
    private bool Counts(int at, Numeral n, UnitWord unit, int unitAt)
    {
        var before = At(at - 1);
        if (before == '每' || (unit.Unit is "条" or "款" or "项" && before is '》' or '法' or '典' or '例'))
            return false;
        if (unit.Unit is "组" && before is '村' or '社' or '队' or '区')
            return false;
        if (n.Arabic || n.Value != 1)
            return true;
        var after = unitAt + unit.Unit.Length;
        return before is not ('同' or '统' or '唯' or '任' or '某' or '另' or '之' or '元' or '进' or '专' or '万' or '逐' or '一') && !IsPrice(after);
    }

    /// <summary>二十万元以上不满五十万元 is the wording of a statute, no fact.</summary>
    private bool IsThreshold(int at, int end) => text.AsSpan(end).StartsWith("以上不满", StringComparison.Ordinal) || text.AsSpan(0, at).EndsWith("以上不满", StringComparison.Ordinal);

    /// <summary>一箱15元: the amount follows at once.</summary>
    private bool IsPrice(int at) => Numeral.Begins(At(at)) && Numeral.TryRead(text, at, out _, out var end) && At(end) == '元';

    /// <summary>What stands before a number and makes it part of a name, a mask or a reference.</summary>
    private bool MayPrecede(int at, Numeral n)
    {
        if (at == 0)
            return true;
        var before = text[at - 1];
        if (before is '第' or '.' or '．' or '/' || IsOrdinal(at))
            return false;
        return !n.Arabic ? Numeral.Digit(before) < 0 && before is not ('百' or '千' or '万' or '数' or '几')
            : !char.IsAsciiLetterOrDigit(before) && before is not ('×' or '＊' or '*' or '#' or '＃') && !(before == '某' && IsNameMark(n)) && !(before is '-' or '－' && char.IsAsciiLetterOrDigit(At(at - 2)));
    }

    /// <summary>张某2: one digit behind a masked name tells two of the same name apart.</summary>
    private static bool IsNameMark(Numeral n) => n.End == n.Start + 1;

    /// <summary>第1、3款: a list of ordinals, seen from its last member.</summary>
    private bool IsOrdinal(int at)
    {
        var i = at;
        while (i > 0 && at - i < 20 && (Numeral.IsDigit(text[i - 1]) || Numeral.Begins(text[i - 1]) || text[i - 1] is '、' or '百' or '零'))
            i--;
        return i < at && i > 0 && text[i - 1] == '第';
    }

    private (int Start, Approximation Approximation, int End) Exactness(int at, int end, bool more, decimal? to)
    {
        var (start, approximation) = (at, more ? Approximation.AtLeast : Approximation.Exact);
        foreach (var (word, means, notAfter) in Before)
            if (at >= word.Length && string.CompareOrdinal(text, at - word.Length, word, 0, word.Length) == 0 && (at == word.Length || !notAfter.Contains(text[at - word.Length - 1])))
            {
                (start, approximation) = (at - word.Length, means);
                break;
            }
        foreach (var (word, means) in Behind)
            if (string.CompareOrdinal(text, end, word, 0, word.Length) == 0 && !(word == "以上" && At(end + 2) is '事' or '述' or '所' or '物' or '各' or '商' or '被' or '证' or '行'))
            {
                (end, approximation) = (end + word.Length, means);
                break;
            }
        return (start, to is not null ? Approximation.Range : approximation, end);
    }

    private char At(int i) => i >= 0 && i < text.Length ? text[i] : '\0';
}
