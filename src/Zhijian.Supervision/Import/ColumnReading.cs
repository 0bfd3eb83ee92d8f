using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>
/// How what people write becomes a value, as SQL of DuckDB. Every cell is first read the plain way, which costs next to nothing; only where that fails,
/// and something stands there, is it looked at closely: full-width digits, thousands separators, 万元 and 亿元, the ways of writing a date, yes and no,
/// and the words for “not known”. A regular expression for every cell would make an import a hundred times slower.
/// </summary>
internal static class ColumnReading
{
    /// <summary>Longer numbers are left to the close look, where they cannot overflow.</summary>
    private const int PlainDigits = 15;

    private static readonly char[] Blanks = [' ', '\t', '　', '\u00a0'];

    private static readonly string[] Unknown = ["", "-", "—", "——", "/", "不详", "未知", "不明", "N/A", "n/a", "NULL", "null"];

    /// <summary>Of a text in a column of numbers, dates or flags: whether something stands there that is to be read.</summary>
    public static string IsGiven(string text) => $"coalesce(trim({text}) NOT IN ({string.Join(", ", Unknown.Select(u => $"'{u}'"))}), false)";

    /// <summary>The value of a text, or NULL where that takes a closer look.</summary>
    /// <param name="fen">Of a sum without a unit of its own: how many fen one of it is; a power of ten.</param>
    public static string Plain(ColumnType type, string text, long fen) => type switch
    {
        // what is empty or begins with a blank of ASCII stands before “!”; and to compare costs a tenth of what prefix() does
        ColumnType.Text => $"CASE WHEN {text} < '!' OR {string.Join(" OR ", Blanks.Where(b => b > '!').Select(b => $"{text} >= '{b}' AND {text} < '{(char)(b + 1)}'").Concat(Blanks.Select(b => $"suffix({text}, '{b}')")))} THEN nullif(trim({text}, '{string.Concat(Blanks)}'), '') ELSE {text} END",
        ColumnType.Date => $"TRY_CAST({text} AS DATE)",
        ColumnType.Count => $"CASE WHEN strlen({text}) <= {PlainDigits} AND {NoExponent(text)} AND strpos({text}, '.') = 0 THEN TRY_CAST({text} AS BIGINT) END",
        ColumnType.Money => $"CASE WHEN strlen({text}) <= {PlainDigits - Zeros(fen)} AND {NoExponent(text)} AND (strpos({text}, '.') = 0 OR strlen({text}) - strpos({text}, '.') <= {Zeros(fen)}) THEN CAST(TRY_CAST({text} AS DECIMAL({PlainDigits}, {Zeros(fen)})) * CAST({fen} AS DECIMAL({Zeros(fen) + 1}, 0)) AS BIGINT) END",
        _ => $"CASE {text} WHEN '是' THEN true WHEN '否' THEN false WHEN 'true' THEN true WHEN 'false' THEN false WHEN '1' THEN true WHEN '0' THEN false END",
    };

    /// <summary>The value after a close look; NULL where even that finds none. <paramref name="text"/> is the name of a column: it stands here several times.</summary>
    public static string Close(ColumnType type, string text, long fen) => type switch
    {
        ColumnType.Date =>
            $"coalesce(TRY_CAST(regexp_replace({Narrow(text)}, '^\\s*([0-9]{{4}})\\s*[-/.年]\\s*([0-9]{{1,2}})\\s*[-/.月]\\s*([0-9]{{1,2}})\\s*日?([ T]+[0-9:.]+)?\\s*$', '\\1-\\2-\\3') AS DATE), "
            + $"TRY_CAST(regexp_replace({Narrow(text)}, '^\\s*([0-9]{{4}})([0-9]{{2}})([0-9]{{2}})\\s*$', '\\1-\\2-\\3') AS DATE))",
        ColumnType.Count => $"TRY_CAST(regexp_extract(replace({Narrow(text)}, ',', ''), '^\\s*(-?[0-9]+)(\\.0+)?\\s*(件|个|份|张|只|双|瓶|条|次|人)?\\s*$', 1) AS BIGINT)",
        ColumnType.Money => Sum(text, fen),
        _ => $"CASE WHEN lower({Narrow(text)}) IN ('是', '有', '已', 'true', 't', '1', 'y', 'yes', '√') THEN true WHEN lower({Narrow(text)}) IN ('否', '无', '未', '没有', 'false', 'f', '0', 'n', 'no', '×') THEN false END",
    };

    /// <summary>A sum with a sign of its currency or a unit. More decimals than a fen has make it no sum; 27 digits are more than any sum has.</summary>
    private static string Sum(string text, long fen)
    {
        var number = $"regexp_extract(replace({Narrow(text)}, ',', ''), '^\\s*(人民币|RMB|CNY|￥|¥)?\\s*(-?[0-9]+(\\.[0-9]+)?)\\s*(亿|万|千)?\\s*元?(人民币)?\\s*$', 2)";
        var unit = $"CASE WHEN contains({text}, '亿') THEN 10000000000 WHEN contains({text}, '万') THEN 1000000 WHEN contains({text}, '千') THEN 100000 WHEN contains({text}, '元') THEN 100 ELSE {fen} END";
        var scale = $"CAST(rpad('1', CAST(1 + {Point("n")} AS INTEGER), '0') AS HUGEINT)";
        return $"(SELECT CASE WHEN length(n) BETWEEN 1 AND 27 AND v % p = 0 THEN TRY_CAST(v // p AS BIGINT) END FROM (SELECT n, TRY_CAST({Digits("n")} AS HUGEINT) * u AS v, {scale} AS p FROM (SELECT left({number}, 28) AS n, {unit} AS u) a) b)";
    }

    // digits after the point
    private static string Point(string text) => $"CASE strpos({text}, '.') WHEN 0 THEN 0 ELSE strlen({text}) - strpos({text}, '.') END";

    private static string Digits(string text) => $"replace({text}, '.', '')";

    private static string NoExponent(string text) => $"NOT contains({text}, 'e') AND NOT contains({text}, 'E')";

    private static string Narrow(string text) => $"translate(trim({text}), '０１２３４５６７８９，．－／：　', '0123456789,.-/: ')";

    private static int Zeros(long fen) => fen == 1 ? 0 : 1 + Zeros(fen / 10);
}
