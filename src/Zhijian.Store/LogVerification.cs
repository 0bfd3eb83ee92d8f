using System.Data.Common;
using System.Text.Json;
using Dapper;

namespace Zhijian.Store;

/// <summary>What <c>zhijian verify</c> found: the log is whole, or the first place where it is not.</summary>
/// <param name="FirstWrong">The number of the first event that does not fit; null when the log is whole.</param>
public sealed record LogVerdict(long Events, string Hash, long? FirstWrong, string? Why, int Checkpoints)
{
    public bool IsWhole => Why is null;

    /// <summary><see cref="Why"/> in Chinese.</summary>
    public string? WhyZh { get; init; }

    public string? WhyIn(bool english) => english ? Why : WhyZh ?? Why;
}

/// <summary>The head of the log at some time, signed; kept outside the database so that a database that was cut back does not match it.</summary>
public sealed record Checkpoint(long Seq, string Hash, string At, string Signature);

/// <summary>Recomputes the chain from the first event. O(events), constant memory but for one number per stream.</summary>
public static class LogVerification
{
    public static async Task<LogVerdict> VerifyAsync(DbConnection connection, LogSigner signer, IReadOnlyList<Checkpoint> checkpoints)
    {
        var forged = checkpoints.FirstOrDefault(c => !signer.Accepts(c.Seq, c.Hash, c.Signature));
        if (forged is not null)
            return new LogVerdict(0, StoredEvent.Genesis, forged.Seq, $"checkpoint {forged.Seq}: the signature does not fit the key {signer.KeyId}", checkpoints.Count)
            {
                WhyZh = $"检查点 {forged.Seq} 的签名与密钥 {signer.KeyId} 不符",
            };

        var expected = checkpoints.Where(c => c.Seq > 0).GroupBy(c => c.Seq).ToDictionary(g => g.Key, g => g.Last().Hash);
        var versions = new Dictionary<string, long>(StringComparer.Ordinal);
        var (seq, hash) = (0L, StoredEvent.Genesis);
        LogVerdict Wrong(long at, string zh, string en) => new(seq, hash, at, en, checkpoints.Count) { WhyZh = zh };
        await foreach (var e in EventLog.ReadAllAsync(connection))
        {
            if (e.Seq != seq + 1)
                return Wrong(seq + 1, $"缺第 {seq + 1} 个事件，下一个是第 {e.Seq} 个", $"event {seq + 1} is missing; the next one is {e.Seq}");
            if (e.PrevHash != hash)
                return Wrong(e.Seq, $"第 {e.Seq} 个事件与前一个事件不衔接", $"event {e.Seq} does not follow the event before it");
            if (e.Hash != e.ComputeHash())
                return Wrong(e.Seq, $"第 {e.Seq} 个事件（{e.Stream}，{e.Type}）记录后被改过", $"event {e.Seq} ({e.Stream}, {e.Type}) was changed after it was recorded");
            if (e.Version != versions.GetValueOrDefault(e.Stream) + 1)
                return Wrong(e.Seq, $"第 {e.Seq} 个事件是 {e.Stream} 的第 {e.Version} 版，前一个是第 {versions.GetValueOrDefault(e.Stream)} 版", $"event {e.Seq} is version {e.Version} of {e.Stream}, after version {versions.GetValueOrDefault(e.Stream)}");
            if (expected.TryGetValue(e.Seq, out var signed) && signed != e.Hash)
                return Wrong(e.Seq, $"第 {e.Seq} 个事件不是检查点所签的那个", $"event {e.Seq} is not the one that the checkpoint signed");
            versions[e.Stream] = e.Version;
            (seq, hash) = (e.Seq, e.Hash);
        }

        var head = await connection.QuerySingleOrDefaultAsync<(long Seq, string Hash, string Signature)?>("SELECT seq, hash, signature FROM log_head WHERE id = 1");
        if (head is null)
            return Wrong(seq, "日志的签名末位不见了", "the signed head of the log is missing");
        if (head.Value.Seq > seq)
            return Wrong(seq + 1, $"尾部被截：已签到第 {head.Value.Seq} 个事件，现有 {seq} 个", $"the tail was cut off: {head.Value.Seq} events were signed, {seq} are there");
        if (head.Value.Seq < seq || head.Value.Hash != hash)
            return Wrong(head.Value.Seq + 1, $"签名末位（第 {head.Value.Seq} 个事件）不是最后一个事件（第 {seq} 个）", $"the signed head (event {head.Value.Seq}) is not the last event ({seq})");
        if (seq > 0 && !signer.Accepts(head.Value.Seq, head.Value.Hash, head.Value.Signature))
            return Wrong(seq, $"末位的签名与密钥 {signer.KeyId} 不符", $"the signature of the head does not fit the key {signer.KeyId}");
        var last = checkpoints.Count == 0 ? 0 : checkpoints.Max(c => c.Seq);
        if (last > seq)
            return Wrong(seq + 1, $"尾部被截：有检查点签到第 {last} 个事件，现有 {seq} 个", $"the tail was cut off: a checkpoint signed {last} events, {seq} are there");
        return new LogVerdict(seq, hash, null, null, checkpoints.Count);
    }
}

/// <summary>The file of signed checkpoints beside the database, one JSON object a line, only ever appended to.</summary>
public sealed class CheckpointFile(string path)
{
    public string Path => path;

    public void Append(Checkpoint checkpoint) => File.AppendAllText(path, JsonSerializer.Serialize(checkpoint, Json.Options) + "\n");

    /// <exception cref="InvalidDataException">A line is no checkpoint.</exception>
    public IReadOnlyList<Checkpoint> Read()
    {
        if (!File.Exists(path))
            return [];
        var lines = File.ReadAllLines(path);
        var result = new List<Checkpoint>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            try
            {
                result.Add(JsonSerializer.Deserialize<Checkpoint>(lines[i], Json.Options)!);
            }
            catch (JsonException) when (i == lines.Length - 1)
            {
                break; // a power cut in the middle of the last line; the one before still holds
            }
            catch (JsonException e)
            {
                throw new InvalidDataException($"{path}:{i + 1}: no checkpoint", e);
            }
        }
        return result;
    }
}
