using System.Globalization;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>Takes a written value apart into what is compared: a firm’s name into core, place, trade, form and branch; an address into street, numbers and area.</summary>
public sealed class Cleaning(Characters characters, CompanyWords words)
{
    private static readonly string[] Units = ["单元", "号楼", "号院", "号", "室", "楼", "栋", "幢", "层", "座", "弄", "第"];
    private readonly string?[] _readings = new string?[char.MaxValue + 1];

    /// <summary>The parts of a value of that kind, in the order of <see cref="Feature.Of"/>; null where a part is missing.</summary>
    internal string?[] Parts(ColumnKind kind, string raw) => kind switch
    {
        ColumnKind.Company => Company(characters.Folding.Fold(raw)),
        ColumnKind.Address => Address(characters.Folding.Fold(raw)),
        ColumnKind.Date => [Date(characters.Folding.Fold(raw))],
        ColumnKind.Id => [Id(characters.Folding.Fold(raw))],
        ColumnKind.Phone => [Phone(characters.Folding.Fold(raw))],
        _ => [NullIfEmpty(characters.Folding.Fold(raw))],
    };

    /// <summary>How it is said, in letters and without tones: 张伟, “Zhang Wei” and “Wei Zhang” sound the same. A firm’s core keeps its order.</summary>
    internal string Sound(string text, bool anyOrder)
    {
        var sound = new StringBuilder(text.Length * 3);
        if (!anyOrder)
        {
            foreach (var c in text)
                if (c != ' ')
                    Say(sound, c);
            return sound.ToString();
        }
        if (text.Length > 0 && IsHan(text[0]) && !text.Contains(' '))
        {
            var first = text.Length > 2 && words.Surnames.Contains(text.AsSpan(0, 2)) ? 2 : Math.Min(1, text.Length);
            for (var i = 0; i < first; i++)
                Say(sound, text[i]);
            var surname = sound.Length;
            for (var i = first; i < text.Length; i++)
                Say(sound, text[i]);
            var said = sound.ToString();
            return string.CompareOrdinal(said, 0, said, surname, said.Length) <= 0 ? said : string.Concat(said.AsSpan(surname), said.AsSpan(0, surname));
        }
        if (!text.Contains(' '))
            return All(text);
        var parts = text.Split(' ');
        for (var i = 0; i < parts.Length; i++)
            parts[i] = All(parts[i]);
        Array.Sort(parts, StringComparer.Ordinal);
        return string.Concat(parts);

        string All(string part)
        {
            sound.Clear();
            foreach (var c in part)
                Say(sound, c);
            return sound.ToString();
        }
    }

    private void Say(StringBuilder sound, char c)
    {
        if (c < 128)
            sound.Append(c);
        else
            sound.Append(_readings[c] ??= Rune.TryCreate(c, out var rune) && characters.Pinyin.Readings(rune) is [var first, ..] ? first : c.ToString());
    }

    /// <summary>What hearing and typing leave standing: the consonants that sound alike as one, without vowels; for Chinese the first letters of the sound.</summary>
    /// <param name="said">Chinese as it is said, anything else as it is written.</param>
    /// <returns>Up to eight letters, a byte each; 0 for none.</returns>
    internal static ulong Skeleton(ReadOnlySpan<char> said)
    {
        ulong kept = 0;
        var n = 0;
        var last = '\0';
        foreach (var c in said)
        {
            if (n == 8)
                break;
            var like = c switch
            {
                'b' or 'p' or 'f' or 'v' or 'w' => 'p', 'c' or 'g' or 'j' or 'k' or 'q' or 's' or 'x' or 'z' => 's', 'd' or 't' => 't', 'm' or 'n' => 'n',
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or ' ' => '\0', _ => c,
            };
            if (like != '\0' && like != last)
                kept |= (ulong)(byte)like << (8 * n++);
            else if (n == 0 && like == '\0' && c != ' ')
                kept |= (ulong)'a' << (8 * n++);
            last = like;
        }
        return kept;
    }

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    private static bool HasHan(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3400', '\u9fff');

    private string?[] Company(string folded)
    {
        if (!HasHan(folded))
        {
            var said = folded.Split(' ').ToList();
            while (said.Count > 1 && words.LatinForms.Contains(said[^1]))
                said.RemoveAt(said.Count - 1);
            if (said.Count > 1 && said[0] == "the")
                said.RemoveAt(0);
            return [NullIfEmpty(string.Join(' ', said)), null, null, null, null];
        }
        string? place = null, branch = null, form = null;
        var pieces = folded.Contains(' ') ? folded.Split(' ').ToList() : [folded];
        for (var i = pieces.Count - 1; i > 0; i--)
            if (words.Cities.Start(pieces[i]) is > 0 and var n && (n == pieces[i].Length || words.Divisions.Start(pieces[i].AsSpan(n)) == pieces[i].Length - n))
            {
                place = pieces[i][..n]; // 华为（深圳）有限公司
                pieces.RemoveAt(i);
            }
        var rest = (pieces.Count == 1 ? pieces[0] : string.Concat(pieces)).AsSpan();
        if (words.Branches.End(rest) is > 0 and var tail)
        {
            var before = rest[..^tail];
            var at = before.LastIndexOf("公司");
            branch = at >= 0 ? rest[(at + 2)..].ToString() : rest[^tail..].ToString();
            rest = at >= 0 ? before[..(at + 2)] : before;
        }
        place = Places(ref rest, 2) ?? place;
        if (words.Forms.End(rest) is > 0 and var f && f < rest.Length)
        {
            form = rest[^f..].ToString().Replace("有限责任公司", "有限公司");
            rest = rest[..^f];
        }
        var core = rest;
        while (words.Trades.End(core) is > 0 and var t && core.Length - t >= 2)
            core = core[..^t];
        return [NullIfEmpty(core.ToString()), place, NullIfEmpty(rest[core.Length..].ToString()), form, branch];
    }

    /// <summary>Cuts province, city and district from the beginning, as long as something is left, and gives the city.</summary>
    private string? Places(ref ReadOnlySpan<char> rest, int least)
    {
        string? city = null;
        for (var turn = 0; turn < 4; turn++)
        {
            var n = words.Cities.Start(rest);
            var isCity = n > 0;
            if (!isCity)
                n = words.Provinces.Start(rest);
            if (n > 0)
            {
                var name = rest[..n];
                n += words.Divisions.Start(rest[n..]);
                if (rest.Length - n < least)
                    break;
                if (isCity)
                    city ??= name.ToString();
            }
            else
            {
                var division = rest[..Math.Min(4, rest.Length)].IndexOfAny('市', '县', '区');
                if (division < 1 || rest.Length - division - 1 < least)
                    break;
                n = division + 1;
                if (rest[division] == '市')
                    city ??= rest[..division].ToString();
            }
            rest = rest[n..];
        }
        return city;
    }

    private string?[] Address(string folded)
    {
        var han = HasHan(folded);
        var rest = (han ? folded.Replace(" ", "") : folded).AsSpan();
        var area = han ? Places(ref rest, 1) : null;
        var street = new StringBuilder();
        var door = new StringBuilder();
        for (var i = 0; i < rest.Length; i++)
            if (char.IsAsciiDigit(rest[i]))
            {
                if (door.Length > 0 && (i == 0 || !char.IsAsciiDigit(rest[i - 1])))
                    door.Append('-');
                door.Append(rest[i]);
            }
            else
                street.Append(rest[i]);
        if (han)
            foreach (var unit in Units)
                street.Replace(unit, "");
        return [NullIfEmpty(street.ToString().Trim()), NullIfEmpty(door.ToString()), area];
    }

    /// <summary>Eight digits, 00 for what is not known; what is no day stays as it was written.</summary>
    private static string? Date(string folded)
    {
        Span<int> numbers = stackalloc int[4];
        Span<int> lengths = stackalloc int[4];
        var count = 0;
        for (var i = 0; i < folded.Length; i++)
            if (char.IsAsciiDigit(folded[i]))
            {
                if (i == 0 || !char.IsAsciiDigit(folded[i - 1]))
                {
                    if (count == 3)
                        break; // an hour behind the day
                    count++;
                }
                if (lengths[count - 1] < 8)
                    (numbers[count - 1], lengths[count - 1]) = (numbers[count - 1] * 10 + folded[i] - '0', lengths[count - 1] + 1);
            }
        var day = (count, lengths[0], lengths[2]) switch
        {
            (1, 8, _) => numbers[0],
            (1, 6, _) => numbers[0] * 100,
            (1, 4, _) => numbers[0] * 10000,
            (2, 4, _) => numbers[0] * 10000 + numbers[1] % 100 * 100,
            (3, 4, _) => numbers[0] * 10000 + numbers[1] % 100 * 100 + numbers[2] % 100,
            (3, <= 2, 4) => numbers[2] * 10000 + numbers[1] % 100 * 100 + numbers[0] % 100,
            _ => 0,
        };
        return day > 0 ? day.ToString("D8", CultureInfo.InvariantCulture) : NullIfEmpty(folded);
    }

    private static string? Id(string folded)
    {
        var code = folded.Replace(" ", "").ToUpperInvariant();
        // the old citizen id of 15 digits: its century is the twentieth, and it has no check character
        return code.Length == 15 && !code.AsSpan().ContainsAnyExceptInRange('0', '9') ? $"{code[..6]}19{code[6..]}" : NullIfEmpty(code);
    }

    private static string? Phone(string folded)
    {
        var all = folded.Length <= 64 ? stackalloc char[folded.Length] : new char[folded.Length];
        var n = 0;
        foreach (var c in folded)
            if (char.IsAsciiDigit(c))
                all[n++] = c;
        ReadOnlySpan<char> digits = all[..n].TrimStart('0');
        if (digits.Length > 11 && digits.StartsWith("86"))
            digits = digits[2..].TrimStart('0');
        return NullIfEmpty(digits.ToString());
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
