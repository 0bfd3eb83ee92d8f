using System.CommandLine;
using System.Globalization;
using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Documents;
using Zhijian.Web;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Cli.Verbs;

/// <summary>The papers of a matter: the list, one as text or DOCX, and what a template would say and lack before a paper is made from it.</summary>
internal sealed class PaperVerb : Verb
{
    private readonly Argument<string?> _matter;
    private readonly Argument<string?> _number;
    private readonly Option<string?> _docx;
    private readonly Option<string?> _template;
    private readonly Option<string?> _about;

    public PaperVerb(Common common)
        : base(common, "paper", common.Say["文书：清单、内容、DOCX，以及制作前还缺什么", "papers: the list, one as text or DOCX, and what is missing before one is made"])
    {
        _matter = Word("MATTER", "案号，如 MS-2026-0001", "id of the matter, e.g. MS-2026-0001");
        _number = Word("N", "第几份文书", "number of the paper in the matter");
        _docx = Text("--docx", "FILE", "写成 DOCX", "write it as DOCX");
        _template = Text("--template", "ID", "模板编号：看制作前的内容和缺项，不制作", "id of a template: what it would say and lack; nothing is made");
        _about = Text("--about", "P1,P2", "与 --template 合用：对象", "with --template: whom it is about");
        Add(common.As);
    }

    public override IReadOnlyList<string> Usage => ["paper MATTER [N] [--docx FILE] [--as USER]", "paper MATTER --template ID [--about P1,P2]"];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("paper MS-2026-0001 --as lu", Say["已有的文书", "the papers that there are"]),
        ("paper MS-2026-0001 --template indictment --as lu", Say["起诉书现在能写什么、还缺什么、由谁补", "what the indictment says now, what it lacks and who gives it"]),
        ("do make-document MS-2026-0001 --as lu --template suspect-rights --subjects P1", Say["制作", "make one"]),
        ("paper MS-2026-0001 1 --docx 告知书.docx --as lu", Say["写成文件", "write it to a file"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var given = call.Need(_matter);
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        var matter = await ShowVerb.FindAsync(call, platform, actor, given);
        if (call.Get(_template) is { Length: > 0 } template)
            return WritePlan(call, platform, actor, matter, template);
        if (call.Get(_number) is { Length: > 0 } number)
            return await WriteOneAsync(call, Find(matter, number));
        if (call.Get(_docx) is not null)
            throw Call.Usage(Say["写哪一份？在案号后加文书序号", "which one? Add its number after the matter"]);
        WriteList(call, platform, matter);
        return Exit.Ok;
    }

    private Paper Find(Matter matter, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && matter.Paper(n) is { } paper ? paper
            : throw new Failure(Exit.NotFound, "not-found", Say[$"{matter.Id} 没有第“{number}”份文书", $"{matter.Id} has no paper “{number}”"]);

    private void WriteList(Call call, Platform platform, Matter matter)
    {
        if (call.Json)
            call.Result(matter.Papers.Select(p => Row(platform, matter, p)));
        else if (matter.Papers.Count == 0)
            call.Line(Say["还没有文书", "there is no paper yet"]);
        else
            call.Table(
                ["", Say["文书", "paper"], Say["对象", "about"], Say["状态", "state"], Say["文号", "number"], Say["版", "version"]],
                [.. matter.Papers.Select(p => (IReadOnlyList<string>)
                [
                    p.N.ToString(CultureInfo.InvariantCulture), Say[p.Name], AboutOf(matter, p.Subject),
                    Say[p.State.Label()] + (p.IsOutdated(matter, platform.Law) ? Say["，事实有变", ", outdated"] : ""), p.Number?.Text ?? "", p.Latest.N.ToString(CultureInfo.InvariantCulture),
                ])]);
    }

    private static object Row(Platform platform, Matter matter, Paper p) => new
    {
        p.N, p.Template, p.Name, p.State, number = p.Number?.Text, subjects = p.Subject.Ids, versions = p.Versions.Count, outdated = p.IsOutdated(matter, platform.Law), hash = p.Seal?.Hash,
    };

    private async Task<int> WriteOneAsync(Call call, Paper paper)
    {
        if (call.Get(_docx) is not { Length: > 0 } file)
        {
            if (call.Json)
                call.Result(new { paper.N, paper.Template, paper.Name, paper.State, paper.Text, paper.Latest.Values, paper.Notes, paper.Services, hash = paper.Seal?.Hash });
            else
                WriteText(call, paper.Text);
            return Exit.Ok;
        }
        var docx = Docx.Write(paper.Text);
        await call.WriteAsync(file, docx);
        call.Note(Say[$"已写入 {file}（SHA-256 {Docx.HashOf(docx)}）", $"written to {file} (SHA-256 {Docx.HashOf(docx)})"]);
        return Exit.Ok;
    }

    private int WritePlan(Call call, Platform platform, Actor actor, Matter matter, string id)
    {
        if (!platform.Law.Documents.TryGetValue(id, out var template))
            throw new Failure(Exit.NotFound, "not-found", Say[$"没有文书模板“{id}”：见 data/documents", $"no template “{id}”: see data/documents"]);
        var about = (call.Get(_about) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var (plan, no) = PaperPlan.Of(template, matter, platform.Law, about, new PaperBy(actor.UnitName, actor.Name), new Dictionary<string, string>());
        if (plan is null)
            throw Failure.Of(no!, Say);
        if (call.Json)
        {
            call.Result(new { template = template.Id, complete = plan.IsComplete, plan.Owed, plan.Asked, papers = plan.Papers.Select(p => new { subjects = p.Subject.Ids, p.Made.Text, p.Made.Values, p.Made.Gaps }) });
            return Exit.Ok;
        }
        foreach (var paper in plan.Papers)
        {
            call.Line($"—— {Say[template.Name]} {AboutOf(matter, paper.Subject)}".TrimEnd());
            WriteText(call, paper.Made.Text);
            call.Line();
        }
        foreach (var gap in plan.Owed)
            call.Line($"! {Say[gap.Label]}  {(gap.Step is { } step ? Say[$"先办 {step}（{Said.Of(gap.Who).Zh}）", $"first {step} ({Said.Of(gap.Who).En})"] : Say["补充案件记录", "complete the record"])}");
        foreach (var gap in plan.Asked)
            call.Line($"? {Say[gap.Label]}  --values {gap.Field}{(plan.IsOptional(gap.Field) ? Say["（可不填）", " (optional)"] : gap.Step is { } step ? Say[$"（或者先办 {step}）", $" (or first {step})"] : "")}");
        return Exit.Ok;
    }

    private static void WriteText(Call call, PaperText text)
    {
        foreach (var line in text.Lines())
            call.Line(line);
    }

    private static string AboutOf(Matter matter, PaperSubject subject) => string.Join('、', subject.Ids.Select(i => matter.NameOf(i) ?? i));
}
