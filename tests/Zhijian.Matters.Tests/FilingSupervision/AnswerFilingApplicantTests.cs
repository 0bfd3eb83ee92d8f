using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class AnswerFilingApplicantTests
{
    private static AnswerFilingApplicant Answer(string on = "2025-05-26", string answer = "不立案理由成立") => new(Day(on), answer);

    private static MatterStory Stands(FilingSource source = FilingSource.Victim) => Explained(source: source).Do(new JudgeReasons(Day("2025-05-19"), ReasonsOutcome.Stand, "理由成立"));

    [Fact]
    public void The_duty_is_done()
    {
        var story = Stands().Do(Answer());

        story.Duty("inform-filing-applicant", "F1").Status.ShouldBe(DutyStatus.Discharged);
        story.Stage().ShouldBe("reasons-stand");
        story.LastLine().Zh.ShouldBe("F1 已答复（被害人控告）");
    }

    [Fact]
    public void Nobody_is_waiting_where_nobody_asked() => Stands(FilingSource.Found).ShouldRefuse<NobodyAsked>(Answer(), "proceeding").Basis!.Article.ShouldBe("规则561");

    [Fact]
    public void Who_asked_is_answered_after_a_closing_too() => Accepted(source: FilingSource.Agency).Do(new CloseFilingSupervision(Day("2025-05-20"), "不立案正确")).Do(Answer());

    [Fact]
    public void Not_before_there_is_a_result() => Explained().ShouldRefuse<ProceedingOutOfOrder>(Answer(), "proceeding");

    [Fact]
    public void It_has_words() => Stands().ShouldRefuse<FieldIsEmpty>(Answer(answer: ""), "answer");
}
