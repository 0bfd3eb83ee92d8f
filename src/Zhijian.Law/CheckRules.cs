using System.Text.RegularExpressions;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>
/// A rule of the four checks (一案四查) as law data (data/checks/): what must have happened for a question to be put to a function, what is asked, on
/// what basis, and which steps an answer may lead to. The rule asks; people answer.
/// </summary>
public sealed record CheckRule
{
    public required string Id { get; init; }

    public required Text Title { get; init; }

    /// <summary>What is to be looked into, in one sentence.</summary>
    public required Text Asks { get; init; }

    /// <summary>The function that is asked; null = that in which the finding was made.</summary>
    public required Track? Function { get; init; }

    /// <summary>Occurrences that put the question; empty where findings do.</summary>
    public required IReadOnlyList<string> OpensOn { get; init; }

    /// <summary>Facts that the occurrence must have.</summary>
    public required IReadOnlyDictionary<string, string> When { get; init; }

    /// <summary>Kinds of finding (data/vocabulary/findings.csv) that put the question.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>Occurrences that answer it by themselves, and whether something was opened: what is recorded in a step need not be said twice.</summary>
    public required IReadOnlyDictionary<string, bool> AnsweredOn { get; init; }

    public required IReadOnlyList<CheckLead> LeadsTo { get; init; }

    public required string Source { get; init; }

    public bool IsPutBy(Occurrence o) =>
        o.Type == Occurrence.Finding ? Findings.Contains(o.Facts["kind"]) : OpensOn.Contains(o.Type) && When.All(w => o.Facts.GetValueOrDefault(w.Key) == w.Value);

    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static IReadOnlyList<CheckRule> Load(string data, IReadOnlyDictionary<string, Procedure> procedures, IReadOnlyList<FindingKind> findings)
    {
        CheckRule[] rules =
        [
            .. Directory.EnumerateFiles(Path.Combine(data, "checks"), "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => Read(DataNode.Load(data, file), Path.GetFileNameWithoutExtension(file), procedures, findings)),
        ];
        return findings.FirstOrDefault(f => !rules.Any(r => r.Findings.Contains(f.Id))) is { } idle
            ? throw new InvalidOperationException($"data/vocabulary/findings.csv: no rule of data/checks asks anything about “{idle.Id}”")
            : rules;
    }

    private static CheckRule Read(DataNode node, string name, IReadOnlyDictionary<string, Procedure> procedures, IReadOnlyList<FindingKind> findings)
    {
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var rule = new CheckRule
        {
            Id = name,
            Title = node.Text("title"),
            Asks = node.Text("asks"),
            Function = node.String("function") == "found-in" ? null : node.Word<Track>("function"),
            OpensOn = node.Strings("opens_on"),
            When = node.Map("when"),
            Findings = node.Strings("findings"),
            Reference = node.Reference(),
            AnsweredOn = node.Find("answered_on")?.Pairs().ToDictionary(p => p.Key, p => p.Value.String() switch
            {
                "opened" => true,
                "no-issue" => false,
                var other => throw p.Value.Error($"“{other}” is neither opened nor no-issue"),
            }, StringComparer.Ordinal) ?? [],
            LeadsTo = [.. node.Items("leads_to").Select(n => CheckLead.Read(n, procedures))],
            Source = node.Source,
        };
        if (rule.OpensOn.Count + rule.Findings.Count == 0)
            throw node.Error("“opens_on” or “findings” is required: a question that nothing puts is never asked");
        if (rule.Function is null && rule.Findings.Count == 0)
            throw node.Get("function").Error("only a finding knows in which function it was made");
        foreach (var unknown in rule.Findings.Where(f => findings.All(k => k.Id != f)))
            throw node.Get("findings").Error($"“{unknown}” is not in data/vocabulary/findings.csv");
        foreach (var lead in rule.LeadsTo.Where(l => rule.AnsweredOn.Count == 0 && procedures[l.Step] is not { Scope: StepScope.Proceeding, From.Count: 0 }))
            throw node.Get("leads_to").Error($"“{lead.Step}” opens no proceeding, and nothing says by “answered_on” that it answers");
        _ = node.Date("checked");
        node.Done();
        return rule;
    }
}

/// <summary>A step to which an answer may lead, and what is carried over into it: field → template with facts in braces.</summary>
public sealed partial record CheckLead(string Step, IReadOnlyDictionary<string, string> Carry)
{
    /// <summary>The facts that may stand in braces.</summary>
    public static readonly IReadOnlyList<string> Facts =
    [
        "matter.title", "matter.right", "matter.goods", "matter.holders", "matter.persons", "matter.act-kind", "question.function", "subject.id", "subject.name",
        "finding.what", "finding.organ", "finding.court", "finding.court-level", "finding.case-number", "finding.parties", "finding.act", "finding.act-number",
        "finding.act-on", "finding.effective-on",
    ];

    [GeneratedRegex(@"\{(?<fact>[^{}]+)\}", RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Braces { get; }

    /// <summary>The template filled in; null where one of its facts is not known: nothing is carried then.</summary>
    public static string? Fill(string template, Func<string, string?> fact)
    {
        var missing = false;
        var text = Braces.Replace(template, m =>
        {
            var value = fact(m.Groups["fact"].Value);
            missing |= string.IsNullOrWhiteSpace(value);
            return value ?? "";
        });
        return missing ? null : text;
    }

    internal static CheckLead Read(DataNode node, IReadOnlyDictionary<string, Procedure> procedures)
    {
        var lead = new CheckLead(node.String("step"), node.Map("carry"));
        if (!procedures.ContainsKey(lead.Step))
            throw node.Get("step").Error($"no procedure “{lead.Step}”");
        foreach (var (field, template) in lead.Carry)
            foreach (var unknown in Braces.Matches(template).Select(m => m.Groups["fact"].Value).Where(f => !Facts.Contains(f)))
                throw node.Get("carry").Error($"{field}: there is no fact “{unknown}”");
        node.Done();
        return lead;
    }
}

/// <summary>A kind of finding (data/vocabulary/findings.csv).</summary>
public sealed record FindingKind(string Id, Text Title);
