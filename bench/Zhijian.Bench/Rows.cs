using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Bench;

/// <summary>An event of the size that steps write.</summary>
[EventType("bench.noted")]
internal sealed record Noted(DateOnly On, string Organ, string Reason, Money Amount, int Returns, IReadOnlyList<string> Persons) : IEvent;

/// <summary>The rows that every runner writes, each with about 300 bytes of JSON.</summary>
internal static class Rows
{
    public static readonly AppendContext Context = new("u-lin", "MS", new DateOnly(2026, 9, 28), new DateTimeOffset(2026, 9, 28, 1, 2, 3, 4, TimeSpan.Zero));

    public static Noted Event(int i) => new(
        new DateOnly(2026, 1, 1).AddDays(i % 365),
        "某市公安局经济犯罪侦查支队",
        "经审查，证明销售金额的记账凭证与物流记录不能相互印证，退回补充侦查，补充调取第三方支付流水并核对单价。",
        new Money(126_000 + i % 1000),
        i % 3,
        ["P1", "P2", $"P{3 + i % 7}"]);

    public static string Stream(string writer, int number) => $"{writer}-2026-{number + 1:D5}";

    /// <summary>The same rows as they lie in the log, hashes and all.</summary>
    public static IReadOnlyList<StoredEvent> Stored(string writer, int count, int perStream, long after)
    {
        var rows = new List<StoredEvent>(count);
        var hash = StoredEvent.Genesis;
        for (var i = 0; i < count; i++)
        {
            var row = new StoredEvent
            {
                Seq = after + i + 1,
                Stream = Stream(writer, i / perStream),
                Version = i % perStream + 1,
                Type = "bench.noted",
                Schema = 1,
                Data = EventTypes.Write(Event(i)),
                Actor = Context.Actor,
                Office = Context.Office,
                ActedOn = Context.ActedOn.Value,
                RecordedAt = Context.RecordedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
                PrevHash = hash,
                Hash = "",
            };
            row = row with { Hash = row.ComputeHash() };
            hash = row.Hash;
            rows.Add(row);
        }
        return rows;
    }
}
