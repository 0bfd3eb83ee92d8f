using System.CommandLine;
using System.Diagnostics;
using Zhijian.Kernel;
using Zhijian.Marks;
using Zhijian.Web;
using Zhijian.Web.Api;
using Zhijian.Web.Modelling;

namespace Zhijian.Cli.Verbs;

/// <summary>Similar word marks in the trade marks that one's unit imported.</summary>
internal sealed class MarksVerb : Verb
{
    private readonly Argument<string[]> _words;
    private readonly Option<string?> _classes;
    private readonly Option<string?> _groups;
    private readonly Option<string?> _generic;
    private readonly Option<bool> _only;
    private readonly Option<string?> _limit;

    public MarksVerb(Common common)
        : base(common, "marks", common.Say["近似商标：建立索引、查找", "similar word marks: index, search"])
    {
        _words = Words("WHAT", "index，或者 search 和商标文字", "index, or search and the words of the mark");
        Add(common.As);
        _classes = Text("--class", "\"25 35\"", "尼斯类别，空格隔开", "Nice classes, separated by spaces");
        _groups = Text("--group", "\"2507\"", "类似群，空格隔开", "similar groups, separated by spaces");
        _generic = Text("--generic", "WORDS", "商品的通用名称，空格隔开", "generic names of the goods, separated by spaces");
        _only = Flag("--only", "只查 --class 的类别", "only the classes of --class");
        _limit = Text("--limit", "N", "最多列多少件（默认 20）", "at most so many (default 20)");
    }

    public override IReadOnlyList<string> Usage => ["marks index [--as USER]", "marks search WORDS [--class \"25 35\"] [--group \"2507\"] [--generic WORDS] [--only] [--limit N] [--as USER]"];

    public override string Details => Say[
        "查本院最近导入的“商标申请和注册”（见 set）。索引按导入的数据建立，改动不多的新导入只补建一部分。分数各部分相加等于总分，只用来排序；与注册商标是否基本无差别（法释〔2025〕5号第2条）另外列出。",
        "Searches the newest import of “Trade mark filings and registrations” of the unit (see set). The index is made of what was imported; an import with few changes is indexed on top of the one before. "
        + "The parts of a score add up to it and only order the marks; whether there is basically no difference from the registered mark (法释〔2025〕5号 art. 2) is told apart from it."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("marks index --as lu", Say["导入以后建立索引", "make the index after an import"]),
        ("marks search 耐克 --class 25 --as lu", Say["与“耐克”近似的，第 25 类的在前", "what is like 耐克, class 25 first"]),
        ("marks search nike --only --class 25 --limit 100 --as lu --json", Say["只查第 25 类", "class 25 only"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var words = call.Get(_words) ?? [];
        if (words is not (["index"] or ["search", _, ..]))
            throw Call.Usage(Say["见 zhijian marks --help", "see zhijian marks --help"]);
        var (request, field, wrong) = SimilarMarksRequest.Read(
            words[0] == "index" ? "-" : string.Join(' ', words[1..]), call.Get(_classes), call.Get(_groups), call.Get(_only), call.Get(_generic), (int)(call.Number(_limit, 1, MarkQuery.MostHits) ?? 20));
        if (request is null)
            throw Call.Usage(field == "q" ? Say[wrong] : $"--{field}: {Say[wrong]}");
        await using var platform = await call.OpenAsync();
        var actor = await call.ActorAsync(platform);
        if (actor.Roles.All(r => r == Role.Administrator))
            throw new Failure(Exit.NotFound, "not-found", Say["没有可查的商标", "there are no marks to search"]);
        var watch = Stopwatch.StartNew();
        var (shelf, refusal) = await platform.Supervision.Marks.OpenAsync(actor, build: words[0] == "index", call.Stop);
        if (refusal is not null)
            throw Failure.Of(refusal, Say);
        if (words[0] == "index")
        {
            if (call.Json)
                call.Result(new { marks = shelf!.Count });
            else
                call.Line(Say[$"索引已就绪：{shelf!.Count:N0} 件有文字的商标，用时 {watch.Elapsed.TotalSeconds:0.0} 秒", $"the index is ready: {shelf!.Count:N0} marks with words, {watch.Elapsed.TotalSeconds:0.0} s"]);
            return Exit.Ok;
        }
        var answer = SimilarMarks.Of(shelf!.Search(request.Query), request, platform.Supervision.Marks.Signs);
        if (call.Json)
            call.Result(answer);
        else
            Print(call, answer);
        return Exit.Ok;
    }

    private void Print(Call call, SimilarMarks answer)
    {
        foreach (var found in answer.Marks)
        {
            call.Line($"{found.Score,4}  {found.Mark.Written}  {found.Mark.Number}  {(found.Mark.NiceClass > 0 ? Say[$"第 {found.Mark.NiceClass} 类", $"class {found.Mark.NiceClass}"] : Say["类别未知", "class unknown"])}  {found.Mark.Applicant}  {found.Mark.Status}");
            call.Line($"      {string.Join(Say["；", "; "], found.Lines.Select(l => $"{Say[l.Part]} {l.Points}{Say["：", ": "]}{Say[l.Why]}"))}");
            if (found.Identical.Answer == Answer.Yes)
                call.Line($"      {Say["基本无差别", "basically no difference"]}{Say["：", ": "]}{string.Join(Say["；", "; "], found.Identical.Differences.Select(d => Say[d]))} · {found.Identical.Basis}");
        }
        call.Line(Say[
            $"共 {answer.Total:N0} 件近似，列出 {answer.Marks.Count} 件；比对 {answer.Searched:N0} 件。{string.Join("，", answer.Kinds.Select(k => $"{k.Title.Zh} {k.Marks:N0}"))}",
            $"{answer.Total:N0} similar marks of {answer.Searched:N0}, {answer.Marks.Count} shown. {string.Join(", ", answer.Kinds.Select(k => $"{k.Title.En} {k.Marks:N0}"))}"]);
    }
}
