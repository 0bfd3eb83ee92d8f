using System.Globalization;

namespace Zhijian.Supervision;

/// <summary>Cells of a CSV that people open in a spreadsheet, which takes for a formula what begins like one; the data come from elsewhere.</summary>
internal static class SafeCell
{
    /// <summary>The text; with an apostrophe before it where a spreadsheet would compute. A plain number stays one.</summary>
    public static string? Of(string? text) =>
        text is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n'
        && !decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? "'" + text : text;
}
