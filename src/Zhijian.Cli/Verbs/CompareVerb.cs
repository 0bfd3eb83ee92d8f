using System.CommandLine;
using Zhijian.Law;
using Zhijian.Matters.Comparison;
using Zhijian.Web.Api;

namespace Zhijian.Cli.Verbs;

/// <summary>Card against document: where a document that came in says otherwise than the record. Writes nothing.</summary>
internal sealed class CompareVerb : Verb
{
    private readonly Argument<string?> _matter;
    private readonly Argument<string?> _file;

    public CompareVerb(Common common)
        : base(common, "compare", common.Say["收到的文书与案件记录核对，不写入", "compare a document that came in with the record; writes nothing"])
    {
        _matter = Word("MATTER", "案号，如 MS-2026-0001", "id of the matter, e.g. MS-2026-0001");
        _file = Word("FILE", "文本文件（UTF-8 或 GB18030）", "a text file (UTF-8 or GB18030)");
        Add(common.As);
    }

    public override IReadOnlyList<string> Usage => ["compare MATTER FILE [--as USER]"];

    public override string Details => Say[
        "比对数额、被告人、权利人、罪名条文和程序日期；规则见 data/comparison。\n退出码：0 核对完（有不一致也是 0）；1 文件读不了；4 没有案件；64 用法有误。",
        "Compares amounts, suspects, right holders, charges and procedural days; the rules are in data/comparison.\nExit code: 0 when compared, even if something differs; 1 when the file cannot be read; 4 no such matter; 64 wrong usage."];

    public override IReadOnlyList<(string Line, string What)> Examples => [("compare MS-2026-0001 起诉意见书.txt --as lu", Say["每处不一致一行", "one line for each difference"])];

    public override async Task<int> RunAsync(Call call)
    {
        var (given, file) = (call.Need(_matter), call.Need(_file));
        var (text, _) = PlainText.Read(file, Say);
        await using var platform = await call.OpenAsync();
        var matter = await ShowVerb.FindAsync(call, platform, await call.ActorAsync(platform), given);
        var (differences, refused) = TextComparison.Of(matter, platform.Law, text, made: false);
        if (refused is not null)
            throw PlainText.TooLarge(Say);
        if (call.Json)
            call.Result(differences.Select(DifferenceView.Of));
        else if (differences.Count == 0)
            call.Line(Say["没有发现与案件记录不一致的地方", "nothing differs from the record"]);
        foreach (var d in call.Json ? [] : differences)
            call.Line($"  {d.Start}+{d.Length}  {Say[d.Text]}{(d.Effect == ComparisonEffect.Block ? " !" : "")}");
        return Exit.Ok;
    }
}
