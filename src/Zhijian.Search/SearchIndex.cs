using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Search;

/// <summary>Writes the index, in the transaction of the commit: what was committed is found at once.</summary>
public sealed class SearchIndex(Characters characters)
{
    /// <summary>Longer texts are cut into parts that overlap a little, so that one row stays a page to read.</summary>
    internal const int MostOfPart = 20_000;

    private const int Overlap = 60;
    private const int MostParts = 1 << 17; // of one thing: what its id has room for

    internal const string Title = "title";
    internal const string Party = "party";
    internal const string Brand = "brand";
    internal const string Number = "number";

    /// <summary>The grams; the rows beside them are what rights, order and counts are made of.</summary>
    internal static readonly TextIndex Grams = new("search_gram", Title, Party, Brand, Number);

    public static IReadOnlyList<string> Tables => ["search_name", "search_reader", "search_text", "search_gram", "search_file", "search_row"];

    public static string CreateSql(Dialect dialect) => Grams.CreateSql(dialect) + $"""

        CREATE TABLE IF NOT EXISTS search_row (
            id BIGINT PRIMARY KEY, days BIGINT NOT NULL, own_facets BIGINT NOT NULL, place_facets BIGINT NOT NULL, kept BIGINT NOT NULL, office_path TEXT NOT NULL,
            secrecy TEXT NOT NULL, matter TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, item TEXT NOT NULL, page BIGINT NOT NULL, day TEXT NOT NULL,
            year TEXT NOT NULL, tracks TEXT NOT NULL, stages TEXT NOT NULL, digest TEXT NOT NULL, of_file BIGINT NOT NULL);
        CREATE INDEX IF NOT EXISTS search_row_matter ON search_row (matter, kind);
        CREATE INDEX IF NOT EXISTS search_row_source ON search_row (source, of_file);
        CREATE INDEX IF NOT EXISTS search_row_file ON search_row (item) WHERE kind = 'document';
        CREATE TABLE IF NOT EXISTS search_file (id BIGINT PRIMARY KEY, source TEXT NOT NULL, hash TEXT NOT NULL, digest TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS search_file_source ON search_file (source);
        CREATE TABLE IF NOT EXISTS search_text (id BIGINT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS search_reader (id BIGINT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (id, person));
        CREATE TABLE IF NOT EXISTS search_name (
            id BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, key TEXT {(dialect == Dialect.Sqlite ? "" : "COLLATE \"C\" ")}NOT NULL, whole BIGINT NOT NULL,
            PRIMARY KEY (id, kind, name, key));
        CREATE INDEX IF NOT EXISTS search_name_key ON search_name (key);
        """.Replace("id BIGINT PRIMARY KEY", dialect == Dialect.Sqlite ? "id INTEGER PRIMARY KEY" : "id BIGINT PRIMARY KEY");

    public static IReadOnlyList<string> EmptySql(Dialect dialect) => [.. Tables.Where(t => t != Grams.Table).Select(t => $"DELETE FROM {t}"), Grams.EmptySql(dialect)];

    /// <summary>Makes the rows of one stream what they should be: those that are as before stay, so a step in a matter of many pages writes only what it changed.</summary>
    /// <param name="source">The stream of which they are.</param>
    public Task WriteAsync(DbTransaction transaction, string source, IndexedPlace place, IReadOnlyList<IndexedThing> things) => WriteAsync(transaction, source, place, things, [], null);

    /// <param name="files">What is known of files beside their text, which is asked for by the hash (<see cref="IndexedThing.Item"/>) where it is not in the index.</param>
    public async Task WriteAsync(
        DbTransaction transaction, string source, IndexedPlace place, IReadOnlyList<IndexedThing> things, IReadOnlyList<IndexedThing> files, Func<string, Task<IReadOnlyList<PageText>>>? textOf)
    {
        await WriteRowsAsync(
            transaction, source, place, things.GroupBy(t => (t.Seq, t.Kind)).SelectMany(Rows), ofFile: false, "SELECT id, digest FROM search_row WHERE source = @source AND of_file = 0", new { source });
        var there = (await transaction.Connection!.QueryAsync<(long Id, string Digest)>("SELECT id, digest FROM search_file WHERE source = @source", new { source }, transaction))
            .ToDictionary(r => r.Id, r => r.Digest);
        foreach (var file in files)
        {
            var (first, digest) = (FirstId(file.Seq, file.Kind), Digest(file));
            // content is addressed by its hash: a file that is as before has the text it had
            if (there.Remove(first, out var before) && before == digest)
                continue;
            var pages = textOf is null ? [] : await textOf(file.Item);
            var rows = (pages.Count > 0 ? pages : [new PageText(0, "")]).Select(p => file with { Page = p.Page, Text = p.Text }).GroupBy(t => (t.Seq, t.Kind)).SelectMany(Rows);
            await WriteFileAsync(transaction, source, place, first, rows);
            // one without a text is asked for again
            await transaction.Connection!.ExecuteAsync("DELETE FROM search_file WHERE id = @first", new { first }, transaction);
            if (pages.Count > 0)
                await transaction.Connection!.ExecuteAsync(
                    "INSERT INTO search_file (id, source, hash, digest) VALUES (@first, @source, @Item, @digest)", new { first, source, file.Item, digest }, transaction);
        }
        foreach (var id in there.Keys)
        {
            await WriteFileAsync(transaction, source, place, id, []);
            await transaction.Connection!.ExecuteAsync("DELETE FROM search_file WHERE id = @id", new { id }, transaction);
        }
    }

    /// <summary>The text of the file is asked for again at the next writing.</summary>
    public static Task ForgetAsync(DbTransaction transaction, string hash) => transaction.Connection!.ExecuteAsync("DELETE FROM search_file WHERE hash = @hash", new { hash }, transaction);

    private Task WriteFileAsync(DbTransaction transaction, string source, IndexedPlace place, long first, IEnumerable<Row> rows) => WriteRowsAsync(
        transaction, source, place, rows, ofFile: true, "SELECT id, digest FROM search_row WHERE id BETWEEN @first AND @last", new { first, last = first + MostParts - 1 });

    private async Task WriteRowsAsync(DbTransaction transaction, string source, IndexedPlace place, IEnumerable<Row> rows, bool ofFile, string thereSql, object of)
    {
        var there = (await transaction.Connection!.QueryAsync<(long Id, string Digest)>(thereSql, of, transaction)).ToDictionary(r => r.Id, r => r.Digest);
        foreach (var row in rows.OrderBy(r => r.Id))
        {
            if (there.Remove(row.Id, out var digest))
            {
                if (digest == row.Digest)
                    continue;
                await DeleteAsync(transaction, row.Id);
            }
            await InsertAsync(transaction, source, place, row, ofFile);
        }
        foreach (var id in there.Keys)
            await DeleteAsync(transaction, id);
    }

    /// <summary>Brings where the matter lies, how secret it is and where it stands to all of its rows, also to those of its kept exhibits.</summary>
    public static Task PlaceAsync(DbTransaction transaction, IndexedPlace place) => transaction.Connection!.ExecuteAsync(
        "UPDATE search_row SET office_path = @OfficePath, secrecy = @Secrecy, stages = @stages, place_facets = @facets WHERE matter = @Matter AND (office_path <> @OfficePath OR secrecy <> @Secrecy OR stages <> @stages)",
        new { place.OfficePath, place.Secrecy, stages = List(place.Stages), facets = Facets(place), place.Matter }, transaction);

    /// <summary>Where the matter lies, as its own rows have it; null before it is indexed.</summary>
    public static async Task<IndexedPlace?> PlaceOfAsync(DbTransaction transaction, string matter)
    {
        var row = await transaction.Connection!.QueryFirstOrDefaultAsync<(string Office, string Secrecy, string Stages)?>(
            "SELECT office_path, secrecy, stages FROM search_row WHERE matter = @matter AND kind = 'matter'", new { matter }, transaction);
        return row is var (office, secrecy, stages) ? new IndexedPlace(matter, office, secrecy, Unlist(stages)) : null;
    }

    /// <summary>,criminal,civil,: what can be asked for with commas around it.</summary>
    internal static string List(IEnumerable<string> words) => string.Concat(words.Select(w => "," + w)) is { Length: > 0 } all ? all + "," : "";

    internal static IReadOnlyList<string> Unlist(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// What rows are counted by, as a number: rows with the same sum of their own number and that of their place have the same kind, functions, year, stages
    /// and office. To compare numbers is all that a hundred thousand rows have time for.
    /// </summary>
    private static long Facets(params ReadOnlySpan<string> values) =>
        (long)(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', values)))) >> 2); // the sum of two fits

    private static long Facets(IndexedPlace place) => Facets(place.OfficePath, List(place.Stages));

    /// <summary>2026-09-28, 2026-09 and an unknown day as numbers in the order of the words.</summary>
    private static long Days(string day) => day.Length == 0 ? 0 : long.Parse(day.Replace("-", "", StringComparison.Ordinal).PadRight(8, '0'), CultureInfo.InvariantCulture);

    private static string Year(IndexedThing thing) => thing.Day.Length >= 4 ? thing.Day[..4] : "";

    /// <summary>The pages of one file come from one event: they share its number and follow each other.</summary>
    private static IEnumerable<Row> Rows(IGrouping<(long Seq, ThingKind Kind), IndexedThing> pages) => pages.OrderBy(p => p.Page)
        .SelectMany(p => Parts(p.Text), (p, part) => (Page: p, Part: part)).Take(MostParts)
        .Select((p, i) => new Row(FirstId(pages.Key.Seq, pages.Key.Kind) + i, p.Page, p.Part));

    private static long FirstId(long seq, ThingKind kind) => (seq << 20) | ((long)(7 - (int)kind) << 17);

    private static IEnumerable<string> Parts(string text)
    {
        for (var at = 0; ; at += MostOfPart - Overlap)
        {
            yield return text.Substring(at, Math.Min(MostOfPart, text.Length - at));
            if (at + MostOfPart >= text.Length)
                yield break;
        }
    }

    private sealed record Row(long Id, IndexedThing Thing, string Text)
    {
        public string Digest { get; } = SearchIndex.Digest(Thing with { Text = Text });
    }

    private static string Digest(IndexedThing thing) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(thing, Json.Options)).AsSpan(0, 12));

    private async Task InsertAsync(DbTransaction transaction, string source, IndexedPlace place, Row row, bool ofFile)
    {
        var (db, t, fold) = (transaction.Connection!, row.Thing, characters.Folding);
        FieldText Field(IEnumerable<string> texts)
        {
            var folded = fold.Fold(string.Join('\n', texts));
            return new FieldText(folded, [.. characters.Pinyin.Beginnings(folded)]);
        }
        var title = Field([t.Title]);
        var (party, brand, number) = (Field(t.Parties), Field(t.Brands), new FieldText(fold.Fold(string.Join('\n', t.Numbers)), []));
        var (kind, tracks) = (Words.Kebab(t.Kind), List(t.Tracks));
        await db.ExecuteAsync(
            "INSERT INTO search_row (id, days, own_facets, place_facets, kept, office_path, secrecy, matter, source, kind, item, page, day, year, tracks, stages, digest, of_file) "
            + "VALUES (@Id, @days, @own, @at, @kept, @OfficePath, @Secrecy, @Matter, @source, @kind, @Item, @Page, @Day, @year, @tracks, @stages, @Digest, @ofFile)",
            new
            {
                row.Id, days = Days(t.Day), own = Facets(kind, tracks, Year(t)), at = Facets(place), kept = t.KeptTo is null ? 0 : 1, place.OfficePath, place.Secrecy, place.Matter, source,
                kind, t.Item, t.Page, t.Day, year = Year(t), tracks, stages = List(place.Stages), row.Digest, ofFile = ofFile ? 1 : 0,
            },
            transaction);
        await db.ExecuteAsync("INSERT INTO search_text (id, title, text) VALUES (@Id, @Title, @Text)", new { row.Id, t.Title, row.Text }, transaction);
        await Grams.PutAsync(transaction, row.Id, t.TitleCounts ? [title, party, brand, number] : [FieldText.Empty, party, brand, number], fold.Fold(t.TitleCounts ? row.Text : $"{t.Title}\n{row.Text}"));
        if (t.KeptTo is not null)
            await db.ExecuteAsync("INSERT INTO search_reader (id, person) VALUES (@Id, @person)", t.KeptTo.Distinct(StringComparer.Ordinal).Select(person => new { row.Id, person }), transaction);
        await db.ExecuteAsync("INSERT INTO search_name (id, kind, name, key, whole) VALUES (@Id, @Kind, @Name, @Key, @Whole)", Names(t).Select(n => new { row.Id, n.Kind, n.Name, n.Key, n.Whole }), transaction);
    }

    /// <summary>Under which beginnings a name is suggested: as it is written (its whole key), and as it is spelt or ends.</summary>
    private IEnumerable<(string Kind, string Name, string Key, long Whole)> Names(IndexedThing thing) => thing.Numbers.Select(n => (Kind: NameKind.Number, Name: n))
        .Concat(thing.Parties.Select(n => (Kind: NameKind.Party, Name: n))).Concat(thing.Brands.Select(n => (Kind: NameKind.Brand, Name: n)))
        .Select(n => (n.Kind, n.Name, Folded: characters.Folding.Fold(n.Name)))
        .SelectMany(n => Keys(n.Kind, n.Folded).Select(key => (Words.Kebab(n.Kind), n.Name, key, key == n.Folded ? 1L : 0L))).Distinct();

    private IEnumerable<string> Keys(NameKind kind, string folded)
    {
        if (folded.Length == 0)
            yield break;
        yield return folded;
        if (kind == NameKind.Number)
        {
            // 0137 is what people have in mind of MS-2026-0137
            for (var at = folded.IndexOf(' '); at >= 0; at = folded.IndexOf(' ', at + 1))
                yield return folded[(at + 1)..];
            yield break;
        }
        foreach (var spelling in characters.Pinyin.Spellings(folded))
            yield return spelling;
    }

    private static async Task DeleteAsync(DbTransaction transaction, long id)
    {
        foreach (var table in Tables.Where(t => t != Grams.Table))
            await transaction.Connection!.ExecuteAsync($"DELETE FROM {table} WHERE id = @id", new { id }, transaction);
        await Grams.DeleteAsync(transaction, id);
    }
}
