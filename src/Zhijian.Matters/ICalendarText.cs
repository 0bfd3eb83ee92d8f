using System.Text;

namespace Zhijian.Matters;

/// <summary>Lines of an iCalendar object (RFC 5545): escaped, ended by CRLF, folded at 75 octets without tearing a character apart.</summary>
public sealed class ICalendarText
{
    private const int MostOctets = 75;

    private readonly StringBuilder _text = new();

    /// <summary>A line whose value is written as it stands: dates, words of the standard.</summary>
    public ICalendarText Line(string name, string value)
    {
        Fold($"{name}:{value}");
        return this;
    }

    /// <summary>A line whose value is text that people read.</summary>
    public ICalendarText Text(string name, string value) => Line(name, Escape(value));

    /// <summary>Pure.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\").Replace(";", "\\;").Replace(",", "\\,").Replace("\r\n", "\n").Replace("\n", "\\n").Replace("\r", "");

    public override string ToString() => _text.ToString();

    // a continuation begins with a blank, which counts; a character of three octets goes whole to one side
    private void Fold(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                _text.Append("\r\n ");
                octets = 1;
            }
            _text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        _text.Append("\r\n");
    }
}
