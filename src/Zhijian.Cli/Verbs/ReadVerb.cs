using System.CommandLine;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Reading;

namespace Zhijian.Cli.Verbs;

/// <summary>Proposes facts from a text: amounts, dates, quantities, goods, marks, persons, each with its place. Needs no store and writes nothing.</summary>
internal sealed class ReadVerb : Verb
{
    private readonly Argument<string?> _file;
    private readonly Argument<string?> _exhibit;
    private readonly Option<string?> _page;
    private readonly Option<string?> _find;

    public ReadVerb(Common common)
        : base(common, "read", common.Say["从事实部分提出事实，或者读证据文件的页；不写入", "propose facts from a fact section, or read the pages of an exhibit; writes nothing"])
    {
        _file = Word("FILE|MATTER", "文本文件（UTF-8 或 GB18030），- 从标准输入读（UTF-8）；读证据时为案号", "a text file (UTF-8 or GB18030), - reads standard input (UTF-8); with an exhibit the id of its matter");
        _exhibit = Word("EXHIBIT", "证据编号，如 E1", "id of an exhibit, e.g. E1");
        _page = Text("--page", "N", "证据文件的这一页", "this page of the files of the exhibit");
        _find = Text("--find", "WORDS", "在证据文件中查找：不分全角半角和大小写", "find in the files of the exhibit; width and case do not matter");
        Add(common.As);
    }

    public override IReadOnlyList<string> Usage => ["read FILE", "read - < FILE", "read MATTER EXHIBIT [--page N] [--find WORDS] [--as USER]"];

    public override string Details => Say[
        "每条写明起点+长度（UTF-16）、原文、读作什么和规则。只是建议：是否采用由人决定，登记案件页可以粘贴后逐条勾选。\n只读纯文本；DOCX、PDF 请先另存为文本。最多 1,048,576 个字符。\n退出码：0 读完（没有读出也是 0）；1 文件读不了、过大或不是文本；64 用法有误。",
        "Each line: start+length (UTF-16), the wording, what it is read as, and the rule. These are proposals: a person decides; the form of a new matter takes a paste.\nPlain text only: save DOCX and PDF as text first. At most 1,048,576 characters.\nExit code: 0 when read, even if nothing was found; 1 when the file cannot be read, is too large or no text; 64 wrong usage."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("read 事实.txt", Say["按种类列出", "listed by kind"]),
        ("read MS-2026-0001 E1 --find 商标 --as lu", Say["在证据 E1 的文件中查找，逐处列出卷宗页号", "every hit in the files of exhibit E1, with its page of the file"]),
        ("read - --json < 事实.txt", Say["结果为 JSON", "as JSON"]),
    ];

    public override async Task<int> RunAsync(Call call)
    {
        var file = call.Need(_file);
        if (call.Get(_exhibit) is { Length: > 0 } exhibit)
            return await ExhibitReading.RunAsync(call, file, exhibit, (int?)call.Number(_page, 1, 1_000_000), call.Get(_find));
        if (call.Get(_page) is not null || call.Get(_find) is not null)
            throw Call.Usage(Say["--page、--find 用于证据：read MATTER EXHIBIT", "--page and --find are for an exhibit: read MATTER EXHIBIT"]);
        var (text, encoding) = file == "-" ? (await ReadInputAsync(call), "utf-8") : PlainText.Read(file, Say);
        var vocabulary = call.Law().Vocabulary;
        var (proposals, refused) = new FactReader(vocabulary).Read(text);
        if (refused is not null)
            throw PlainText.TooLarge(Say);
        if (call.Json)
            call.Result(new { characters = text.Length, encoding, proposals = proposals.Select(ToJson) });
        else
            Write(call, proposals, vocabulary);
        return Exit.Ok;
    }

    /// <summary>Never more than is taken: an endless input ends in the same words as a large file.</summary>
    private async Task<string> ReadInputAsync(Call call)
    {
        var buffer = new char[FactReader.Longest + 1];
        var read = await call.Terminal.In.ReadBlockAsync(buffer, call.Stop);
        return read > FactReader.Longest ? throw PlainText.TooLarge(Say) : new string(buffer, 0, read);
    }

    private void Write(Call call, IReadOnlyList<Proposal> proposals, Vocabulary vocabulary)
    {
        if (proposals.Count == 0)
            call.Line(Say["没有读出任何事实", "nothing was found"]);
        foreach (var group in proposals.GroupBy(ProposalKinds.Of).OrderBy(g => g.Key))
        {
            call.Line($"{Say.Of(group.Key)} {group.Count()}");
            foreach (var p in group)
                call.Line($"  {p.Start}+{p.Length}  {p.Surface.ReplaceLineEndings(" ")}  → {Say[p.Says].ReplaceLineEndings(" ")}{(p is AmountProposal { Kind: { } id } ? $" [{Say[vocabulary.AmountKind(id)!.Title]}]" : "")}  ({Say[p.Why]})");
        }
    }

    private object ToJson(Proposal p) => new
    {
        kind = ProposalKinds.Of(p), p.Start, p.Length, p.Surface, says = Say[p.Says], why = Say[p.Why],
        value = p switch
        {
            AmountProposal a => (object)new { yuan = a.Value, a.To, a.Approximation, a.Currency, amountKind = a.Kind, a.Metric },
            QuantityProposal q => new { count = q.Value, q.To, q.Approximation, q.Unit },
            DateProposal d => new { on = d.On, d.To, d.Relative },
            MarkProposal m => new { m.Name },
            PersonProposal n => new { n.Role, n.IsUnit },
            PenaltyProposal e => new { e.On },
            _ => null!,
        },
    };
}
