using System.CommandLine;
using Zhijian.Kernel;
using Zhijian.Supervision.Dossiers;
using Zhijian.Supervision.Models;
using Zhijian.Web;
using Zhijian.Web.Api;
using Zhijian.Web.Dossiers;

namespace Zhijian.Cli.Verbs;

/// <summary>Dossiers of plaintiffs and applicants over what one's unit imported.</summary>
internal sealed class DossierVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<string[]?> _also;
    private readonly Option<string?> _limit;

    public DossierVerb(Common common)
        : base(common, "dossier", common.Say["原告和申请人档案：查找、查看", "dossiers of plaintiffs and applicants: find, show"])
    {
        _words = Words("WHAT", "find 和文字，或者 show 和代码、名称", "find and a text, or show and the code or name");
        Add(common.As);
        _also = Texts("--also", "KEY", "show：合并查看的其他写法，可以多次", "show: another writing that is read together with it; may be given again");
        _limit = Text("--limit", "N", "find：最多列多少个（默认 50）", "find: at most so many (default 50)");
    }

    public override IReadOnlyList<string> Usage => ["dossier find [TEXT] [--limit N] [--as USER]", "dossier show KEY [--also KEY]… [--as USER]"];

    public override string Details => Say[
        "只用本院导入的民事诉讼、商标、作品登记、专利、企业数据（见 set）。四类线索的特征是提示：没有导入的为未知。",
        "Uses the suits, marks, works, patents and companies that the unit imported (see set). The signs are hints; what was not imported is unknown."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("dossier find --as lu", Say["起诉最多的", "those with most suits"]),
        ("dossier show 某甲 --also 某甲公司 --as lu", Say["两种写法合并查看", "two writings read together"]),
        ("dossier show 91110105MA00000000 --as lu --json", Say["全部数据", "all of it"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        if (words is not (["find", ..] or ["show", _, ..]))
            throw Call.Usage(Say["见 zhijian dossier --help", "see zhijian dossier --help"]);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        if (actor.Roles.All(r => r == Role.Administrator))
            throw NotFound();
        var text = string.Join(' ', words[1..]);
        return words[0] == "find" ? await FindAsync(call, platform, actor, text) : await ShowAsync(call, platform, actor, text);
    }

    private Failure NotFound() => new(Exit.NotFound, "not-found", Say["数据中没有", "the data have none"]);

    private async Task<int> FindAsync(Call call, Platform platform, Actor actor, string text)
    {
        var (found, sources, refusal) = await platform.Supervision.Dossiers.FindAsync(actor, text, (int)(call.Number(_limit, 1, 500) ?? 50), call.Stop);
        if (refusal is not null)
            throw Failure.Of(refusal, Say);
        if (call.Json)
            call.Result(new DossierList(found, sources));
        else
            call.Table(
                [Say["代码或者名称", "key"], Say["名称", "name"], Say["起诉", "suits"], Say["商标", "marks"], Say["作品", "works"]],
                [.. found.Select(s => (IReadOnlyList<string>)[s.Key, s.Name, $"{s.Suits}", $"{s.Marks}", $"{s.Works}"])]);
        foreach (var s in sources.Where(s => s.Rows is null && !call.Json))
            call.Line(Say[$"没有导入：{s.Set.Title.Zh}", $"not imported: {s.Set.Title.En}"]);
        return Exit.Ok;
    }

    private async Task<int> ShowAsync(Call call, Platform platform, Actor actor, string key)
    {
        if (await platform.Supervision.Dossiers.OfAsync(actor, key, call.Get(_also) ?? [], call.Stop) is not { } dossier)
            throw NotFound();
        if (call.Json)
        {
            call.Result(dossier);
            return Exit.Ok;
        }
        call.Line($"{string.Join(" + ", dossier.Subjects.Select(s => s.Name == s.Key ? s.Name : $"{s.Name}（{s.Key}）"))}  {dossier.From:yyyy-MM-dd} – {dossier.To:yyyy-MM-dd}");
        foreach (var (title, value) in DossierText.Figures(dossier))
            call.Line($"  {Say[title]}{Say["：", ": "]}{(value is { } says ? Say[says] : Say["未知", "unknown"])}");
        foreach (var c in dossier.Classes)
        {
            call.Line($"{Say[c.Class.Title]}  {c.Show}/{c.Signs.Count}");
            foreach (var s in c.Signs)
                call.Line($"  [{Say[DossierText.Of(s.Answer)]}] {Say[s.Sign.Title]}{Say["：", ": "]}{Say[DossierText.Measured(s)]} · {s.Sign.Basis}");
        }
        foreach (var t in dossier.Tables)
        {
            call.Line($"{Say[t.Title]} · {t.Total:N0}");
            call.Table([.. t.Columns.Select(c => Say[c.Title])], [.. t.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select((v, i) => ExplanationTemplate.Show(v, t.Columns[i].Type, Say.Language))])]);
        }
        foreach (var a in dossier.Alike)
            call.Line(Say[$"可能是同一主体：{a.Subject.Name}（{a.Why.Score:0.0} 比特）", $"may be the same: {a.Subject.Name} ({a.Why.Score:0.0} bits)"]);
        return Exit.Ok;
    }
}
