using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Law.Assessment;

namespace Zhijian.Web.Book;

/// <summary>What the panel of one person and charge shows, in a matter or on the try-it page of the law book.</summary>
/// <param name="FactsForm">Where the facts are filled in; null where nothing is recorded.</param>
public sealed record AssessmentPanel(LawBook Law, Conclusion Conclusion, IReadOnlyList<ConcurrenceProposal> Concurrence, IReadOnlyList<FactGroup> Facts, string? FactsForm)
{
    public StandardWords Words => Law.Vocabulary.Standards;

    public Text Metric(string id) => Words.Metrics[id].Title;

    /// <summary>The situation in which a standard holds, with its object where the charge knows several.</summary>
    public Text Situation(Threshold t)
    {
        var variant = Words.Variants[t.Variant];
        return t.Object is null || Conclusion.Charge.Thresholds.Select(x => x.Object).Distinct().Count() < 2 ? variant
            : new Text($"{Words.Objects[t.Object].Zh}，{variant.Zh}", $"{Words.Objects[t.Object].En}, {variant.En}");
    }

    public static AssessmentPanel Of(LawBook law, CaseAssessment assessment, Conclusion conclusion, IReadOnlyDictionary<string, string>? sources = null, string? factsForm = null) => new(
        law, conclusion, [.. assessment.Concurrence.Where(c => c.Person == conclusion.Person.Id && (c.First == conclusion.Charge.Id || c.Second == conclusion.Charge.Id))],
        FactTable.Of(law, conclusion, sources), factsForm);

    /// <summary>The other laws that were tried, and the parts of separate acts.</summary>
    public IReadOnlyList<(Text Name, Candidate Candidate)> Others =>
        [.. Conclusion.Choice.Candidates.Where(c => c != Conclusion.Governing && c.Standards.Count > 0).Select(c => (AssessmentView.Name(c.Kind), c)),
            .. Conclusion.Parts.Where(c => c.Standards.Count > 0).Select(c => (new Text($"单独看 {c.TextOn:yyyy-MM-dd} 以前的行为", $"acts up to {c.TextOn:yyyy-MM-dd} alone"), c))];
}
