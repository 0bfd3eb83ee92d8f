using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class FileAdministrativeSuggestionTests
{
    [Fact]
    public void The_filing_discharges_its_five_days()
    {
        var story = Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.RetrialSuggestion)).Do(new FileAdministrativeSuggestion(Day("2025-06-23"), "某省人民检察院"));

        story.Duty("administrative-suggestion-filing", "A1").Status.ShouldBe(Law.DutyStatus.Discharged);
    }

    [Fact]
    public void Only_a_retrial_suggestion_is_filed()
    {
        Suits.Administrative(SupervisedObject.Enforcement).Do(Suits.Decide(false, SupervisionDecision.Suggestion))
            .ShouldRefuse<NothingToFile>(new FileAdministrativeSuggestion(Day("2025-06-23"), "某省院"), "proceeding").Basis!.Article.ShouldBe("行政监督规则92");
        Suits.Administrative().ShouldRefuse<ProceedingOutOfOrder>(new FileAdministrativeSuggestion(Day("2025-06-23"), "某省院"), "proceeding");
    }

    [Fact]
    public void The_office_above_is_named() =>
        Suits.Administrative().Do(Suits.Decide(false, SupervisionDecision.RetrialSuggestion)).ShouldRefuse<FieldIsEmpty>(new FileAdministrativeSuggestion(Day("2025-06-23"), ""), "office");
}
