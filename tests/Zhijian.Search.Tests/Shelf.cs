using System.Data.Common;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Search.Tests;

/// <summary>An index with things put into it by hand, and a reader who may see what is not kept, or kept to them.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly SearchIndex _index = new(TestLaw.Book.Characters);

    private Shelf(TestStore store) => Store = store;

    public TestStore Store { get; }

    public static async Task<Shelf> OpenAsync(Dialect dialect) => new(await TestStore.OpenAsync(dialect, new Tables()));

    public static IndexedThing Thing(long seq, ThingKind kind = ThingKind.Matter, string title = "假冒运动鞋案", string text = "", string day = "2026-01-02") =>
        new() { Kind = kind, Item = kind == ThingKind.Matter ? "" : $"{seq}", Seq = seq, Title = title, Text = text, Day = day };

    public Task PutAsync(string matter, params IReadOnlyList<IndexedThing> things) => PutAsync(matter, "1/", [], things);

    public Task PutAsync(string matter, string office, IReadOnlyList<string> stages, params IReadOnlyList<IndexedThing> things) => PutAsync(matter, office, stages, matter, things);

    public Task PutAsync(string matter, string office, IReadOnlyList<string> stages, string source, params IReadOnlyList<IndexedThing> things) => Store.Events.Writer.RunAsync(async work =>
    {
        await _index.WriteAsync(work.Transaction, source, new IndexedPlace(matter, office, "internal", stages), things);
        return 0;
    });

    public Task<SearchAnswer> FindAsync(string query, SearchFilter? filter = null, string reader = "lu", int limit = 20, int offset = 0) =>
        Searcher.FindAsync(Sight(reader), SearchQuery.Parse(query, TestLaw.Book.Characters).Query!, filter ?? SearchFilter.None, limit, offset);

    public Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string typed, string reader = "lu") => Searcher.SuggestAsync(Sight(reader), typed);

    private Searcher Searcher => new(Store.Events.Database, TestLaw.Book.Characters);

    private static SearchSight Sight(string reader) => new(
        "(s.kept = 0 OR EXISTS (SELECT 1 FROM search_reader r WHERE r.id = s.id AND r.person = @actor))", new Dictionary<string, object?>(StringComparer.Ordinal) { ["actor"] = reader });

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private sealed class Tables : IProjection
    {
        IReadOnlyList<string> IProjection.Tables => SearchIndex.Tables;

        public string CreateSql => "";

        public string CreateSqlOn(Dialect dialect) => SearchIndex.CreateSql(dialect);

        public IReadOnlyList<string> EmptySqlOn(Dialect dialect) => SearchIndex.EmptySql(dialect);

        public bool Handles(string stream) => false;

        public Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => Task.CompletedTask;
    }
}
