using Zhijian.Kernel;
using Zhijian.Matters.Litigation;

namespace Zhijian.Matters.CivilSupervision;

/// <summary>Send the documents of the decision to the court, the office above or the parties (民事监督规则87至109), within fifteen days.</summary>
public sealed record SendCivilDocuments(
    [Label("发送日期", "Sent on")] DateOnly On,
    [Label("文书文号", "Document number")] string Document,
    [Label("送往", "Sent to", HintZh = "法院、上级院、当事人", HintEn = "court, office above, parties")] string To,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<SendCivilDocuments>
{
    public static Decision Decide(Matter matter, SendCivilDocuments c, StepContext x) =>
        Conclusion.Send(matter, c.Proceeding, c.On, c.Document, c.To, x);
}
