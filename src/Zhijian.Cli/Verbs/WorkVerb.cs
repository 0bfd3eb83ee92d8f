using System.CommandLine;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Web;

namespace Zhijian.Cli.Verbs;

/// <summary>The workbench: what is owed, by when, and why.</summary>
internal sealed class WorkVerb : Verb
{
    private const int SoonDays = 3;

    private readonly Option<bool> _mine;
    private readonly Option<bool> _waiting;
    private readonly Option<bool> _published;
    private readonly Option<bool> _live;
    private readonly Option<string?> _limit;

    public WorkVerb(Common common)
        : base(common, "work", common.Say["工作台：要办的事和到期日", "the workbench: what is to be done, and by when"])
    {
        Add(common.As);
        _mine = Flag("--mine", "只列本人承办的", "only where you are the lead");
        _waiting = Flag("--waiting", "只列等他人办的", "only what others owe");
        _published = Flag("--published", "只列公开案例", "published cases only");
        _live = Flag("--live", "只列在办案件", "live matters only");
        _limit = Text("--limit", "N", "最多列多少行（默认 200）", "at most so many rows (default 200)");
    }

    public override IReadOnlyList<string> Usage => ["work [--as USER] [--mine] [--waiting] [--published | --live] [--limit N]"];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("work --as lu --live", Say["逾期的在前，然后按到期日", "overdue first, then by due date"]),
        ("work --as lu --waiting", Say["等公安、法院、权利人办的事", "what police, courts and right holders owe"]),
        ("work --as lu --json | jq '.rows[] | select(.urgency == \"overdue\")'", Say["只看逾期的", "only what is overdue"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        if (call.Get(_published) && call.Get(_live))
            throw Call.Usage(Say["--published 和 --live 只能填一个", "--published or --live, not both"]);
        var limit = (int)(call.Number(_limit, 1, 100_000) ?? 200);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        var filter = new WorkFilter
        {
            Lead = call.Get(_mine) ? actor.Id : null,
            Waiting = call.Get(_waiting),
            Published = call.Get(_published) ? true : call.Get(_live) ? false : null,
        };
        return await WriteAsync(call, platform, actor, filter, limit);
    }

    public static async Task<int> WriteAsync(Call call, Platform platform, Actor actor, WorkFilter filter, int limit)
    {
        var (say, today) = (call.Say, platform.Runner.Today);
        var rows = await platform.Lists.WorkAsync(actor, filter, limit, ct: call.Stop);
        var counts = await platform.Lists.CountAsync(
            actor,
            new Dictionary<string, WorkFilter>(StringComparer.Ordinal)
            {
                ["all"] = filter,
                ["overdue"] = filter with { DueTo = today.AddDays(-1) },
                ["soon"] = filter with { DueFrom = today, DueTo = today.AddDays(SoonDays) },
            },
            call.Stop);
        if (call.Json)
        {
            call.Result(new
            {
                today,
                counts = new { items = counts["all"].Items, overdue = counts["overdue"].Items, soon = counts["soon"].Items },
                rows = rows.Select(r => new
                {
                    r.Matter, title = r.MatterTitle, r.Key, what = say[r.TitleZh, r.TitleEn], r.Step, r.Holder, r.Track, r.Stage, r.Subjects, r.Charges, r.Custody,
                    r.OpenedOn, r.Due, urgency = Urgency(r.Due, today), length = say[r.LengthZh, r.LengthEn], remark = say[r.RemarkZh, r.RemarkEn], r.Law, r.LawStatus,
                    question = say[r.QuestionZh ?? "", r.QuestionEn ?? ""] is { Length: > 0 } q ? q : null, published = r.IsPublished == 1,
                }),
            });
            return Exit.Ok;
        }
        if (rows.Count > 0)
            call.Table(
                [say["到期", "due"], "", say["要办的事", "to do"], say["人员", "persons"], say["案号", "matter"], say["案件", "title"], say["依据", "basis"], ""],
                [.. rows.Select(r => (IReadOnlyList<string>)
                [
                    r.Due is { } due ? say.Day(DateOnly.ParseExact(due, "yyyy-MM-dd")) : "—",
                    r.Due is { } on ? say.Left(DateOnly.ParseExact(on, "yyyy-MM-dd"), today) : "",
                    say[r.TitleZh, r.TitleEn], r.Subjects, r.Matter, r.MatterTitle, r.Law,
                    say[r.QuestionZh ?? r.RemarkZh, r.QuestionEn ?? r.RemarkEn],
                ])]);
        var (all, overdue, soon) = (counts["all"].Items, counts["overdue"].Items, counts["soon"].Items);
        call.Line(say[$"共 {all} 项：逾期 {overdue}，{SoonDays} 天内到期 {soon}", $"{all} items: {overdue} overdue, {soon} due within {SoonDays} days"]
            + (all > rows.Count ? say[$"；列出 {rows.Count} 项（--limit 可多列）", $"; {rows.Count} shown (--limit shows more)"] : ""));
        return Exit.Ok;
    }

    private static string Urgency(string? due, DateOnly today) =>
        due is null ? "undated" : DateOnly.ParseExact(due, "yyyy-MM-dd").DayNumber - today.DayNumber is var days && days < 0 ? "overdue" : days <= SoonDays ? "soon" : "later";
}
