using System.Collections.Concurrent;

namespace Zhijian.Kernel;

/// <summary>Lengths in words: 加 7 日, add 1 month.</summary>
public static class Lengths
{
    // the law has few lengths and every count says one: they are put into words once. Lengths that people type are bounded where they are read
    private static readonly ConcurrentDictionary<(int Length, TermUnit Unit), (Text In, Text Add)> Words = new();

    public static Text Add(TermValue value) => Of(value).Add;

    public static Text In(TermValue value) => Of(value).In;

    private static (Text In, Text Add) Of(TermValue value) => Words.GetOrAdd((value.Length, value.Unit), static key =>
    {
        var words = Say(key.Length, key.Unit);
        return (words, new Text($"加 {words.Zh}", $"add {words.En}"));
    });

    private static Text Say(int length, TermUnit unit)
    {
        var (zh, en) = unit switch
        {
            TermUnit.Hour => ("小时", "hour"),
            TermUnit.Day => ("日", "day"),
            TermUnit.WorkingDay => ("个工作日", "working day"),
            TermUnit.Month => ("个月", "month"),
            TermUnit.DayBefore => ("日以前", "day"),
            _ => ("年", "year"),
        };
        if (unit == TermUnit.SameDay)
            return new Text("当日", "the same day");
        var words = length == 1 ? $"1 {en}" : $"{length} {en}s";
        return new Text($"{length} {zh}", unit == TermUnit.DayBefore ? words + " before" : words);
    }
}
