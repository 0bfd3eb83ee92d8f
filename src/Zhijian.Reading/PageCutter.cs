using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>Puts text together to pages and keeps them under their limit.</summary>
internal sealed class PageCutter(ReadingLimits limits)
{
    private readonly StringBuilder _text = new();
    private int _number;
    private long _left;

    public bool IsBlank { get; private set; } = true;

    /// <summary>Characters on the page so far.</summary>
    public int Length => _text.Length;

    /// <summary>Long enough to be cut at the next end of a line.</summary>
    public bool IsFull => _text.Length >= limits.CutCharacters || _left > 0;

    public void Add(char c)
    {
        if (_text.Length >= limits.PageCharacters)
        {
            _left++;
            return;
        }
        IsBlank = IsBlank && char.IsWhiteSpace(c);
        _text.Append(c);
    }

    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            Add(c);
    }

    /// <summary>The page, and an empty one after it.</summary>
    public PageText Cut(Text? name = null)
    {
        Text? left = _left == 0 ? null : new Text($"本页其余 {_left} 个字符未列出", $"{_left} more characters of this page are left out");
        var page = new PageText(++_number, SafeText.Of(_text.ToString()).TrimEnd(), name, left);
        _text.Clear();
        (_left, IsBlank) = (0, true);
        return page;
    }
}
