using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Litigation;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.CivilSupervision;

public sealed class RecordCivilHigherAnswerTests
{
    private static MatterStory Asked() => Suits.Civil(level: CourtLevel.Intermediate).Do(Suits.Decide(true, SupervisionDecision.RequestProtest));

    [Fact]
    public void After_its_protest_the_court_has_thirty_days_as_after_our_own()
    {
        var story = Asked().Do(new RecordCivilHigherAnswer(Day("2025-08-01"), HigherAnswer.Protested, "某省人民检察院", "某检民抗〔2025〕1号"));
        story.Matter.Proceeding("C1")!.Stage.ShouldBe("protested");

        story.Do(new RecordCivilCourtReceipt(Day("2025-08-11"))).Duty("civil-court-protest", "C1").Count.Due.ShouldBe(Day("2025-09-10"));
    }

    [Fact]
    public void Where_it_declines_the_proceeding_ends()
    {
        var story = Asked().Do(new RecordCivilHigherAnswer(Day("2025-08-01"), HigherAnswer.Declined, "某省人民检察院"));

        TestLaw.Book.StageOf(story.Matter.Proceeding("C1")!).Final.ShouldBeTrue();
    }

    [Fact]
    public void Without_a_request_there_is_no_answer()
    {
        Suits.Civil().ShouldRefuse<ProceedingOutOfOrder>(new RecordCivilHigherAnswer(Day("2025-08-01"), HigherAnswer.Declined, "某省院"), "proceeding").Basis!.Article.ShouldContain("民诉法219");
        Asked().ShouldRefuse<FieldIsEmpty>(new RecordCivilHigherAnswer(Day("2025-08-01"), HigherAnswer.Declined, ""), "office");
    }
}
