using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Models;

/// <summary>
/// A supervision model (法律监督模型) as its file says it: what it reads, on what law it rests, the SQL that finds, and worked examples.
/// It gives hints; people judge them.
/// </summary>
public sealed record SupervisionModel
{
    public required string Id { get; init; }

    public required int Order { get; init; }

    public required Text Title { get; init; }

    public required int Version { get; init; }

    /// <summary>The function whose business its findings are.</summary>
    public required Track Track { get; init; }

    public required Severity Severity { get; init; }

    public required IReadOnlyList<LegalBasis> Basis { get; init; }

    /// <summary>The data sets that it reads, each with the columns that it uses.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Inputs { get; init; }

    public required IReadOnlyList<ModelParameter> Parameters { get; init; }

    /// <summary>The rules a row can meet; empty for a model of one rule.</summary>
    public required IReadOnlyList<ModelRule> Rules { get; init; }

    /// <summary>What a finding shows beside key, subject, unit and score.</summary>
    public required IReadOnlyList<FindingValue> Values { get; init; }

    public required ExplanationTemplate Explanation { get; init; }

    /// <summary>What it is for and how to read its findings, for the prosecutor; Markdown.</summary>
    public required Text Prose { get; init; }

    /// <summary>Named SELECTs, each after those that it reads.</summary>
    public required IReadOnlyList<ModelStep> Steps { get; init; }

    public required SqlBlock Finding { get; init; }

    public required SqlBlock Rows { get; init; }

    /// <summary>Who is tied to whom, for a graph and its table; null where the model has none.</summary>
    public required SqlBlock? Links { get; init; }

    public required IReadOnlyList<ModelExample> Examples { get; init; }

    /// <summary>File of the model, as messages name it.</summary>
    public required string Source { get; init; }

    /// <summary>Every article that the model rests on or takes a figure from, each with how far its text was verified.</summary>
    public IReadOnlyList<LegalRef> Citations => [.. Basis.Select(b => b.Reference).Concat(Parameters.SelectMany(p => p.Values.Select(v => v.Reference).Prepend(p.Reference).OfType<LegalRef>())).Distinct()];

    public ModelParameter? Parameter(string id) => Parameters.FirstOrDefault(p => p.Id == id);
}

/// <summary>How much a finding of the model weighs where several wait.</summary>
public enum Severity
{
    High,
    Medium,
    Low,
}

/// <summary>An article on which the model rests, with the days between which it does.</summary>
public sealed record LegalBasis(LegalRef Reference, Text Says, DateOnly? From, DateOnly? To);

public sealed record ModelRule(string Id, Text Title);

/// <summary>One value of a finding. Money is in fen; the template and the pages show yuan.</summary>
public sealed record FindingValue(string Name, Text Title, ColumnType Type);

/// <summary>One named SELECT of the model; others may read it like a table.</summary>
public sealed record ModelStep(string Name, SqlBlock Sql);

/// <summary>The SQL of one run, parameters filled in; the same for DuckDB and PostgreSQL.</summary>
/// <param name="FindingSql">One row per finding: key, subject, unit, score and the values, each cast to its type.</param>
/// <param name="RowsSql">finding_key, set_name, row_id, rule. It may read the table <c>finding</c>, which holds the answer of the first.</param>
/// <param name="LinksSql">from_name, to_name, label, finding_key; null where the model has no graph.</param>
public sealed record ModelQuery(string FindingSql, string RowsSql, string? LinksSql);
