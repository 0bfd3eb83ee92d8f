using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Comparison;

/// <summary>A place where a document says otherwise than the record of the matter. It is shown, and nothing is changed.</summary>
/// <param name="Start">Where it stands in the text that was compared, in UTF-16 units; -1 where a field of a paper differs.</param>
/// <param name="Says">As the document has it.</param>
/// <param name="Record">As the record has it; more than one where any would do.</param>
public sealed record Difference(ComparisonRule Rule, ComparisonEffect Effect, int Start, int Length, string Says, IReadOnlyList<string> Record)
{
    public Text Text => new(
        $"{Rule.Title.Zh}：文书为“{Says}”，案件记录为“{string.Join("”或者“", Record)}”",
        $"{Rule.Title.En}: the document says “{Says}”, the record “{string.Join("” or “", Record)}”");
}
