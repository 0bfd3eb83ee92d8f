using System.Diagnostics;
using System.Globalization;
using Dapper;
using Zhijian.Law;
using Zhijian.Search;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>
/// The index over generated documents: writing, and queries as a person asks them, with rights, counts and facets. Beside it in the same run the bare
/// statements of what the database offers itself: LIKE and the trigram tokenizer on SQLite, ILIKE with pg_trgm on PostgreSQL.
/// </summary>
internal static class SearchBench
{
    private const int PerMatter = 10;
    private const int Rounds = 40;
    private const double EnoughMs = 6_000; // of one line: a peer that takes seconds is not asked forty times

    private static readonly string[] Phrases =
    [
        "被告人未经商标注册人许可", "在同一种商品上使用相同的商标", "销售金额达到数额较大", "公安机关依法扣押", "经鉴定系假冒产品", "通过网络店铺销售", "仓库内查获", "权利人出具鉴定意见",
        "审计报告载明", "非法经营数额", "证人陈述", "物流记录显示", "聊天记录证实", "涉案运动鞋", "侵犯商业秘密", "提取电子数据",
    ];

    public static async Task<int> RunAsync(int documents)
    {
        Console.WriteLine($"{documents:N0} documents, median and worst of up to {Rounds} queries each, ms");
        foreach (var dialect in Place.Databases)
            await OneAsync(dialect, documents);
        return 0;
    }

    private static async Task OneAsync(Dialect dialect, int documents)
    {
        var law = LawBook.Load(DataFolder.Find());
        await using var place = await Place.CreateAsync(dialect);
        var projection = new Tables(dialect);
        await using var store = await EventStore.OpenAsync(place.Options, [projection], TimeProvider.System);
        var index = new SearchIndex(law.Characters);
        var (random, characters) = (new Random(1), 0L);
        var watch = Stopwatch.StartNew();
        for (var from = 0; from < documents; from += 1_000)
            await store.Writer.RunAsync(async work =>
            {
                for (var i = from; i < Math.Min(documents, from + 1_000); i += PerMatter)
                {
                    var matter = $"MS-2026-{i:D7}";
                    var things = Enumerable.Range(i, PerMatter).Select(n => Thing(n, random)).ToList();
                    characters += things.Sum(t => t.Text.Length);
                    await index.WriteAsync(work.Transaction, matter, new IndexedPlace(matter, $"1/{i / PerMatter % 20}/", "internal", ["registered"]), things);
                }
                return 0;
            });
        var wrote = watch.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dialect}: written in {wrote:F0} s, {documents / wrote:N0} documents/s, {characters / documents} characters each"));
        await using (var connection = await store.Database.OpenAsync())
        {
            watch.Restart();
            foreach (var sql in dialect == Dialect.Sqlite
                ? ["CREATE VIRTUAL TABLE peer USING fts5(text, content='', tokenize='trigram')", "INSERT INTO peer (rowid, text) SELECT id, text FROM search_text"]
                : new[] { "CREATE EXTENSION IF NOT EXISTS pg_trgm", "CREATE INDEX peer ON search_text USING GIN (text gin_trgm_ops)", "ANALYZE search_row", "ANALYZE search_gram", "ANALYZE search_text" })
                await connection.ExecuteAsync(sql, commandTimeout: 3_600);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{dialect}: trigram index in {watch.Elapsed.TotalSeconds:F0} s"));
        }
        var searcher = new Searcher(store.Database, law.Characters);
        var whole = new SearchSight("s.office_path LIKE @below", new Dictionary<string, object?>(StringComparer.Ordinal) { ["below"] = "1/%" });
        var office = new SearchSight("s.office_path = @office", new Dictionary<string, object?>(StringComparer.Ordinal) { ["office"] = "1/7/" });
        Console.WriteLine($"{"query",-34}{"rows",9}{"page p50",10}{"worst",8}{"peer p50",10}{"worst",8}  peer");
        foreach (var (name, sight, query) in new[]
        {
            ("rare, 6 characters", whole, (Func<int, string>)(i => $"编号{i * 331 % documents:D6}号")), ("rare, 2 characters", whole, i => Brand(i)), ("two words", whole, i => $"{Brand(i)} 仓库"),
            ("phrase, 10 characters", whole, i => "在同一种商品上使用相同"), ("common, one office of 20", office, _ => "商标"), ("common, everything", whole, _ => "商标"),
            ("pinyin initials", whole, i => i % 2 == 0 ? "jm" : "ydx"),
        })
            await MeasureAsync(store, dialect, searcher, law, name, sight, query);
    }

    private static async Task MeasureAsync(EventStore store, Dialect dialect, Searcher searcher, LawBook law, string name, SearchSight sight, Func<int, string> query)
    {
        var (ours, peers, rows, same) = (new List<double>(), new List<double>(), 0, "");
        await using var connection = await store.Database.OpenAsync();
        for (var i = -1; i < Rounds; i++)
        {
            var asked = query(i + 1);
            var watch = Stopwatch.StartNew();
            var answer = await searcher.FindAsync(sight, SearchQuery.Parse(asked, law.Characters).Query!, SearchFilter.None, 20, 0);
            var took = watch.Elapsed.TotalMilliseconds;
            var words = asked.Split(' ');
            // the trigrams of SQLite do not know words of two characters; LIKE reads every text
            var trigram = dialect == Dialect.Postgres || words.All(w => w.Length >= 3);
            same = trigram ? dialect == Dialect.Postgres ? "pg_trgm" : "trigram" : "LIKE";
            watch.Restart();
            var found = trigram && dialect == Dialect.Sqlite
                ? await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM peer WHERE peer MATCH @q", new { q = string.Join(" AND ", words.Select(w => $"\"{w}\"")) })
                : await connection.ExecuteScalarAsync<long>(
                    $"SELECT COUNT(*) FROM search_text WHERE {string.Join(" AND ", words.Select((_, n) => $"text LIKE @w{n}"))}",
                    new DynamicParameters(words.Select((w, n) => KeyValuePair.Create($"w{n}", (object?)$"%{w}%")).ToDictionary(StringComparer.Ordinal)));
            rows = answer.Total;
            if (i < 0)
                continue;
            ours.Add(took);
            peers.Add(watch.Elapsed.TotalMilliseconds);
            if (ours.Sum() + peers.Sum() > EnoughMs && i >= 4)
                break;
            if (found == 0 && rows == 0)
                same += " (nothing)";
        }
        ours.Sort();
        peers.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{rows,9:N0}{ours[ours.Count / 2],10:F1}{ours[^1],8:F1}{peers[ours.Count / 2],10:F1}{peers[^1],8:F1}  {same}"));
    }

    private static IndexedThing Thing(int n, Random random)
    {
        var text = string.Join('，', Enumerable.Range(0, 40).Select(_ => Phrases[random.Next(Phrases.Length)] + random.Next(1000)));
        return new IndexedThing
        {
            Kind = n % PerMatter == 0 ? ThingKind.Matter : (ThingKind)(1 + n % 4),
            Item = n % PerMatter == 0 ? "" : $"{n}",
            Seq = n + 1,
            Title = n % PerMatter == 0 ? $"{(n % 40 == 0 ? "假冒" : "销售")}运动鞋案" : $"材料{n}",
            Brands = n % PerMatter == 0 ? [Brand(n / PerMatter)] : [],
            Text = $"编号{n:D6}号，{Brand(n)}，{text}。",
            Day = $"20{10 + n % 16:D2}-{1 + n % 12:D2}-01",
            Tracks = ["criminal"],
        };
    }

    /// <summary>One of 400 brands of two characters.</summary>
    private static string Brand(int n) => $"{"耐茅琉彩晶锐凌睿擎翎珞玺琅璟瑾瑜珂玥琪琳"[Math.Abs(n) % 20]}{"克台璃虹辉捷霄智曜瓴珈锆嶂珩瑶璐珑珏琬琰"[Math.Abs(n) / 20 % 20]}";

    private sealed class Tables(Dialect dialect) : IProjection
    {
        IReadOnlyList<string> IProjection.Tables => SearchIndex.Tables;

        public string CreateSql => SearchIndex.CreateSql(dialect);

        public bool Handles(string stream) => false;

        public Task ProjectAsync(System.Data.Common.DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => Task.CompletedTask;
    }
}
