using Zhijian.Kernel;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Accept a matter of filing supervision (受理立案监督; 刑诉法113; 规则557、558、562): the police should have filed and did not, filed and should not
/// have, or let the time for deciding pass; or an administrative organ keeps a crime to itself.
/// </summary>
public sealed record AcceptFilingSupervision(
    [Label("受理日期", "Accepted on")] DateOnly On,
    [Label("监督什么", "What is supervised")] FilingFault Fault,
    [Label("线索来源", "How it came")] FilingSource Source,
    [Label("被监督的公安机关", "Police organ", HintZh = "行政执法机关不移送的，填该行政机关", HintEn = "the administrative organ where it does not transfer")] string Police,
    [Label("事项", "About", HintZh = "什么人的什么事，如 某公司被假冒注册商标", HintEn = "who and what, e.g. counterfeiting of the marks of a company")] string About,
    [Label("核查事项", "Question of the board", HintZh = "从四查板启动时填，共用的事实自动带入", HintEn = "where it is opened from the four-check board: shared facts are carried over")] string? Check = null)
    : ICommand<AcceptFilingSupervision>, FourChecks.IFromCheck
{
    public static Decision Decide(Matter matter, AcceptFilingSupervision c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (string.IsNullOrWhiteSpace(c.Police))
            return new FieldIsEmpty("police", new Text("被监督的公安机关", "Police organ")) { Field = "police" };
        return string.IsNullOrWhiteSpace(c.About)
            ? new FieldIsEmpty("about", new Text("事项", "About")) { Field = "about" }
            : Decision.Of(new FilingSupervisionAccepted(c.On, c.Fault, c.Source, c.Police.Trim(), c.About.Trim()));
    }
}

/// <summary>What the police did or left undone.</summary>
public enum FilingFault
{
    [Label("应当立案而不立案", "Should have filed and did not")]
    NotFiled,

    [Label("不应当立案而立案", "Filed and should not have")]
    WronglyFiled,

    /// <summary>规则562: asked for by a party or an administrative organ once the time for deciding has passed.</summary>
    [Label("逾期不作出是否立案决定", "Overdue in deciding whether to file")]
    Undecided,

    /// <summary>规则557(3): not the police but the administrative organ is told, by an opinion.</summary>
    [Label("行政执法机关不移送涉嫌犯罪案件", "Administrative organ does not transfer a crime")]
    NotTransferred,
}

/// <summary>Who pointed it out (规则557).</summary>
public enum FilingSource
{
    [Label("被害人控告", "The victim")]
    Victim,

    [Label("行政机关建议", "An administrative organ")]
    Agency,

    [Label("当事人申诉", "A party")]
    Party,

    [Label("检察院发现", "Found by the procuratorate")]
    Found,
}

[EventType("filing.accepted")]
public sealed record FilingSupervisionAccepted(DateOnly On, FilingFault Fault, FilingSource Source, string Police, string About) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.Open(Proceedings.FilingSupervision, About, "accepted", On);
        proceeding.Set("fault", Law.Words.Kebab(Fault));
        proceeding.Set("source", Law.Words.Kebab(Source));
        proceeding.Set("police", Police);
    }

    public Text Says(Matter matter) => new($"受理立案监督：{About}（{Fault.Label().Zh}，{Source.Label().Zh}）", $"Filing supervision accepted: {About} ({Fault.Label().En}, {Source.Label().En})");
}
