using System.Text;
using System.Text.Json;

namespace Zhijian.Store;

/// <summary>The head of the log at some time, signed; kept outside the database so that a database that was cut back does not match it.</summary>
public sealed record Checkpoint(long Seq, string Hash, string At, string Signature);

/// <summary>The file of signed checkpoints beside the database, one JSON object a line, only ever appended to.</summary>
public sealed class CheckpointFile(string path)
{
    public string Path => path;

    /// <summary>Adds the checkpoint, on disk before this returns. What a power cut left of the last line is taken away first.</summary>
    public void Append(Checkpoint checkpoint)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var complete = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        var rest = Encoding.UTF8.GetString(bytes.AsSpan(complete));
        file.SetLength(complete);
        file.Position = complete;
        var line = JsonSerializer.Serialize(checkpoint, Json.Options) + "\n";
        file.Write(Encoding.UTF8.GetBytes(TryParse(rest) is null ? line : rest + "\n" + line));
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="InvalidDataException">A line is no checkpoint; the message names it.</exception>
    public IReadOnlyList<Checkpoint> Read()
    {
        if (!File.Exists(path))
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var lines = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).ReadToEnd().Split('\n');
        var result = new List<Checkpoint>(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (TryParse(lines[i]) is { } checkpoint)
                result.Add(checkpoint);
            else if (i < lines.Length - 1) // what follows the last line end is empty, or was torn by a power cut; the lines before it still hold
                throw new InvalidDataException($"{path}:{i + 1}: no checkpoint");
        }
        return result;
    }

    /// <summary>Null when the line is not, to the letter, as <see cref="Append"/> writes it.</summary>
    private static Checkpoint? TryParse(string line)
    {
        try
        {
            var checkpoint = JsonSerializer.Deserialize<Checkpoint>(line, Json.Options);
            return checkpoint is not null && JsonSerializer.Serialize(checkpoint, Json.Options) == line ? checkpoint : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
