using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>What came of a template and a matter: the text, the values that it used, and what is missing. With gaps it is only a preview.</summary>
public sealed record MadePaper(PaperText Text, IReadOnlyList<PaperValue> Values, IReadOnlyList<PaperGap> Gaps);

/// <summary>What a paper needs and the matter does not know.</summary>
/// <param name="Step">The step that gives it; null where only the paper asks for it.</param>
/// <param name="Input">The field of that step.</param>
/// <param name="MayBeGiven">It can be given with the paper.</param>
public sealed record PaperGap(string Field, Text Label, string? Step, string? Input, IReadOnlyList<Role> Who, bool MayBeGiven);

/// <param name="Office">The name of the unit, as its papers have it.</param>
/// <param name="Name">Who makes the paper.</param>
public sealed record PaperBy(string Office, string Name);

/// <summary>Makes a paper from a template and a matter. Pure: the same matter and values give the same text.</summary>
public static class PaperMaker
{
    /// <param name="given">Values for what the template asks, and for facts that the matter does not know yet.</param>
    public static MadePaper Make(DocumentTemplate template, Matter matter, LawBook law, PaperSubject subject, PaperBy by, IReadOnlyDictionary<string, string> given)
    {
        var facts = new PaperFacts(template, matter, law, subject, by, given);
        var used = new Dictionary<string, PaperValue>(StringComparer.Ordinal);
        var gaps = new Dictionary<string, PaperGap>(StringComparer.Ordinal);

        string Value(string field, PaperScope scope)
        {
            if (facts.Find(field, scope) is { } value)
            {
                used.TryAdd($"{field} {value.Value}", value);
                return value.Value;
            }
            if (template.Asks.Any(a => a.Name == field && a.Optional))
                return "";
            var gap = facts.Gap(field);
            gaps.TryAdd(field, gap);
            return $"【{gap.Label.Zh}】";
        }

        List<PaperLine> Lines(IReadOnlyList<DocumentBlock> blocks) => [.. blocks
            .Where(b => (b.When is null || facts.Find(b.When, PaperScope.None) is not null) && (b.Unless is null || facts.Find(b.Unless, PaperScope.None) is null))
            .SelectMany(b => facts.Scopes(b.Each).SelectMany(scope => Split(b, DocumentTemplate.Fill(b.Text, f => Value(f, scope)))))];

        var text = new PaperText
        {
            Office = by.Office.Length > 0 ? by.Office : Value("office.name", PaperScope.None),
            Title = template.Title.Zh,
            Recipient = template.Recipient is { } recipient ? DocumentTemplate.Fill(recipient, f => Value(f, PaperScope.None)) : null,
            Body = Lines(template.Body),
            EnglishTitle = template.English.Count > 0 ? template.Title.En : null,
            English = Lines(template.English),
            Signer = template.Issuer switch
            {
                DocumentIssuer.Procuratorate => by.Office,
                DocumentIssuer.Prosecutor => $"承办人：{by.Name}",
                _ => null,
            },
            Sealed = template.Sealed,
            RedRule = template.Kind == DocumentKind.Letter,
            Copies = template.Copies,
        };
        return new MadePaper(text, [.. used.Values], [.. gaps.Values]);
    }

    /// <summary>The paper as it would be made today by the same hand with the same values; null when its template is gone.</summary>
    public static MadePaper? Again(Paper paper, Matter matter, LawBook law) => law.Documents.TryGetValue(paper.Template, out var template)
        ? Make(template, matter, law, paper.Subject, new PaperBy(paper.Latest.Office, paper.Latest.Maker), paper.Given())
        : null;

    /// <summary>A fact or the wording has changed since the latest version was made. A finished paper stays as it is.</summary>
    public static bool IsOutdated(this Paper paper, Matter matter, LawBook law) =>
        paper.State is PaperState.Draft or PaperState.Submitted or PaperState.Approved && Again(paper, matter, law) is { } again && !again.Text.Equals(paper.Latest.Text);

    /// <summary>What was given with the latest version.</summary>
    public static IReadOnlyDictionary<string, string> Given(this Paper paper) =>
        paper.Latest.Values.Where(v => v.Entry is null && !DocumentFields.Known.ContainsKey(v.Field)).ToDictionary(v => v.Field, v => v.Value, StringComparer.Ordinal);

    /// <summary>What the template wants to be otherwise than the matter knows it; null where it fits or nothing is known.</summary>
    public static (string Field, string Wanted, string Known)? Misfit(DocumentTemplate template, Matter matter, LawBook law, PaperSubject subject)
    {
        var facts = new PaperFacts(template, matter, law, subject, new PaperBy("", ""), new Dictionary<string, string>());
        foreach (var (field, wanted) in template.Only)
            if (facts.Word(field) is { } known && known != wanted)
                return (field, wanted, known);
        return null;
    }

    private static IEnumerable<PaperLine> Split(DocumentBlock block, string text) =>
        Tidy(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => new PaperLine(t, block.IsHeading));

    /// <summary>A value may end with a full stop where the wording has one, too.</summary>
    private static string Tidy(string text) => text.ReplaceLineEndings("\n").Replace("。。", "。").Replace("；。", "。").Replace("。，", "，").Replace("。：", "：").Replace(".。", "。");
}
