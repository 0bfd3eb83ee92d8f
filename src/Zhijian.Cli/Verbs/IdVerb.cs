using System.CommandLine;
using Zhijian.Kernel.Identifiers;
using Zhijian.Law;

namespace Zhijian.Cli.Verbs;

/// <summary>Reads credit codes, citizen ids, case numbers and the like, and says what is wrong with them. Needs no store.</summary>
internal sealed class IdVerb : Verb
{
    private readonly Argument<string[]> _texts;
    private readonly Option<string?> _kind;

    public IdVerb(Common common)
        : base(common, "id", common.Say["核对号码：统一社会信用代码、身份证号、案号、受案号、文书号", "check a number: credit code, citizen id, case, acceptance and document numbers"])
    {
        _texts = Words("TEXT", "要核对的号码，可多个；- 从标准输入逐行读", "numbers to check, several if you like; - reads lines from standard input");
        _kind = Text("--kind", "KIND", $"不猜种类，只按这一种：{Kinds}", $"do not guess, read it as: {Kinds}");
    }

    private static string Kinds => string.Join(' ', Enum.GetValues<IdentifierKind>().Select(k => Law.Words.Kebab(k)));

    public override IReadOnlyList<string> Usage => ["id TEXT… [--kind KIND]", "id - < FILE"];

    public override string Details => Say[
        "结论有三种：有效；存疑（写明每条理由，例如校验码不符、全角字符已更正）；不是这种号码（写明哪一位）。\n存疑的号码照样保留：证照本身也可能有误。统一受案号没有公开的格式，作为文字保存，不核对。\n退出码：0 没有不成立的号码；1 至少一个不是这种号码。",
        "Three answers: valid; doubtful, with every reason (a check fails, full-width characters were put right); not such a number, with the position.\nA doubtful number may be kept: papers have slips too. 统一受案号 has no published form: it is kept as text and not checked.\nExit code: 0 when every number has the form; 1 when one has not."];

    public override IReadOnlyList<(string Line, string What)> Examples =>
    [
        ("id 91350100M000100Y43", Say["统一社会信用代码", "a credit code"]),
        ("id '(2022)沪03刑初67号之一' '（2014）绍柯知初字第162号'", Say["新旧两种案号", "a case number of the new and one of the old form"]),
        ("id 11010519491231002x --kind citizen-id --json", Say["指明种类，结果为 JSON", "of a known kind, as JSON"]),
    ];

    public override Task<int> RunAsync(Call call)
    {
        IReadOnlyList<string> texts = call.Get(_texts) ?? [];
        if (texts is ["-"])
            texts = [.. call.Terminal.In.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        if (texts.Count == 0)
            throw Call.Usage(Say["缺少参数 TEXT", "TEXT is missing"]);
        IdentifierKind? kind = call.Get(_kind) is not { } named ? null : Law.Words.Parse<IdentifierKind>(named)
            ?? throw Call.Usage(Say[$"--kind 只能是 {Kinds}", $"--kind is one of {Kinds}"]);
        var read = texts.Select(t => (Given: t, Is: kind is { } k ? IdentifierReader.Read(k, t) : IdentifierReader.Read(t))).ToList();
        if (call.Json)
            call.Result(read.Select(r => new
            {
                given = r.Given, kind = r.Is.Kind, answer = Answer(r.Is), normal = r.Is.Normal, reasons = r.Is.Reasons.Select(reason => Say[reason]),
                parts = r.Is.Parts.Select(p => new { name = Say[p.Name], p.Value, means = p.Means is { } means ? Say[means] : null }),
            }));
        else
            foreach (var (given, identified) in read)
                Write(call, given, identified);
        return Task.FromResult(read.Any(r => r.Is is NotThis) ? Exit.CouldNotRun : Exit.Ok);
    }

    private static string Answer(Identified read) => read switch { Valid => "valid", Doubtful => "doubtful", _ => "not-this" };

    private void Write(Call call, string given, Identified read)
    {
        var name = Say[IdentifierReader.Name(read.Kind)];
        var answer = read switch { Valid => Say["有效", "valid"], Doubtful => Say["存疑", "doubtful"], _ => Say[$"不是{name}", $"no {name}"] };
        call.Line(read.Normal is { } normal ? $"{answer}  {name}  {normal}" : $"{answer}  {given}");
        foreach (var reason in read.Reasons)
            call.Line($"  ! {Say[reason]}");
        foreach (var part in read.Parts)
            call.Line($"  {Say[part.Name]}{Say["：", ": "]}{part.Value}{(part.Means is { } means ? $" {Say[means]}" : "")}");
    }
}
