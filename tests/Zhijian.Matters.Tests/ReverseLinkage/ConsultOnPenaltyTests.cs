using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.ReverseLinkage.PenaltyStories;

namespace Zhijian.Matters.Tests.ReverseLinkage;

public sealed class ConsultOnPenaltyTests
{
    [Fact]
    public void The_clock_stops_for_another_procuratorate_only()
    {
        Consulting().StageIn().ShouldBe("consulting");
        Consulting().Duty("review-penalty").Count.ShouldSatisfyAllConditions(c => c.Due.ShouldBeNull(), c => c.Question!.Value.Zh.ShouldContain("征求其他人民检察院意见"));
        Consulting(PenaltyAdviser.Agency).Duty("review-penalty").Count.Due.ShouldBe(Day("2025-06-03"));
    }

    [Fact]
    public void Not_before_the_registration_not_twice_at_once_not_without_question()
    {
        PassedOn().ShouldRefuse<ProceedingOutOfOrder>(Ask(), "proceeding").Basis!.Article.ShouldBe("行刑反向衔接工作指引12");
        Consulting().ShouldRefuse<ProceedingOutOfOrder>(Ask(), "proceeding");
        Decided().ShouldRefuse<ProceedingOutOfOrder>(Ask() with { On = Day("2025-06-06") }, "proceeding");
        Reviewing().ShouldRefuse<FieldIsEmpty>(Ask() with { Name = "" }, "name");
        Reviewing().ShouldRefuse<FieldIsEmpty>(Ask() with { Question = "" }, "question");
    }
}
