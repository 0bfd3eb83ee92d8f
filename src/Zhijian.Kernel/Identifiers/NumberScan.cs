namespace Zhijian.Kernel.Identifiers;

/// <summary>Reads a document number from left to right, one look at each character.</summary>
internal ref struct NumberScan(string text)
{
    public int At { get; private set; }

    public readonly int Position => At + 1;

    public readonly bool AtEnd => At >= text.Length;

    public readonly string Next => AtEnd ? "" : text[At..(At + 1)];

    public bool Take(char c)
    {
        if (AtEnd || text[At] != c)
            return false;
        At++;
        return true;
    }

    public bool Take(string word)
    {
        if (!text.AsSpan(At).StartsWith(word, StringComparison.Ordinal))
            return false;
        At += word.Length;
        return true;
    }

    public string Digits(int most = int.MaxValue) => While(char.IsAsciiDigit, most);

    public string Words(int most = int.MaxValue) => While(static c => c is >= '一' and <= '鿿' or '〇', most);

    private string While(Func<char, bool> fits, int most)
    {
        var from = At;
        while (!AtEnd && At - from < most && fits(text[At]))
            At++;
        return text[from..At];
    }
}
