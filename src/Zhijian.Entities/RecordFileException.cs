using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>What a file of records should look like, and does not: with file, line and field.</summary>
public sealed class RecordFileException(string file, long line, string? column, Text says) : Exception(Told(file, line, column, says.En))
{
    public string File => file;

    public long Line => line;

    public string? Column => column;

    /// <summary>The whole message, in both languages.</summary>
    public Text Says => new(Told(file, line, column, says.Zh), Message);

    public static Text NoId => new("编号为空", "the id is empty");

    public static Text NoColumn(IEnumerable<string> known) => new($"没有这一列；文件有 {string.Join("、", known)}", $"no such column; there are {string.Join(", ", known)}");

    public static Text Twice(string id) => new($"编号“{id}”出现两次", $"the id “{id}” stands twice");

    private static string Told(string file, long line, string? column, string says) => $"{file}:{line}{(column is null ? "" : $": {column}")}: {says}";
}
