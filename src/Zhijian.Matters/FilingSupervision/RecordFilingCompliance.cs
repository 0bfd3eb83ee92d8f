using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.FilingSupervision;

/// <summary>
/// Record that the police filed the case, or withdrew it (公安机关已立案、撤案; 规则563): on the notice or of their own accord. It ends the supervision; what
/// becomes of the suspects is a matter of the criminal track.
/// </summary>
public sealed record RecordFilingCompliance(
    [Label("立案（撤案）日期", "Filed or withdrawn on")] DateOnly On,
    [Label("决定书", "Decision", HintZh = "立案决定书或撤销案件决定书的文号", HintEn = "number of the decision to file or to withdraw")] string Document,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<RecordFilingCompliance>
{
    public static Decision Decide(Matter matter, RecordFilingCompliance c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (proceeding.Fault() == FilingFault.NotTransferred)
            return new AgencyIsAdvised(proceeding.Id) { Field = "proceeding" };
        return string.IsNullOrWhiteSpace(c.Document)
            ? new FieldIsEmpty("document", new Text("决定书", "Decision")) { Field = "document" }
            : Decision.Of(new FilingComplied(c.On, c.Document.Trim(), proceeding.Id));
    }
}

[EventType("filing.complied")]
public sealed record FilingComplied(DateOnly On, string Document, string Proceeding) : IMatterEvent
{
    private static readonly Text Filed = new("公安机关已立案", "the police filed the case");

    private static readonly Text Withdrawn = new("公安机关已撤销案件", "the police withdrew the case");

    public void Apply(Matter matter, Recorded recorded)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        proceeding.Move("complied", On, What(proceeding));
    }

    public IEnumerable<Occurrence> Occurrences(Matter matter)
    {
        var proceeding = matter.KnownProceeding(Proceeding);
        return [new Occurrence("filing-complied", On, Proceeding)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["notice"] = proceeding.Notice() ?? "none" },
        }];
    }

    public Text Says(Matter matter)
    {
        var what = What(matter.KnownProceeding(Proceeding));
        return new($"{Proceeding} {what.Zh}（{Document}）", $"{Proceeding}: {what.En} ({Document})");
    }

    private static Text What(Proceeding proceeding) => proceeding.Fault() == FilingFault.WronglyFiled ? Withdrawn : Filed;
}
