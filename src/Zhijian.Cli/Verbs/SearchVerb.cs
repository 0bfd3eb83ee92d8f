using System.CommandLine;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Search;
using Zhijian.Web;
using Zhijian.Web.Api;

namespace Zhijian.Cli.Verbs;

/// <summary>The search over everything that a person may see.</summary>
internal sealed class SearchVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<string?> _kind;
    private readonly Option<string?> _limit;

    public SearchVerb(Common common)
        : base(common, "search", common.Say["查找案件、文书、证据、附卷材料和办案记录", "search matters, papers, exhibits, files and entries"])
    {
        _words = Words("WORDS", "都要出现的词", "words that must all occur");
        Add(common.As);
        _kind = Text("--kind", "KIND", $"只列一类：{Kinds}", $"only one kind: {Kinds}");
        _limit = Text("--limit", "N", "最多列多少条（默认 20）", "at most so many (default 20)");
    }

    private static string Kinds => string.Join(", ", Enum.GetValues<ThingKind>().Select(k => Law.Words.Kebab(k)));

    public override IReadOnlyList<string> Usage => ["search WORDS… [--kind KIND] [--as USER] [--limit N]"];

    public override string Details => Say[
        "与网页的查找相同：词须同时出现；'\"引号\"' 内连在一起；-词 不得出现（与前面的词写在同一对引号里）；当事人: 品牌: 文号: 标题: 限定栏目；名称可用拼音（nk、naike）。看不到的既不列出，也不计数。",
        "The same as on the page: all words must occur; '\"a phrase\"'; -word leaves out (in one argument with the word before it); party: brand: no: title: ask for one field; names also by pinyin (nk, naike). "
        + "What the person may not see is neither listed nor counted."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("search 运动鞋 --as lu", Say["陆某能看到的，编号、标题、名称中的在前", "what lu may see; hits in numbers, titles and names first"]),
        ("search 当事人:张某 --kind matter --as lu", Say["当事人中有张某的案件", "matters with that party"]),
        ("search \"决定 -逮捕\" --kind paper --as lu --json", Say["文书中有“决定”而没有“逮捕”的", "papers with the one word and not the other"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        ThingKind? kind = call.Get(_kind) is not { } named ? null
            : Law.Words.Parse<ThingKind>(named) ?? throw Call.Usage(Say[$"--kind 须为以下之一：{Kinds}，不能是“{named}”", $"--kind is one of {Kinds}, not “{named}”"]);
        var limit = (int)(call.Number(_limit, 1, 1_000) ?? 20);
        await using var platform = await call.OpenAsync();
        var query = Parse(call, platform, call.Get(_words) ?? []);
        var actor = await call.ActorAsync(platform);
        var answer = await platform.Search.FindAsync(actor, query, SearchFilter.None with { Kind = kind }, limit, ct: call.Stop);
        if (call.Json)
        {
            call.Result(new
            {
                answer.Total,
                rows = answer.Hits.Select(SearchItem.Of),
                facets = answer.Facets.Select(f => new { f.Property, f.Counts }),
            });
            return Exit.Ok;
        }
        foreach (var hit in answer.Hits)
        {
            call.Line($"{Label(hit.Kind)}  {SearchNames.Plain(hit.Title)}{(hit.Page > 0 ? Say[$"（第 {hit.Page} 页）", $" (page {hit.Page})"] : "")}");
            if (hit.Excerpt.Count > 0)
                call.Line($"    {string.Concat(hit.Excerpt.Select(p => p.Hit ? $"[{p.Text}]" : p.Text))}");
            call.Line($"    {hit.Matter}{(hit.Kind == ThingKind.Matter ? "" : $" · {hit.MatterTitle}")}{(hit.Day.Length > 0 ? $" · {hit.Day}" : "")}{(hit.Item.Length > 0 ? $" · {Short(hit)}" : "")}");
        }
        call.Line(answer.Total > answer.Hits.Count
            ? Say[$"共 {answer.Total} 条，列出 {answer.Hits.Count} 条（--limit 可多列）", $"{answer.Total} results, {answer.Hits.Count} shown (--limit shows more)"]
            : Say[$"共 {answer.Total} 条", answer.Total == 1 ? "1 result" : $"{answer.Total} results"]);
        return Exit.Ok;
    }

    /// <exception cref="Failure">The query is wrong; the message says how.</exception>
    public static SearchQuery Parse(Call call, Platform platform, IReadOnlyList<string> words)
    {
        var (query, wrong) = platform.Search.Parse(string.Join(' ', words));
        return query ?? throw Call.Usage(call.Say[wrong!.Value.Zh, wrong.Value.En]);
    }

    private string Label(ThingKind kind)
    {
        var label = kind.Label();
        return Say[label.Zh, label.En];
    }

    private static string Short(SearchHit hit) => hit.Kind == ThingKind.Document ? hit.Item[..Math.Min(12, hit.Item.Length)] : hit.Item;
}
