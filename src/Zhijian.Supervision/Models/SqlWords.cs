namespace Zhijian.Supervision.Models;

/// <summary>The words of SQL that a model may use: those which DuckDB and PostgreSQL 15 both know, with the same meaning.</summary>
public static class SqlWords
{
    /// <summary>
    /// Functions that give the same answer in both. Not here: avg and round (floating point in one, decimal in the other), date_part (double
    /// in PostgreSQL), regular expressions (two dialects), and whatever reads a file, a setting or a clock.
    /// </summary>
    internal static readonly HashSet<string> Functions = Set(
        "count sum min max bool_and bool_or string_agg row_number rank dense_rank lag lead first_value last_value " +
        "coalesce nullif greatest least abs lower upper length substr substring trim ltrim rtrim replace strpos starts_with");

    /// <summary>Functions that take DISTINCT, FILTER and an order of their own.</summary>
    internal static readonly HashSet<string> Aggregates = Set("count sum min max bool_and bool_or string_agg");

    /// <summary>Functions that exist only over a window.</summary>
    internal static readonly HashSet<string> WindowOnly = Set("row_number rank dense_rank lag lead first_value last_value");

    internal static readonly HashSet<string> Types = Set("text bigint integer date boolean");

    internal static readonly HashSet<string> Clauses = Set(
        "from where group having order limit union intersect except join inner left right full cross on as asc desc nulls rows range filter over partition");

    internal static readonly HashSet<string> InExpressions = Set(
        "and or not in is null between like case when then else end exists distinct true false date interval cast extract");

    internal static readonly HashSet<string> DateParts = Set("year month day");

    /// <summary>Words that begin something that is no reading; named so that the message can say more than “unknown”.</summary>
    internal static readonly HashSet<string> Never = Set(
        "insert update delete merge truncate drop create alter grant revoke copy export import attach detach install load pragma set reset show describe " +
        "explain call execute prepare vacuum analyze into for values table lateral using natural with recursive returning window offset fetch");

    private static readonly HashSet<string> Reserved = Set(
        "select all any array asof asymmetric authorization both check collate column concurrently constraint current_date current_role current_time " +
        "current_timestamp current_user default deferrable do foreign freeze generated ilike initially isnull lambda leading localtime localtimestamp notnull only " +
        "overlaps pivot placing positional primary qualify references semi anti similar session_user some summarize symmetric tablesample to trailing unique unpivot user " +
        "variadic verbose binary by");

    internal static bool IsKeyword(string word) => Clauses.Contains(word) || InExpressions.Contains(word) || word is "select" or "by" or "all";

    /// <summary>A name of a table, column or step: the same in every database without quotes, and no word of SQL.</summary>
    public static bool IsName(string name) =>
        IsSpelt(name) && !IsKeyword(name) && !Never.Contains(name) && !Reserved.Contains(name);

    /// <summary>Small letters, digits and underscores; a parameter may be called like a word of SQL, its colon tells them apart.</summary>
    internal static bool IsSpelt(string name) =>
        name.Length is > 0 and <= 63 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
