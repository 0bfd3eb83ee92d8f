using System.Text;
using Zhijian.DuckDb;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Cli;

/// <summary>What <c>zhijian link</c> is told: one or two files, their columns and kinds. A field that nobody knows is an error with file and line.</summary>
internal sealed record LinkPlan(IReadOnlyList<string> Files, string? Id, string? Cluster, IReadOnlyList<ColumnSpec> Columns, LinkOptions Options, string? Judgements)
{
    private const int MostColumns = 20;

    /// <exception cref="DataFileException">The plan says something else than a plan may.</exception>
    public static LinkPlan Load(string file)
    {
        var node = DataNode.Parse(file, File.ReadAllText(file));
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string Full(string name) => Path.Combine(folder, name);
        var files = node.Strings("files");
        if (files.Count is not (1 or 2))
            throw node.Get("files").Error("one file (duplicates in it) or two (links between them)");
        foreach (var name in files)
            if (!File.Exists(Full(name)))
                throw node.Get("files").Error($"there is no file {Full(name)}");
        var columns = new List<ColumnSpec>();
        foreach (var column in node.Items("columns"))
        {
            var name = column.String("column");
            if (columns.Exists(c => c.Name == name))
                throw column.Error($"column “{name}” stands twice");
            columns.Add(new ColumnSpec(name, column.Word<ColumnKind>("kind")));
            column.Done();
        }
        if (columns.Count is 0 or > MostColumns)
            throw node.Error($"“columns”: 1 to {MostColumns} are needed, there are {columns.Count}");
        var options = new LinkOptions
        {
            Seed = node.Find("seed") is null ? 1 : node.Int("seed"),
            OneToOne = node.Find("one-to-one") is not null && node.Bool("one-to-one"),
            Threshold = node.FindString("threshold") is not { } threshold ? null
                : double.TryParse(threshold, System.Globalization.CultureInfo.InvariantCulture, out var bits) ? bits : throw node.Get("threshold").Error("“threshold” is a number of bits"),
        };
        if (options.OneToOne && files.Count == 1)
            throw node.Get("one-to-one").Error("“one-to-one” needs two files");
        var plan = new LinkPlan([.. files.Select(Full)], node.FindString("id"), node.FindString("cluster"), columns, options, node.FindString("judgements") is { } judged ? Full(judged) : null);
        node.Done();
        return plan;
    }

    /// <summary>All rows, and the true cluster of each where there is one.</summary>
    public (RecordTable Table, int[]? Truth) Read(CancellationToken ct)
    {
        var table = new RecordTable(Columns);
        var (names, truth) = (new TextPool(), new List<int>());
        for (var f = 0; f < Files.Count; f++)
        {
            if (f == 1)
                table.SecondFrom = table.Count;
            var prefix = Files.Count == 1 ? "" : $"{f + 1}:";
            if (Files[f].EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
                ReadParquet(Files[f], table, names, truth, prefix, ct);
            else
                CsvRecords.Read(Files[f], table, Id, Cluster, names, truth, prefix);
        }
        return (table, Cluster is null ? null : [.. truth]);
    }

    private void ReadParquet(string file, RecordTable table, TextPool names, List<int> truth, string prefix, CancellationToken ct)
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        var source = $"read_parquet({DuckConnection.Quoted(file)})";
        var known = new HashSet<string>(StringComparer.Ordinal);
        using (var described = connection.Query($"SELECT column_name FROM (DESCRIBE SELECT * FROM {source})", ct))
            while (described.Read())
                known.Add(described.Text(0)!);
        string[] wanted = [.. Id is null ? [] : (string[])[Id], .. Cluster is null ? [] : (string[])[Cluster], .. Columns.Select(c => c.Name)];
        foreach (var column in wanted)
            if (!known.Contains(column))
                throw new RecordFileException(file, 1, column, RecordFileException.NoColumn(known.Order(StringComparer.Ordinal)));
        using var rows = connection.Query($"SELECT {string.Join(", ", wanted.Select(w => $"CAST(\"{w.Replace("\"", "\"\"")}\" AS VARCHAR)"))} FROM {source}", ct);
        var (row, first) = (0, wanted.Length - Columns.Count);
        var values = new string?[Columns.Count];
        while (rows.Read())
        {
            row++;
            var id = Id is null ? row.ToString(System.Globalization.CultureInfo.InvariantCulture) : rows.Text(0);
            for (var c = 0; c < values.Length; c++)
                values[c] = rows.Text(first + c);
            if (string.IsNullOrEmpty(id))
                throw new RecordFileException(file, row, Id, RecordFileException.NoId);
            try
            {
                table.Add(prefix + id, values);
            }
            catch (ArgumentException)
            {
                throw new RecordFileException(file, row, Id, RecordFileException.Twice(id));
            }
            if (Cluster is not null)
                truth.Add(rows.Text(first - 1) is { Length: > 0 } cluster ? names.Add(cluster) : -1);
        }
    }

    /// <summary>Lines of left,right,same|different|unsure; a line that is taken out is a judgement withdrawn.</summary>
    public Judgements ReadJudgements(Func<string, int?> rowOf)
    {
        var judgements = new Judgements();
        if (Judgements is null)
            return judgements;
        var number = 0;
        foreach (var line in File.ReadLines(Judgements, Encoding.UTF8))
        {
            number++;
            if (line.Length == 0 || number == 1)
                continue; // the head
            var fields = line.Split(',');
            if (fields.Length != 3)
                throw new RecordFileException(Judgements, number, null, new Text("应为 left,right,judgement 三列", "left,right,judgement is expected"));
            foreach (var (id, column) in new[] { (fields[0], "left"), (fields[1], "right") })
                if (rowOf(id) is null)
                    throw new RecordFileException(Judgements, number, column, new Text($"没有编号为“{id}”的记录", $"there is no record “{id}”"));
            if (fields[0] == fields[1])
                throw new RecordFileException(Judgements, number, "right", new Text("不能把一条记录与其自身比较", "a record is not judged against itself"));
            judgements.Judge(fields[0], fields[1], Words.Parse<PairJudgement>(fields[2]) ?? throw new RecordFileException(Judgements, number, "judgement", new Text($"应为 same、different 或 unsure，而非“{fields[2]}”", $"same, different or unsure, not “{fields[2]}”")));
        }
        return judgements;
    }
}
