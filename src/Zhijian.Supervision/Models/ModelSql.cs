using System.Text;
using Zhijian.Law;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>Checks the SQL of a model and writes the statements of a run. Pure: no database is asked.</summary>
public static class ModelSql
{
    /// <summary>The parameter that every model has: the day of the run.</summary>
    public const string Today = "today";

    /// <summary>The table that holds the findings while rows and links are looked up.</summary>
    public const string FindingTable = "finding";

    private static readonly string[] Fixed = ["key", "subject", "unit", "score"];
    internal static readonly string[] RowColumns = ["finding_key", "set_name", "row_id", "rule"];
    internal static readonly string[] LinkColumns = ["from_name", "to_name", "label", "finding_key"];

    /// <summary>The model with its steps in order of what they read, or an error with file and line.</summary>
    internal static SupervisionModel Checked(SupervisionModel model)
    {
        var ordered = model with { Steps = InOrder(model) };
        var tables = Inputs(ordered);
        foreach (var step in ordered.Steps)
            tables[step.Name] = ReadStep(ordered, step, tables).Columns;
        Expect(ordered.Finding, Read(ordered, ordered.Finding, tables), [.. Fixed, .. ordered.Values.Select(v => v.Name)]);
        tables[FindingTable] = [.. Fixed, .. ordered.Values.Select(v => v.Name)];
        Expect(ordered.Rows, Read(ordered, ordered.Rows, tables), RowColumns);
        if (ordered.Links is { } links)
            Expect(links, Read(ordered, links, tables), LinkColumns);
        return ordered;
    }

    /// <summary>The statements of one run.</summary>
    /// <param name="parameters">Values that differ from the default, as people write them; money in yuan.</param>
    /// <exception cref="ArgumentException">A value is unknown, of another type or out of its bounds; <see cref="ModelParameter.Problem"/> says so beforehand.</exception>
    public static ModelQuery Render(SupervisionModel model, IReadOnlyDictionary<string, string> parameters, DateOnly today)
    {
        foreach (var (name, value) in parameters)
            if ((model.Parameter(name) ?? throw new ArgumentException($"“{name}” is no parameter of {model.Id}", nameof(parameters))).Problem(value) is { } problem)
                throw new ArgumentException(problem.En, nameof(parameters));
        var run = new Run(model, parameters, today);
        var values = string.Join(", ", model.Values.Select(v => $"CAST(f.{v.Name} AS {Type(v.Type)}) AS {v.Name}"));
        return new ModelQuery(
            run.Statement(model.Finding, $"CAST(f.key AS text) AS key, CAST(f.subject AS text) AS subject, CAST(f.unit AS text) AS unit, CAST(f.score AS integer) AS score, {values}".TrimEnd(',', ' ')),
            run.Statement(model.Rows, Texts(RowColumns)),
            model.Links is { } links ? run.Statement(links, Texts(LinkColumns)) : null);
    }

    // a row or a link counts once, however often a model comes upon it
    private static string Texts(string[] columns) => "DISTINCT " + string.Join(", ", columns.Select(c => $"CAST(f.{c} AS text) AS {c}"));

    internal static string Type(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Date => "date",
        ColumnType.Count or ColumnType.Money => "bigint",
        _ => "boolean",
    };

    private sealed class Run(SupervisionModel model, IReadOnlyDictionary<string, string> parameters, DateOnly today)
    {
        private readonly Dictionary<string, IReadOnlyList<string>?> _known = Known(model);

        /// <summary>The steps that a section needs, each a common table expression, and the section with the types of its columns.</summary>
        public string Statement(SqlBlock block, string columns)
        {
            var shape = Read(model, block, _known);
            var needed = new HashSet<string>(shape.Tables, StringComparer.Ordinal);
            var steps = model.Steps.Reverse().Where(s => needed.Contains(s.Name)).Select(s =>
            {
                var of = Read(model, s.Sql, _known, s.Name);
                needed.UnionWith(of.Tables);
                return (s.Name, Sql: Fill(s.Sql, of), Recursive: of.Tables.Contains(s.Name));
            }).ToList();
            var sql = new StringBuilder();
            foreach (var (step, i) in Enumerable.Reverse(steps).Select((s, i) => (s, i)))
                sql.Append(i > 0 ? ",\n" : steps.Any(s => s.Recursive) ? "WITH RECURSIVE " : "WITH ").Append(step.Name).Append(" AS (\n").Append(step.Sql).Append("\n)");
            return sql.Append(sql.Length > 0 ? "\n" : "").Append("SELECT ").Append(columns).Append(" FROM (\n").Append(Fill(block, shape)).Append("\n) AS f").ToString();
        }

        private string Fill(SqlBlock block, SqlShape shape)
        {
            var (sql, at) = (new StringBuilder(), 0);
            // innermost last: the column of a dated parameter holds no parameter of its own
            foreach (var use in shape.Parameters.OrderBy(u => u.Start))
            {
                sql.Append(block.Sql, at, use.Start - at).Append(Literal(use));
                at = use.End;
            }
            return sql.Append(block.Sql, at, block.Sql.Length - at).ToString();
        }

        private string Literal(ParameterUse use)
        {
            if (use.Name == Today)
                return ModelParameter.Day(today);
            var parameter = model.Parameter(use.Name)!;
            if (!parameter.IsDated)
                return parameter.Literal(parameters.GetValueOrDefault(use.Name) ?? parameter.Default!);
            // unknown before the first day of which the law is known, and where the date is not known
            var cases = parameter.Values.Reverse().Select(v => $"WHEN {use.Of} >= {ModelParameter.Day(v.From)} THEN {parameter.Literal(v.Value)}");
            return $"(CASE {string.Join(' ', cases)} END)";
        }
    }

    private static Dictionary<string, IReadOnlyList<string>?> Known(SupervisionModel model)
    {
        var tables = Inputs(model);
        foreach (var step in model.Steps)
            tables[step.Name] = null;
        tables[FindingTable] = null;
        return tables;
    }

    private static Dictionary<string, IReadOnlyList<string>?> Inputs(SupervisionModel model) =>
        model.Inputs.ToDictionary(i => i.Key, i => (IReadOnlyList<string>?)i.Value, StringComparer.Ordinal);

    private static SqlShape ReadStep(SupervisionModel model, ModelStep step, Dictionary<string, IReadOnlyList<string>?> tables)
    {
        tables[step.Name] = null;
        var shape = Read(model, step.Sql, tables, step.Name);
        return shape.Tables.Contains(step.Name) && shape.UnionAll
            ? throw step.Sql.Error(0, $"the step “{step.Name}” reads itself: its parts are joined with UNION, never UNION ALL, so that it ends where the data go in a circle")
            : shape;
    }

    private static SqlShape Read(SupervisionModel model, SqlBlock block, Dictionary<string, IReadOnlyList<string>?> tables, string? self = null)
    {
        var parameters = model.Parameters.ToDictionary(p => p.Id, p => p.IsDated, StringComparer.Ordinal);
        parameters[Today] = false;
        return new SqlReader(block, tables, parameters, self).Read();
    }

    private static void Expect(SqlBlock block, SqlShape shape, IReadOnlyList<string> columns)
    {
        if (!shape.Columns.SequenceEqual(columns))
            throw block.Error(0, $"it yields {string.Join(", ", columns)} in this order, not {string.Join(", ", shape.Columns)}");
    }

    private static List<ModelStep> InOrder(SupervisionModel model)
    {
        var known = Known(model);
        known.Remove(FindingTable);
        var reads = model.Steps.ToDictionary(s => s.Name, s => Read(model, s.Sql, known, s.Name).Tables.Where(t => t != s.Name && !model.Inputs.ContainsKey(t)).ToList(), StringComparer.Ordinal);
        var (ordered, left) = (new List<ModelStep>(), model.Steps.ToList());
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(s => reads[s.Name].All(r => ordered.Any(o => o.Name == r)));
            if (next is null)
                throw Circle(left, reads);
            ordered.Add(next);
            left.Remove(next);
        }
        return ordered;
    }

    private static DataFileException Circle(List<ModelStep> left, Dictionary<string, List<string>> reads)
    {
        // a step that merely reads one of the circle is not to blame
        while (left.FirstOrDefault(s => !left.Any(o => reads[o.Name].Contains(s.Name))) is { } outside)
            left.Remove(outside);
        return left[0].Sql.Error(0, $"these steps wait for one another: {string.Join(", ", left.Select(s => s.Name))}");
    }
}
