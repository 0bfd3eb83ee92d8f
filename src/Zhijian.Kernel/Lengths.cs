namespace Zhijian.Kernel;

/// <summary>Lengths in words: 加 7 日, add 1 month.</summary>
public static class Lengths
{
    public static Text Add(TermValue value) => new($"加 {In(value).Zh}", $"add {In(value).En}");

    public static Text In(TermValue value)
    {
        var (zh, en) = value.Unit switch
        {
            TermUnit.Hour => ("小时", "hour"),
            TermUnit.Day => ("日", "day"),
            TermUnit.WorkingDay => ("个工作日", "working day"),
            TermUnit.Month => ("个月", "month"),
            TermUnit.DayBefore => ("日以前", "day"),
            _ => ("年", "year"),
        };
        if (value.Unit == TermUnit.SameDay)
            return new Text("当日", "the same day");
        var words = value.Length == 1 ? $"1 {en}" : $"{value.Length} {en}s";
        return new Text($"{value.Length} {zh}", value.Unit == TermUnit.DayBefore ? words + " before" : words);
    }
}
