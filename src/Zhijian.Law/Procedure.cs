using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>
/// One step of a procedure as law data (data/procedures/): from which stages, to which, who may, on what basis, which duties it opens.
/// The decision itself is the C# file of the same name.
/// </summary>
public sealed record Procedure
{
    /// <summary>The name of the step and of the file: accept-transfer.</summary>
    public required string Step { get; init; }

    public required Text Title { get; init; }

    public required Track? Track { get; init; }

    public required StepScope Scope { get; init; }

    /// <summary>The kind of proceeding that it opens or carries on; null where it concerns none.</summary>
    public required string? Proceeding { get; init; }

    /// <summary>Stages in which a person × charge, or the proceeding, must be; empty where the step does not depend on a stage.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Stages that it may lead to; for the reader and for the generated catalogue.</summary>
    public required IReadOnlyList<string> To { get; init; }

    public required IReadOnlyList<Role> Who { get; init; }

    public required LegalRef? Reference { get; init; }

    /// <summary>What would make an out-of-order step pass.</summary>
    public required Text Remedy { get; init; }

    public required IReadOnlyList<string> Documents { get; init; }

    public required IReadOnlyList<string> Opens { get; init; }

    /// <summary>Place among the steps that a page offers; lower first.</summary>
    public required int Order { get; init; }

    /// <summary>The step may still be taken when the matter is closed.</summary>
    public required bool AfterClosing { get; init; }

    /// <summary>Worked examples, the first of which passes; the tests play them all.</summary>
    public required IReadOnlyList<StepExample> Examples { get; init; }

    public required string Source { get; init; }

    public static IReadOnlyDictionary<string, Procedure> Load(string data, IReadOnlySet<string> duties, IReadOnlyDictionary<string, ProceedingKind> proceedings)
    {
        var all = Directory.EnumerateFiles(Path.Combine(data, "procedures"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file), duties, proceedings))
            .ToDictionary(p => p.Step, StringComparer.Ordinal);
        foreach (var example in all.Values.SelectMany(p => p.Examples))
            if (example.After.FirstOrDefault(a => !all.ContainsKey(a.Step)) is { } unknown)
                throw new InvalidOperationException($"{example.Source}: no step “{unknown.Step}”");
        return all;
    }

    private static Procedure Read(DataNode node, string name, IReadOnlySet<string> duties, IReadOnlyDictionary<string, ProceedingKind> proceedings)
    {
        var procedure = new Procedure
        {
            Step = node.String("step"),
            Title = node.Text("title"),
            Track = node.Find("track")?.Word<Track>(),
            Scope = node.Word<StepScope>("scope"),
            Proceeding = node.FindString("proceeding"),
            From = node.Strings("from"),
            To = node.Strings("to"),
            Who = [.. node.Items("who").Select(w => w.Word<Role>())],
            Reference = node.Find("reference") is null ? null : node.Reference(),
            Remedy = node.Text("remedy"),
            Documents = node.Strings("documents"),
            Opens = node.Strings("opens"),
            Order = node.Int("order"),
            AfterClosing = node.Find("after_closing") is not null && node.Bool("after_closing"),
            Examples = StepExample.Read(node, name),
            Source = node.Source,
        };
        if (procedure.Step != name)
            throw node.Get("step").Error($"the file is named {name}.yaml");
        if (procedure.Who.Count == 0)
            throw node.Error("“who” is required");
        // a step that moves a person through the procedure must say by which article it does
        if (procedure.From.Count > 0 && procedure.Reference is null)
            throw node.Error("“reference” is required where “from” is given");
        CheckProceeding(node, procedure, proceedings);
        foreach (var duty in procedure.Opens.Where(d => !duties.Contains(d)))
            throw node.Get("opens").Error($"no data/duties/{duty}.yaml");
        foreach (var example in procedure.Examples)
            if (example.Opens.Keys.FirstOrDefault(d => !procedure.Opens.Contains(d)) is { } other)
                throw node.Get("examples").Error($"{example.Source}: “{other}” is not among “opens” of the step");
        node.Done();
        return procedure;
    }

    private static void CheckProceeding(DataNode node, Procedure procedure, IReadOnlyDictionary<string, ProceedingKind> proceedings)
    {
        if ((procedure.Scope == StepScope.Proceeding) != procedure.Proceeding is not null)
            throw node.Error("“proceeding” names the kind where the scope is proceeding, and stands nowhere else");
        if (procedure.Proceeding is not { } id)
            return;
        if (!proceedings.TryGetValue(id, out var kind))
            throw node.Get("proceeding").Error($"no data/proceedings/{id}.yaml");
        foreach (var stage in procedure.From.Concat(procedure.To).Where(s => kind.Find(s) is null))
            throw node.Error($"“{stage}” is no stage of data/proceedings/{id}.yaml");
    }
}

/// <summary>The four procuratorial functions over one matter (四大检察).</summary>
public enum Track
{
    Criminal,
    Civil,
    Administrative,
    PublicInterest,
}

/// <summary>Whom a step concerns.</summary>
public enum StepScope
{
    /// <summary>The step concerns the matter as a whole.</summary>
    Matter,

    /// <summary>The step is taken for chosen persons.</summary>
    Person,

    /// <summary>The step opens a proceeding or carries one on.</summary>
    Proceeding,
}
