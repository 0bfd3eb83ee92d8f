using Zhijian.Testing;

namespace Zhijian.Law.Tests;

/// <summary>A copy of a few data files in a temporary folder, in which a test breaks one and looks at the message.</summary>
internal sealed class TemporaryData : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zhijian-law-");

    public TemporaryData(params IReadOnlyList<string> files)
    {
        foreach (var file in files)
            Write(file, File.ReadAllText(Path.Combine(TestLaw.Data, file)));
    }

    public string Root => Path.Combine(_folder.FullName, "data");

    public string PathOf(string file) => Path.Combine(Root, file);

    public TemporaryData Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
        return this;
    }

    /// <summary>Replaces the first occurrence; that it is not there fails the test.</summary>
    public TemporaryData Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(PathOf(file));
        var at = text.IndexOf(old, StringComparison.Ordinal);
        return at < 0 ? throw new InvalidOperationException($"“{old}” is not in {file}") : Write(file, text[..at] + with + text[(at + old.Length)..]);
    }

    /// <summary>The number of the first line that begins (after blanks) with the text.</summary>
    public long LineOf(string file, string begins) =>
        1 + Array.FindIndex(File.ReadAllLines(PathOf(file)), l => l.TrimStart().StartsWith(begins, StringComparison.Ordinal));

    public void Dispose() => _folder.Delete(recursive: true);
}
