using System.Text;

namespace Zhijian.Kernel.Identifiers;

/// <summary>
/// A number brought to one spelling, with a note on everything that was changed: full-width characters, spaces, hyphens, small letters.
/// Blanks around the whole are nobody's intention and go without a note.
/// </summary>
internal sealed class Spelling
{
    /// <summary>No number of any kind is longer; what is longer is not scanned.</summary>
    public const int Longest = 100;

    private readonly List<Text> _notes = [];

    private Spelling(string text) => Value = text;

    public string Value { get; private set; }

    public List<Text> Notes => [.. _notes];

    /// <summary>A code of Latin letters and digits.</summary>
    public static Spelling OfCode(string? text)
    {
        var s = new Spelling((text ?? "").Trim());
        s.Narrow();
        s.Drop(static c => char.IsWhiteSpace(c), "空格已去掉", "blanks were removed");
        s.Drop(static c => c is '-' or '－' or '–' or '—' or '‐' or '−', "连字符已去掉", "hyphens were removed");
        if (s.Value.Any(char.IsAsciiLetterLower))
            s.Change(s.Value.ToUpperInvariant(), "小写字母已改为大写", "small letters were made capitals");
        return s;
    }

    /// <summary>A number of a document: words, a year in brackets, a serial.</summary>
    public static Spelling OfDocument(string? text)
    {
        var s = new Spelling((text ?? "").Trim());
        s.Narrow();
        s.Drop(static c => char.IsWhiteSpace(c), "空格已去掉", "blanks were removed");
        return s;
    }

    /// <summary>The year’s brackets, of whatever shape, become the shape of this kind of number.</summary>
    public void Brackets(char open, char close, string silent)
    {
        var changed = new StringBuilder(Value.Length);
        foreach (var c in Value)
            changed.Append(c is '(' or '（' or '[' or '［' or '〔' or '【' or '﹝' ? open : c is ')' or '）' or ']' or '］' or '〕' or '】' or '﹞' ? close : c);
        var said = Value.Any(c => "([（［〔【﹝)]）］〕】﹞".Contains(c) && c != open && c != close && !silent.Contains(c));
        if (said)
            _notes.Add(new Text($"括号已改为{open}{close}", $"the brackets were made {open}{close}"));
        Value = changed.ToString();
    }

    private void Narrow()
    {
        var narrow = string.Concat(Value.Select(static c => c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' ? (char)(c - 0xFEE0) : c));
        if (narrow != Value)
            Change(narrow, "全角字符已改为半角", "full-width characters were made half-width");
    }

    private void Drop(Func<char, bool> which, string zh, string en)
    {
        if (Value.Any(which))
            Change(string.Concat(Value.Where(c => !which(c))), zh, en);
    }

    private void Change(string value, string zh, string en)
    {
        Value = value;
        _notes.Add(new Text(zh, en));
    }
}
