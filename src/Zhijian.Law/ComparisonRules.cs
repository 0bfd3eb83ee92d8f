using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>What of a document is held against the record of the matter.</summary>
public enum Compared
{
    Amounts,
    Persons,
    RightHolders,
    Charges,
    Dates,

    /// <summary>Any other field that a paper took from the record.</summary>
    Record,
}

/// <summary>What follows from a difference between a document and the record.</summary>
public enum ComparisonEffect
{
    /// <summary>It is shown.</summary>
    Hint,

    /// <summary>The paper waits until it is put right or explained.</summary>
    Block,
}

/// <summary>Where the record has the day that a document names: a field of an event, of those events that say what <paramref name="When"/> says.</summary>
public sealed record ComparedFact(string Event, string Field, IReadOnlyDictionary<string, string> When);

/// <summary>A rule of the card against the document (data/comparison/): practice of the office, not law.</summary>
public sealed record ComparisonRule
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    public required Compared Compares { get; init; }

    /// <summary>Fields of papers to which it applies when the record has changed.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Words beside a date that say what it is; the longest first.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    public required IReadOnlyList<ComparedFact> Facts { get; init; }

    /// <summary>The effect in a paper of the office.</summary>
    public required ComparisonEffect Made { get; init; }

    /// <summary>The effect in a document that came in.</summary>
    public required ComparisonEffect Received { get; init; }

    public required Text Why { get; init; }

    public static IReadOnlyList<ComparisonRule> Load(string data) =>
        [.. Directory.EnumerateFiles(Path.Combine(data, "comparison"), "*.yaml").Order(StringComparer.Ordinal).Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file)))];

    private static ComparisonRule Read(DataNode node, string name)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var rule = new ComparisonRule
        {
            Id = name,
            Title = node.Text("title"),
            Compares = node.Word<Compared>("compares"),
            Fields = node.Strings("fields"),
            Phrases = [.. node.Strings("phrases").OrderByDescending(p => p.Length)],
            Facts = [.. node.Items("facts").Select(ReadFact)],
            Made = node.Word<ComparisonEffect>("made"),
            Received = node.Word<ComparisonEffect>("received"),
            Why = node.Text("why"),
        };
        if (rule.Compares == Compared.Dates != (rule.Phrases.Count > 0 && rule.Facts.Count > 0))
            throw node.Error("“phrases” and “facts” belong to a rule that compares dates, and to no other");
        if (rule.Fields.FirstOrDefault(f => !DocumentFields.Known.ContainsKey(f)) is { } unknown)
            throw node.Get("fields").Error($"“{unknown}” is no field of papers");
        node.Done();
        return rule;
    }

    private static ComparedFact ReadFact(DataNode node)
    {
        var fact = new ComparedFact(node.String("event"), node.String("field"), node.Map("when"));
        node.Done();
        return fact;
    }
}
