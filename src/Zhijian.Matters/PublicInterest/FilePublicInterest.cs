using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>File a public-interest case (公益诉讼立案; 公益诉讼办案规则30、70): what was harmed, and which organ or wrongdoer is answerable.</summary>
public sealed record FilePublicInterest(
    [Label("立案日期", "Filed on")] DateOnly On,
    [Label("类型", "Line")] PublicLine Line,
    [Label("领域", "Field")] PublicField PublicField,
    [Label("公益损害", "The harm", HintZh = "损害了什么、范围多大", HintEn = "what was harmed and how far"), LongText] string Harm,
    [Label("行政机关或者违法行为人", "Organ or wrongdoer")] string Against,
    [Label("事项", "About", HintZh = "如 泾源黄牛肉地理标志被冒用", HintEn = "in a few words")] string About,
    [Label("领域依据", "Why the field is open", HintZh = "知识产权没有写进规则列举的领域，写明归入哪一领域", HintEn = "the rules do not name intellectual property; say under which field it falls")] string? FieldBasis = null,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<FilePublicInterest>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, FilePublicInterest c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        return PublicLines.Empty(
            x, ("harm", c.Harm, new Text("公益损害", "The harm")), ("against", c.Against, new Text("行政机关或者违法行为人", "Organ or wrongdoer")), ("about", c.About, new Text("事项", "About")))
            ?? Decision.Of(new PublicInterestFiled(c.On, c.Line, c.PublicField, c.Harm.Trim(), c.Against.Trim(), c.About.Trim(), c.FieldBasis));
    }
}

[EventType("public-interest.filed")]
public sealed record PublicInterestFiled(DateOnly On, PublicLine Line, PublicField PublicField, string Harm, string Against, string About, string? FieldBasis) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.PublicInterest, About, "filed", On);
        proceeding.Set("line", Words.Kebab(Line));
        proceeding.Set("field", Words.Kebab(PublicField));
        proceeding.Set("against", Against);
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) =>
        [new Occurrence("public-interest-filed", On, matter.Proceedings.Last(p => p.Kind == Proceedings.PublicInterest).Id) { Facts = PublicLines.Facts("line", Words.Kebab(Line)) }];

    public Text Says(Matter matter) => new($"{Line.Label().Zh}立案：{About}（{PublicField.Label().Zh}，{Against}）", $"Filed, {Line.Label().En.ToLowerInvariant()}: {About} ({PublicField.Label().En}, {Against})");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
