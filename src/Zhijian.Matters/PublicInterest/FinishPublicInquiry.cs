using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.PublicInterest;

/// <summary>Finish the inquiry (调查终结; 公益诉讼办案规则73): what was done, and what it showed about the harm and who is answerable.</summary>
public sealed record FinishPublicInquiry(
    [Label("调查终结日期", "Finished on")] DateOnly On,
    [Label("调查了什么", "What was done", HintZh = "如 现场勘查、询问、检测", HintEn = "e.g. visits, questions, tests"), LongText] string Done,
    [Label("查明的事实", "Findings"), LongText] string Findings,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<FinishPublicInquiry>
{
    public static Decision Decide(Matter matter, FinishPublicInquiry c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        return PublicLines.Empty(x, ("done", c.Done, new Text("调查了什么", "What was done")), ("findings", c.Findings, new Text("查明的事实", "Findings")))
            ?? Decision.Of(new PublicInquiryFinished(c.On, c.Done.Trim(), c.Findings.Trim(), proceeding.Id));
    }
}

[EventType("public-interest.inquiry-finished")]
public sealed record PublicInquiryFinished(DateOnly On, string Done, string Findings, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move("investigated", On);

    public Text Says(Matter matter) => new($"{Proceeding} 调查终结：{Findings}", $"{Proceeding}: inquiry finished: {Findings}");

    Track? IMatterEvent.Track => Track.PublicInterest;
}
