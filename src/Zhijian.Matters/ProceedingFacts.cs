using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Matters.PublicInterest;
using Zhijian.Matters.Suggestions;

namespace Zhijian.Matters;

/// <summary>What is known of a proceeding beside its stage, in the words and the order in which people read it.</summary>
public static class ProceedingFacts
{
    private static readonly (string Fact, Text Label, Func<string, Text> Says)[] Known =
    [
        ("police", new Text("被监督机关", "Supervised"), Same),
        ("fault", new Text("监督事由", "Fault"), Word<FilingFault>),
        ("applicant", new Text("申请人", "Applicant"), Same),
        ("parties", new Text("当事人", "Parties"), Same),
        ("effective", new Text("裁判生效", "Effective"), Same),
        ("act-organ", new Text("背后的行政行为", "Act behind it"), Same),
        ("act", new Text("行政行为", "Act"), Same),
        ("act-number", new Text("文号", "Number"), Same),
        ("act-outcome", new Text("对行政行为的结论", "Finding on the act"), Word<ActOutcome>),
        ("settlement", new Text("实质性化解", "Settlement"), Same),
        ("line", new Text("类型", "Line"), Word<PublicLine>),
        ("field", new Text("领域", "Field"), Word<PublicField>),
        ("against", new Text("对象", "Against"), Same),
        ("kind", new Text("种类", "Kind"), Word<SuggestionKind>),
        ("addressee", new Text("被建议单位", "Addressee"), Same),
        ("reply-by", new Text("回复期限", "Reply by"), Same),
        ("rests-on", new Text("依据的案件", "Rests on"), Same),
        ("effect", new Text("效果", "Effect"), Same),
    ];

    /// <summary>Pure. Facts that were not recorded are left out.</summary>
    public static IReadOnlyList<(Text Label, Text Says)> Of(Proceeding proceeding) =>
        [.. Known.Where(k => proceeding.Facts.GetValueOrDefault(k.Fact) is { Length: > 0 }).Select(k => (k.Label, k.Says(proceeding.Facts[k.Fact])))];

    private static Text Same(string value) => new(value, value);

    private static Text Word<T>(string value)
        where T : struct, Enum => Words.Parse<T>(value) is { } word ? word.Label() : Same(value);
}
