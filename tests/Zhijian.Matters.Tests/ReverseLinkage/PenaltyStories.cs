using Zhijian.Matters.Intake;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

/// <summary>张某 and 李某 were not prosecuted for 213; 张某 is brought to a stage. The days are those of the worked examples of the duties.</summary>
internal static class PenaltyStories
{
    public const string Agency = "某省某市市场监督管理局";

    public static MatterStory Matter(string? actsTo = "2025-03-20") => A.Unregistered().Do(new RegisterMatter(
        "假冒运动鞋案", Day("2025-05-06"), "TM", [], [new NewPerson("张某", ["213"], Measure.Bail), new NewPerson("李某", ["213"], Measure.Bail)], "某商标", "运动鞋",
        ActsTo: actsTo is null ? null : PartialDate.Parse(actsTo), Amounts: [new NewAmount("illegal-turnover", new Money(42_000), "审计报告第3页")]));

    public static MatterStory NotProsecuted(string? actsTo = "2025-03-20") => Matter(actsTo).Transferred("2025-05-07").Noticed("2025-05-08").NotProsecuted("2025-05-16");

    public static TransferForPenalty Pass(params string[] persons) => new(Day("2025-05-19"), "违反商标法，数额未达追诉标准", persons.Length > 0 ? persons : ["P1"]);

    public static MatterStory PassedOn(string? actsTo = "2025-03-20") => NotProsecuted(actsTo).Do(Pass());

    public static MatterStory Reviewing(string? actsTo = "2025-03-20") => PassedOn(actsTo).Do(new RegisterPenaltyReview(Day("2025-05-19"), "行检1号"));

    public static ConsultOnPenalty Ask(PenaltyAdviser whom = PenaltyAdviser.Procuratorate) => new(Day("2025-05-21"), whom, "某省某市人民检察院", "是否向当地机关提出检察意见");

    public static MatterStory Consulting(PenaltyAdviser whom = PenaltyAdviser.Procuratorate) => Reviewing().Do(Ask(whom));

    public static RecordPenaltyConsultation Answer(PenaltyAdvice advice = PenaltyAdvice.Agrees) => new(Day("2025-05-23"), advice, "复函1号");

    public static MatterStory Answered(PenaltyAdvice advice = PenaltyAdvice.Agrees) => Consulting().Do(Answer(advice));

    public static MatterStory Suspended() => Reviewing().Do(new SuspendPenaltyReview(Day("2025-05-22"), PenaltySuspension.Complaint, "中止1号"));

    public static DecidePenaltyOpinion Opinion(AgencyPlace place = AgencyPlace.OtherProvince) => new(Day("2025-06-05"), Agency, place, "依商标法第六十条给予行政处罚", "周检察长");

    public static MatterStory Decided() => Answered().Do(Opinion());

    public static ServePenaltyOpinion Serve() => new(Day("2025-06-09"), "签收", true, "某省某市人民检察院");

    public static MatterStory Served() => Decided().Do(Serve());

    public static RecordPenaltyReply Fined() => new(Day("2025-07-30"), PenaltyResult.Punished, AdministrativePenalty.Fine, "市监罚〔2025〕12号", Day("2025-07-25"), new Money(30_000.50m));

    public static MatterStory Replied() => Served().Do(Fined());

    public static MatterStory Silent() => Served().Do(new RecordPenaltyReply(Day("2025-08-11"), PenaltyResult.NoReply));

    public static EvaluatePenaltyReply Evaluate(PenaltyEvaluation result, string on = "2025-08-12") => new(Day(on), result, "已核实");

    public static MatterStory Following() => Silent().Do(Evaluate(PenaltyEvaluation.FollowUp));

    public static string StageIn(this MatterStory story, string id = "L1") => story.Matter.Proceeding(id)!.Stage;

    public static Text LastLine(this MatterStory story)
    {
        var matter = story.Matter;
        return matter.Timeline[^1].Event.Says(matter);
    }

    public static IReadOnlyList<Text> LastDoubts(this MatterStory story) => [.. story.Matter.Timeline[^1].Event.Doubts];
}
