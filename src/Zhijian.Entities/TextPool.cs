using System.Text;
using System.Runtime.InteropServices;

namespace Zhijian.Entities;

/// <summary>Distinct texts by number, kept as UTF-8: ten million rows repeat themselves, and a row is then a number a column.</summary>
public sealed class TextPool
{
    private const int ChunkBits = 22;

    private readonly List<byte[]> _chunks = [new byte[1 << ChunkBits]];
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

    public int Add(ReadOnlySpan<byte> text)
    {
        var hash = Hash(text);
        var at = (int)hash & (_slots.Length - 1);
        for (; _slots[at] != 0; at = (at + 1) & (_slots.Length - 1))
        {
            var known = _slots[at] - 1;
            if (_hashes[known] == hash && Bytes(known).SequenceEqual(text))
                return known;
        }
        if (Count == _hashes.Length)
        {
            Grow();
            at = Free(hash);
        }
        if (_filled + text.Length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(1 << ChunkBits, text.Length)]);
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

    private void Grow()
    {
        Array.Resize(ref _hashes, Count * 2);
        Array.Resize(ref _starts, Count * 2);
        Array.Resize(ref _lengths, Count * 2);
        _slots = new int[_hashes.Length * 2];
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
