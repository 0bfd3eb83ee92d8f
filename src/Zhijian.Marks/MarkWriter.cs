using System.Runtime.InteropServices;
using System.Text;

namespace Zhijian.Marks;

/// <summary>
/// Writes an index of marks: O(n log n) in the signs of all marks. The file appears under its name when it is whole. Memory: some 60 bytes a mark,
/// for as long as it builds.
/// </summary>
public static class MarkWriter
{
    /// <param name="marks">In the order of their numbers (bytes of UTF-8); a mark without words is left out.</param>
    /// <returns>How many marks were taken.</returns>
    /// <exception cref="ArgumentException">A number comes twice or out of order.</exception>
    public static int Write(string path, IEnumerable<RegisteredMark> marks, Signs signs, CancellationToken ct = default)
    {
        var draft = path + ".draft";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        int count;
        using (var file = new SectionFile(draft, signs))
        {
            var read = Records.Read(file, marks, signs, ct);
            count = read.Count;
            var texts = Unique(file, read, ct);
            read = null;
            Tries(file, texts, signs, ct);
            Suffixes(file, texts, ct);
            Transliterations(file, texts, signs);
            file.Close();
        }
        File.Move(draft, path, overwrite: true);
        return count;
    }

    /// <summary>What is kept of the marks while the index is built.</summary>
    private sealed class Records
    {
        public required int[] Signs { get; init; }

        public required uint[] Starts { get; init; }

        public required byte[] Classes { get; init; }

        public int Count => Classes.Length;

        public static Records Read(SectionFile file, IEnumerable<RegisteredMark> marks, Signs table, CancellationToken ct)
        {
            var (signs, starts, classes) = (new List<int>(1 << 20), new List<uint>(1 << 20) { 0 }, new List<byte>(1 << 20));
            var (recordStarts, groupStarts, groups) = (new List<ulong>(1 << 20) { 0 }, new List<uint>(1 << 20) { 0 }, new List<ushort>());
            var (bytes, before) = (0UL, Array.Empty<byte>());
            file.Begin(Section.Records);
            foreach (var mark in marks)
            {
                if ((classes.Count & 0xFFF) == 0)
                    ct.ThrowIfCancellationRequested();
                var of = table.Of(mark.Written);
                if (of.Length == 0)
                    continue;
                var number = Encoding.UTF8.GetBytes(Field(mark.Number));
                if (before.AsSpan().SequenceCompareTo(number) >= 0)
                    throw new ArgumentException($"mark {mark.Number} comes twice or out of order", nameof(marks));
                if (classes.Count > MarkFile.MarkBits)
                    throw new ArgumentException($"more than {MarkFile.MarkBits + 1} marks", nameof(marks));
                before = number;
                var rest = Encoding.UTF8.GetBytes($"\t{Field(mark.Written)}\t{Field(mark.Applicant)}\t{Field(mark.Status)}");
                file.Write<byte>(number);
                file.Write<byte>(rest);
                recordStarts.Add(bytes += (ulong)(number.Length + rest.Length));
                signs.AddRange(of);
                starts.Add((uint)signs.Count);
                classes.Add((byte)(mark.NiceClass is >= 1 and <= 45 ? mark.NiceClass : 0));
                groups.AddRange(mark.Groups.Where(g => g is > 0 and <= ushort.MaxValue).Select(g => (ushort)g));
                groupStarts.Add((uint)groups.Count);
            }
            file.End();
            file.Put<ulong>(Section.RecordStarts, CollectionsMarshal.AsSpan(recordStarts));
            if (groups.Count > 0)
            {
                file.Put<uint>(Section.GroupStarts, CollectionsMarshal.AsSpan(groupStarts));
                file.Put<ushort>(Section.Groups, CollectionsMarshal.AsSpan(groups));
            }
            return new Records { Signs = [.. signs], Starts = [.. starts], Classes = [.. classes] };
        }

        private static string Field(string text) => text.Replace('\t', ' ');
    }

    private static SignTexts Unique(SectionFile file, Records read, CancellationToken ct)
    {
        var all = new SignTexts(read.Signs, read.Starts);
        var order = SignSort.Order(all);
        ct.ThrowIfCancellationRequested();
        var (signs, starts, places, classes) = (new List<int>(), new List<uint> { 0 }, new List<TextPlace>(), new List<ulong>());
        var marks = new uint[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            var mark = order[i];
            var of = all[mark];
            if (i == 0 || !of.SequenceEqual(all[order[i - 1]]))
            {
                places.Add(new TextPlace((uint)signs.Count, (uint)i));
                signs.AddRange(of);
                starts.Add((uint)signs.Count);
                classes.Add(0);
            }
            classes[^1] |= 1UL << read.Classes[mark];
            marks[i] = (uint)read.Classes[mark] << MarkFile.ClassShift | mark;
        }
        places.Add(new TextPlace((uint)signs.Count, (uint)order.Length));
        file.Put<int>(Section.Signs, CollectionsMarshal.AsSpan(signs));
        file.Put<TextPlace>(Section.Texts, CollectionsMarshal.AsSpan(places));
        file.Put<uint>(Section.Marks, marks);
        file.Put<ulong>(Section.Classes, CollectionsMarshal.AsSpan(classes));
        return new SignTexts([.. signs], [.. starts]);
    }

    private static void Tries(SectionFile file, SignTexts texts, Signs signs, CancellationToken ct)
    {
        file.Put<TrieNode>(Section.Forward, SignTrie.Build(texts, [.. Enumerable.Range(0, texts.Count).Select(i => (uint)i)]));
        ct.ThrowIfCancellationRequested();
        var reversed = texts.Reversed();
        var order = SignSort.Order(reversed);
        file.Put<TrieNode>(Section.Backward, SignTrie.Build(reversed, order));
        file.Put<uint>(Section.BackwardOrder, order);
        ct.ThrowIfCancellationRequested();
        var sounds = texts.Map(signs.Sound);
        // what has no reading is found by its letters
        order = SignSort.Order(sounds, [.. Enumerable.Range(0, texts.Count).Select(i => (uint)i).Where(i => sounds[i].ContainsAnyInRange(Marks.Signs.FirstSound, int.MaxValue))]);
        file.Put<TrieNode>(Section.Sound, SignTrie.Build(sounds, order));
        file.Put<uint>(Section.SoundOrder, order);
    }

    private static void Suffixes(SectionFile file, SignTexts texts, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var textAt = new uint[texts.All.Length];
        var count = 0;
        for (var text = 0u; text < texts.Count; text++)
        {
            var of = texts[text];
            textAt.AsSpan((int)texts.Starts[text], of.Length).Fill(text);
            count += of.Length - 1;
        }
        var (keys, items) = (new ulong[count], new uint[count]);
        var at = 0;
        for (var text = 0u; text < texts.Count; text++)
            for (var i = texts.Starts[text]; i + 1 < texts.Starts[text + 1]; i++)
                (keys[at], items[at++]) = (SignSort.Key(Suffix(i)), i);
        SignSort.Sort(keys, items, Suffix);
        var places = new byte[count];
        for (var i = 0; i < count; i++)
        {
            var text = textAt[items[i]];
            places[i] = (byte)(items[i] - texts.Starts[text]);
            items[i] = text;
        }
        file.Put<uint>(Section.Suffixes, items);
        file.Put<byte>(Section.SuffixPlaces, places);

        ReadOnlySpan<int> Suffix(uint from) => texts.All.AsSpan((int)from, (int)(texts.Starts[textAt[from] + 1] - from));
    }

    private static void Transliterations(SectionFile file, SignTexts texts, Signs signs)
    {
        var (han, latin) = (new List<SpeltText>(), new List<SpeltText>());
        for (var text = 0u; text < texts.Count; text++)
            foreach (var spelling in Transliteration.Of(signs, texts[text]))
                (Transliteration.IsLatin(texts[text]) ? latin : han).Add(new SpeltText(spelling.Consonants, spelling.Key, text));
        han.Sort(SpeltText.Order);
        file.Put<SpeltText>(Section.Han, CollectionsMarshal.AsSpan(han));
        latin.Sort(SpeltText.Order);
        file.Put<SpeltText>(Section.Latin, CollectionsMarshal.AsSpan(latin));
    }
}

/// <summary>A file of arrays, each from a multiple of 64 bytes on; where they are stands in its header.</summary>
internal sealed class SectionFile : IDisposable
{
    private readonly FileStream _file;
    private readonly byte[] _header = new byte[MarkFile.HeaderBytes];
    private Section _open;
    private long _from;

    public SectionFile(string path, Signs signs)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20);
        _file.Write(_header); // the place of it; what it says comes last
        MarkFile.Magic.CopyTo(_header);
        signs.Fingerprint.CopyTo(_header.AsSpan(MarkFile.Magic.Length));
    }

    public void Begin(Section section)
    {
        _file.Write(new byte[(64 - _file.Position % 64) % 64]);
        (_open, _from) = (section, _file.Position);
    }

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        while (values.Length > 0)
        {
            var some = values[..Math.Min(values.Length, 1 << 24)]; // the bytes of all may be more than a span can hold
            _file.Write(MemoryMarshal.AsBytes(some));
            values = values[some.Length..];
        }
    }

    public void End()
    {
        var places = MemoryMarshal.Cast<byte, long>(_header.AsSpan(64));
        (places[2 * (int)_open], places[2 * (int)_open + 1]) = (_from, _file.Position - _from);
    }

    public void Put<T>(Section section, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Begin(section);
        Write(values);
        End();
    }

    public void Close()
    {
        _file.Position = 0;
        _file.Write(_header);
        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
