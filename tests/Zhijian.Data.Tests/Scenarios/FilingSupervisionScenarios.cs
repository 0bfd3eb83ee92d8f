using Zhijian.Matters;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Data.Tests.Scenarios;

internal sealed class FilingSupervisionScenarios : IScenarios
{
    public IEnumerable<(MatterStory Before, IDated Step)> All()
    {
        var day = Day("2026-03-25");
        static AcceptFilingSupervision Accept(FilingFault fault = FilingFault.NotFiled) => new(Day("2026-01-05"), fault, FilingSource.Victim, "某市公安局某分局", "某公司被假冒注册商标");
        static MatterStory Asked(FilingFault fault = FilingFault.NotFiled) => A.Matter().Do(Accept(fault)).Do(new AskForReasons(Day("2026-01-06")));
        static MatterStory Explained(FilingFault fault = FilingFault.NotFiled) => Asked(fault).Do(new RecordReasons(Day("2026-01-12"), "数额未达标准"));
        static MatterStory Failed(FilingFault fault = FilingFault.NotFiled) => Explained(fault).Do(new JudgeReasons(Day("2026-01-14"), ReasonsOutcome.Fail, "数额已达标准"));
        static MatterStory Notified(FilingFault fault = FilingFault.NotFiled) => Failed(fault).Do(new NotifyPolice(Day("2026-01-16"), "数额已达标准"));
        static MatterStory Objected(FilingObjection kind = FilingObjection.Reconsideration)
        {
            var story = Notified(FilingFault.WronglyFiled).Do(new ReceiveFilingObjection(Day("2026-01-20"), FilingObjection.Reconsideration, "有犯罪事实"));
            return kind == FilingObjection.Reconsideration ? story
                : story.Do(new DecideFilingObjection(Day("2026-01-26"), ObjectionOutcome.Upheld, "无犯罪事实")).Do(new ReceiveFilingObjection(Day("2026-01-28"), FilingObjection.Review, "有犯罪事实"));
        }

        yield return (A.Matter(), Accept());
        yield return (A.Matter().Do(Accept()), new AskForReasons(day));
        yield return (A.Matter().Do(Accept(FilingFault.Undecided)), new AskForReasons(day));
        yield return (Asked(), new RecordReasons(day, "数额未达标准"));
        yield return (Asked(), new SendFilingCorrection(day));
        yield return (Notified(), new SendFilingCorrection(day));
        yield return (Explained(), new JudgeReasons(day, ReasonsOutcome.Stand, "理由成立"));
        yield return (Explained(), new JudgeReasons(day, ReasonsOutcome.Fail, "数额已达标准"));
        yield return (Failed(), new NotifyPolice(day, "数额已达标准"));
        yield return (Failed(FilingFault.WronglyFiled), new NotifyPolice(day, "属经济纠纷"));
        yield return (Notified(), new RecordFilingCompliance(day, "立案决定书1号"));
        yield return (Notified().Do(new RecordFilingCompliance(Day("2026-01-20"), "立案决定书1号")).Today("2026-06-01"), new SendFilingReminder(Day("2026-05-06")));
        yield return (Notified(FilingFault.WronglyFiled), new ReceiveFilingObjection(day, FilingObjection.Reconsideration, "有犯罪事实"));
        yield return (Objected().Do(new DecideFilingObjection(Day("2026-01-26"), ObjectionOutcome.Upheld, "无犯罪事实")), new ReceiveFilingObjection(day, FilingObjection.Review, "有犯罪事实"));
        yield return (Objected(), new DecideFilingObjection(day, ObjectionOutcome.Upheld, "无犯罪事实"));
        yield return (Objected(FilingObjection.Review), new DecideFilingObjection(day, ObjectionOutcome.Revoked, "有犯罪事实"));
        yield return (Notified().Do(new SendFilingCorrection(Day("2026-02-10"))), new ReportFilingUpward(day, "仍不立案"));
        yield return (A.Matter().Do(Accept()), new CloseFilingSupervision(day, "不立案正确"));
        yield return (Notified().Do(new SendFilingCorrection(Day("2026-02-10"))).Do(new ReportFilingUpward(Day("2026-02-20"), "仍不立案")), new CloseFilingSupervision(day, "协商未果"));
        yield return (Explained().Do(new JudgeReasons(Day("2026-01-14"), ReasonsOutcome.Stand, "理由成立")), new AnswerFilingApplicant(day, "不立案理由成立"));
        yield return (A.Matter().Do(Accept(FilingFault.NotTransferred)), new AdviseTransfer(day, "数额已达追诉标准"));
        yield return (A.Matter().Do(Accept(FilingFault.NotTransferred)).Do(new AdviseTransfer(Day("2026-01-08"), "数额已达追诉标准")), new RecordTransferAnswer(day, TransferAnswer.Transferred, "移送书1号"));
    }
}
