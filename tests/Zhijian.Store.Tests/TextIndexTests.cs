using Dapper;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

public sealed class TextIndexTests
{
    private static readonly TextIndex Index = new("some_text", "title", "name");

    private sealed class Some : IProjection
    {
        public IReadOnlyList<string> Tables => [Index.Table];

        public string CreateSql => "";

        public string CreateSqlOn(Dialect dialect) => Index.CreateSql(dialect);

        public IReadOnlyList<string> EmptySqlOn(Dialect dialect) => [Index.EmptySql(dialect)];

        public bool Handles(string stream) => false;

        public Task ProjectAsync(System.Data.Common.DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => Task.CompletedTask;
    }

    private static FieldText Field(string folded, params string[] spellings) => new(folded, spellings);

    private static Task PutAsync(TestStore store, long id, FieldText title, FieldText name, string body) =>
        store.Events.Writer.RunAsync(async work =>
        {
            await Index.PutAsync(work.Transaction, id, [title, name], body);
            return 0;
        });

    private static async Task<IReadOnlyList<long>> FindAsync(TestStore store, params TextTerm[] terms)
    {
        var parameters = new DynamicParameters();
        var key = store.Events.Database.Dialect == Dialect.Sqlite ? "rowid" : "id";
        var where = Index.Where(store.Events.Database.Dialect, $"t.{key}", terms, parameters);
        await using var connection = await store.Events.Database.OpenAsync();
        return (await connection.QueryAsync<long>($"SELECT t.{key} FROM some_text t WHERE {where} ORDER BY 1", parameters)).AsList();
    }

    [Theory, EveryDatabase]
    public async Task Every_occurrence_is_found_wherever_it_stands_and_nothing_else(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Some());
        var random = new Random(7);
        string[] alphabet = ["商", "标", "权", "a", "1", "𬱖", " "];
        string Folded(int most) => string.Join(' ', string.Concat(Enumerable.Range(0, random.Next(most)).Select(_ => alphabet[random.Next(alphabet.Length)])).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var rows = Enumerable.Range(1, 60).Select(id => (Id: (long)id, Title: Folded(6), Name: Folded(4), Body: Folded(30))).ToList();
        foreach (var row in rows)
            await PutAsync(store, row.Id, Field(row.Title), Field(row.Name), row.Body);
        for (var i = 0; i < 150; i++)
        {
            var phrase = Folded(5);
            if (phrase.Length == 0)
                continue;
            (await FindAsync(store, new TextTerm(phrase))).ShouldBe(
                rows.Where(r => new[] { r.Title, r.Name, r.Body }.Any(t => t.Contains(phrase, StringComparison.Ordinal))).Select(r => r.Id), phrase);
            (await FindAsync(store, new TextTerm(phrase, "title"))).ShouldBe(rows.Where(r => r.Title.Contains(phrase, StringComparison.Ordinal)).Select(r => r.Id), phrase);
            (await FindAsync(store, new TextTerm("商"), new TextTerm(phrase, Not: true))).ShouldBe(
                rows.Where(r => (r.Title + "|" + r.Name + "|" + r.Body) is var all && all.Contains('商') && !all.Contains(phrase, StringComparison.Ordinal)).Select(r => r.Id), phrase);
        }
    }

    [Theory, EveryDatabase]
    public async Task A_rare_character_beyond_the_basic_plane_is_found_alone_and_in_a_name(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Some());
        await PutAsync(store, 1, Field("某案"), Field("张𬱖"), "被告人张𬱖到案");
        foreach (var phrase in new[] { "𬱖", "张𬱖", "张𬱖到", "𬱖到案" })
            (await FindAsync(store, new TextTerm(phrase))).ShouldBe([1], phrase);
        (await FindAsync(store, new TextTerm("𬱗"))).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_spelling_is_found_by_its_beginning_and_in_its_field_only(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Some());
        await PutAsync(store, 1, Field("耐克案", "naikean", "nka"), Field("张某", "zhangmou", "zm"), "");
        await PutAsync(store, 2, Field("别案", "biean", "ba"), FieldText.Empty, "naike");
        (await FindAsync(store, new TextTerm("naike", null, "naike"))).ShouldBe([1, 2]);
        (await FindAsync(store, new TextTerm("nk", null, "nk"))).ShouldBe([1]);
        (await FindAsync(store, new TextTerm("naike", "title", "naike"))).ShouldBe([1]);
        (await FindAsync(store, new TextTerm("zm", "title", "zm"))).ShouldBeEmpty();
        (await FindAsync(store, new TextTerm("zm", "name", "zm"))).ShouldBe([1]);
        (await FindAsync(store, new TextTerm("案"), new TextTerm("nk", null, "nk", Not: true))).ShouldBe([2]);
    }

    [Theory, EveryDatabase]
    public async Task What_is_taken_out_is_found_no_more(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Some());
        await PutAsync(store, 1, Field("商标"), FieldText.Empty, "");
        await PutAsync(store, 2, Field("商标"), FieldText.Empty, "");
        await store.Events.Writer.RunAsync(async work =>
        {
            await Index.DeleteAsync(work.Transaction, 1);
            return 0;
        });
        (await FindAsync(store, new TextTerm("商标"))).ShouldBe([2]);
        await store.Events.RebuildAsync();
        (await FindAsync(store, new TextTerm("商标"))).ShouldBeEmpty();
        await PutAsync(store, 2, Field("商标"), FieldText.Empty, "");
        (await FindAsync(store, new TextTerm("商标"))).ShouldBe([2]);
    }
}
