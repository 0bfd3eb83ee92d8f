using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class StartAdministrativeSupervisionTests
{
    private static readonly StartAdministrativeSupervision Plain = new(
        Day("2025-05-19"), "履职中发现非诉执行超标的", SupervisedObject.Enforcement, "某区人民法院", CourtLevel.Basic, "（2024）某0101行审1号", "某局、某公司",
        ActKind.Penalty, "某市市场监督管理局", "商标侵权行政处罚决定", "某市监罚〔2023〕1号", PartialDate.Parse("2023-06"));

    [Fact]
    public void Enforcement_without_a_suit_is_supervised_with_the_act_behind_it()
    {
        var story = A.Matter().Do(Plain);

        story.Matter.Proceeding("A1")!.ShouldSatisfyAllConditions(p => p.Stage.ShouldBe("accepted"), p => p.Facts["act-organ"].ShouldBe("某市市场监督管理局"));
        story.Duties.Select(d => d.Rule.Id).ShouldBe(["administrative-review"]);
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("行政行为：某市市场监督管理局商标侵权行政处罚决定（某市监罚〔2023〕1号）");
    }

    [Fact]
    public void There_is_no_application_to_refuse() => A.Matter().Do(Plain).ShouldRefuse<NothingWasAppliedFor>(Suits.Decide(false, SupervisionDecision.NotSupported), "decision");

    [Fact]
    public void What_is_empty_is_refused_at_its_field()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Reason = "" }, "reason");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Organ = "" }, "organ");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Court = "" }, "court");
        A.Matter().ShouldRefuse<JudgmentNotEffective>(Plain with { Object = SupervisedObject.Judgment }, "effectiveOn");
        A.Matter().ShouldRefuse<UnknownIndicator>(Plain with { Indicators = ["x"] }, "indicators");
        A.Matter().ShouldRefuse<DateInFuture>(Plain with { On = Day("2026-11-23") }, "on");
    }
}
