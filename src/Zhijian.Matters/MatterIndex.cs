using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Search;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>The pages of a file, read in the transaction that indexes them; empty while its text is not known.</summary>
public delegate Task<IReadOnlyList<PageText>> TextOfFile(DbTransaction transaction, string hash, CancellationToken ct);

/// <summary>
/// The rows of matters in the index. Where the text of a file comes from is handed in: it is asked for once, until it is known, and whoever has read a file
/// calls <see cref="RefreshAsync"/>. So a step costs what it changes, however many pages the matter has.
/// </summary>
public sealed class MatterIndex(LawBook law, TextOfFile? textOfFile = null) : IProjection
{
    private const string KeptSuffix = "/kept";

    private readonly SearchIndex _index = new(law.Characters);

    public IReadOnlyList<string> Tables => SearchIndex.Tables;

    public string CreateSql => CreateSqlOn(Dialect.Postgres);

    public string CreateSqlOn(Dialect dialect) => SearchIndex.CreateSql(dialect);

    public IReadOnlyList<string> EmptySqlOn(Dialect dialect) => SearchIndex.EmptySql(dialect);

    /// <summary>The stream of a matter, and that of its kept exhibits.</summary>
    public bool Handles(string stream) => MatterId.TryParse(Whole(stream)) is not null;

    public async Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        var id = MatterId.Parse(Whole(stream));
        if (stream == KeptExhibits.StreamOf(id))
        {
            await ProjectKeptAsync(transaction, id, stream, events, ct);
            return;
        }
        var matter = MatterFold.Fold(id, events);
        var place = new IndexedPlace(
            id.Value, matter.OfficePath, Words.Kebab(matter.Secrecy), [.. matter.Accusations.Select(a => a.Accusation.Stage).Distinct().Order().Select(Words.Kebab)]);
        var before = await SearchIndex.PlaceOfAsync(transaction, id.Value);
        await _index.WriteAsync(transaction, stream, place, MatterThings.Of(matter), MatterThings.FilesOf(matter), TextIn(transaction, ct));
        if (before is not null && !before.Is(place))
            await SearchIndex.PlaceAsync(transaction, place);
    }

    /// <summary>The matters that have the file, among their own documents or those of exhibits.</summary>
    private static async Task<IReadOnlyList<MatterId>> HavingAsync(Work work, string hash) =>
        [.. (await work.Connection.QueryAsync<string>("SELECT DISTINCT matter FROM search_row WHERE kind = 'document' AND item = @hash", new { hash }, work.Transaction)).Select(MatterId.Parse)];

    /// <summary>Brings the text of the file, which has just been read, into the matters that have it.</summary>
    public async Task RefreshAsync(Work work, string hash, CancellationToken ct = default)
    {
        await SearchIndex.ForgetAsync(work.Transaction, hash);
        foreach (var stream in (await HavingAsync(work, hash)).SelectMany(id => new[] { id.Value, KeptExhibits.StreamOf(id) }))
            if (await work.LoadAsync(stream, ct) is { Count: > 0 } events)
                await ProjectAsync(work.Transaction, stream, events, ct);
    }

    private async Task ProjectKeptAsync(DbTransaction transaction, MatterId id, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        // the stream of a matter is there before that of its kept exhibits, in life and in a rebuild
        var place = await SearchIndex.PlaceOfAsync(transaction, id.Value) ?? throw new InvalidOperationException($"{id} has kept exhibits and no row of its own.");
        var kept = new Matter(id);
        var seqs = new Dictionary<(string, string), long>();
        foreach (var stored in events)
        {
            var e = (IMatterEvent)MatterFold.Types.Read(stored);
            e.Apply(kept, new Recorded(stored.Seq, stored.Version, stored.Actor, PartialDate.Parse(stored.ActedOn), stored.RecordedAt));
            if (MatterThings.Brings(e) is { } thing)
                seqs.TryAdd(thing, stored.Seq);
        }
        await _index.WriteAsync(transaction, stream, place, MatterThings.OfKept(kept, seqs), MatterThings.FilesOfKept(kept, seqs), TextIn(transaction, ct));
    }

    private Func<string, Task<IReadOnlyList<PageText>>>? TextIn(DbTransaction transaction, CancellationToken ct) => textOfFile is null ? null : hash => textOfFile(transaction, hash, ct);

    private static string Whole(string stream) => stream.EndsWith(KeptSuffix, StringComparison.Ordinal) ? stream[..^KeptSuffix.Length] : stream;
}
