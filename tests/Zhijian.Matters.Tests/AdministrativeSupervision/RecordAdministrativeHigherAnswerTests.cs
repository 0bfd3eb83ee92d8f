using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.AdministrativeSupervision;

public sealed class RecordAdministrativeHigherAnswerTests
{
    private static MatterStory Asked() => Suits.Administrative(level: CourtLevel.Intermediate).Do(Suits.Decide(false, SupervisionDecision.RequestProtest));

    [Fact]
    public void After_its_protest_the_court_has_thirty_days_as_after_our_own()
    {
        var story = Asked().Do(new RecordAdministrativeHigherAnswer(Day("2025-08-01"), HigherAnswer.Protested, "某省人民检察院", "某检民抗〔2025〕1号"));
        story.Matter.Proceeding("A1")!.Stage.ShouldBe("protested");

        story.Do(new RecordAdministrativeCourtReceipt(Day("2025-08-11"))).Duty("administrative-court-protest", "A1").Count.Due.ShouldBe(Day("2025-09-10"));
    }

    [Fact]
    public void Where_it_declines_the_proceeding_ends()
    {
        var story = Asked().Do(new RecordAdministrativeHigherAnswer(Day("2025-08-01"), HigherAnswer.Declined, "某省人民检察院"));

        TestLaw.Book.StageOf(story.Matter.Proceeding("A1")!).Final.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_request_there_is_no_answer()
    {
        Suits.Administrative().ShouldRefuse<ProceedingOutOfOrder>(new RecordAdministrativeHigherAnswer(Day("2025-08-01"), HigherAnswer.Declined, "某省院"), "proceeding").Basis!.Article.ShouldContain("行诉法93");
        Asked().ShouldRefuse<FieldIsEmpty>(new RecordAdministrativeHigherAnswer(Day("2025-08-01"), HigherAnswer.Declined, ""), "office");
    }
}
