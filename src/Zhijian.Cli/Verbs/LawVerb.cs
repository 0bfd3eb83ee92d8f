using System.CommandLine;
using Zhijian.Law;
using Zhijian.Law.Assessment;
using Zhijian.Law.WorkedCases;

namespace Zhijian.Cli.Verbs;

/// <summary>Questions to the law book alone: worked cases, a facts record, a charge on a day. Needs no store.</summary>
internal sealed class LawVerb : Verb
{
    private readonly Argument<string?> _what;
    private readonly Argument<string?> _on;
    private readonly Option<string?> _day;

    public LawVerb(Common common)
        : base(common, "law", common.Say["查法规：核对算例、评估事实、看罪名", "ask the law book: check worked cases, assess facts, see a charge"])
    {
        _what = Word("check|assess|charge", "check 核对算例；assess 评估事实；charge 看罪名的标准", "check worked cases, assess a facts record, or show a charge");
        _on = Word("FILE|ID", "JSON 文件，或罪名条文号如 213", "a JSON file, or the article of a charge such as 213");
        _day = Text("--on", "DATE", "charge：看哪一天适用的标准；不填为全部", "charge: the standards of that day; all when absent");
    }

    public override IReadOnlyList<string> Usage => ["law check FILE", "law assess FILE", "law charge ID [--on DATE]"];

    public override string Details => Say[
        "check 逐项核对算例文件：ok 相符；FAIL 不符；for people 叙述性的，由人核对。有一项不符，退出码为 1。\nassess 只提出建议和依据，不作决定；未知的事实列出要补什么、补了会怎样。",
        "check computes each check of a file of worked cases: ok, FAIL, or “for people” for narratives. Exit code 1 when one fails.\nassess proposes with its basis and never decides; unknown facts come with what to ask and what it would change."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("law check data/law/cases/worked-cases.json", Say["核对自带的算例", "check the worked cases that come with the program"]),
        ("law assess facts.json", Say["评估一份事实", "assess a facts record"]),
        ("law charge 213 --on 2025-04-26", Say["第213条在那一天的标准", "the standards of Art. 213 on that day"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var law = call.Law();
        return call.Need(_what) switch
        {
            "check" => Check(call, law, await ReadAsync(call)),
            "assess" => Assess(call, law, await ReadAsync(call)),
            "charge" => Charge(call, law, call.Need(_on)),
            var other => throw Call.Usage(Say[$"没有 law {other}：check、assess 或 charge", $"no “law {other}”: check, assess or charge"]),
        };
    }

    private async Task<string> ReadAsync(Call call)
    {
        var path = call.Need(_on);
        try
        {
            return await File.ReadAllTextAsync(path, call.Stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Failure(Exit.CouldNotRun, "file", Say[$"{path} 读不出来：{e.Message}", $"{path} cannot be read: {e.Message}"]);
        }
    }

    private int Check(Call call, LawBook law, string json)
    {
        WorkedCaseFile file;
        try
        {
            file = WorkedCaseFile.Read(json);
        }
        catch (FormatException e)
        {
            throw new Failure(Exit.CouldNotRun, "bad-file", $"{call.Need(_on)}: {e.Message}");
        }
        var results = new WorkedCaseRunner(law).Run(file).ToList();
        var (ok, failed) = (results.Count(r => r.Outcome == CheckOutcome.Ok), results.Count(r => r.Outcome == CheckOutcome.Fail));
        if (call.Json)
            call.Result(new { total = results.Count, ok, failed, forPeople = results.Count - ok - failed, checks = results });
        else
        {
            foreach (var r in results)
                call.Line($"{r.Case}.{r.Number} {r.Type,-14} " + r.Outcome switch
                {
                    CheckOutcome.Ok => r.Note is null ? "ok" : $"ok   ({r.Note})",
                    CheckOutcome.Fail => $"FAIL expected {r.Expected} got {r.Got}",
                    _ => "for people",
                });
            call.Line($"{results.Count} checks in {file.Cases.Count} cases: {ok} ok, {failed} failed, {results.Count - ok - failed} for people");
        }
        return failed == 0 ? Exit.Ok : Exit.CouldNotRun;
    }

    private int Assess(Call call, LawBook law, string json)
    {
        var (facts, errors) = FactsFile.Read(json, law);
        if (facts is null)
            throw new Failure(Exit.CouldNotRun, "bad-facts", string.Join('\n', errors.Select(e => $"{call.Need(_on)}: {e.Path}: {Say[e.Says]}")));
        var assessment = new Assessor(law).Assess(facts);
        if (call.Json)
        {
            call.Result(AssessmentView.Of(assessment));
            return Exit.Ok;
        }
        foreach (var c in assessment.Conclusions)
        {
            call.Line($"{c.Person.Name ?? c.Person.Id} · {Say[c.Charge.Title]}（{c.Charge.Reference}）");
            call.Line($"  {Say["提议", "proposal"]}: {Say[BandWords.Between(c.Governing, c.LowBand, c.HighBand)]}");
            call.Line($"  {Say[c.Choice.Why]}（{c.Choice.Basis}）");
            foreach (var candidate in c.Choice.Candidates)
                call.Line($"    {Say[AssessmentView.Name(candidate.Kind)]}: {candidate.Text?.Reference.Article ?? "—"} {string.Join('+', candidate.Instruments)} → {Say[BandWords.Between(candidate)]}");
            foreach (var s in c.Governing.Standards.Where(s => s.Applies != Kernel.Answer.No))
                call.Line($"    {Say[law.Vocabulary.Standards.Metrics[s.Threshold.Metric].Title]} ({Say[law.Vocabulary.Standards.Variants[s.Threshold.Variant]]}): {AssessmentView.Say(s.Figure)} / {s.Threshold.Base:0.##} / {s.Threshold.Aggravated:0.##} → {s.Base} {s.Aggravated} {s.Threshold.Reference}");
            foreach (var r in c.Remarks)
                call.Line($"  ! {Say[r.Says]} {r.Basis}");
            foreach (var f in c.Fines)
                call.Line($"  {Say["罚金", "fine"]}: {f.From:#,##0.##}–{f.To:#,##0.##} ({Say[f.How]}, {f.Basis})");
            foreach (var (band, l) in c.Limitations)
                call.Line($"  {Say[$"时效（第 {band} 档）", $"limitation (band {band})"]}: {l.Years} → {l.LastUndisputedDay:yyyy-MM-dd} ({l.Basis})");
            foreach (var q in c.Questions)
                call.Line($"  ? {Say[q.Ask]} — {Say["是", "yes"]}: {Say[q.IfYes]}; {Say["否", "no"]}: {Say[q.IfNo]}");
        }
        foreach (var p in assessment.Concurrence)
            call.Line($"{p.Person}: {Say[p.Says]}（{p.Basis}）");
        return Exit.Ok;
    }

    private int Charge(Call call, LawBook law, string id)
    {
        if (!law.Charges.TryGetValue(id, out var charge))
            throw new Failure(Exit.NotFound, "no-charge", Say[$"没有罪名“{id}”，有：{string.Join("、", law.Charges.Keys)}", $"no charge “{id}”; known: {string.Join(", ", law.Charges.Keys)}"]);
        DateOnly? day = call.Get(_day) is not { } on ? null : DateOnly.TryParseExact(on, "yyyy-MM-dd", out var d) ? d : throw Call.Usage(Say[$"“{on}”不是日期（2025-04-26）", $"“{on}” is no date (2025-04-26)"]);
        var view = ChargeView.Of(charge, law.Vocabulary.Standards, day);
        if (call.Json)
        {
            call.Result(view);
            return Exit.Ok;
        }
        call.Line($"{Say[charge.Title]}（{charge.Reference}）");
        foreach (var t in view.Texts)
            call.Line($"  {t.From:yyyy-MM-dd}… {t.Reference}: {string.Join("; ", t.Bands.Select(b => Say[b.Says]))}");
        call.Table(
            [Say["自", "from"], Say["至", "to"], Say["情形", "situation"], Say["计量", "measure"], Say["基础", "base"], Say["加重", "upper"], Say["依据", "basis"]],
            [.. view.Standards.Select(s => (IReadOnlyList<string>)[$"{s.From:yyyy-MM-dd}", $"{s.To:yyyy-MM-dd}", Say[s.VariantTitle] + (s.ObjectTitle is { } o ? $" · {Say[o]}" : ""), Say[s.MetricTitle], $"{s.Base:0.##}", $"{s.Aggravated:0.##}", s.Reference + (s.Status == Kernel.RefStatus.Verified ? "" : " ?")])]);
        return Exit.Ok;
    }
}
