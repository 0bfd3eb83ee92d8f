using System.CommandLine;
using Zhijian.Matters;

namespace Zhijian.Cli.Verbs;

/// <summary>The matters that a person may see, by words.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<bool> _published;
    private readonly Option<bool> _live;
    private readonly Option<string?> _limit;

    public ListVerb(Common common)
        : base(common, "list", common.Say["列出案件", "list matters"])
    {
        _words = Words("WORDS", "都要出现的词：案号、名称、人员、权利人、罪名……", "words that must all occur: id, title, persons, right holders, charges …");
        Add(common.As);
        _published = Flag("--published", "只列公开案例", "published cases only");
        _live = Flag("--live", "只列在办案件", "live matters only");
        _limit = Text("--limit", "N", "最多列多少件（默认 50）", "at most so many (default 50)");
    }

    public override IReadOnlyList<string> Usage => ["list [WORDS…] [--as USER] [--published | --live] [--limit N]", "list work …"];

    public override string Details => Say["看不到的案件既不列出，也不计数。list work 与 work 相同。", "What the person may not see is neither listed nor counted. “list work” is “work”."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("list --as lu", Say["陆某能看到的案件，新的在前", "all that lu may see, newest first"]),
        ("list 商标 白酒 --published", Say["公开案例中同时有这两个词的", "published cases with both words"]),
        ("list --live --json --limit 200", Say["在办案件，供脚本使用", "live matters, for a script"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        if (call.Get(_published) && call.Get(_live))
            throw Call.Usage(Say["--published 和 --live 只能填一个", "--published or --live, not both"]);
        bool? published = call.Get(_published) ? true : call.Get(_live) ? false : null;
        var limit = (int)(call.Number(_limit, 1, 100_000) ?? 50);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        if (words is ["work"])
            return await WorkVerb.WriteAsync(call, platform, actor, new WorkFilter { Published = published }, limit);
        var query = words.Length == 0 ? null : SearchVerb.Parse(call, platform, words);
        var (rows, total) = await platform.Lists.MattersAsync(actor, query, published, limit, ct: call.Stop);
        if (call.Json)
        {
            call.Result(new
            {
                total,
                rows = rows.Select(r => new
                {
                    r.Matter, r.Title, headline = Say[r.HeadlineZh, r.HeadlineEn], r.Persons, r.Holders, r.RightType, r.RightName, r.Lead, r.Secrecy, tracks = r.Tracks,
                    published = r.Published, r.SourceKind, r.RegisteredOn, r.ClosedOn, r.Version,
                }),
            });
            return Exit.Ok;
        }
        if (rows.Count > 0)
            call.Table(
                [Say["案号", "matter"], Say["名称", "title"], Say["状态", "state"], Say["人员", "persons"], Say["承办", "lead"], Say["登记", "registered"], ""],
                [.. rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Matter, r.Title, Say[r.HeadlineZh, r.HeadlineEn], r.Persons, r.Lead ?? "", r.RegisteredOn ?? "",
                    r.Published is { } id ? Say[$"公开 {id}", $"published {id}"] : r.Secrecy == "circle" ? Say["限知悉", "circle"] : "",
                ])]);
        call.Line(total > rows.Count
            ? Say[$"共 {total} 件，列出 {rows.Count} 件（--limit 可多列）", $"{total} matters, {rows.Count} shown (--limit shows more)"]
            : Say[$"共 {total} 件", total == 1 ? "1 matter" : $"{total} matters"]);
        return Exit.Ok;
    }
}
