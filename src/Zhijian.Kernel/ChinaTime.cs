namespace Zhijian.Kernel;

/// <summary>The time of China, UTC+8 all the year: by it days begin and terms run.</summary>
public static class ChinaTime
{
    /// <summary>The same moment, as clocks in China show it.</summary>
    public static DateTimeOffset In(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8));

    /// <summary>The day that a moment falls on.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(In(moment).DateTime);

    /// <summary>The day that it is now.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());
}
