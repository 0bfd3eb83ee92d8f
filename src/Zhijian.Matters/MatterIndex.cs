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
/// The rows of matters in the index. Where the text of a file comes from is handed in: it is asked for every file that a matter has, and whoever has read
/// a file calls <see cref="RefreshAsync"/> for the matters that have it.
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
        var texts = await TextsAsync(transaction, matter.Documents, ct);
        await _index.WriteAsync(transaction, stream, place, MatterThings.Of(matter, hash => texts[hash]));
        await SearchIndex.PlaceAsync(transaction, place);
    }

    /// <summary>The matters that have the file, among their own documents or those of exhibits.</summary>
    public static async Task<IReadOnlyList<MatterId>> HavingAsync(Work work, string hash) =>
        [.. (await work.Connection.QueryAsync<string>("SELECT DISTINCT matter FROM search_row WHERE kind = 'document' AND item = @hash", new { hash }, work.Transaction)).Select(MatterId.Parse)];

    /// <summary>Indexes the matter anew, after the text of one of its files became known.</summary>
    public async Task RefreshAsync(Work work, MatterId id, CancellationToken ct = default)
    {
        foreach (var stream in new[] { id.Value, KeptExhibits.StreamOf(id) })
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
        var texts = await TextsAsync(transaction, kept.Exhibits.SelectMany(e => e.Files), ct);
        await _index.WriteAsync(transaction, stream, place, MatterThings.OfKept(kept, seqs, hash => texts[hash]));
    }

    private async Task<Dictionary<string, IReadOnlyList<PageText>>> TextsAsync(DbTransaction transaction, IEnumerable<AttachedDocument> files, CancellationToken ct)
    {
        var texts = new Dictionary<string, IReadOnlyList<PageText>>(StringComparer.Ordinal);
        foreach (var hash in files.Select(f => f.Hash).Distinct(StringComparer.Ordinal))
            texts[hash] = textOfFile is null ? [] : await textOfFile(transaction, hash, ct);
        return texts;
    }

    private static string Whole(string stream) => stream.EndsWith(KeptSuffix, StringComparison.Ordinal) ? stream[..^KeptSuffix.Length] : stream;
}
