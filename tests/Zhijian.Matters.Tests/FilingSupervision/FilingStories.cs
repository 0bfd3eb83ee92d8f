using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

/// <summary>One or more supervisions, brought to a stage; the days are those of the worked examples of the duties.</summary>
internal static class FilingStories
{
    public static AcceptFilingSupervision Accept(FilingFault fault = FilingFault.NotFiled, FilingSource source = FilingSource.Victim) => new(Day("2025-05-06"), fault, source, "某市公安局某分局", "某公司被假冒注册商标");

    public static MatterStory Accepted(FilingFault fault = FilingFault.NotFiled, FilingSource source = FilingSource.Victim) => A.Matter().Do(Accept(fault, source));

    public static MatterStory Asked(FilingFault fault = FilingFault.NotFiled, FilingSource source = FilingSource.Victim) => Accepted(fault, source).Do(new AskForReasons(Day("2025-05-08")));

    public static MatterStory Explained(FilingFault fault = FilingFault.NotFiled, FilingSource source = FilingSource.Victim) => Asked(fault, source).Do(new RecordReasons(Day("2025-05-12"), "数额未达标准"));

    public static MatterStory Failed(FilingFault fault = FilingFault.NotFiled) => Explained(fault).Do(new JudgeReasons(Day("2025-05-14"), ReasonsOutcome.Fail, "数额已达标准"));

    public static MatterStory Notified(FilingFault fault = FilingFault.NotFiled) => Failed(fault).Do(new NotifyPolice(Day("2025-05-19"), "数额已达标准"));

    public static MatterStory Corrected(FilingFault fault = FilingFault.NotFiled) => Notified(fault).Do(new SendFilingCorrection(Day("2025-06-04")));

    public static MatterStory Objected() => Notified(FilingFault.WronglyFiled).Do(Objection("2025-05-26"));

    public static MatterStory Filed(string on = "2025-05-19") => Notified().Do(new RecordFilingCompliance(Day(on), "立案决定书1号"));

    public static ReceiveFilingObjection Objection(string on, FilingObjection kind = FilingObjection.Reconsideration) => new(Day(on), kind, "有犯罪事实");

    public static DecideFilingObjection Decision(string on, ObjectionOutcome outcome = ObjectionOutcome.Upheld) => new(Day(on), outcome, "没有犯罪事实");

    public static string Stage(this MatterStory story, string id = "F1") => story.Matter.Proceeding(id)!.Stage;

    public static Kernel.Text LastLine(this MatterStory story)
    {
        var matter = story.Matter;
        return matter.Timeline[^1].Event.Says(matter);
    }
}
