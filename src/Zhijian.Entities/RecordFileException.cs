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

    internal static Text Twice(string id) => new($"编号“{id}”出现两次", $"the id “{id}” stands twice");

    private static string Told(string file, long line, string? column, string says) => $"{file}:{line}{(column is null ? "" : $": {column}")}: {says}";
}
