using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Zhijian.Store;

/// <summary>
/// A row of the log as bytes, laid out as <see cref="StoredEvent.ComputeHash"/> hashes it. No text is decoded: two different byte sequences
/// could decode to the same characters. Used again for every row.
/// </summary>
internal sealed class LogRow
{
    private byte[] _bytes = new byte[4096];
    private int _length;
    private (int Start, int Length) _stream, _type, _prevHash;
    private readonly byte[] _hash = new byte[64];

    public long Seq { get; private set; }

    public long Version { get; private set; }

    /// <summary>The first column whose value has another kind or form than the log writes; the row is worthless then.</summary>
    public string? BadColumn { get; private set; }

    public ReadOnlySpan<byte> Stream => Part(_stream);

    public ReadOnlySpan<byte> Type => Part(_type);

    public ReadOnlySpan<byte> PrevHash => Part(_prevHash);

    public ReadOnlySpan<byte> Hash => _hash;

    public bool HashFits()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> hex = stackalloc byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.AsSpan(0, _length), hash);
        return Convert.TryToHexStringLower(hash, hex, out _) && hex.SequenceEqual(_hash);
    }

    public void Clear() => (_length, BadColumn) = (0, null);

    /// <summary>Columns come in the order of <see cref="Columns"/>.</summary>
    public void Number(int column, long value)
    {
        Room(8);
        BinaryPrimitives.WriteInt64BigEndian(_bytes.AsSpan(_length), value);
        _length += 8;
        if (column == 0)
            Seq = value;
        else if (column == 2)
            Version = value;
    }

    public void Text(int column, ReadOnlySpan<byte> value)
    {
        if (column == HashColumn)
        {
            if (value.Length == _hash.Length)
                value.CopyTo(_hash);
            else
                Bad(column);
            return;
        }
        Room(4 + value.Length);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), value.Length);
        value.CopyTo(_bytes.AsSpan(_length + 4));
        var part = (_length + 4, value.Length);
        _length += 4 + value.Length;
        switch (column)
        {
            case 1:
                _stream = part;
                break;
            case 3:
                _type = part;
                break;
            case 10:
                _prevHash = part;
                break;
        }
    }

    public void Bad(int column) => BadColumn ??= Columns[column];

    public static readonly string[] Columns =
        ["seq", "stream", "version", "type", "schema", "data", "actor", "office", "acted_on", "recorded_at", "prev_hash", "hash"];

    public static bool IsNumber(int column) => column is 0 or 2 or 4;

    private const int HashColumn = 11;

    private ReadOnlySpan<byte> Part((int Start, int Length) part) => _bytes.AsSpan(part.Start, part.Length);

    private void Room(int more)
    {
        if (_length + more > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
    }
}
