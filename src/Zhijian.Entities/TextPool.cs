using System.Text;
using System.Runtime.InteropServices;

namespace Zhijian.Entities;

/// <summary>Distinct texts by number, kept as UTF-8: ten million rows repeat themselves, and a row is then a number a column.</summary>
public sealed class TextPool
{
    private const int FirstChunk = 1 << 12;
    private const int LargestChunk = 1 << 22;

    private readonly List<byte[]> _chunks = [new byte[FirstChunk]];
    private int _filled;
    private int[] _slots = new int[1 << 10];
    private ulong[] _hashes = new ulong[1 << 9];
    private long[] _starts = new long[1 << 9];
    private int[] _lengths = new int[1 << 9];

    public int Count { get; private set; }

    public string this[int number] => Encoding.UTF8.GetString(Bytes(number));

    internal ReadOnlySpan<byte> Bytes(int number) => _chunks[(int)(_starts[number] >> 32)].AsSpan((int)_starts[number], _lengths[number]);

    public int Add(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var buffer = most <= 1024 ? stackalloc byte[most] : new byte[most];
        return Add(buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
    }

    public int Add(ReadOnlySpan<byte> text) => Add(text, Hash(text));

    /// <summary>The same where the hash is known already, as of another pool.</summary>
    internal int Add(ReadOnlySpan<byte> text, ulong hash)
    {
        var at = (int)hash & (_slots.Length - 1);
        for (; _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            var known = _slots[at] - 1;
            if (_hashes[known] == hash && Bytes(known).SequenceEqual(text))
                return known;
        }
        if (Count == _hashes.Length)
        {
            Expect(Count);
            at = Free(hash);
        }
        if (_filled + text.Length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(Math.Min(2 * _chunks[^1].Length, LargestChunk), text.Length)]);
            _filled = 0;
        }
        text.CopyTo(_chunks[^1].AsSpan(_filled));
        _hashes[Count] = hash;
        _starts[Count] = ((long)(_chunks.Count - 1) << 32) | (uint)_filled;
        _lengths[Count] = text.Length;
        _filled += text.Length;
        _slots[at] = ++Count;
        return Count - 1;
    }

    /// <summary>Makes room for that many more.</summary>
    internal void Expect(int texts)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(Count + texts));
        if (size <= _hashes.Length)
            return;
        Array.Resize(ref _hashes, size);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _lengths, size);
        _slots = new int[size * 2];
        for (var i = 0; i < Count; i++)
            _slots[Free(_hashes[i])] = i + 1;
    }

    private int Free(ulong hash)
    {
        var at = (int)hash & (_slots.Length - 1);
        while (_slots[at] != 0)
            at = (at + 1) & (_slots.Length - 1);
        return at;
    }

    internal ulong HashOf(int number) => _hashes[number];

    internal static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 0x9E3779B97F4A7C15UL ^ (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(text));
            text = text[8..];
        }
        ulong tail = 0;
        for (var i = 0; i < text.Length; i++)
            tail |= (ulong)text[i] << (8 * i);
        return Mix(hash ^ tail);
    }

    internal static ulong Mix(ulong x)
    {
        var high = Math.BigMul(x ^ 0xA0761D6478BD642FUL, 0xE7037ED1A0B428DBUL, out var low);
        return high ^ low;
    }
}
