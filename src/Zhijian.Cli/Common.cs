using System.CommandLine;

namespace Zhijian.Cli;

/// <summary>The options that every verb takes, and <c>--as</c> for those in which somebody acts or looks.</summary>
internal sealed class Common
{
    public Common(Say say)
    {
        Say = say;
        Data = new Option<string?>("--data") { HelpName = "DIR", Recursive = true, Description = say["数据目录（默认环境变量 ZHIJIAN_DATA，否则 ./var）", "data folder (default: ZHIJIAN_DATA, else ./var)"] };
        Database = new Option<string?>("--database")
        {
            HelpName = "\"Host=…\"",
            Recursive = true,
            Description = say["PostgreSQL 连接串；不填用数据目录里的 SQLite 文件", "PostgreSQL connection string; without it the SQLite file in the data folder"],
        };
        Json = new Option<bool>("--json") { Recursive = true, Description = say["结果和错误都以 JSON 写到标准输出", "results and errors as JSON on standard output"] };
        Lang = new Option<string?>("--lang") { HelpName = "zh|en", Recursive = true, Description = say["语言（默认 zh）", "language (default zh)"] };
        As = new Option<string?>("--as") { HelpName = "USER", Description = say["以谁的身份，填人员编号，如 lu", "who acts: the id of a person, e.g. lu"] };
    }

    public Say Say { get; }

    public Option<string?> Data { get; }

    public Option<string?> Database { get; }

    public Option<bool> Json { get; }

    public Option<string?> Lang { get; }

    public Option<string?> As { get; }

    public IReadOnlyList<Option> Everywhere => [Data, Database, Json, Lang];
}
