using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>Reads data/law/terms/: one time limit a file, with its worked examples.</summary>
public static class TermFiles
{
    public static IReadOnlyDictionary<string, TermFile> Load(string data) =>
        TermParts.Resolve(Directory.EnumerateFiles(Path.Combine(data, "law", "terms"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))
            .ToDictionary(t => t.File.Term.Id, StringComparer.Ordinal));

    private static (TermFile File, TermParts Parts) Read(DataNode node, string name)
    {
        var id = node.String("id");
        if (id != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var values = node.Items("values").Select(Value).ToList();
        if (values.Count == 0)
            throw node.Error("“values” is required");
        if (values.Zip(values.Skip(1)).Any(p => p.First.From >= p.Second.From))
            throw node.Get("values").Error("values stand oldest first, each from a later day");
        var monthly = values.Any(v => v.Unit is TermUnit.Month or TermUnit.Year);
        var counting = node.Get("counting");
        var term = new Term
        {
            Id = id,
            Title = node.Text("title"),
            Obligor = node.Text("obligor"),
            Trigger = node.Text("trigger"),
            Duty = node.Text("duty"),
            Values = values,
            Counting = new Counting(
                counting.Word<LastDay>("last_day"),
                monthly || counting.Find("month_end") is not null ? counting.Word<MonthEnd>("month_end") : MonthEnd.Civil,
                counting.Reference())
            {
                FirstDay = counting.Word<FirstDay>("first_day"),
            },
            Documents = node.Strings("documents"),
            Exclusions = [.. node.Items("exclusions").Select(TermParts.Exclusion)],
            Restarts = [.. node.Items("restarts").Select(TermParts.Restart)],
            Note = node.FindString("note"),
        };
        counting.Done();
        var parts = TermParts.Read(node);
        _ = node.Date("checked");
        var examples = node.Items("examples").Select(Example).ToList();
        if (examples.Count == 0)
            throw node.Error("“examples” is required: a term without a worked example is not checked");
        node.Done();
        return (new TermFile(term, examples), parts);
    }

    private static TermValue Value(DataNode node)
    {
        var value = new TermValue(node.Date("from"), node.Int("length"), node.Word<TermUnit>("unit"), node.Reference());
        if (value.Unit == TermUnit.SameDay ? value.Length != 0 : value.Length <= 0)
            throw node.Get("length").Error("a length is positive, and 0 on the same day");
        node.Done();
        return value;
    }

    private static TermExample Example(DataNode node)
    {
        var start = Moment(node.Get("start"));
        var due = Moment(node.Get("due"));
        var custody = node.Find("custody")?.Word<Custody>() ?? Custody.Unknown;
        var earlier = node.FindDate("earlier");
        node.Done();
        return new TermExample(node.Source, start.Day, start.Hour, custody, due.Day, due.Hour, earlier);
    }

    private static (DateOnly Day, TimeOnly? Hour) Moment(DataNode node)
    {
        var text = node.String();
        if (text.Length == 10)
            return (node.Date(), null);
        return DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? (DateOnly.FromDateTime(moment), TimeOnly.FromDateTime(moment))
            : throw node.Error($"“{text}” is no date (yyyy-MM-dd) and no moment (yyyy-MM-ddTHH:mm)");
    }
}

public sealed record TermFile(Term Term, IReadOnlyList<TermExample> Examples);

/// <summary>A worked example: counted from the start, the term must end on the due day; where it names an earlier reading, on that as well.</summary>
public sealed record TermExample(string Source, DateOnly Start, TimeOnly? StartHour, Custody Custody, DateOnly Due, TimeOnly? DueHour, DateOnly? Earlier);
