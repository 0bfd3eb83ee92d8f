using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class RecordReasonsTests
{
    private static RecordReasons Reasons(string on, string reasons = "数额未达标准", string? proceeding = null) => new(Day(on), reasons, "鉴定意见", proceeding);

    [Fact]
    public void The_explanation_is_there_and_is_reviewed()
    {
        var story = Asked().Do(Reasons("2025-05-12"));

        story.Stage().ShouldBe("reasons-received");
        story.Duty("explain-filing", "F1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.LastLine().Zh.ShouldBe("F1 收到公安机关的理由说明");
    }

    [Fact]
    public void Late_reasons_are_taken_after_the_correction_too() =>
        Asked().Do(new SendFilingCorrection(Day("2025-05-16"))).Do(Reasons("2025-05-20")).Stage().ShouldBe("reasons-received");

    [Fact]
    public void Nobody_was_asked_yet() => Accepted().ShouldRefuse<ProceedingOutOfOrder>(Reasons("2025-05-12"), "proceeding").Basis!.Article.ShouldBe("规则560");

    [Fact]
    public void Reasons_without_words_are_none() => Asked().ShouldRefuse<FieldIsEmpty>(Reasons("2025-05-12", " "), "reasons");

    [Fact]
    public void They_do_not_come_before_they_were_asked_for() => Asked().ShouldRefuse<BeforeTheProceedingStage>(Reasons("2025-05-07"), "on");

    [Fact]
    public void Of_two_supervisions_one_is_answered()
    {
        var story = Asked().Do(Accept()).Do(new AskForReasons(Day("2025-05-09"), null, "F2"));

        story.ShouldRefuse<ChooseOneProceeding>(Reasons("2025-05-12"), "proceeding");
        story.Do(Reasons("2025-05-12", proceeding: "F2"));
        (story.Stage("F1"), story.Stage("F2")).ShouldBe(("reasons-asked", "reasons-received"));
    }
}
