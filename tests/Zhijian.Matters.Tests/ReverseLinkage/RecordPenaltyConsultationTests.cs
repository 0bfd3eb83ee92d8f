using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class RecordPenaltyConsultationTests
{
    [Fact]
    public void The_days_in_which_a_procuratorate_was_asked_do_not_count()
    {
        Answered().StageIn().ShouldBe("reviewing");
        Answered().Duty("review-penalty").Count.Due.ShouldBe(Day("2025-06-06"));
        Consulting(PenaltyAdviser.Agency).Do(Answer()).Duty("review-penalty").Count.Due.ShouldBe(Day("2025-06-03"));
    }

    [Fact]
    public void Not_without_a_question_and_not_without_content()
    {
        Reviewing().ShouldRefuse<ProceedingOutOfOrder>(Answer(), "proceeding").Remedy.Zh.ShouldContain("先征求意见");
        Consulting().ShouldRefuse<FieldIsEmpty>(Answer() with { Content = "" }, "content");
        Consulting().ShouldRefuse<BeforeTheProceedingStage>(Answer() with { On = Day("2025-05-20") }, "on");
    }
}
