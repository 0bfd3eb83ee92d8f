using System.CommandLine;
using System.Globalization;
using System.Text;
using Zhijian.Entities;
using Zhijian.Law;

namespace Zhijian.Cli.Verbs;

/// <summary>Finds the records of files that are one person or firm. Needs no store, only the tables of characters and words.</summary>
internal sealed class LinkVerb : Verb
{
    private const int MostPairs = 200_000;
    private const double Near = 5; // bits below the threshold that are still worth a look

    private readonly Argument<string?> _plan;
    private readonly Argument<string?> _folder;
    private readonly Option<string?> _pairs;

    public LinkVerb(Common common)
        : base(common, "link", common.Say["归并同一人、同一企业的记录（一个文件去重，两个文件对接）", "find records of one person or firm, in one file or between two"])
    {
        _plan = Word("PLAN", "YAML 配置：文件、编号列、各列的种类", "a YAML plan: files, the column of ids, the kinds of the columns");
        _folder = Word("FOLDER", "结果目录", "the folder of the result");
        _pairs = Text("--pairs", "N", $"最多写出多少对（默认 {MostPairs}）", $"how many pairs are written at most ({MostPairs} unless told)");
    }

    private static string Kinds => string.Join(' ', Enum.GetValues<ColumnKind>().Select(Law.Words.Kebab));

    public override IReadOnlyList<string> Usage => ["link PLAN FOLDER [--pairs N]"];

    public override string Details => Say[
        $"PLAN：\n  files: [a.csv]            一个或两个 CSV（UTF-8）或 Parquet\n  id: 编号列                不填为行号\n  cluster: 真实对象列        可选，用于计算精确率和召回率\n  columns:\n    - {{column: 名称, kind: company}}\n  one-to-one: true          可选：两个文件各自无重复\n  threshold: 3.5            可选，比特；不填取预期 F1 最高处\n  judgements: 文件.csv       可选：left,right,same|different|unsure，优先于分数；两个文件时编号前加 1: 或 2:\n种类：{Kinds}\n结果：clusters.csv，pairs.csv（每对的逐项得分，合计等于总分），report.html。权重从数据中学得，不需要标注；同样的输入得到同样的结果。",
        $"PLAN:\n  files: [a.csv]            one or two, CSV (UTF-8) or Parquet\n  id: COLUMN                without it the number of the row\n  cluster: COLUMN           the true cluster, if known: for precision and recall\n  columns:\n    - {{column: NAME, kind: company}}\n  one-to-one: true          neither of two files has duplicates\n  threshold: 3.5            in bits; without it where the expected F1 is best\n  judgements: FILE.csv      left,right,same|different|unsure: outranks the score; with two files ids begin with 1: or 2:\nKinds: {Kinds}\nWrites clusters.csv, pairs.csv (each with rows that add up to its score) and report.html. Weights are learnt without labels; the same input gives the same result."];

    public override IReadOnlyList<(string Line, string What)> Examples => [("link 企业.yaml 结果", Say["报告在 结果/report.html", "the report is in 结果/report.html"])];

    public override async Task<int> RunAsync(Call call)
    {
        var (file, folder) = (call.Need(_plan), call.Need(_folder));
        var most = call.Number(_pairs, 0, int.MaxValue) ?? MostPairs;
        var data = DataFolder.Find();
        var cleaning = new Cleaning(CharacterFiles.Load(data), CompanyWords.Load(data));
        try
        {
            var plan = LinkPlan.Load(file);
            var (table, truth) = plan.Read(call.Stop);
            var linker = Linker.Run(table, cleaning, plan.Options, _ => call.Stop.ThrowIfCancellationRequested());
            var judgements = plan.ReadJudgements(linker.Row);
            var clusters = linker.Clusters(judgements: judgements);
            var report = new LinkReport(linker, clusters, truth, judgements);
            Directory.CreateDirectory(folder);
            WriteClusters(Path.Combine(folder, "clusters.csv"), table, clusters);
            var left = WritePairs(Path.Combine(folder, "pairs.csv"), linker, clusters, judgements, (int)most);
            await call.WriteAsync(Path.Combine(folder, "report.html"), Encoding.UTF8.GetBytes(report.Html(Path.GetFileName(file))));
            if (call.Json)
                call.Result(new
                {
                    records = table.Count, clusters = clusters.Distinct().Count(), candidates = linker.CandidatePairs, linker.Threshold, precision = report.Here?.Precision, recall = report.Here?.Recall, f1 = report.Here?.F1,
                    bestThreshold = report.Best is null ? null : (double?)report.BestAt, bestF1 = report.Best?.F1, rules = linker.Rules,
                });
            else
                foreach (var line in report.Lines())
                    call.Line(Say[line]);
            if (left > 0)
                call.Note(Say[$"pairs.csv 中未写出 {left} 对（--pairs）", $"{left} pairs are not in pairs.csv (--pairs)"]);
            return Exit.Ok;
        }
        catch (RecordFileException e)
        {
            throw new Failure(Exit.CouldNotRun, "bad-rows", Say[e.Says]) { Field = e.Column };
        }
    }

    private static void WriteClusters(string path, RecordTable table, int[] clusters)
    {
        using var file = Writer(path);
        file.WriteLine(table.SecondFrom > 0 ? "file,id,cluster" : "id,cluster");
        for (var i = 0; i < clusters.Length; i++)
            file.WriteLine(table.SecondFrom > 0 ? $"{(i < table.SecondFrom ? 1 : 2)},{Field(table.Ids[i][2..])},{clusters[i]}" : $"{Field(table.Ids[i])},{clusters[i]}");
    }

    /// <summary>The pairs that were linked and those that nearly were; how many were left out.</summary>
    private long WritePairs(string path, Linker linker, int[] clusters, Judgements judgements, int most)
    {
        using var file = Writer(path);
        file.WriteLine("left,right,linked,score,chance,judgement,explanation,relations");
        long left = 0;
        foreach (var pair in linker.Pairs)
        {
            if (pair.Score < linker.Threshold - Near)
                continue;
            if (most-- <= 0)
            {
                left++;
                continue;
            }
            var why = linker.Explain(pair.A, pair.B, judgements);
            var rows = string.Join("; ", why.Rows.Where(r => r.Bits != 0).Select(r => $"{r.Feature} {Say[r.Level]} {r.Bits.ToString("+0.######;-0.######", CultureInfo.InvariantCulture)}"));
            file.WriteLine(string.Join(',', Field(why.LeftId), Field(why.RightId), clusters[pair.A] == clusters[pair.B] ? 1 : 0, why.Score.ToString(CultureInfo.InvariantCulture),
                why.Chance.ToString("0.######", CultureInfo.InvariantCulture), why.Judgement is { } judged ? Law.Words.Kebab(judged) : "", Field(rows), Field(string.Join("; ", why.Relations.Select(r => Say[r])))));
        }
        return left;
    }

    private static StreamWriter Writer(string path) => new(path, append: false, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    private static string Field(string text) => text.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
