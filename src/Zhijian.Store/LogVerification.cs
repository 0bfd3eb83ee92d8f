using System.Data.Common;
using System.Text;
using Dapper;

namespace Zhijian.Store;

/// <summary>What <c>zhijian verify</c> found: the log is whole, or the first place where it is not.</summary>
/// <param name="FirstWrong">The number of the first event that does not fit; null when the log is whole or the fault is elsewhere.</param>
public sealed record LogVerdict(long Events, string Hash, long? FirstWrong, string? Why, int Checkpoints)
{
    public bool IsWhole => Why is null;
}

/// <summary>
/// Recomputes the chain from the first event, over the bytes as they lie in the database, in one snapshot of it: it may run while events
/// are recorded. O(events), constant memory but for one number per stream.
/// </summary>
public static class LogVerification
{
    internal static async Task<LogVerdict> VerifyAsync(Database database, LogSigner signer, IReadOnlyList<Checkpoint> checkpoints)
    {
        if (checkpoints.FirstOrDefault(c => !signer.Accepts(c)) is { } forged)
            return new LogVerdict(0, StoredEvent.Genesis, forged.Seq, $"checkpoint {forged.Seq}: the signature does not fit the key {signer.KeyId}", checkpoints.Count);

        await using var connection = await database.OpenAsync();
        await using var snapshot = await database.BeginSnapshotAsync(connection);
        var chain = new Chain(checkpoints);
        await using (var rows = await LogRows.OpenAsync(connection, snapshot))
        {
            var row = new LogRow();
            while (chain.Why is null && await rows.ReadAsync(row))
                chain.Follow(row);
        }
        if (chain.Why is null)
            chain.EndAt(await HeadAsync(connection, snapshot), signer);
        return new LogVerdict(chain.Seq, chain.Hash, chain.FirstWrong, chain.Why, checkpoints.Count);
    }

    internal static Task<LogHead?> HeadAsync(DbConnection connection, DbTransaction? snapshot) => connection.QuerySingleOrDefaultAsync<LogHead?>(
        "SELECT seq AS Seq, hash AS Hash, seal AS Seal FROM log_head WHERE id = 1", transaction: snapshot);

    /// <summary>The chain as far as it was followed, and what broke it.</summary>
    private sealed class Chain(IReadOnlyList<Checkpoint> checkpoints)
    {
        private readonly Dictionary<long, string> _signed = checkpoints.Where(c => c.Seq > 0).GroupBy(c => c.Seq).ToDictionary(g => g.Key, g => g.Last().Hash);
        private readonly Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> _versions =
            new Dictionary<string, long>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        private readonly byte[] _hash = Encoding.ASCII.GetBytes(StoredEvent.Genesis);

        public long Seq { get; private set; }

        public string Hash => Encoding.ASCII.GetString(_hash);

        public long? FirstWrong { get; private set; }

        public string? Why { get; private set; }

        private void Wrong(long at, string why) => (FirstWrong, Why) = (at, why);

        public void Follow(LogRow e)
        {
            if (e.Seq != Seq + 1)
                Wrong(Seq + 1, $"event {Seq + 1} is missing; the next one is {e.Seq}");
            else if (e.BadColumn is { } column)
                Wrong(e.Seq, $"event {e.Seq} was changed after it was recorded: its {column} is not stored as it was");
            else if (!e.PrevHash.SequenceEqual(_hash))
                Wrong(e.Seq, $"event {e.Seq} does not follow the event before it");
            else if (!e.HashFits())
                Wrong(e.Seq, $"event {e.Seq} ({Encoding.UTF8.GetString(e.Stream)}, {Encoding.UTF8.GetString(e.Type)}) was changed after it was recorded");
            else if (VersionBefore(e) is var before && e.Version != before + 1)
                Wrong(e.Seq, $"event {e.Seq} is version {e.Version} of {Encoding.UTF8.GetString(e.Stream)}, after version {before}");
            else if (_signed.TryGetValue(e.Seq, out var signed) && signed != Encoding.ASCII.GetString(e.Hash))
                Wrong(e.Seq, $"event {e.Seq} is not the one that the checkpoint signed");
            if (Why is not null)
                return;
            Seq = e.Seq;
            e.Hash.CopyTo(_hash);
        }

        /// <summary>Remembers the version of the event as that of its stream, and returns the one before.</summary>
        private long VersionBefore(LogRow e)
        {
            Span<char> buffer = stackalloc char[256];
            ReadOnlySpan<char> stream = e.Stream.Length <= buffer.Length ? buffer[..Encoding.UTF8.GetChars(e.Stream, buffer)] : Encoding.UTF8.GetString(e.Stream);
            _ = _versions.TryGetValue(stream, out var before);
            _versions[stream] = e.Version;
            return before;
        }

        public void EndAt(LogHead? sealedHead, LogSigner signer)
        {
            var last = checkpoints.Count == 0 ? 0 : checkpoints.Max(c => c.Seq);
            if (sealedHead is not { } head)
                Wrong(Seq, "the sealed head of the log is missing");
            else if (!signer.Accepts(head))
                Wrong(Seq, $"the head of the log (event {head.Seq}) does not carry the seal of the key {signer.KeyId}");
            else if (head.Seq > Seq)
                Wrong(Seq + 1, $"the tail was cut off: {head.Seq} events were sealed, {Seq} are there");
            else if (head.Seq < Seq || head.Hash != Hash)
                Wrong(head.Seq + 1, $"the sealed head (event {head.Seq}) is not the last event ({Seq})");
            else if (last > Seq)
                Wrong(Seq + 1, $"the tail was cut off: a checkpoint signed {last} events, {Seq} are there");
        }
    }
}
