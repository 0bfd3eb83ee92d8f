using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Documents;

/// <summary>Finish a paper (完成文书): it gets its number, its day and its seal, and never changes again. What a prosecutor decides alone needs no approval before.</summary>
public sealed record FinishDocument(
    [Label("日期", "Date")] DateOnly On,
    [Label("文书序号", "Paper", HintZh = "本案第几份文书", HintEn = "its number in the matter")] int Paper,
    [Label("与案件记录不一致的说明", "Why it differs from the record", HintZh = "手写内容与记录不一致而仍须完成时填写", HintEn = "where what was written differs from the record and stands")] string? Differences = null)
    : ICommand<FinishDocument>
{
    public static Decision Decide(Matter matter, FinishDocument c, StepContext x)
    {
        var alone = matter.Paper(c.Paper)?.RuleOf(x.Law) is { Level: ApprovalLevel.Prosecutor } && x.Actor.Is(Role.Prosecutor);
        var (paper, no) = alone ? matter.ChoosePaper(c.Paper, c.On, x, PaperState.Draft, PaperState.Approved) : matter.ChoosePaper(c.Paper, c.On, x, PaperState.Approved);
        if (paper is null)
            return no!;
        if (paper.IsOutdated(matter, x.Law))
            return new PaperIsOutdated(c.Paper) { Field = "paper" };
        if (PaperGuard.Differs(paper, matter, x.Law, c.Differences) is { } differs)
            return differs;
        PaperFinished Finished(PaperNumber? number) => new(
            c.On, c.Paper, paper.Latest.N, number, Docx.HashOf(Docx.Write(paper.Latest.Text with { Number = number?.Text, Date = c.On })), x.Actor.Name, paper.Track, Filled(c.Differences));
        return x.Law.Documents.GetValueOrDefault(paper.Template)?.Series is { } word
            ? Decision.Numbered(new NumberSeries(word, c.On.Year), n => [Finished(new PaperNumber(word, c.On.Year, n, $"{Place(paper.Latest.Office)}{word}〔{c.On.Year}〕{n}号"))])
            : Decision.Of(Finished(null));
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>某市人民检察院 → 某市: the beginning of its numbers.</summary>
    private static string Place(string office) => office.EndsWith("人民检察院", StringComparison.Ordinal) && office.Length > 5 ? office[..^5] : office;
}

/// <param name="Hash">Of the DOCX that was sealed: the same paper gives the same bytes.</param>
/// <param name="Signer">The name of whoever finished it.</param>
/// <param name="Differences">Why what was written in it differs from the record; null where nothing that matters does.</param>
[EventType("document.finished")]
public sealed record PaperFinished(DateOnly On, int Paper, int Version, PaperNumber? Number, string Hash, string Signer, Track? Function, string? Differences = null) : IPaperEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownPaper(Paper).Finish(
        Number,
        new PaperSeal(On, recorded.Actor, Hash),
        new PaperNote(PaperState.Finished, On, recorded.Actor, new Text($"完成{Number?.Text}，用印、签发：{Signer}", $"Finished{(Number is null ? "" : $", {Number.Text}")}; sealed and signed by {Signer}")));

    public Text Says(Matter matter) => new(
        $"文书 {Paper} 完成：{matter.KnownPaper(Paper).Name.Zh}{(Number is null ? "" : $" {Number.Text}")}（{Hash[..12]}）{(Differences is null ? "" : $"；与记录不一致：{Differences}")}",
        $"Paper {Paper} finished: {matter.KnownPaper(Paper).Name.En}{(Number is null ? "" : $" {Number.Text}")} ({Hash[..12]}){(Differences is null ? "" : $"; differs from the record: {Differences}")}");

    Track? IMatterEvent.Track => Function;
}
