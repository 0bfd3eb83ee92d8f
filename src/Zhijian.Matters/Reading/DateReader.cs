using System.Buffers;
using Zhijian.Kernel;

namespace Zhijian.Matters.Reading;

/// <summary>
/// Dates from left to right. A date that lacks its year or month takes it from the date before: 同年8月14日, 当月29日, the end of
/// 2014年9月至12月. What cannot be a day of the calendar is not proposed.
/// </summary>
internal sealed class DateReader(string text)
{
    private static readonly Text Written = new("写明的日期", "a date as written");
    private static readonly Text FromBefore = new("由前一日期补全", "completed from the date before");

    /// <summary>Word, what it takes over (y: the year, m: the month too, d: the whole day), and what it adds to that.</summary>
    private static readonly (string Word, char Takes, int Plus)[] Relatives =
    [
        ("同年", 'y', 0), ("当年", 'y', 0), ("本年", 'y', 0), ("该年", 'y', 0), ("次年", 'y', 1), ("翌年", 'y', 1), ("上年", 'y', -1),
        ("同月", 'm', 0), ("当月", 'm', 0), ("该月", 'm', 0), ("次月", 'm', 1),
        ("当日", 'd', 0), ("当天", 'd', 0), ("同日", 'd', 0), ("次日", 'd', 1), ("翌日", 'd', 1), ("第二天", 'd', 1),
    ];

    private static readonly SearchValues<char> Joins = SearchValues.Create("至到-—~～－–、和及与");
    private static readonly SearchValues<char> JoinsAndFiller = SearchValues.Create("至到-—~～－–、和及与份初底间起始开 ");

    private int? _year;
    private int? _month;
    private int? _day;
    private int _lastEnd = -1;

    public DateProposal? Read(int at)
    {
        var c = text[at];
        var found = Numeral.Begins(c) ? Number(at) : c is '同' or '当' or '本' or '该' or '次' or '翌' or '上' or '第' ? Relative(at) : null;
        if (found is { } date)
            Remember(date);
        return found;
    }

    private DateProposal? Number(int at)
    {
        if (at > 0 && (Numeral.IsDigit(text[at - 1]) || text[at - 1] is '第' || Numeral.Digit(text[at - 1]) >= 0))
            return null;
        if (Year(at, out var year, out var afterYear))
        {
            var month = Blank(afterYear);
            if (month < text.Length && text[month] == '的')
                month = Blank(month + 1);
            // 2019年2月30日 is a slip and not the year 2019
            return IsMonth(month) ? MonthAndDay(at, month, year, relative: false) : Make(at, afterYear, year, null, null, relative: false);
        }
        if (Separated(at) is { } separated)
            return separated;
        if (_year is not { } known)
            return null;
        var continues = Continues(at);
        if (MonthAndDay(at, at, known, relative: true) is { } date && (continues || date.On.Day is not null || MayBegin(at)))
            return date;
        return continues && _day is not null && _month is { } m && SmallNumber(at, out var day, out _, out var end) && end < text.Length && text[end] == '日'
            ? Make(at, end + 1, known, m, day, relative: true) : null;
    }

    private DateProposal? Relative(int at)
    {
        foreach (var (word, takes, plus) in Relatives)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0 || _year is not { } year)
                continue;
            var next = Blank(at + word.Length);
            if (takes == 'y')
                return MonthAndDay(at, next < text.Length && text[next] == '的' ? next + 1 : next, year + plus, relative: true);
            if (_month is not { } month)
                return null;
            if (takes == 'm')
            {
                var first = new DateOnly(year, month, 1);
                if ((plus > 0 && first.Year == 9999) || !SmallNumber(next, out var day, out _, out var end) || end >= text.Length || text[end] is not ('日' or '号'))
                    return null;
                first = first.AddMonths(plus);
                return Make(at, end + 1, first.Year, first.Month, day, relative: true);
            }
            if (_day is not { } known || Numeral.Digit(At(at - 1)) >= 0 || At(at + word.Length) is '制')
                return null;
            var on = new DateOnly(year, month, known).AddDays(plus);
            return Make(at, at + word.Length, on.Year, on.Month, on.Day, relative: true);
        }
        return null;
    }

    /// <summary>2014年 or 二〇一四年, blanks allowed.</summary>
    private bool Year(int at, out int year, out int end)
    {
        (year, end) = (0, at);
        for (var i = 0; i < 4; i++)
        {
            var c = At(at + i);
            var digit = Numeral.IsDigit(c) ? Numeral.Narrow(c) - '0' : c == '两' ? -1 : Numeral.Digit(c);
            if (digit < 0)
                return false;
            year = year * 10 + digit;
        }
        end = Blank(at + 4);
        if (At(end) != '年' || !IsYear(year))
            return false;
        end++;
        return true;
    }

    /// <summary>2014.6.16, 2014-06-16, 2014/6/16.</summary>
    private DateProposal? Separated(int at)
    {
        if (Numeral.Run(text, at) != 4 || At(at + 4) is not ('.' or '-' or '/' or '．') || !IsYear(Int(at, 4)))
            return null;
        var (separator, month) = (At(at + 4), at + 5);
        var months = Numeral.Run(text, month);
        var day = month + months + 1;
        var days = Numeral.Run(text, day);
        return months is 1 or 2 && At(month + months) == separator && days is 1 or 2 && At(day + days) != separator
            ? Make(at, day + days, Int(at, 4), Int(month, months), Int(day, days), relative: false) : null;
    }

    private DateProposal? MonthAndDay(int start, int at, int year, bool relative)
    {
        if (!SmallNumber(at, out var month, out var to, out var end))
            return null;
        // 2、3月 and 3至5月: one expression with two ends
        if (to is null && At(end) is '、' or '至' or '到' or '-' or '—' && SmallNumber(end + 1, out var second, out _, out var past) && At(Blank(past)) == '月' && second > month)
            (to, end) = (second, past);
        end = Blank(end);
        if (At(end) != '月')
            return null;
        var afterMonth = end + 1;
        var day = Blank(afterMonth);
        if (to is null && SmallNumber(day, out var d, out _, out var afterDay) && At(Blank(afterDay)) is '日' or '号')
            return Make(start, Blank(afterDay) + 1, year, month, d, relative);
        return Make(start, afterMonth, year, month, null, relative, to);
    }

    private bool IsMonth(int at) => SmallNumber(at, out _, out _, out var end)
        && (At(Blank(end)) == '月' || (At(end) is '、' or '至' or '到' or '-' or '—' && SmallNumber(end + 1, out _, out _, out var past) && At(Blank(past)) == '月'));

    private DateProposal? Make(int start, int end, int year, int? month, int? day, bool relative, int? toMonth = null)
    {
        if (!IsYear(year) || month is < 1 or > 12 || toMonth is < 1 or > 12 || (month is { } m && day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, m))))
            return null;
        var value = month is null ? $"{year:D4}" : day is null ? $"{year:D4}-{month:D2}" : $"{year:D4}-{month:D2}-{day:D2}";
        return new DateProposal(start, end - start, text[start..end], relative ? FromBefore : Written, PartialDate.Parse(value), toMonth is null ? null : PartialDate.Parse($"{year:D4}-{toMonth:D2}"), relative);
    }

    private void Remember(DateProposal date)
    {
        var value = (date.To ?? date.On).Value;
        (_year, _month, _day, _lastEnd) = (int.Parse(value[..4]), value.Length > 4 ? int.Parse(value[5..7]) : null, value.Length > 7 ? int.Parse(value[8..]) : null, date.End);
    }

    /// <summary>Between this and the date before there is only 至, 、 or the like: 2014年9月至12月.</summary>
    private bool Continues(int at)
    {
        if (_lastEnd < 0 || at - _lastEnd is < 1 or > 5)
            return false;
        var between = text.AsSpan(_lastEnd, at - _lastEnd);
        return between.ContainsAny(Joins) && !between.ContainsAnyExcept(JoinsAndFiller);
    }

    /// <summary>A month alone is taken only where a clause or a preposition goes before it.</summary>
    private bool MayBegin(int at) => at == 0 || "于在自从至到、和，。；及与：\n（(".Contains(text[at - 1]);

    private bool SmallNumber(int at, out int value, out int? to, out int end)
    {
        (value, to, end) = (0, null, at);
        if (at >= text.Length || !Numeral.Begins(text[at]) || !Numeral.TryRead(text, at, out var n, out end))
            return false;
        if (n.More || n.Value is < 1 or > 31 || n.Value != decimal.Truncate(n.Value) || (n.Arabic && Numeral.Run(text, at) > 2))
            return false;
        (value, to) = ((int)n.Value, n.To is { } t ? (int)t : null);
        return true;
    }

    private static bool IsYear(int year) => year is >= 1900 and <= 2100;

    private int Int(int at, int count)
    {
        var value = 0;
        for (var i = at; i < at + count; i++)
            value = value * 10 + (Numeral.Narrow(text[i]) - '0');
        return value;
    }

    private char At(int i) => i >= 0 && i < text.Length ? text[i] : '\0';

    /// <summary>Past at most two blanks: texts taken from forms have them around every number.</summary>
    private int Blank(int at)
    {
        for (var i = 0; i < 2 && At(at) is ' ' or '　'; i++)
            at++;
        return at;
    }
}
