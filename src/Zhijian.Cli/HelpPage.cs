using System.CommandLine;

namespace Zhijian.Cli;

/// <summary>What <c>--help</c> prints: usage, what each word means, and lines that can be copied.</summary>
internal static class HelpPage
{
    public static int WriteOverview(TextWriter to, IReadOnlyList<Verb> verbs, Common common)
    {
        var say = common.Say;
        to.WriteLine(say["知检 zhijian：知识产权检察办案平台的命令行", "zhijian: the command line of the case-handling platform of IP procuratorates"]);
        to.WriteLine();
        to.WriteLine(say["用法：zhijian <动词> [参数] [选项]      zhijian <动词> --help 看用法和例子", "Usage: zhijian <verb> [arguments] [options]      zhijian <verb> --help for usage and examples"]);
        to.WriteLine();
        Rows(to, verbs.Select(v => (v.Command.Name, v.Summary)));
        to.WriteLine();
        to.WriteLine(say["所有动词的选项：", "Options of all verbs:"]);
        Rows(to, common.Everywhere.Select(NameOf));
        to.WriteLine();
        to.WriteLine(say["环境变量：", "Environment:"]);
        Rows(to,
        [
            ("ZHIJIAN_DATA", say["数据目录", "the data folder"]),
            ("ZHIJIAN_AS", say["没有 --as 时以谁的身份", "who acts when there is no --as"]),
            ("ZHIJIAN_LAW", say["法律数据目录（data/）", "the folder of law data (data/)"]),
        ]);
        to.WriteLine();
        to.WriteLine(say["退出码：", "Exit codes:"]);
        Rows(to, Exit.All.Select(e => (e.Code.ToString(), say[e.Means])));
        return Exit.Ok;
    }

    public static int Write(TextWriter to, Verb verb, Common common)
    {
        var say = common.Say;
        to.WriteLine(verb.Summary);
        to.WriteLine();
        to.WriteLine(say["用法：", "Usage:"]);
        foreach (var line in verb.Usage)
            to.WriteLine($"  zhijian {line}");
        if (verb.Details.Length > 0)
            to.WriteLine($"\n{verb.Details}");
        var own = verb.Command.Arguments.Select(a => (a.Name, a.Description ?? "")).Concat(verb.Command.Options.Select(NameOf)).ToList();
        if (own.Count > 0)
        {
            to.WriteLine();
            Rows(to, own);
        }
        to.WriteLine();
        Rows(to, common.Everywhere.Select(NameOf));
        to.WriteLine();
        to.WriteLine(say["例子：", "Examples:"]);
        foreach (var (line, what) in verb.Examples)
            to.WriteLine($"  zhijian {line}\n      {what}");
        to.WriteLine();
        to.WriteLine(say["退出码见 zhijian --help。", "Exit codes: zhijian --help."]);
        return Exit.Ok;
    }

    private static (string, string) NameOf(Option option) => (option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}", option.Description ?? "");

    private static void Rows(TextWriter to, IEnumerable<(string Name, string What)> rows)
    {
        var all = rows.ToList();
        var width = all.Max(r => Columns.Width(r.Name));
        foreach (var (name, what) in all)
            to.WriteLine($"  {Columns.Pad(name, width)}   {what}");
    }
}
