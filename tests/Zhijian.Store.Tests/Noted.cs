using System.Data.Common;
using Dapper;
using FsCheck;
using FsCheck.Fluent;
using Zhijian.Kernel;

namespace Zhijian.Store.Tests;

/// <summary>An event of no module.</summary>
[EventType("test.noted")]
public sealed record Noted(string Text, int Number = 0) : IEvent;

/// <summary>A read table of no module: one row a stream, with the sum of its numbers and its texts. A text “refuse” makes it fail.</summary>
public sealed class Tally : IProjection
{
    public IReadOnlyList<string> Tables => ["tally"];

    public string CreateSql => "CREATE TABLE IF NOT EXISTS tally (stream TEXT PRIMARY KEY, events BIGINT NOT NULL, sum BIGINT NOT NULL, texts TEXT NOT NULL);";

    public bool Handles(string stream) => stream.StartsWith("T-", StringComparison.Ordinal);

    public async Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        var notes = events.Select(e => (Noted)Types.Read(e)).ToList();
        var row = new { stream, events = events.Count, sum = notes.Sum(n => n.Number), texts = string.Join('|', notes.Select(n => n.Text)) };
        await transaction.Connection!.ExecuteAsync("DELETE FROM tally WHERE stream = @stream", row, transaction);
        await transaction.Connection!.ExecuteAsync("INSERT INTO tally (stream, events, sum, texts) VALUES (@stream, @events, @sum, @texts)", row, transaction);
        if (notes.Exists(n => n.Text == "refuse"))
            throw new InvalidOperationException("the projection fails");
    }

    public static readonly EventTypes Types = new(typeof(Noted).Assembly);
}

/// <summary>Properties whose body awaits a database.</summary>
public static class Property
{
    /// <summary>Off the thread of the test, which must not block: the runner has only as many as processors.</summary>
    public static Task ForAllAsync<T>(Gen<T> cases, int count, Func<T, Task> holds) => Task.Run(() =>
        Prop.ForAll(Arb.From(cases), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(count)));
}
