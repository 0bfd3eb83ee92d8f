using Zhijian.Law;

namespace Zhijian.Supervision.Models;

/// <summary>The SQL of one section of a model, with the place where it stands.</summary>
public sealed record SqlBlock(string Path, int Line, string Sql)
{
    public override string ToString() => Sql;

    internal DataFileException Error(int at, string says) => new(Path, Line + Sql.AsSpan(0, at).Count('\n'), says);
}

internal enum SqlKind
{
    Word,
    Number,
    Text,
    Parameter,
    Symbol,
    End,
}

/// <param name="Word">In small letters, as both databases read it; of a parameter its name.</param>
internal readonly record struct SqlToken(SqlKind Kind, string Word, int Start, int End)
{
    public bool Is(string word) => Kind is (SqlKind.Word or SqlKind.Symbol) && Word == word;
}

/// <summary>
/// Cuts SQL into tokens and lets nothing through that two databases could read differently: no comment, no quoted identifier, no dollar
/// quotes, no escape, no semicolon, no character beyond ASCII outside a text.
/// </summary>
internal static class SqlTokens
{
    private static readonly string[] Symbols = ["<>", "!=", "<=", ">=", "||", "(", ")", ",", ".", "+", "-", "*", "%", "=", "<", ">"];

    public static List<SqlToken> Read(SqlBlock block)
    {
        var (sql, at) = (block.Sql, 0);
        var tokens = new List<SqlToken>();
        while (at < sql.Length)
        {
            var c = sql[at];
            if (c is ' ' or '\n' or '\t')
            {
                at++;
                continue;
            }
            var token = One(block, at);
            if (tokens.Count > 0 && tokens[^1].End == at && Runs(tokens[^1].Kind, token.Kind))
                throw block.Error(at, $"a space is missing before “{sql[at..token.End]}”");
            tokens.Add(token);
            at = token.End;
        }
        tokens.Add(new SqlToken(SqlKind.End, "", sql.Length, sql.Length));
        return tokens;
    }

    private static SqlToken One(SqlBlock block, int at)
    {
        var sql = block.Sql;
        if (char.IsAsciiLetter(sql[at]) || sql[at] == '_')
            return Cut(SqlKind.Word, sql, at, While(sql, at, IsWord));
        if (char.IsAsciiDigit(sql[at]))
            return Cut(SqlKind.Number, sql, at, While(sql, at, char.IsAsciiDigit));
        if (sql[at] == '\'')
            return new SqlToken(SqlKind.Text, "", at, EndOfText(block, at));
        if (sql[at] == ':' && at + 1 < sql.Length && char.IsAsciiLetterLower(sql[at + 1]))
            return new SqlToken(SqlKind.Parameter, sql[(at + 1)..While(sql, at + 1, IsWord)], at, While(sql, at + 1, IsWord));
        if (sql.AsSpan(at).StartsWith("--") || sql.AsSpan(at).StartsWith("/*"))
            throw block.Error(at, "no comments in SQL: the words stand beside it");
        return Symbols.FirstOrDefault(s => string.CompareOrdinal(sql, at, s, 0, s.Length) == 0) is { } symbol
            ? new SqlToken(SqlKind.Symbol, symbol, at, at + symbol.Length)
            : throw block.Error(at, sql[at] switch
            {
                ';' => "one statement, without a semicolon",
                '"' or '`' or '[' => "no quoted names: a name has small letters, digits and underscores",
                '/' => "no division: it is whole in one database and broken in the other. Multiply on the other side",
                '$' or '\\' or '@' or '?' => $"“{sql[at]}” is not used; a parameter is written :name",
                ':' => "no “::”: write CAST(… AS …); a parameter is written :name",
                _ => $"“{sql[at]}” is not used in SQL here",
            });
    }

    private static int EndOfText(SqlBlock block, int start)
    {
        for (var at = start + 1; at < block.Sql.Length; at++)
            switch (block.Sql[at])
            {
                case '\'' when at + 1 < block.Sql.Length && block.Sql[at + 1] == '\'':
                    at++;
                    break;
                case '\'':
                    return at + 1;
                case '\\' or '\n':
                    throw block.Error(at, "a text has neither a backslash nor a line break");
            }
        throw block.Error(start, "a text that does not end");
    }

    // E'…', 1e5, a'…': two tokens without a space between them are something else to a database
    private static bool Runs(SqlKind before, SqlKind after) => before is not SqlKind.Symbol && after is not SqlKind.Symbol;

    private static SqlToken Cut(SqlKind kind, string sql, int at, int end) => new(kind, sql[at..end].ToLowerInvariant(), at, end);

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private static int While(string sql, int at, Func<char, bool> holds)
    {
        while (at < sql.Length && holds(sql[at]))
            at++;
        return at;
    }
}
