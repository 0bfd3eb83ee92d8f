using System.Globalization;
using System.Text;

namespace Zhijian.Law;

/// <summary>The article of a charge as official papers write it.</summary>
public static class ChineseArticle
{
    /// <summary>219-1 → 第二百一十九条之一.</summary>
    public static string Of(string charge)
    {
        var parts = charge.Split('-');
        return !parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? charge
            : $"第{Chinese(int.Parse(parts[0], CultureInfo.InvariantCulture))}条{(parts.Length > 1 ? $"之{Chinese(int.Parse(parts[1], CultureInfo.InvariantCulture))}" : "")}";
    }

    private static string Chinese(int number)
    {
        const string digits = "零一二三四五六七八九";
        var text = new StringBuilder();
        var (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
        if (hundreds > 0)
            text.Append(digits[hundreds]).Append('百');
        if (tens > 0)
            text.Append(tens == 1 && hundreds == 0 ? "" : digits[tens]).Append('十');
        else if (hundreds > 0 && ones > 0)
            text.Append('零');
        if (ones > 0 || number == 0)
            text.Append(digits[ones]);
        return text.ToString();
    }
}
