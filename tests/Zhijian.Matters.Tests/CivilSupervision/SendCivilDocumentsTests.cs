using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class SendCivilDocumentsTests
{
    [Theory]
    [InlineData(SupervisionDecision.Protest)]
    [InlineData(SupervisionDecision.NotSupported)]
    [InlineData(SupervisionDecision.End)]
    public void Whatever_was_decided_is_sent(SupervisionDecision decision)
    {
        var story = Suits.Civil().Do(Suits.Decide(true, decision)).Do(new SendCivilDocuments(Day("2025-06-30"), "某检监〔2025〕1号", "某区人民法院"));

        story.Duty("civil-documents", "C1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.Matter.Proceeding("C1")!.Since.ShouldBe(PartialDate.Parse("2025-06-20")); // it moves nothing
    }

    [Fact]
    public void Before_the_decision_and_without_number_or_addressee_it_is_refused()
    {
        Suits.Civil().ShouldRefuse<ProceedingOutOfOrder>(new SendCivilDocuments(Day("2025-06-30"), "1号", "法院"), "proceeding").Basis!.Article.ShouldBe("民事监督规则87至109");
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.End)).ShouldRefuse<FieldIsEmpty>(new SendCivilDocuments(Day("2025-06-30"), "", "法院"), "document");
        Suits.Civil().Do(Suits.Decide(true, SupervisionDecision.End)).ShouldRefuse<FieldIsEmpty>(new SendCivilDocuments(Day("2025-06-30"), "1号", ""), "to");
    }
}
