using System.Data.Common;
using System.Text;
using Dapper;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>What <c>zhijian verify</c> found: the log is whole, or the first place where it is not.</summary>
/// <param name="FirstWrong">The number of the first event that does not fit; null when the log is whole or the fault is elsewhere.</param>
public sealed record LogVerdict(long Events, string Hash, long? FirstWrong, string? Why, int Checkpoints)
{
    public bool IsWhole => Why is null;

    /// <summary><see cref="Why"/> in Chinese.</summary>
    public string? WhyZh { get; init; }

    public string? WhyIn(bool english) => english ? Why : WhyZh ?? Why;
}

/// <summary>
/// Recomputes the chain from the first event, over the bytes as they lie in the database, in one snapshot of it: it may run while events
/// are recorded. O(events), constant memory but for one number per stream.
/// </summary>
public static class LogVerification
{
    public static async Task<LogVerdict> VerifyAsync(Snapshot snapshot, LogSigner signer, IReadOnlyList<Checkpoint> checkpoints)
    {
        if (checkpoints.FirstOrDefault(c => !signer.Accepts(c)) is { } forged)
            return new LogVerdict(0, StoredEvent.Genesis, forged.Seq, $"checkpoint {forged.Seq}: the signature does not fit the key {signer.KeyId}", checkpoints.Count)
            {
                WhyZh = $"检查点 {forged.Seq} 的签名与密钥 {signer.KeyId} 不符",
            };

        var chain = new Chain(checkpoints);
        await using (var rows = await LogRows.OpenAsync(snapshot.Connection, snapshot.Transaction))
        {
            var row = new LogRow();
            while (chain.Why is null && await rows.ReadAsync(row))
                chain.Follow(row);
        }
        if (chain.Why is null)
            chain.EndAt(await HeadAsync(snapshot.Connection, snapshot.Transaction), signer);
        return new LogVerdict(chain.Seq, chain.Hash, chain.FirstWrong, chain.Why?.En, checkpoints.Count) { WhyZh = chain.Why?.Zh };
    }

    internal static async Task<LogHead?> HeadAsync(DbConnection connection, DbTransaction? snapshot)
    {
        // a tuple: Dapper reads a nullable struct of any other kind as null
        var row = await connection.QuerySingleOrDefaultAsync<(long Seq, string Hash, string Seal)?>(
            "SELECT seq AS Seq, hash AS Hash, seal AS Seal FROM log_head WHERE id = 1", transaction: snapshot);
        return row is { } r ? new LogHead(r.Seq, r.Hash, r.Seal) : null;
    }

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

        public Text? Why { get; private set; }

        private void Wrong(long at, string zh, string en) => (FirstWrong, Why) = (at, new Text(zh, en));

        public void Follow(LogRow e)
        {
            if (e.Seq != Seq + 1)
                Wrong(Seq + 1, $"缺第 {Seq + 1} 个事件，下一个是第 {e.Seq} 个", $"event {Seq + 1} is missing; the next one is {e.Seq}");
            else if (e.BadColumn is { } column)
                Wrong(e.Seq, $"第 {e.Seq} 个事件记录后被改过：{column} 列不是原来的存法", $"event {e.Seq} was changed after it was recorded: its {column} is not stored as it was");
            else if (!e.PrevHash.SequenceEqual(_hash))
                Wrong(e.Seq, $"第 {e.Seq} 个事件与前一个事件不衔接", $"event {e.Seq} does not follow the event before it");
            else if (!e.HashFits())
                Wrong(e.Seq, $"第 {e.Seq} 个事件（{Encoding.UTF8.GetString(e.Stream)}，{Encoding.UTF8.GetString(e.Type)}）记录后被改过", $"event {e.Seq} ({Encoding.UTF8.GetString(e.Stream)}, {Encoding.UTF8.GetString(e.Type)}) was changed after it was recorded");
            else if (VersionBefore(e) is var before && e.Version != before + 1)
                Wrong(e.Seq, $"第 {e.Seq} 个事件是 {Encoding.UTF8.GetString(e.Stream)} 的第 {e.Version} 版，前一个是第 {before} 版", $"event {e.Seq} is version {e.Version} of {Encoding.UTF8.GetString(e.Stream)}, after version {before}");
            else if (_signed.TryGetValue(e.Seq, out var signed) && signed != Encoding.ASCII.GetString(e.Hash))
                Wrong(e.Seq, $"第 {e.Seq} 个事件不是检查点所签的那个", $"event {e.Seq} is not the one that the checkpoint signed");
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
                Wrong(Seq, "日志封印的末位不见了", "the sealed head of the log is missing");
            else if (!signer.Accepts(head))
                Wrong(Seq, $"日志末位（第 {head.Seq} 个事件）没有密钥 {signer.KeyId} 的封印", $"the head of the log (event {head.Seq}) does not carry the seal of the key {signer.KeyId}");
            else if (head.Seq > Seq)
                Wrong(Seq + 1, $"尾部被截：已封印到第 {head.Seq} 个事件，现有 {Seq} 个", $"the tail was cut off: {head.Seq} events were sealed, {Seq} are there");
            else if (head.Seq < Seq || head.Hash != Hash)
                Wrong(head.Seq + 1, $"封印的末位（第 {head.Seq} 个事件）不是最后一个事件（第 {Seq} 个）", $"the sealed head (event {head.Seq}) is not the last event ({Seq})");
            else if (last > Seq)
                Wrong(Seq + 1, $"尾部被截：有检查点签到第 {last} 个事件，现有 {Seq} 个", $"the tail was cut off: a checkpoint signed {last} events, {Seq} are there");
        }
    }
}
