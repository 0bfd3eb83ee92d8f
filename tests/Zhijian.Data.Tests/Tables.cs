using System.Runtime.CompilerServices;

namespace Zhijian.Data.Tests;

/// <summary>The second copy of the figures (Tables/README.md), read without any code of the product.</summary>
internal static class Tables
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name, [CallerFilePath] string here = "")
    {
        var lines = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "Tables", name));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(l => header.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second))];
    }
}
