using Zhijian.DuckDb;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>
/// How what people write becomes a value, as macros of DuckDB: full-width digits, thousands separators, 万元 and 亿元, the ways of writing a date, yes
/// and no. What is blank or says that it is unknown becomes NULL; what cannot be read becomes NULL too, and is an error because something stood there.
/// </summary>
internal static class ColumnReading
{
    private static readonly string[] Macros =
    [
        """
        CREATE OR REPLACE TEMP MACRO zj_given(c) AS CASE WHEN trim(c) IN ('', '-', '—', '——', '/', '不详', '未知', '不明', 'N/A', 'n/a', 'NULL', 'null') THEN NULL ELSE trim(c) END
        """,
        """
        CREATE OR REPLACE TEMP MACRO zj_narrow(c) AS translate(c, '０１２３４５６７８９，．－／：　', '0123456789,.-/: ')
        """,
        """
        CREATE OR REPLACE TEMP MACRO zj_count(c) AS coalesce(TRY_CAST(CASE WHEN contains(c, '.') THEN NULL ELSE c END AS BIGINT),
          TRY_CAST(regexp_extract(replace(zj_narrow(c), ',', ''), '^\s*(-?[0-9]+)(\.0+)?\s*(件|个|份|张|只|双|瓶|条|次|人)?\s*$', 1) AS BIGINT))
        """,
        // a sum with more than two decimals of a yuan is no sum
        """
        CREATE OR REPLACE TEMP MACRO zj_whole(d) AS CASE WHEN d = CAST(d AS BIGINT) THEN CAST(d AS BIGINT) END
        """,
        """
        CREATE OR REPLACE TEMP MACRO zj_money(c, fen) AS coalesce(
          zj_whole(TRY_CAST(CASE WHEN contains(c, 'e') OR contains(c, 'E') THEN NULL ELSE c END AS DECIMAL(24,6)) * fen),
          zj_whole(TRY_CAST(regexp_extract(replace(zj_narrow(c), ',', ''), '^\s*(人民币|RMB|CNY|￥|¥)?\s*(-?[0-9]+(\.[0-9]+)?)\s*(亿|万|千)?\s*元?(人民币)?\s*$', 2) AS DECIMAL(24,6))
            * CASE WHEN contains(c, '亿') THEN 10000000000 WHEN contains(c, '万') THEN 1000000 WHEN contains(c, '千') THEN 100000 WHEN contains(c, '元') THEN 100 ELSE fen END))
        """,
        """
        CREATE OR REPLACE TEMP MACRO zj_date(c) AS coalesce(TRY_CAST(c AS DATE),
          TRY_CAST(regexp_replace(zj_narrow(c), '^\s*([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?([ T]+[0-9:.]+)?\s*$', '\1-\2-\3') AS DATE),
          TRY_CAST(regexp_replace(zj_narrow(c), '^\s*([0-9]{4})([0-9]{2})([0-9]{2})\s*$', '\1-\2-\3') AS DATE))
        """,
        """
        CREATE OR REPLACE TEMP MACRO zj_flag(c) AS CASE WHEN lower(zj_narrow(c)) IN ('是', '有', '已', 'true', 't', '1', 'y', 'yes', '√') THEN true
          WHEN lower(zj_narrow(c)) IN ('否', '无', '未', '没有', 'false', 'f', '0', 'n', 'no', '×') THEN false END
        """,
    ];

    public static void Define(DuckConnection connection)
    {
        foreach (var macro in Macros)
            connection.Execute(macro);
    }

    /// <param name="given">An SQL expression: the text as it stands, NULL when blank.</param>
    /// <param name="fen">Of a sum without a unit of its own: how many fen one of it is.</param>
    public static string Value(ColumnType type, string given, long fen) => type switch
    {
        ColumnType.Text => given,
        ColumnType.Count => $"zj_count({given})",
        ColumnType.Money => $"zj_money({given}, {fen})",
        ColumnType.Date => $"zj_date({given})",
        _ => $"zj_flag({given})",
    };
}
