using System.Data.Common;
using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>An event as it will be stored, before it has a place.</summary>
internal readonly record struct Draft(string Type, int Schema, string Data, PartialDate? TookPlaceOn)
{
    public static Draft Of(IEvent e)
    {
        var type = EventTypes.Of(e.GetType());
        return new Draft(type.Name, type.Schema, EventTypes.Write(e), e.TookPlaceOn);
    }
}

/// <summary>The end of the log while a batch extends it: numbers and hashes are given here and nowhere else.</summary>
internal sealed class LogTail(LogHead head)
{
    public long Seq { get; private set; } = head.Seq;

    public string Hash { get; private set; } = head.Hash;

    public IReadOnlyList<StoredEvent> Extend(string stream, long version, IReadOnlyList<Draft> drafts, AppendContext context)
    {
        var stored = new StoredEvent[drafts.Count];
        var recorded = context.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        for (var i = 0; i < stored.Length; i++)
        {
            var next = new StoredEvent
            {
                Seq = ++Seq,
                Stream = stream,
                Version = ++version,
                Type = drafts[i].Type,
                Schema = drafts[i].Schema,
                Data = drafts[i].Data,
                Actor = context.Actor,
                Office = context.Office,
                ActedOn = (drafts[i].TookPlaceOn ?? context.ActedOn).Value,
                RecordedAt = recorded,
                PrevHash = Hash,
                Hash = "",
            };
            Hash = next.ComputeHash();
            stored[i] = next with { Hash = Hash };
        }
        return stored;
    }

    public LogHead Sealed(LogSigner signer) => new(Seq, Hash, signer.Seal(Seq, Hash));
}

/// <summary>The open transaction of units of work that are committed together.</summary>
internal sealed class WriteBatch(LogConnection log, DbTransaction transaction, LogHead head, IReadOnlyList<IProjection> projections)
{
    public DbTransaction Transaction => transaction;

    public IReadOnlyList<IProjection> Projections => projections;

    public LogTail Tail { get; } = new(head);

    /// <summary>Where the streams stand that were asked for or appended to.</summary>
    public Dictionary<string, long> Versions { get; } = new(StringComparer.Ordinal);

    public async Task<long> VersionAsync(string stream)
    {
        if (!Versions.TryGetValue(stream, out var version))
            Versions[stream] = version = await log.VersionAsync(transaction, stream);
        return version;
    }

    public async Task<IReadOnlyList<StoredEvent>> InsertAsync(string stream, long version, IReadOnlyList<IEvent> events, AppendContext context)
    {
        var stored = Tail.Extend(stream, version, [.. events.Select(Draft.Of)], context);
        if (stored.Count > 0)
            await log.InsertAsync(transaction, stored);
        Versions[stream] = version + stored.Count;
        return stored;
    }
}
