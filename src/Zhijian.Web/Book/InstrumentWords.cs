using Zhijian.Kernel;

namespace Zhijian.Web.Book;

/// <summary>The kinds of instruments in words.</summary>
public static class InstrumentWords
{
    public static Text Of(string kind) => kind switch
    {
        "criminal_law" or "law" => new Text("法律", "law"),
        "procedure_law" => new Text("诉讼法", "procedure law"),
        "interpretation" => new Text("司法解释", "judicial interpretation"),
        "filing_standard" => new Text("立案追诉标准", "filing standard"),
        "joint_opinion" => new Text("会签意见", "joint opinion"),
        "guideline" => new Text("工作指引", "guideline"),
        _ => new Text(kind, kind),
    };

    public static Text Of(RefStatus status) => status switch
    {
        RefStatus.Verified => new Text("看过官方文本", "official text read"),
        RefStatus.Secondary => new Text("只见于二手材料", "secondary source"),
        RefStatus.Unsettled => new Text("效力有争议", "unsettled"),
        _ => new Text("未核实", "unverified"),
    };
}
