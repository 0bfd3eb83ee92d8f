using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class StartCivilSupervisionTests
{
    private static readonly StartCivilSupervision Plain = new(
        Day("2025-05-19"), OfficeGround.FalseLitigation, "大数据模型比对发现", SupervisedObject.Judgment, "某区人民法院", CourtLevel.Basic, Suits.Number, "某公司诉某商行",
        EffectiveOn: PartialDate.Parse("2015-03"), Indicators: ["fraudulent-title"]);

    [Fact]
    public void It_has_no_time_limit_and_no_notice_of_acceptance_but_a_review()
    {
        var story = A.Matter().Do(Plain);

        story.Duties.Select(d => d.Rule.Id).ShouldBe(["civil-review"]);
        story.Matter.Proceeding("C1")!.Facts["ground"].ShouldBe("false-litigation");
    }

    [Fact]
    public void The_ground_is_named_with_its_signs_in_the_timeline()
    {
        var story = A.Matter().Do(Plain);

        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("虚假诉讼等妨害司法秩序行为（特征：骗取权利基础）。大数据模型比对发现");
    }

    [Fact]
    public void False_litigation_needs_a_sign_and_other_grounds_do_not()
    {
        A.Matter().ShouldRefuse<FalseLitigationNeedsSigns>(Plain with { Indicators = null }, "indicators").Basis!.Article.ShouldBe("民事监督规则37");
        A.Matter().Do(Plain with { Ground = OfficeGround.Corruption, Indicators = null });
    }

    [Fact]
    public void Without_a_reason_or_with_a_wrong_object_it_is_refused()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(Plain with { Reason = "" }, "reason");
        A.Matter().ShouldRefuse<JudgmentNotEffective>(Plain with { EffectiveOn = null }, "effectiveOn");
        A.Matter().ShouldRefuse<UnknownIndicator>(Plain with { Indicators = ["x"] }, "indicators");
        A.Matter().ShouldRefuse<DateInFuture>(Plain with { On = Day("2026-11-23") }, "on");
    }

    [Fact]
    public void There_is_no_application_to_refuse() =>
        A.Matter().Do(Plain).ShouldRefuse<NothingWasAppliedFor>(Suits.Decide(true, SupervisionDecision.NotSupported), "decision").Remedy.Zh.ShouldContain("终结审查");
}
