using System.Numerics;
using System.Runtime.InteropServices;
using Zhijian.Kernel;
using Zhijian.Kernel.Identifiers;

namespace Zhijian.Entities;

/// <summary>How two values are compared.</summary>
internal enum Comparing
{
    Text,
    Core,
    Date,
    Id,
    Phone,
    Door,
    Same,
    Branch,
}

/// <summary>Distinct values by number, with what comparing them needs. The texts lie side by side: ten million strings would keep the collector busy.</summary>
internal sealed class ValueSet
{
    private const int KnownBits = 14;

    private readonly TextPool _texts = new(); // of UTF-16, as the kernels compare it
    private ulong[] _known = [];

    public int Count => _texts.Count;

    public ulong[] Masks { get; private set; } = [];

    /// <summary>Equal for what sounds the same; 0 where nothing is said.</summary>
    public ulong[] Sounds { get; private set; } = [];

    /// <summary>What hearing and typing leave standing, up to eight letters.</summary>
    public ulong[] Skeletons { get; private set; } = [];

    public ReadOnlySpan<char> this[int number] => MemoryMarshal.Cast<byte, char>(_texts.Bytes(number));

    public int Add(ReadOnlySpan<char> text) => _texts.Add(MemoryMarshal.AsBytes(text));

    /// <summary>All values of another set, in its order.</summary>
    /// <returns>Their numbers in this one.</returns>
    public int[] Add(ValueSet other)
    {
        var numbers = new int[other.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = _texts.Add(other._texts.Bytes(i), other._texts.HashOf(i));
        return numbers;
    }

    public void Expect(int values) => _texts.Expect(values);

    /// <summary>
    /// How alike two values are, if it was asked a short while ago: what is rare in a set is not compared often, and what is frequent again and again. One
    /// word holds both values and the answer, so threads need no lock.
    /// </summary>
    public int? Known(int a, int b) => _known[Slot(a, b)] is var known && known >> 3 == Pair(a, b) ? (int)(known & 7) : null;

    public int Know(int a, int b, int level)
    {
        _known[Slot(a, b)] = Pair(a, b) << 3 | (uint)level;
        return level;
    }

    private static ulong Pair(int a, int b) => (ulong)(uint)a << 30 | (uint)b;

    private static int Slot(int a, int b) => (int)(Pair(a, b) * 0x9E3779B97F4A7C15UL >> (64 - KnownBits));

    /// <summary>Works out what is derived of the values that came since the last time.</summary>
    public void Complete(Cleaning cleaning, Comparing how)
    {
        const int lot = 4096;
        var from = Masks.Length;
        if (from == Count)
            return;
        var (masks, sounds, skeletons) = (Masks, Sounds, Skeletons);
        Array.Resize(ref masks, Count);
        Array.Resize(ref sounds, Count);
        Array.Resize(ref skeletons, Count);
        var speaks = how is Comparing.Text or Comparing.Core;
        if (speaks && _known.Length == 0)
            _known = new ulong[1 << KnownBits];
        var work = (int job) =>
        {
            var end = Math.Min(Count, from + (job + 1) * lot);
            for (var i = from + job * lot; i < end; i++)
            {
                var text = this[i];
                masks[i] = StringKernels.Mask(text);
                if (!speaks)
                    continue;
                var said = cleaning.Sound(text.ToString(), how == Comparing.Text);
                sounds[i] = TextPool.Hash(MemoryMarshal.AsBytes<char>(said));
                skeletons[i] = Cleaning.Skeleton(Cleaning.IsHan(text[0]) ? said : text);
            }
        };
        Parallel.For(0, (Count - from + lot - 1) / lot, work);
        (Masks, Sounds, Skeletons) = (masks, sounds, skeletons);
    }
}

/// <summary>One thing that is compared: a column, or a part of one.</summary>
internal sealed class Feature(string name, int column, int part, Comparing how, ValueSet set)
{
    public const int MostLevels = 7; // and missing: three bits of a pattern

    public string Name => name;

    public int Column => column;

    public int Part => part;

    public Comparing How => how;

    public ValueSet Set => set;

    /// <summary>A name may stand in the column of another name: the features where that can be.</summary>
    public int[] Others { get; set; } = [];

    public int Levels => (how switch { Comparing.Text or Comparing.Core => 6, Comparing.Date => 5, Comparing.Id or Comparing.Phone or Comparing.Door => 4, _ => 2 }) + (Others.Length > 0 ? 1 : 0);

    public int Exact => how switch { Comparing.Text or Comparing.Core => 5, Comparing.Date => 4, Comparing.Id or Comparing.Phone or Comparing.Door => 3, _ => 1 };

    public int Moved => Exact + 1;

    /// <summary>Which parts a kind has.</summary>
    public static IReadOnlyList<(string Part, Comparing How)> Of(ColumnKind kind) => kind switch
    {
        ColumnKind.Company => [("core", Comparing.Core), ("place", Comparing.Same), ("trade", Comparing.Text), ("form", Comparing.Same), ("branch", Comparing.Branch)],
        ColumnKind.Address => [("street", Comparing.Text), ("number", Comparing.Door), ("area", Comparing.Same)],
        ColumnKind.Date => [("", Comparing.Date)],
        ColumnKind.Id => [("", Comparing.Id)],
        ColumnKind.Phone => [("", Comparing.Phone)],
        _ => [("", Comparing.Text)],
    };

    /// <summary>How alike two different values are, 0 for not at all.</summary>
    public int Level(int a, int b) => how switch
    {
        Comparing.Text => Text(a, b),
        Comparing.Core => Core(a, b),
        Comparing.Date => Date(set[a], set[b]),
        Comparing.Id => Id(a, b),
        Comparing.Phone => Phone(a, b),
        Comparing.Door => Door(set[a], set[b]),
        _ => 0,
    };

    /// <summary>A level in words.</summary>
    public Text Says(int level) => level == Moved ? new Text("在另一名字列中", "stands in the column of another name")
        : level == Exact ? new Text("相同", "the same")
        : level == 0 ? how == Comparing.Branch ? new Text("只有一个是分支机构，或分支不同", "only one is a branch, or they are different ones") : new Text("不同", "different")
        : (how, level) switch
        {
            (Comparing.Text or Comparing.Core, 4) => new Text("读音或拼写相同", "sounds or is spelt the same"),
            (Comparing.Core, 3) => new Text("一个是另一个的简称", "one is a short form of the other"),
            (Comparing.Core, 2) => new Text("差一个字", "one character differs"),
            (Comparing.Text, 3) => new Text("几乎相同", "nearly the same"),
            (Comparing.Date, 3) => new Text("差一位数字，或月日互换", "one digit differs, or day and month changed places"),
            (Comparing.Date, 2) => new Text("年、月、日中两项相同", "two of year, month and day agree"),
            (Comparing.Date, 1) => new Text("同年", "the same year"),
            (Comparing.Id, 2) => new Text("差一位，或新旧号码", "one place differs, or old and new form"),
            (Comparing.Id, 1) => new Text("差两位", "two places differ"),
            (Comparing.Phone, 2) => new Text("区号有无之别", "with and without the area code"),
            (Comparing.Phone, 1) => new Text("差一位", "one digit differs"),
            (Comparing.Door, 2) => new Text("一个更详细", "one says more"),
            (Comparing.Door, 1) => new Text("门牌相同，其余不同", "the house agrees, the rest does not"),
            _ => level >= 2 ? new Text("相似", "alike") : new Text("略有相似", "a little alike"),
        };

    private bool Apart(int a, int b)
    {
        var (x, y) = (set.Masks[a], set.Masks[b]);
        return BitOperations.PopCount(x & y) * 3 < Math.Min(BitOperations.PopCount(x), BitOperations.PopCount(y));
    }

    private int Text(int a, int b)
    {
        if (set.Sounds[a] == set.Sounds[b])
            return 4;
        return Apart(a, b) ? 0 : set.Known(a, b) ?? set.Know(a, b, Likeness(a, b));
    }

    private int Likeness(int a, int b)
    {
        ReadOnlySpan<char> x = set[a], y = set[b];
        var longer = Math.Max(x.Length, y.Length);
        var shorter = Math.Min(x.Length, y.Length);
        if ((longer - shorter) * 5 <= longer && BitOperations.PopCount(set.Masks[a] ^ set.Masks[b]) * 5 <= longer * 2 && StringKernels.Edits(x, y) * 5 <= longer)
            return 3;
        if (!MayBeAlike(a, b, x, y))
            return 0;
        var alike = StringKernels.JaroWinkler(x, y);
        return alike >= 0.88 ? 2
            : alike >= 0.75 || (shorter >= 2 && (x.Length > y.Length ? x.IndexOf(y) : y.IndexOf(x)) >= 0) ? 1
            : 0;
    }

    /// <summary>The most that Jaro-Winkler can come to, from the characters that both have.</summary>
    private bool MayBeAlike(int a, int b, ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var (bitsX, bitsY, both) = (BitOperations.PopCount(set.Masks[a]), BitOperations.PopCount(set.Masks[b]), BitOperations.PopCount(set.Masks[a] & set.Masks[b]));
        if (both >= Math.Min(bitsX, bitsY))
            return true; // one may stand within the other
        double common = Math.Min(Math.Min(x.Length, y.Length), both + Math.Max(x.Length - bitsX, y.Length - bitsY));
        var jaro = (common / x.Length + common / y.Length + 1) / 3;
        return (x[0] == y[0] ? jaro + 0.4 * (1 - jaro) : jaro) >= 0.75;
    }

    private int Core(int a, int b)
    {
        if (set.Sounds[a] == set.Sounds[b])
            return 4;
        if ((set.Masks[a] & set.Masks[b]) == 0)
            return 0;
        ReadOnlySpan<char> x = set[a], y = set[b];
        if (x.Length > y.Length)
        {
            var longer = x;
            x = y;
            y = longer;
        }
        if (x.Length >= 2 && Within(x, y))
            return 3; // a short form: 中石化 of 中国石油化工
        var edits = StringKernels.Edits(x, y);
        return edits == 1 || edits * 5 <= y.Length ? 2 : x[0] == y[0] || StringKernels.JaroWinkler(x, y) >= 0.7 ? 1 : 0;
    }

    private static bool Within(ReadOnlySpan<char> shorter, ReadOnlySpan<char> longer)
    {
        var found = 0;
        foreach (var c in longer)
            if (found < shorter.Length && c == shorter[found])
                found++;
        return found == shorter.Length;
    }

    private static int Date(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        if (x.Length != 8 || y.Length != 8)
            return StringKernels.Edits(x, y) <= 1 ? 3 : 0;
        var (year, month, day) = (x[..4].SequenceEqual(y[..4]), x[4..6].SequenceEqual(y[4..6]), x[6..].SequenceEqual(y[6..]));
        if (StringKernels.Edits(x, y) <= 1 || (year && x[4..6].SequenceEqual(y[6..]) && x[6..].SequenceEqual(y[4..6])))
            return 3;
        return (year ? 1 : 0) + (month ? 1 : 0) + (day ? 1 : 0) >= 2 ? 2 : year ? 1 : 0;
    }

    private int Id(int a, int b)
    {
        if (BitOperations.PopCount(set.Masks[a] ^ set.Masks[b]) > 4)
            return 0;
        ReadOnlySpan<char> x = set[a], y = set[b];
        if (x.Length >= 17 && y.Length >= 17 && x[..17].SequenceEqual(y[..17]) && x.Length != y.Length)
            return 2; // the old citizen id beside the new one
        var edits = StringKernels.Edits(x, y);
        if (edits > 2 || edits * 3 > Math.Max(x.Length, y.Length))
            return 0;
        // a slip breaks the check character: two numbers that both hold are two numbers
        return Holds(x) && Holds(y) ? 0 : edits == 1 ? 2 : 1;
    }

    private static bool Holds(ReadOnlySpan<char> code) => code.Length == 18 && (UnifiedSocialCreditCode.Read(code.ToString()) is Valid || CitizenId.Read(code.ToString()) is Valid);

    private int Phone(int a, int b)
    {
        ReadOnlySpan<char> x = set[a], y = set[b];
        if (Math.Min(x.Length, y.Length) >= 7 && (x.EndsWith(y) || y.EndsWith(x)))
            return 2; // with and without the area code
        return BitOperations.PopCount(set.Masks[a] ^ set.Masks[b]) <= 2 && StringKernels.Edits(x, y) == 1 ? 1 : 0;
    }

    /// <summary>3 is the same; 2: one gives more of the numbers than the other (8 beside 8-408); 1: the house is the same, or one digit differs.</summary>
    private static int Door(ReadOnlySpan<char> x, ReadOnlySpan<char> y)
    {
        var shorter = x.Length < y.Length ? x : y;
        var longer = x.Length < y.Length ? y : x;
        if (longer.Length > shorter.Length && longer[shorter.Length] == '-' && longer.StartsWith(shorter))
            return 2;
        return House(x).SequenceEqual(House(y)) || (longer.Length > 2 && StringKernels.Edits(x, y) == 1) ? 1 : 0;
    }

    private static ReadOnlySpan<char> House(ReadOnlySpan<char> door) => door.IndexOf('-') is >= 0 and var end ? door[..end] : door;
}
