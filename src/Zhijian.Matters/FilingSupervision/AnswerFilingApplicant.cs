using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Tell whoever asked why the police did, or did not, file (答复; 规则558、561): within ten days of finding that their reasons stand. Where the procuratorate
/// found the matter itself, nobody is waiting.
/// </summary>
public sealed record AnswerFilingApplicant(
    [Label("答复日期", "Answered on")] DateOnly On,
    [Label("答复内容", "Answer", HintZh = "（不）立案的依据和理由", HintEn = "the basis and the reasons"), LongText] string Answer,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<AnswerFilingApplicant>
{
    public static Decision Decide(Matter matter, AnswerFilingApplicant c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (!proceeding.WasAskedFor())
            return new NobodyAsked(proceeding.Id) { Field = "proceeding" };
        return string.IsNullOrWhiteSpace(c.Answer)
            ? new FieldIsEmpty("answer", new Text("答复内容", "Answer")) { Field = "answer" }
            : Decision.Of(new FilingApplicantAnswered(c.On, c.Answer.Trim(), proceeding.Id));
    }
}

public sealed record NobodyAsked(string Id)
    : Refusal("nobody-asked", new Text($"{Id} 由检察院发现，没有要答复的人", $"{Id} was found by the procuratorate; nobody is to be answered"), new LegalRef("规则561"), new Text("不必答复", "no answer is needed"));

[EventType("filing.applicant-answered")]
public sealed record FilingApplicantAnswered(DateOnly On, string Answer, string Proceeding) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the supervision has ended; the duty sees the occurrence
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter) => [new Occurrence("filing-applicant-answered", On, Proceeding)];

    public Text Says(Matter matter)
    {
        var source = Words.Parse<FilingSource>(matter.KnownProceeding(Proceeding).Facts["source"])!.Value.Label();
        return new($"{Proceeding} 已答复（{source.Zh}）", $"{Proceeding}: answered ({source.En})");
    }
}
