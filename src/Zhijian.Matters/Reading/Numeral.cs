using System.Globalization;

namespace Zhijian.Matters.Reading;

/// <summary>
/// A number in a running text: 1,323,400 and 270，000.00 and １２３, 三万二千, 12万8千余, 50余万, 三四百. Read from left to right in one pass.
/// </summary>
/// <param name="To">The upper end of 三四百; null otherwise.</param>
/// <param name="More">余, 多 or 几 stands in it or behind it.</param>
/// <param name="Scale">The last 万 or 亿, 1 without one: 3至5万 gives its scale to the 3.</param>
/// <param name="Arabic">Whether it begins with a digit.</param>
internal readonly record struct Numeral(int Start, int End, decimal Value, decimal? To, bool More, decimal Scale, bool Arabic)
{
    private const int MostDigits = 15;

    /// <summary>零 begins none: 零件, 零售.</summary>
    public static bool Begins(char c) => IsDigit(c) || Digit(c) > 0 || c is '十' or '拾';

    public static bool IsDigit(char c) => c is >= '0' and <= '9' or >= '０' and <= '９';

    /// <summary>The value of 一 to 九, 两, 〇 and the forms of banknotes; -1 for anything else.</summary>
    public static int Digit(char c) => c switch
    {
        '零' or '〇' or '○' => 0,
        '一' or '壹' => 1,
        '二' or '两' or '贰' => 2,
        '三' or '叁' => 3,
        '四' or '肆' => 4,
        '五' or '伍' => 5,
        '六' or '陆' => 6,
        '七' or '柒' => 7,
        '八' or '捌' => 8,
        '九' or '玖' => 9,
        _ => -1,
    };

    /// <summary>False where no number begins at <paramref name="at"/>; <paramref name="end"/> is then behind what cannot be a part of one.</summary>
    public static bool TryRead(string text, int at, out Numeral numeral, out int end)
    {
        decimal total = 0, section = 0, number = 0, spread = 0, totalSpread = 0, scale = 1, last = 1;
        bool has = false, more = false, pair = false, any = false, single = false;
        var i = at;
        while (i < text.Length)
        {
            var c = text[i];
            if (IsDigit(c))
            {
                if (has)
                    break;
                var isNumber = ReadArabic(text, i, out number, out i);
                if (!isNumber)
                    break;
                (has, any, single) = (true, true, false);
                continue;
            }
            if (Digit(c) is >= 0 and var digit)
            {
                if (has && single && !pair && digit == number + 1 && number > 0)
                    (pair, i) = (true, i + 1);
                else if (has)
                    break;
                else
                    // 零 only holds a place
                    (number, has, single, last, any, i) = (digit, digit > 0, digit > 0, digit == 0 ? 1 : last, true, i + 1);
                continue;
            }
            if (Small(c) is > 0 and var small)
            {
                if (!has && (small != 10 || more || (any && last <= 10)))
                    break;
                section += (has ? number : 1) * small;
                spread += pair ? small : 0;
                (number, has, pair, any, last, i) = (0, false, false, true, small, i + 1);
                continue;
            }
            if (c is '万' or '萬' or '亿' && any)
            {
                scale = c == '亿' ? 100_000_000 : 10_000;
                spread += pair ? 1 : 0;
                if (c == '亿')
                    (total, totalSpread) = ((total + section + number) * scale, (totalSpread + spread) * scale);
                else
                    (total, totalSpread) = (total + (section + number) * scale, totalSpread + spread * scale);
                (section, number, spread, has, pair, last, i) = (0, 0, 0, false, false, scale, i + 1);
                if (total > 1_000_000_000_000_000)
                    break;
                continue;
            }
            if (c is '余' or '多' or '几' && any && !more)
            {
                more = true;
                i++;
                if (i < text.Length && (text[i] is '万' or '亿' || (Small(text[i]) > 0 && has)))
                    continue;
            }
            break;
        }
        end = Math.Max(i, at + 1);
        if (has && single && last >= 100)
            number *= last / 10; // 三万二 is 32,000
        spread += pair ? (last >= 100 && single ? last / 10 : 1) : 0;
        var value = total + section + number;
        numeral = new Numeral(at, end, value, totalSpread + spread > 0 ? value + totalSpread + spread : null, more, scale, IsDigit(text[at]));
        return any;
    }

    private static decimal Small(char c) => c switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, _ => 0 };

    /// <summary>Digits with groups of three behind a comma of either width, and decimals.</summary>
    private static bool ReadArabic(string text, int at, out decimal value, out int end)
    {
        Span<char> digits = stackalloc char[MostDigits + 4];
        var (n, i) = (0, at);
        value = 0;
        bool Take(Span<char> to, int from, int count)
        {
            for (var k = 0; k < count; k++)
            {
                if (n >= MostDigits)
                    return false;
                to[n++] = Narrow(text[from + k]);
            }
            return true;
        }
        var run = Run(text, i);
        if (!Take(digits, i, run))
        {
            end = i + run;
            return false;
        }
        i += run;
        while (run <= 3 && i < text.Length && text[i] is ',' or '，' && Run(text, i + 1) == 3)
        {
            if (!Take(digits, i + 1, 3))
                break;
            i += 4;
        }
        if (i < text.Length && text[i] is '.' or '．' && Run(text, i + 1) is > 0 and <= 4 and var decimals && n > 0)
        {
            digits[n] = '.';
            for (var k = 0; k < decimals && n + 1 + k < digits.Length; k++)
                digits[n + 1 + k] = Narrow(text[i + 1 + k]);
            n = Math.Min(n + 1 + decimals, digits.Length);
            i += 1 + decimals;
        }
        end = i;
        return decimal.TryParse(digits[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Digits from here on.</summary>
    public static int Run(string text, int at)
    {
        var i = at;
        while (i < text.Length && IsDigit(text[i]))
            i++;
        return Math.Max(0, i - at);
    }

    public static char Narrow(char c) => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c;
}
