using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Zhijian.Marks;

/// <summary>An array in a mapped file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly unsafe struct Mapped<T>(byte* start, long bytes)
    where T : unmanaged
{
    private readonly T* _start = (T*)start;

    public long Length { get; } = bytes / sizeof(T);

    public ref readonly T this[long at] => ref _start[at];

    /// <summary>Asks for it before it is needed: most of a search is waiting for memory.</summary>
    public void Prefetch(long at)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(_start + at);
    }

    public ReadOnlySpan<T> Slice(long from, int count) => new(_start + from, count);
}

/// <summary>Where the signs and the marks of a text begin; they end where those of the next begin.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TextPlace(uint signs, uint marks)
{
    public readonly uint Signs = signs;
    public readonly uint Marks = marks;
}

/// <summary>A text under its consonants; side by side those that are spelt alike.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct SpeltText(ulong Consonants, ulong Spelling, ulong Text)
{
    public static int Order(SpeltText a, SpeltText b) => (a.Consonants, a.Spelling, a.Text).CompareTo((b.Consonants, b.Spelling, b.Text));
}

/// <summary>The arrays of an index of marks, in the order of the file.</summary>
internal enum Section
{
    Records,
    RecordStarts,
    Signs,
    Texts,
    Marks,
    Classes,
    GroupStarts,
    Groups,
    Forward,
    Backward,
    BackwardOrder,
    Sound,
    SoundOrder,
    Suffixes,
    SuffixPlaces,
    Han,
    Latin,
}

/// <summary>
/// An index of word marks in one mapped file that never changes. Texts that fold alike are one; each has its marks, in the order of their numbers.
/// </summary>
public sealed unsafe class MarkFile : IDisposable
{
    internal const int HeaderBytes = 4096;
    internal const int ClassShift = 26; // an entry of Marks: the class above, the mark below
    internal const uint MarkBits = (1u << ClassShift) - 1;

    internal static ReadOnlySpan<byte> Magic => "ZJMARKS1"u8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    private MarkFile(string path, MemoryMappedFile file, MemoryMappedViewAccessor view, Signs signs)
    {
        (Path, _file, _view, SignTable) = (path, file, view, signs);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        Records = At<byte>(Section.Records);
        RecordStarts = At<ulong>(Section.RecordStarts);
        Signs = At<int>(Section.Signs);
        Places = At<TextPlace>(Section.Texts);
        Marks = At<uint>(Section.Marks);
        Classes = At<ulong>(Section.Classes);
        GroupStarts = At<uint>(Section.GroupStarts);
        Groups = At<ushort>(Section.Groups);
        Forward = At<TrieNode>(Section.Forward);
        Backward = At<TrieNode>(Section.Backward);
        BackwardOrder = At<uint>(Section.BackwardOrder);
        Sound = At<TrieNode>(Section.Sound);
        SoundOrder = At<uint>(Section.SoundOrder);
        Suffixes = At<uint>(Section.Suffixes);
        SuffixPlaces = At<byte>(Section.SuffixPlaces);
        Han = At<SpeltText>(Section.Han);
        Latin = At<SpeltText>(Section.Latin);
    }

    public string Path { get; }

    public int Count => (int)(RecordStarts.Length - 1);

    /// <summary>How many texts are left when those that fold alike are one.</summary>
    public int Texts => (int)(Places.Length - 1);

    internal Signs SignTable { get; }

    internal Mapped<byte> Records { get; }

    internal Mapped<ulong> RecordStarts { get; }

    internal Mapped<int> Signs { get; }

    internal Mapped<TextPlace> Places { get; }

    internal Mapped<uint> Marks { get; }

    internal Mapped<ulong> Classes { get; }

    internal Mapped<uint> GroupStarts { get; }

    internal Mapped<ushort> Groups { get; }

    internal Mapped<TrieNode> Forward { get; }

    internal Mapped<TrieNode> Backward { get; }

    internal Mapped<uint> BackwardOrder { get; }

    internal Mapped<TrieNode> Sound { get; }

    internal Mapped<uint> SoundOrder { get; }

    internal Mapped<uint> Suffixes { get; }

    internal Mapped<byte> SuffixPlaces { get; }

    internal Mapped<SpeltText> Han { get; }

    internal Mapped<SpeltText> Latin { get; }

    /// <exception cref="MarkFileException">It is no such file, or was written with other tables of characters.</exception>
    public static MarkFile Open(string path, Signs signs)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        var header = new byte[HeaderBytes];
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes || !header.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            throw new MarkFileException(path, "not an index of marks");
        if (!header.AsSpan(Magic.Length, 32).SequenceEqual(signs.Fingerprint))
            throw new MarkFileException(path, "the tables of characters have changed since it was written");
        var last = (int)Section.Latin;
        var (from, bytes) = Place(header, last);
        if (from + bytes != stream.Length)
            throw new MarkFileException(path, "not whole");
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        return new MarkFile(path, file, file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), signs);
    }

    internal ReadOnlySpan<int> Text(uint text) => Signs.Slice(Places[text].Signs, LengthOf(text));

    internal int LengthOf(uint text) => (int)(Places[text + 1].Signs - Places[text].Signs);

    internal int CountOf(uint text) => (int)(Places[text + 1].Marks - Places[text].Marks);

    internal ReadOnlySpan<uint> MarksOf(uint text) => Marks.Slice(Places[text].Marks, CountOf(text));

    internal uint FirstMarkOf(uint text) => Marks[Places[text].Marks] & MarkBits;

    internal ReadOnlySpan<ushort> GroupsOf(uint mark) => Groups.Length == 0 ? [] : Groups.Slice(GroupStarts[mark], (int)(GroupStarts[mark + 1] - GroupStarts[mark]));

    internal ReadOnlySpan<byte> NumberOf(uint mark)
    {
        var record = Record(mark);
        return record[..record.IndexOf((byte)'\t')];
    }

    internal RegisteredMark Read(uint mark, int niceClass)
    {
        var fields = Encoding.UTF8.GetString(Record(mark)).Split('\t');
        return new RegisteredMark(fields[0], fields[1], niceClass, [.. GroupsOf(mark).ToArray()], fields[2], fields[3]);
    }

    /// <summary>The text of these signs, or null where no mark has it.</summary>
    internal uint? Find(ReadOnlySpan<int> signs)
    {
        var (low, high) = (0L, (long)Texts);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Text((uint)middle).SequenceCompareTo(signs) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low < Texts && Text((uint)low).SequenceEqual(signs) ? (uint)low : null;
    }

    /// <summary>The mark of this number, or null.</summary>
    internal uint? Numbered(ReadOnlySpan<byte> number)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (NumberOf((uint)middle).SequenceCompareTo(number) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low < Count && NumberOf((uint)low).SequenceEqual(number) ? (uint)low : null;
    }

    /// <summary>Where among the suffixes those stand that begin with these signs. O(length · log n).</summary>
    internal (long From, long To) SuffixesOf(ReadOnlySpan<int> part)
    {
        return (Bound(part, after: false), Bound(part, after: true));

        long Bound(ReadOnlySpan<int> signs, bool after)
        {
            var (low, high) = (0L, Suffixes.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var suffix = Text(Suffixes[middle])[SuffixPlaces[middle]..];
                var order = suffix[..Math.Min(suffix.Length, signs.Length)].SequenceCompareTo(signs);
                if (order < 0 || after && order == 0)
                    low = middle + 1;
                else
                    high = middle;
            }
            return low;
        }
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    internal static (long From, long Bytes) Place(ReadOnlySpan<byte> header, int section)
    {
        var places = MemoryMarshal.Cast<byte, long>(header[64..]);
        return (places[2 * section], places[2 * section + 1]);
    }

    private ReadOnlySpan<byte> Record(uint mark) => Records.Slice((long)RecordStarts[mark], (int)(RecordStarts[mark + 1] - RecordStarts[mark]));

    private Mapped<T> At<T>(Section section)
        where T : unmanaged
    {
        var (from, bytes) = Place(new ReadOnlySpan<byte>(_start, HeaderBytes), (int)section);
        return new Mapped<T>(_start + from, bytes);
    }
}
