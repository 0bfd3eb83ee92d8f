using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class SendAdministrativeDocumentsTests
{
    [Theory]
    [InlineData(SupervisionDecision.Protest)]
    [InlineData(SupervisionDecision.NotSupported)]
    [InlineData(SupervisionDecision.End)]
    public void Whatever_was_decided_is_sent(SupervisionDecision decision)
    {
        var story = Suits.Administrative().Do(Suits.Decide(false, decision)).Do(new SendAdministrativeDocuments(Day("2025-06-30"), "某检监〔2025〕1号", "某区人民法院"));

        story.Duty("administrative-documents", "A1").Status.ShouldBe(Law.DutyStatus.Discharged);
        story.Matter.Proceeding("A1")!.Since.ShouldBe(PartialDate.Parse("2025-06-20")); // it moves nothing
    }

    [Fact]
    public void Before_the_decision_and_without_number_or_addressee_it_is_refused()
    {
        Suits.Administrative().ShouldRefuse<ProceedingOutOfOrder>(new SendAdministrativeDocuments(Day("2025-06-30"), "1号", "法院"), "proceeding").Basis!.Article.ShouldBe("行政监督规则92至96、106、107、114");
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<FieldIsEmpty>(new SendAdministrativeDocuments(Day("2025-06-30"), "", "法院"), "document");
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.End)).ShouldRefuse<FieldIsEmpty>(new SendAdministrativeDocuments(Day("2025-06-30"), "1号", ""), "to");
    }
}
