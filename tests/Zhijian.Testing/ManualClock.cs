namespace Zhijian.Testing;

/// <summary>A clock that stands until it is told to move.</summary>
public sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <summary>A Monday morning in Chongqing.</summary>
    public ManualClock()
        : this(new DateTimeOffset(2026, 9, 28, 9, 0, 0, TimeSpan.FromHours(8)))
    {
    }

    public override DateTimeOffset GetUtcNow() => _now.ToUniversalTime();

    public void Advance(TimeSpan by) => _now += by;

    public void Set(DateTimeOffset now) => _now = now;
}
