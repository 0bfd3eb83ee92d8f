using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class RecordAdministrativeInquiryTests
{
    [Fact]
    public void What_was_found_stands_in_the_timeline_and_changes_no_stage()
    {
        var story = Suits.Administrative().Do(new RecordAdministrativeInquiry(Day("2025-06-10"), InquiryMeans.SimilarCases, "检得类案十二件，结论不同"));

        story.Matter.Proceeding("A1")!.Stage.ShouldBe("accepted");
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldBe("A1 调查核实（类案检索）：检得类案十二件，结论不同");
    }

    [Fact]
    public void Without_content_and_after_the_decision_it_is_refused()
    {
        Suits.Administrative().ShouldRefuse<FieldIsEmpty>(new RecordAdministrativeInquiry(Day("2025-06-10"), InquiryMeans.Hearing, " "), "content");
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<ProceedingOutOfOrder>(new RecordAdministrativeInquiry(Day("2025-06-25"), InquiryMeans.Records, "证据"), "proceeding").Basis!.Article.ShouldBe("行政监督规则56");
    }

    [Fact]
    public void It_does_not_come_before_the_acceptance() => Suits.Administrative().ShouldRefuse<BeforeTheProceedingStage>(new RecordAdministrativeInquiry(Day("2025-05-18"), InquiryMeans.Records, "证据"), "on");
}
