namespace Zhijian.Entities;

/// <summary>The words that names of firms are made of (data/entities/company-words.csv): places, legal forms, trades, and what makes a branch.</summary>
public sealed class CompanyWords
{
    private readonly Dictionary<string, Words> _words = new(StringComparer.Ordinal);

    private CompanyWords(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (number == 1)
                continue;
            var comma = line.IndexOf(',');
            if (comma < 1)
                throw new InvalidDataException($"{path}:{number}: kind,words is expected");
            if (!_words.TryGetValue(line[..comma], out var words))
                _words[line[..comma]] = words = new Words();
            foreach (var word in line[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words.Add(word);
        }
        Words Of(string kind) => _words.TryGetValue(kind, out var words) ? words : throw new InvalidDataException($"{path}: no line “{kind}”");
        (Provinces, Cities, Divisions) = (Of("province"), Of("city"), Of("division"));
        (Forms, LatinForms, Branches, Trades, Surnames) = (Of("form"), Of("latinform"), Of("branch"), Of("trade"), Of("surname"));
    }

    internal Words Provinces { get; }

    internal Words Cities { get; }

    internal Words Divisions { get; }

    internal Words Forms { get; }

    internal Words LatinForms { get; }

    internal Words Branches { get; }

    internal Words Trades { get; }

    /// <summary>Of two characters: whoever has another has one of one.</summary>
    internal Words Surnames { get; }

    /// <param name="data">The folder data/.</param>
    /// <exception cref="InvalidDataException">The file is wrong; the message names file and line.</exception>
    public static CompanyWords Load(string data) => new(Path.Combine(data, "entities", "company-words.csv"));
}

/// <summary>Words of one kind, found at the beginning or the end of a text.</summary>
internal sealed class Words
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly bool[] _first = new bool[char.MaxValue + 1]; // most texts are answered here
    private readonly bool[] _last = new bool[char.MaxValue + 1];
    private int _longest;

    public Words() => _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(string word)
    {
        _words.Add(word);
        (_first[word[0]], _last[word[^1]]) = (true, true);
        _longest = Math.Max(_longest, word.Length);
    }

    public bool Contains(ReadOnlySpan<char> word) => _lookup.Contains(word);

    /// <summary>The length of the longest word with which the text begins, 0 if there is none.</summary>
    public int Start(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && _first[text[0]])
            for (var n = Math.Min(_longest, text.Length); n > 0; n--)
                if (_lookup.Contains(text[..n]))
                    return n;
        return 0;
    }

    public int End(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && _last[text[^1]])
            for (var n = Math.Min(_longest, text.Length); n > 0; n--)
                if (_lookup.Contains(text[^n..]))
                    return n;
        return 0;
    }
}
