namespace Zhijian.Entities;

/// <summary>The words that names of firms are made of (data/entities/company-words.csv): places, legal forms, trades, and what makes a branch.</summary>
public sealed class CompanyWords
{
    private readonly Dictionary<string, HashSet<string>> _words = new(StringComparer.Ordinal);
    private readonly int _longest;

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
            var of = Of(line[..comma]);
            foreach (var word in line[(comma + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                of.Add(word);
                _longest = Math.Max(_longest, word.Length);
            }
        }
    }

    /// <param name="data">The folder data/.</param>
    /// <exception cref="InvalidDataException">The file is wrong; the message names file and line.</exception>
    public static CompanyWords Load(string data) => new(Path.Combine(data, "entities", "company-words.csv"));

    internal bool IsSurname(string text) => Of("surname").Contains(text);

    internal bool IsLatinForm(string word) => Of("latinform").Contains(word);

    /// <summary>The length of the longest word of the kind with which the text begins, 0 if there is none.</summary>
    internal int Start(string kind, ReadOnlySpan<char> text)
    {
        var words = Of(kind).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(_longest, text.Length); n > 0; n--)
            if (words.Contains(text[..n]))
                return n;
        return 0;
    }

    internal int End(string kind, ReadOnlySpan<char> text)
    {
        var words = Of(kind).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var n = Math.Min(_longest, text.Length); n > 0; n--)
            if (words.Contains(text[^n..]))
                return n;
        return 0;
    }

    private HashSet<string> Of(string kind)
    {
        if (!_words.TryGetValue(kind, out var words))
            _words[kind] = words = new HashSet<string>(StringComparer.Ordinal);
        return words;
    }
}
