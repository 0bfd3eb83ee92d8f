using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Zhijian.Store;

/// <summary>
/// One event as it lies in the log. <see cref="Hash"/> covers every other field and the hash before it, so no row can be changed,
/// removed, swapped or inserted without breaking the chain.
/// </summary>
public sealed record StoredEvent
{
    /// <summary>Place in the whole log, from 1 without a gap.</summary>
    public required long Seq { get; init; }

    /// <summary>The matter (or person) to which it belongs.</summary>
    public required string Stream { get; init; }

    /// <summary>Place in its stream, from 1 without a gap.</summary>
    public required long Version { get; init; }

    public required string Type { get; init; }

    public required int Schema { get; init; }

    /// <summary>The event as JSON, to the letter as it was hashed.</summary>
    public required string Data { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string Actor { get; init; }

    public required string Office { get; init; }

    /// <summary>When the act took place: yyyy-MM-dd, or as much of it as is known.</summary>
    public required string ActedOn { get; init; }

    /// <summary>When it was recorded, UTC, ISO 8601 with milliseconds.</summary>
    public required string RecordedAt { get; init; }

    public required string PrevHash { get; init; }

    public required string Hash { get; init; }

    /// <summary>The hash before the first event.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>SHA-256 over all fields but the hash itself, each preceded by its length, in hexadecimal.</summary>
    public string ComputeHash()
    {
        var size = 64 + Encoding.UTF8.GetMaxByteCount(
            Stream.Length + Type.Length + Data.Length + Actor.Length + Office.Length + ActedOn.Length + RecordedAt.Length + PrevHash.Length) + 64;
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            var at = 0;
            Number(buffer, ref at, Seq);
            Field(buffer, ref at, Stream);
            Number(buffer, ref at, Version);
            Field(buffer, ref at, Type);
            Number(buffer, ref at, Schema);
            Field(buffer, ref at, Data);
            Field(buffer, ref at, Actor);
            Field(buffer, ref at, Office);
            Field(buffer, ref at, ActedOn);
            Field(buffer, ref at, RecordedAt);
            Field(buffer, ref at, PrevHash);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(buffer.AsSpan(0, at), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static void Number(byte[] buffer, ref int at, long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.AsSpan(at), value);
        at += 8;
    }

    private static void Field(byte[] buffer, ref int at, string text)
    {
        var written = Encoding.UTF8.GetBytes(text, buffer.AsSpan(at + 4));
        BinaryPrimitives.WriteInt32BigEndian(buffer.AsSpan(at), written);
        at += 4 + written;
    }
}
