using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>Reads one file of data/models/: what it says of itself, its words, its SQL and its examples. Every error names file and line.</summary>
public static class ModelFile
{
    private static readonly string[] FixedValues = ["key", "subject", "unit", "score"];

    /// <exception cref="DataFileException">The file is wrong.</exception>
    public static SupervisionModel Load(string dataFolder, string file, DataSetCatalogue sets)
    {
        var page = ModelPage.Load(dataFolder, file);
        var front = page.Front;
        if (front.String("id") != Path.GetFileNameWithoutExtension(file))
            throw front.Get("id").Error($"the file is named {Path.GetFileName(file)}");
        var inputs = front.Get("inputs").Pairs().ToDictionary(i => i.Key, i => Columns(i.Key, i.Value, sets), StringComparer.Ordinal);
        var values = front.Items("values").Select(Value).ToList();
        var rules = (front.Find("rules")?.Pairs() ?? []).Select(r => Rule(r.Key, r.Value)).ToList();
        var model = new SupervisionModel
        {
            Id = front.String("id"),
            Order = front.Int("order"),
            Title = front.Text("title"),
            Version = front.Int("version"),
            Track = front.Word<Track>("track"),
            Severity = front.Word<Severity>("severity"),
            Basis = [.. front.Items("basis").Select(Basis)],
            Inputs = inputs,
            Parameters = [.. front.Items("parameters").Select(Parameter)],
            Rules = rules,
            Values = values,
            Explanation = Explanation(front.Get("explanation"), values, rules),
            Prose = Prose(page),
            Steps = [.. Of(page, "Step:").Select(s => new ModelStep(StepName(s, inputs), s.Sql()))],
            Finding = One(page, "Finding").Sql(),
            Rows = One(page, "Rows").Sql(),
            Links = page.Sections.FirstOrDefault(s => s.Heading == "Links")?.Sql(),
            Examples = [.. Of(page, "Example:").Select(s => ModelExample.Read(s, sets, inputs, values))],
            Source = front.Source,
        };
        front.Done();
        Check(front, page, model);
        return ModelSql.Checked(model);
    }

    private static void Check(DataNode front, ModelPage page, SupervisionModel model)
    {
        if (model.Basis.Count == 0)
            throw front.Error("“basis” is required: a model rests on an article");
        if (Twice(model.Parameters.Select(p => p.Id)) is { } parameter)
            throw front.Get("parameters").Error($"“{parameter}” stands twice");
        if (Twice(model.Steps.Select(s => s.Name)) is { } step)
            throw front.Error($"the step “{step}” stands twice");
        if (model.Examples.All(e => e.Finds.Rows.Count == 0) || model.Examples.All(e => e.Finds.Rows.Count > 0))
            throw front.Error("at least one example that fires and one that stays silent");
        foreach (var (example, section) in model.Examples.Zip(Of(page, "Example:")))
            foreach (var (name, value) in example.Parameters)
                if ((model.Parameter(name) is { } of ? of.Problem(value)?.En : $"“{name}” is no parameter") is { } problem)
                    throw section.Error(problem);
    }

    private static IReadOnlyList<string> Columns(string set, DataNode node, DataSetCatalogue sets)
    {
        var of = sets.Find(set) ?? throw node.Error($"“{set}” is no data set: {string.Join(", ", sets.All.Select(s => s.Id))}");
        foreach (var column in node.Items())
            if (of.Find(column.String()) is null)
                throw column.Error($"“{column.String()}” is no column of “{set}”");
        var columns = node.Items().Select(c => c.String()).ToList();
        return columns.Contains(of.Key) ? columns : throw node.Error($"“{of.Key}” is missing: findings point at rows of “{set}” by it");
    }

    private static LegalBasis Basis(DataNode node)
    {
        var basis = new LegalBasis(node.Reference(), new Text(node.String("zh"), node.String("en")), node.FindDate("from"), node.FindDate("to"));
        node.Done();
        return basis;
    }

    private static ModelRule Rule(string id, DataNode node)
    {
        var rule = new ModelRule(id, new Text(node.String("zh"), node.String("en")));
        node.Done();
        return rule;
    }

    private static FindingValue Value(DataNode node)
    {
        var value = new FindingValue(node.String("name"), new Text(node.String("zh"), node.String("en")), node.Word<ColumnType>("type"));
        if (!SqlWords.IsName(value.Name) || FixedValues.Contains(value.Name))
            throw node.Get("name").Error($"“{value.Name}” is no name for a value: small letters, digits and underscores, no word of SQL, and none of {string.Join(", ", FixedValues)}");
        node.Done();
        return value;
    }

    private static ModelParameter Parameter(DataNode node)
    {
        var source = node.FindString("source");
        var parameter = new ModelParameter
        {
            Id = node.String("id"),
            Title = new Text(node.String("zh"), node.String("en")),
            Type = node.Word<ParameterType>("type"),
            Default = node.FindString("default"),
            Min = node.FindString("min"),
            Max = node.FindString("max"),
            Reference = source is null or "practice" ? null : node.Reference("source"),
            Term = node.FindString("term"),
            Values = [.. node.Items("values").Select(v => Dated(v))],
        };
        if (!SqlWords.IsSpelt(parameter.Id) || parameter.Id == ModelSql.Today)
            throw node.Get("id").Error($"“{parameter.Id}” is no name for a parameter");
        if (parameter.IsDated == (parameter.Default is not null) || parameter.IsDated == (source is not null))
            throw node.Error("either “default” and “source” (an article, or “practice”), or “values” that each have both");
        if (parameter.Values.Zip(parameter.Values.Skip(1)).Any(p => p.First.From >= p.Second.From))
            throw node.Get("values").Error("values stand oldest first, each from a later day");
        if ((parameter.Min ?? parameter.Max) is not null && !parameter.IsAdjustable)
            throw node.Error("a figure that the law gives has no bounds: nobody turns it");
        if (parameter.IsAdjustable && parameter.Type != ParameterType.Text && (parameter.Min is null || parameter.Max is null))
            throw node.Error("a figure of practice has “min” and “max”");
        foreach (var value in parameter.Values.Select(v => v.Value).Append(parameter.Default).Append(parameter.Min).Append(parameter.Max).OfType<string>())
            CheckLiteral(node, parameter, value);
        if (parameter.Default is { } standard && parameter.Problem(standard) is { } problem)
            throw node.Get("default").Error(problem.En);
        node.Done();
        return parameter;
    }

    private static void CheckLiteral(DataNode node, ModelParameter parameter, string value)
    {
        try
        {
            _ = parameter.Literal(value);
        }
        catch (ArgumentException)
        {
            throw node.Error($"“{value}” is no {Words.Kebab(parameter.Type)}");
        }
    }

    private static DatedValue Dated(DataNode node)
    {
        var value = new DatedValue(node.Date("from"), node.String("value"), node.Reference());
        node.Done();
        return value;
    }

    /// <summary>One sentence for all findings, or one for each rule.</summary>
    private static ExplanationTemplate Explanation(DataNode node, IReadOnlyList<FindingValue> values, IReadOnlyList<ModelRule> rules)
    {
        var byRule = node.Find("zh") is null && values.Any(v => v.Name == ExplanationTemplate.Rule)
            ? rules.ToDictionary(r => r.Id, r => node.Text(r.Id), StringComparer.Ordinal)
            : new Dictionary<string, Text>(StringComparer.Ordinal) { [""] = new(node.String("zh"), node.String("en")) };
        node.Done();
        var types = values.ToDictionary(v => v.Name, v => v.Type, StringComparer.Ordinal);
        foreach (var name in FixedValues)
            types[name] = name == "score" ? ColumnType.Count : ColumnType.Text;
        var explanation = new ExplanationTemplate(byRule, types);
        return explanation.Unknown().FirstOrDefault() is { } unknown ? throw node.Error($"“{{{unknown}}}” is no value of the finding") : explanation;
    }

    private static Text Prose(ModelPage page)
    {
        var known = new[] { "", "In English", "Finding", "Rows", "Links" };
        foreach (var section in page.Sections)
        {
            if (!known.Contains(section.Heading) && !section.Heading.StartsWith("Step:", StringComparison.Ordinal) && !section.Heading.StartsWith("Example:", StringComparison.Ordinal))
                throw section.Error($"unknown section “{section.Heading}”: In English, Step: name, Finding, Rows, Links or Example: 中文 / English");
            if (known.Contains(section.Heading) && page.Sections.Count(s => s.Heading == section.Heading) > 1)
                throw section.Error($"“{section.Heading}” stands twice");
        }
        var chinese = page.Sections[0].Text;
        return chinese.Length > 0 ? new Text(chinese, One(page, "In English").Text) : throw page.Sections[0].Error("the words for the prosecutor stand before the first section");
    }

    private static string StepName(PageSection section, Dictionary<string, IReadOnlyList<string>> inputs)
    {
        var name = section.Heading["Step:".Length..].Trim();
        return !SqlWords.IsName(name) ? throw section.Error($"“{name}” is no name for a step: small letters, digits and underscores, no word of SQL")
            : name == ModelSql.FindingTable || inputs.ContainsKey(name) ? throw section.Error($"“{name}” is the name of a table already")
            : name;
    }

    private static IEnumerable<PageSection> Of(ModelPage page, string kind) => page.Sections.Where(s => s.Heading.StartsWith(kind, StringComparison.Ordinal));

    private static PageSection One(ModelPage page, string heading) =>
        page.Sections.FirstOrDefault(s => s.Heading == heading) ?? throw page.Front.Error($"the section “## {heading}” is missing");

    private static string? Twice(IEnumerable<string> names) => names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key;
}
