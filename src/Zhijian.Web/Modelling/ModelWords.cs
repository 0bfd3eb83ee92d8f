using Zhijian.Kernel;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Modelling;

/// <summary>Words for what models, runs and data sets only have a code for.</summary>
public static class ModelWords
{
    public static Text Of(Severity severity) => severity switch
    {
        Severity.High => new Text("权重高", "high weight"),
        Severity.Medium => new Text("权重中", "medium weight"),
        _ => new Text("权重低", "low weight"),
    };

    public static Text Of(ColumnType type) => type switch
    {
        ColumnType.Text => new Text("文字", "text"),
        ColumnType.Date => new Text("日期", "date"),
        ColumnType.Count => new Text("整数", "whole number"),
        ColumnType.Money => new Text("金额", "sum"),
        _ => new Text("是或否", "yes or no"),
    };

    public static Text Of(ParameterType type) => type switch
    {
        ParameterType.Count => new Text("整数", "whole number"),
        ParameterType.Money => new Text("元", "yuan"),
        ParameterType.Percent => new Text("%", "%"),
        ParameterType.Days => new Text("天", "days"),
        ParameterType.Months => new Text("个月", "months"),
        ParameterType.Date => new Text("日期", "date"),
        _ => new Text("文字", "text"),
    };

    public static Text Of(InputOrigin origin) => origin switch
    {
        InputOrigin.Imported => new Text("本院导入", "imported by this office"),
        InputOrigin.Own => new Text("本院案件", "matters of this office"),
        InputOrigin.Names => new Text("由名称归并得出", "made of names"),
        _ => new Text("法律库", "law book"),
    };

    /// <summary>The chip of a run: its state, and the words for it.</summary>
    public static (string State, Text Words) OfRun(string state) => state switch
    {
        RunRow.Running => ("on", new Text("运行中", "running")),
        RunRow.Finished => ("ok", new Text("已完成", "finished")),
        RunRow.Cancelled => ("no", new Text("已取消", "cancelled")),
        _ => ("bad", new Text("失败", "failed")),
    };

    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
