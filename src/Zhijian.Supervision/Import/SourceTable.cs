using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Supervision.Import;

/// <summary>The kinds of files that a data set is imported from.</summary>
public enum SourceKind
{
    [Label("CSV 或制表符分隔", "CSV or tab-separated")]
    Csv,

    [Label("Excel 工作簿", "Excel workbook")]
    Xlsx,

    [Label("JSON Lines", "JSON Lines")]
    JsonLines,

    [Label("Parquet", "Parquet")]
    Parquet,
}

/// <summary>The kind of a file, by the end of its name.</summary>
public static class SourceKinds
{
    /// <exception cref="SourceUnreadableException">It is none of them.</exception>
    public static SourceKind Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" or ".tsv" or ".txt" => SourceKind.Csv,
        ".xlsx" => SourceKind.Xlsx,
        ".jsonl" or ".ndjson" or ".json" => SourceKind.JsonLines,
        ".parquet" => SourceKind.Parquet,
        var other => throw new SourceUnreadableException(new Text($"不认识的文件类型“{other}”：用 CSV、XLSX、JSON Lines 或 Parquet", $"“{other}” is no kind of table: CSV, XLSX, JSON Lines or Parquet")),
    };
}

/// <summary>The file cannot be read as a table; the message says why, in both languages.</summary>
public sealed class SourceUnreadableException(Text why) : Exception(why.En)
{
    public Text Why { get; } = why;
}

/// <summary>A file as a relation of texts that DuckDB reads: nothing of it is held in memory.</summary>
internal sealed class SourceTable : IDisposable
{
    /// <summary>A line longer than this is taken for a file that is no table.</summary>
    private const int MostLine = 4 << 20;

    /// <summary>Where only the first rows are wanted: so many lines for each are more than enough.</summary>
    private const int MostLinesOfARow = 20;

    private readonly string? _temporary;

    private SourceTable(string relation, IReadOnlyList<string> columns, string? temporary, int? first)
    {
        (Relation, Columns, _temporary) = (first is null ? relation : $"SELECT * FROM ({relation}) r LIMIT {first}", columns, temporary);
        if (columns.Count == 0)
            throw new SourceUnreadableException(new Text("文件没有表头", "the file has no header"));
        if (columns.GroupBy(c => c, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new SourceUnreadableException(new Text($"表头有两列都叫“{twice.Key}”", $"two columns of the header are called “{twice.Key}”"));
    }

    /// <summary>A SELECT with the columns of the file, all of them text.</summary>
    public string Relation { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <param name="temp">A folder for a copy in UTF-8, where the file is in another encoding or a workbook.</param>
    /// <param name="first">Only so many rows, and little more of the file than they take; null: all.</param>
    /// <exception cref="SourceUnreadableException">It is no table.</exception>
    public static SourceTable Open(DuckConnection connection, string path, SourceKind kind, string temp, int? first, CancellationToken ct) => kind switch
    {
        SourceKind.Csv => Csv(path, temp, first, ct),
        SourceKind.Xlsx => Csv(Workbook.ToCsv(path, temp, first, ct), first),
        SourceKind.JsonLines => JsonLines(connection, path, temp, first, ct),
        _ => Parquet(connection, path, first),
    };

    public void Dispose()
    {
        if (_temporary is not null)
            File.Delete(_temporary);
    }

    internal static string Quoted(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static SourceTable Csv(string path, string temp, int? first, CancellationToken ct)
    {
        var utf8 = AsUtf8(path, temp, first, ct);
        return Csv(utf8 ?? path, utf8, first);
    }

    private static SourceTable Csv(string temporary, int? first) => Csv(temporary, temporary, first);

    private static SourceTable Csv(string path, string? temporary, int? first)
    {
        var delimiter = Delimiter(path);
        var columns = Header(path, delimiter);
        return new SourceTable(
            $"SELECT * FROM read_csv({DuckConnection.Quoted(path)}, auto_detect = false, header = true, delim = {DuckConnection.Quoted(delimiter)}, quote = '\"', escape = '\"', "
            + $"columns = {{{string.Join(", ", columns.Select(c => $"{DuckConnection.Quoted(c)}: 'VARCHAR'"))}}}, max_line_size = {MostLine}, store_rejects = true)",
            columns, temporary, first);
    }

    private static SourceTable JsonLines(DuckConnection connection, string path, string temp, int? first, CancellationToken ct)
    {
        var utf8 = AsUtf8(path, temp, first, ct);
        // a line is one text: the delimiter is a character that no JSON has unescaped
        var lines = $"read_csv({DuckConnection.Quoted(utf8 ?? path)}, auto_detect = false, header = false, delim = '\u0001', quote = '', escape = '', columns = {{'line': 'VARCHAR'}}, max_line_size = {MostLine}, store_rejects = true)";
        var columns = new List<string>();
        using (var keys = connection.Query($"SELECT DISTINCT unnest(json_keys(line)) FROM (SELECT line FROM {lines} LIMIT 1000) WHERE json_valid(line) AND json_type(line) = 'OBJECT' ORDER BY 1", ct))
            while (keys.Read())
                columns.Add(keys.Text(0)!);
        if (columns.Count == 0)
            throw new SourceUnreadableException(new Text("前 1000 行没有一个 JSON 对象", "there is no JSON object in the first 1,000 lines"));
        // a line that is no JSON has no value in any column, and its first required one is reported
        var values = columns.Select(c => $"CASE WHEN json_valid(line) THEN json_extract_string(line, {DuckConnection.Quoted(Pointer(c))}) END AS {Quoted(c)}");
        return new SourceTable($"SELECT {string.Join(", ", values)} FROM {lines} WHERE trim(line) <> ''", columns, utf8, first);
    }

    private static SourceTable Parquet(DuckConnection connection, string path, int? first)
    {
        var columns = new List<string>();
        try
        {
            using var schema = connection.Query($"DESCRIBE SELECT * FROM read_parquet({DuckConnection.Quoted(path)})");
            while (schema.Read())
                columns.Add(schema.Text(0)!);
        }
        catch (DuckException e)
        {
            throw new SourceUnreadableException(new Text($"不是 Parquet 文件：{e.Message}", $"not a Parquet file: {e.Message}"));
        }
        return new SourceTable($"SELECT {string.Join(", ", columns.Select(c => $"CAST({Quoted(c)} AS VARCHAR) AS {Quoted(c)}"))} FROM read_parquet({DuckConnection.Quoted(path)})", columns, null, first);
    }

    private static string Pointer(string key) => $"/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <returns>A copy in UTF-8; null when the file is that already.</returns>
    private static string? AsUtf8(string path, string temp, int? first, CancellationToken ct)
    {
        var encoding = EncodingOf(path, ct) ?? throw new SourceUnreadableException(new Text("不是文本文件（既不是 UTF-8、UTF-16，也不是 GB18030）", "not a text file (neither UTF-8, UTF-16 nor GB18030)"));
        if (encoding is UTF8Encoding)
            return null;
        var copy = Path.Combine(temp, $"{Path.GetRandomFileName()}.csv");
        using var from = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var to = new StreamWriter(copy, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16);
        var buffer = new char[1 << 16];
        var lines = 0;
        for (int read; (first is null || lines <= first * MostLinesOfARow) && (read = from.Read(buffer)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            to.Write(buffer.AsSpan(0, read));
            lines += buffer.AsSpan(0, read).Count('\n');
        }
        return copy;
    }

    // the first megabyte settles it, and more of the file as long as it is plain ASCII: the Chinese may come late
    private static Encoding? EncodingOf(string path, CancellationToken ct)
    {
        var kind = new TextKind();
        var block = new byte[1 << 16];
        using var file = File.OpenRead(path);
        var wide = false;
        for (int read; (file.Position < 1 << 20 || !wide) && (read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            wide = wide || block.AsSpan(0, read).ContainsAnyExceptInRange((byte)0, (byte)127);
            kind.See(block.AsSpan(0, read));
        }
        return kind.Encoding();
    }

    private static string Delimiter(string path)
    {
        using var reader = new StreamReader(path);
        var quoted = false;
        var counts = new Dictionary<char, int> { [','] = 0, ['\t'] = 0, [';'] = 0, ['|'] = 0 };
        for (int c; (c = reader.Read()) >= 0 && (quoted || c is not ('\n' or '\r'));)
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && counts.TryGetValue((char)c, out var count))
                counts[(char)c] = count + 1;
        return counts.MaxBy(c => c.Value).Key.ToString();
    }

    private static List<string> Header(string path, string delimiter)
    {
        using var reader = new StreamReader(path);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, MaxFieldSize = MostLine, BadDataFound = null });
        return csv.Read() && csv.Parser.Record is { } names ? [.. names.Select(n => n.Trim())] : [];
    }
}
