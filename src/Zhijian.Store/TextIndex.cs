using System.Data.Common;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Zhijian.Store;

/// <summary>A word or phrase to be found in an index.</summary>
/// <param name="Phrase">Folded: runs of letters and digits with one space between.</param>
/// <param name="Field">Only in this field; null = anywhere.</param>
/// <param name="Spelling">The beginning of a spelling that counts as well; null = none.</param>
/// <param name="Not">What has it is left out.</param>
public sealed record TextTerm(string Phrase, string? Field = null, string? Spelling = null, bool Not = false);

/// <summary>What a field holds: folded text, and the spellings by which it is found too.</summary>
public sealed record FieldText(string Folded, IReadOnlyCollection<string> Spellings)
{
    public static readonly FieldText Empty = new("", []);
}

/// <summary>
/// Full text by every three neighbouring characters (trigrams): what is found is every occurrence, also in the middle of a word, as Chinese needs it, whose
/// words nothing separates. A word of two characters is the beginning of some trigram, for which SQLite keeps an index of beginnings beside. On SQLite a
/// phrase of trigrams in FTS5; on PostgreSQL the set of trigrams in a GIN index, and the text itself asked again where the phrase is longer than one. The
/// tokenizers of both are passed by: they would part or drop rare characters that names are written with, or find nothing for two characters.
/// </summary>
/// <param name="table">Its table; short fields can be asked for by name, the body is found by every question without a name.</param>
public sealed class TextIndex(string table, params IReadOnlyList<string> fields)
{
    // private-use characters, which no folded text contains
    private const char Spelt = '\uE000';
    private const char Gap = '\uE001'; // between fields, so that no phrase goes from one to the next
    private const char FirstField = '\uE010';

    private const int Size = 3;

    public string Table => table;

    /// <summary>CREATE TABLE/INDEX IF NOT EXISTS statements.</summary>
    public string CreateSql(Dialect dialect) => dialect == Dialect.Sqlite
        ? $"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5(body, content='', contentless_delete=1, tokenize='ascii', prefix='2');"
        : $"""
          CREATE TABLE IF NOT EXISTS {table} (id BIGINT PRIMARY KEY, {string.Concat(fields.Select(f => f + " TEXT NOT NULL, "))}folded TEXT NOT NULL, grams tsvector NOT NULL);
          CREATE INDEX IF NOT EXISTS {table}_grams ON {table} USING GIN (grams) WITH (fastupdate = off);
          """;

    /// <summary>Deleting row by row would leave a mark for each on SQLite.</summary>
    public string EmptySql(Dialect dialect) => dialect == Dialect.Sqlite ? $"INSERT INTO {table} ({table}) VALUES ('delete-all')" : $"DELETE FROM {table}";

    /// <summary>Writes a row that is not there. O(length).</summary>
    public Task PutAsync(DbTransaction transaction, long id, IReadOnlyList<FieldText> texts, string body)
    {
        var parameters = new DynamicParameters();
        parameters.Add("id", id);
        if (transaction.Connection is SqliteConnection)
        {
            var tokens = new StringBuilder();
            foreach (var token in Tokens(texts, body))
                tokens.Append(token).Append(' ');
            parameters.Add("body", tokens.ToString());
            return transaction.Connection.ExecuteAsync($"INSERT INTO {table} (rowid, body) VALUES (@id, @body)", parameters, transaction);
        }
        for (var i = 0; i < fields.Count; i++)
            parameters.Add(fields[i], texts[i].Folded);
        parameters.Add("folded", string.Join('\n', texts.Select(t => t.Folded).Append(body)));
        parameters.Add("grams", Tokens(texts, body).Distinct(StringComparer.Ordinal).ToArray());
        return transaction.Connection!.ExecuteAsync(
            $"INSERT INTO {table} (id, {string.Concat(fields.Select(f => f + ", "))}folded, grams) VALUES (@id, {string.Concat(fields.Select(f => $"@{f}, "))}@folded, array_to_tsvector(@grams))",
            parameters, transaction);
    }

    public Task DeleteAsync(DbTransaction transaction, long id) =>
        transaction.Connection!.ExecuteAsync($"DELETE FROM {table} WHERE {Key(Of(transaction.Connection!))} = @id", new { id }, transaction);

    /// <summary>A condition on the rows <c>g</c> of the table: they have every term, and none of those that are left out. At least one is not left out.</summary>
    public string Condition(Dialect dialect, IReadOnlyList<TextTerm> terms, DynamicParameters parameters) => dialect == Dialect.Sqlite
        ? $"g.{table} MATCH {Add(parameters, Expression(terms))}"
        : string.Join(" AND ", terms.OrderBy(t => t.Not).Select(t => (t.Not ? "NOT " : "") + Condition(t, parameters)));

    /// <summary>The same as a condition on a column with the ids of rows.</summary>
    public string Where(Dialect dialect, string column, IReadOnlyList<TextTerm> terms, DynamicParameters parameters) =>
        $"{column} IN (SELECT g.{Key(dialect)} FROM {table} g WHERE {Condition(dialect, terms, parameters)})";

    public static Dialect Of(DbConnection connection) => connection is SqliteConnection ? Dialect.Sqlite : Dialect.Postgres;

    /// <summary>The name of the column with the id.</summary>
    public static string Key(Dialect dialect) => dialect == Dialect.Sqlite ? "rowid" : "id";

    private static string Add(DynamicParameters parameters, string value)
    {
        var name = $"@text{parameters.ParameterNames.Count()}";
        parameters.Add(name, value);
        return name;
    }

    private string Expression(IReadOnlyList<TextTerm> terms)
    {
        var wanted = $"({string.Join(" AND ", terms.Where(t => !t.Not).Select(Sqlite))})";
        return terms.Where(t => t.Not).Aggregate(wanted, (all, t) => $"({all} NOT {Sqlite(t)})");
    }

    private string Sqlite(TextTerm term)
    {
        var (grams, open) = Asked(term.Phrase);
        var scope = Scope(term.Field);
        var phrase = $"\"{string.Join(' ', grams.Select(g => scope + g))}\"{(open ? " *" : "")}";
        return term.Spelling is { } spelling ? $"({phrase} OR \"{scope}{Spelt}{spelling}\" *)" : $"({phrase})";
    }

    private string Condition(TextTerm term, DynamicParameters parameters)
    {
        var (grams, open) = Asked(term.Phrase);
        var scope = Scope(term.Field);
        // those that lie side by side hold all characters; the others add nothing but work
        var needed = term.Phrase.Contains(' ') ? grams : [.. grams.Where((_, i) => i % Size == 0 || i == grams.Count - 1)];
        var all = string.Join(" & ", needed.Distinct(StringComparer.Ordinal).Select(g => $"'{scope}{g}'{(open && g == grams[^1] ? ":*" : "")}"));
        var literal = $"g.grams @@ CAST({Add(parameters, all)} AS tsquery)";
        if (grams.Count > 1)
            literal = $"({literal} AND g.{term.Field ?? "folded"} LIKE {Add(parameters, $"%{term.Phrase}%")})";
        return term.Spelling is { } spelling ? $"({literal} OR g.grams @@ CAST({Add(parameters, $"'{scope}{Spelt}{spelling}':*")} AS tsquery))" : $"({literal})";
    }

    /// <summary>What a gram of a field has before it; so the few of a title are found without those of all texts.</summary>
    private string Scope(string? field) => field is null ? "" : ((char)(FirstField + fields.ToList().IndexOf(field))).ToString();

    /// <summary>Every field as such and as part of the whole, then the body, in the order of the characters.</summary>
    private IEnumerable<string> Tokens(IReadOnlyList<FieldText> texts, string body)
    {
        for (var i = 0; i < fields.Count; i++)
            foreach (var scope in new[] { "", Scope(fields[i]) })
            {
                foreach (var gram in Grams(texts[i].Folded))
                    yield return scope + gram;
                foreach (var spelling in texts[i].Spellings)
                    yield return scope + Spelt + spelling;
                yield return Gap.ToString();
            }
        foreach (var gram in Grams(body))
            yield return gram;
    }

    /// <summary>
    /// The trigrams of a text. The last two characters of a run stand as a pair, the last one alone, so that a question for one or two characters is the
    /// beginning of some gram.
    /// </summary>
    private static IEnumerable<string> Grams(string folded)
    {
        for (var start = 0; start < folded.Length; start += Width(folded, start))
        {
            if (folded[start] == ' ')
                continue;
            var end = start;
            for (var n = 0; n < Size && end < folded.Length && folded[end] != ' '; n++)
                end += Width(folded, end);
            yield return folded[start..end];
        }
    }

    /// <summary>How many units of UTF-16 the character has.</summary>
    private static int Width(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>The grams to ask for: the ends of the last run ask for nothing that the trigram before did not; a last run that is shorter is open to the right.</summary>
    private static (IReadOnlyList<string> Grams, bool Open) Asked(string phrase)
    {
        var grams = Grams(phrase).ToList();
        var last = Math.Min(Size, phrase[(phrase.LastIndexOf(' ') + 1)..].EnumerateRunes().Count());
        grams.RemoveRange(grams.Count - last + 1, last - 1);
        return (grams, last < Size);
    }
}
