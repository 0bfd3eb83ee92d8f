using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Zhijian.Kernel;

namespace Zhijian.Law;

/// <summary>
/// The template of one official paper (data/documents/): when it is written, on what basis, who approves it, and its wording with fields in
/// braces that are bound to facts of the matter. A paper is a view of the matter; what the matter does not know, the paper does not say.
/// </summary>
public sealed partial record DocumentTemplate
{
    public required string Id { get; init; }

    /// <summary>As it stands at the head of the paper: 不起诉决定书.</summary>
    public required Text Title { get; init; }

    /// <summary>What tells papers of the same title apart: 存疑.</summary>
    public required Text? Variant { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>Null = of every function.</summary>
    public required Track? Track { get; init; }

    /// <summary>The steps to which it belongs.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    public required DocumentSubject Per { get; init; }

    /// <summary>The kind of proceeding (a file of data/proceedings/), where it concerns one.</summary>
    public required string? Proceeding { get; init; }

    public required LegalRef Reference { get; init; }

    /// <summary>Facts that must have these values: by the kind of a decision its paper is chosen.</summary>
    public required IReadOnlyDictionary<string, string> Only { get; init; }

    public required DocumentIssuer Issuer { get; init; }

    public required ApprovalRule Approval { get; init; }

    /// <summary>The word of its number series: 检不诉; null where the paper has no number.</summary>
    public required string? Series { get; init; }

    /// <summary>To whom it is addressed, with fields in braces.</summary>
    public required string? Recipient { get; init; }

    /// <summary>Names of this template for fields of events.</summary>
    public required IReadOnlyDictionary<string, EventFact> Facts { get; init; }

    /// <summary>What only the person who makes the paper can say.</summary>
    public required IReadOnlyList<AskedField> Asks { get; init; }

    public required IReadOnlyList<DocumentBlock> Body { get; init; }

    /// <summary>The same for a reader of English; empty where the paper is in Chinese only.</summary>
    public required IReadOnlyList<DocumentBlock> English { get; init; }

    /// <summary>The seal of the office stands on it.</summary>
    public required bool Sealed { get; init; }

    public required IReadOnlyList<string> Copies { get; init; }

    /// <summary>The beginning of the hash of the file: which wording was used.</summary>
    public required string Version { get; init; }

    public required string Source { get; init; }

    /// <summary>Title and variant, as lists show it.</summary>
    public Text Name => Variant is { } v ? new Text($"{Title.Zh}（{v.Zh}）", $"{Title.En} ({v.En})") : Title;

    /// <summary>Every field that the paper names, in its order.</summary>
    public IEnumerable<string> Fields => new[] { Recipient }.Concat(Body.Concat(English).SelectMany(b => new[] { b.Text, b.When is null ? null : $"{{{b.When}}}", b.Unless is null ? null : $"{{{b.Unless}}}" }))
        .OfType<string>().SelectMany(FieldsOf).Distinct(StringComparer.Ordinal);

    public static IEnumerable<string> FieldsOf(string text) => Field().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The text with its fields replaced.</summary>
    public static string Fill(string text, Func<string, string> value) => Field().Replace(text, m => value(m.Groups["name"].Value));

    public static IReadOnlyDictionary<string, DocumentTemplate> Load(string data, IReadOnlyDictionary<string, Procedure> procedures, IReadOnlyDictionary<string, ProceedingKind> proceedings) =>
        Directory.EnumerateFiles(Path.Combine(data, "documents"), "*.yaml").Order(StringComparer.Ordinal)
            .Select(file => Read(DataNode.Load(data, file), file, procedures, proceedings))
            .ToDictionary(t => t.Id, StringComparer.Ordinal);

    private static DocumentTemplate Read(DataNode node, string file, IReadOnlyDictionary<string, Procedure> procedures, IReadOnlyDictionary<string, ProceedingKind> proceedings)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (node.String("id") != name)
            throw node.Get("id").Error($"the file is named {name}.yaml");
        var template = new DocumentTemplate
        {
            Id = name,
            Title = node.Text("title"),
            Variant = node.FindText("variant"),
            Kind = node.Word<DocumentKind>("kind"),
            Track = node.Find("track")?.Word<Track>(),
            Steps = node.Strings("steps"),
            Per = node.Word<DocumentSubject>("per"),
            Proceeding = node.FindString("proceeding"),
            Reference = node.Reference(),
            Only = node.Map("only"),
            Issuer = node.Word<DocumentIssuer>("issuer"),
            Approval = ReadApproval(node.Get("approval")),
            Series = node.FindString("series"),
            Recipient = node.FindString("recipient"),
            Facts = node.Find("facts")?.Pairs().ToDictionary(p => p.Key, p => ReadFact(p.Value, procedures), StringComparer.Ordinal) ?? [],
            Asks = [.. node.Find("asks")?.Pairs().Select(p => ReadAsked(p.Key, p.Value)) ?? []],
            Body = [.. node.Items("body").Select(ReadBlock)],
            English = [.. node.Items("english").Select(ReadBlock)],
            Sealed = node.Bool("seal"),
            Copies = node.Strings("copies"),
            Version = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..12],
            Source = node.Source,
        };
        _ = node.Date("checked");
        Check(node, template, procedures, proceedings);
        node.Done();
        return template;
    }

    private static void Check(DataNode node, DocumentTemplate template, IReadOnlyDictionary<string, Procedure> procedures, IReadOnlyDictionary<string, ProceedingKind> proceedings)
    {
        foreach (var step in template.Steps.Where(s => !procedures.ContainsKey(s)))
            throw node.Get("steps").Error($"no step “{step}” under data/procedures");
        if ((template.Per == DocumentSubject.Proceeding) != template.Proceeding is not null)
            throw node.Error("“proceeding” names the kind where the paper is per proceeding, and stands nowhere else");
        if (template.Proceeding is { } kind && !proceedings.ContainsKey(kind))
            throw node.Get("proceeding").Error($"no data/proceedings/{kind}.yaml");
        if (template.Body.Count == 0)
            throw node.Error("“body” is required");
        var own = template.Facts.Keys.Concat(template.Asks.Select(a => a.Name)).ToList();
        if (own.Find(n => DocumentFields.Known.ContainsKey(n)) is { } taken)
            throw node.Error($"“{taken}” is a field of every paper and cannot be named anew");
        if (own.GroupBy(n => n, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw node.Error($"“{twice.Key}” is named twice");
        if (template.Fields.FirstOrDefault(f => !own.Contains(f) && !DocumentFields.Known.ContainsKey(f)) is { } unknown)
            throw node.Get("body").Error($"“{{{unknown}}}” is neither a field of every paper nor one of “facts” or “asks”");
        if (template.Only.Keys.FirstOrDefault(k => !template.Facts.ContainsKey(k) && !k.StartsWith("proceeding.", StringComparison.Ordinal)) is { } odd)
            throw node.Get("only").Error($"“{odd}” is neither one of “facts” nor a fact of the proceeding");
        if (own.Find(n => !template.Fields.Contains(n) && !template.Only.ContainsKey(n)) is { } idle)
            throw node.Error($"“{idle}” stands nowhere in the paper");
    }

    private static ApprovalRule ReadApproval(DataNode node)
    {
        var office = node.String("basis") == "office";
        var rule = new ApprovalRule(node.Word<ApprovalLevel>("level"), office ? null : node.Reference("basis"));
        node.Done();
        return rule;
    }

    private static EventFact ReadFact(DataNode node, IReadOnlyDictionary<string, Procedure> procedures)
    {
        var fact = new EventFact(node.String("event"), node.String("field"), node.String("step"));
        if (!procedures.ContainsKey(fact.Step))
            throw node.Get("step").Error($"no step “{fact.Step}” under data/procedures");
        node.Done();
        return fact;
    }

    private static AskedField ReadAsked(string name, DataNode node)
    {
        var field = new AskedField(name, new Text(node.String("zh"), node.String("en")), node.Find("optional") is not null && node.Bool("optional"));
        node.Done();
        return field;
    }

    private static DocumentBlock ReadBlock(DataNode node)
    {
        if (node.IsText)
            return new DocumentBlock(false, node.String(), null, null, null);
        var heading = node.Find("heading") is not null;
        var block = new DocumentBlock(heading, node.String(heading ? "heading" : "text"), node.FindString("when"), node.FindString("unless"), node.Find("each")?.Word<DocumentList>());
        node.Done();
        return block;
    }

    [GeneratedRegex(@"\{(?<name>[a-z][a-z0-9.-]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}

/// <summary>The kinds of official paper.</summary>
public enum DocumentKind
{
    Decision,
    Notice,
    Opinion,
    Suggestion,
    Indictment,
    Protest,
    Report,
    Letter,
    Statement,
    Announcement,
    Receipt,
}

/// <summary>Whom one paper concerns.</summary>
public enum DocumentSubject
{
    Matter,

    /// <summary>One suspect, one paper.</summary>
    Person,

    /// <summary>One paper for several suspects.</summary>
    Persons,

    /// <summary>One right holder, one paper.</summary>
    Holder,
    Proceeding,
}

/// <summary>In whose name it is written.</summary>
public enum DocumentIssuer
{
    Procuratorate,
    Prosecutor,

    /// <summary>The suspect signs it, as the statement on a guilty plea.</summary>
    Suspect,
}

/// <summary>Who approves a paper before it leaves the house; each stands above the one before.</summary>
public enum ApprovalLevel
{
    Prosecutor,
    OfficeHead,
    DeputyChief,
    Chief,
    Committee,
}

/// <param name="Basis">Null where only the practice of the office sets the level.</param>
public sealed record ApprovalRule(ApprovalLevel Level, LegalRef? Basis);

/// <summary>A field of the latest event of that type that concerns the subject. <paramref name="Step"/> gives it where it is missing.</summary>
public sealed record EventFact(string Event, string Field, string Step);

public sealed record AskedField(string Name, Text Label, bool Optional);

/// <summary>A heading or a paragraph; with a condition, or once for each of a list.</summary>
/// <param name="When">A field that must have a value.</param>
/// <param name="Unless">A field that must have none.</param>
public sealed record DocumentBlock(bool IsHeading, string Text, string? When, string? Unless, DocumentList? Each);

/// <summary>What a paragraph may be repeated for.</summary>
public enum DocumentList
{
    Persons,
    Charges,
    Holders,
    Amounts,

    /// <summary>Elements that an exhibit proves.</summary>
    Proofs,
}
