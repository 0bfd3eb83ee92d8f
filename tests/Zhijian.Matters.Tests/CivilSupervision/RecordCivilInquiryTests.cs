using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class RecordCivilInquiryTests
{
    [Fact]
    public void What_was_found_stands_in_the_timeline_and_changes_no_stage()
    {
        var story = Suits.Civil().Do(new RecordCivilInquiry(Day("2025-06-10"), InquiryMeans.SimilarCases, "检得类案十二件，结论不同"));

        story.Matter.Proceeding("C1")!.Stage.ShouldBe("accepted");
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldBe("C1 调查核实（类案检索）：检得类案十二件，结论不同");
    }

    [Fact]
    public void Without_content_and_after_the_decision_it_is_refused()
    {
        Suits.Civil().ShouldRefuse<FieldIsEmpty>(new RecordCivilInquiry(Day("2025-06-10"), InquiryMeans.Hearing, " "), "content");
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(new RecordCivilInquiry(Day("2025-06-25"), InquiryMeans.Records, "证据"), "proceeding").Basis!.Article.ShouldBe("民诉法221");
    }

    [Fact]
    public void It_does_not_come_before_the_acceptance() => Suits.Civil().ShouldRefuse<BeforeTheProceedingStage>(new RecordCivilInquiry(Day("2025-05-18"), InquiryMeans.Records, "证据"), "on");
}
