using Zhijian.Kernel;

namespace Zhijian.Web.Modelling;

/// <summary>A table of values as people read them, with the name that it is announced by.</summary>
public sealed record ShownTable(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What every finding has beside the values of its model.</summary>
    public static Text TitleOf(string column) => column switch
    {
        "key" => new Text("主键", "key"),
        "subject" => new Text("对象", "subject"),
        "unit" => new Text("检察院", "office"),
        "score" => new Text("分数", "score"),
        _ => new Text(column, column),
    };
}
