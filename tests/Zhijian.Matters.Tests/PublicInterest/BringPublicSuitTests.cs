using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class BringPublicSuitTests
{
    private static readonly BringPublicSuit Suit = new(Day("2025-08-15"), "某县人民法院", "判令依法履职");

    [Fact]
    public void The_indictment_goes_up_within_five_days_and_the_decision_is_made()
    {
        var story = Sued();

        story.StageOf().ShouldBe("sued");
        story.Duty("register-public-indictment", "G1").Count.Due.ShouldBe(Day("2025-08-20"));
        story.Duty("decide-admin-suit").Status.ShouldBe(DutyStatus.Discharged);
        Sued(PublicLine.Civil).Duty("decide-civil-suit").Status.ShouldBe(DutyStatus.Discharged);
    }

    [Fact]
    public void Against_an_organ_not_before_the_reply_period_is_over_and_evaluated()
    {
        foreach (var story in new[] { Filed(), Inquired(), Decided(), Served(), Replied() })
            story.ShouldRefuse<SuitBeforeTheReply>(Suit, "proceeding").Basis!.Article.ShouldContain("检察公益诉讼解释21");
        Rectified().ShouldRefuse<ProceedingOutOfOrder>(Suit, "proceeding");
    }

    [Fact]
    public void Against_a_wrongdoer_not_without_announcement_not_even_beside_the_criminal_case()
    {
        foreach (var story in new[] { Filed(PublicLine.Civil), Inquired(PublicLine.Civil), Announced() })
        {
            story.ShouldRefuse<SuitWithoutAnnouncement>(Suit, "proceeding").Basis!.Article.ShouldContain("检察公益诉讼解释13");
            story.ShouldRefuse<SuitWithoutAnnouncement>(Suit with { Incidental = true }, "proceeding").Remedy.Zh.ShouldContain("法释〔2019〕18号");
        }
    }

    [Fact]
    public void Incidental_it_needs_somebody_indicted() =>
        NobodySued().ShouldRefuse<IncidentalNeedsAnIndictment>(Suit with { Incidental = true }, "incidental").Basis!.Article.ShouldContain("97");

    [Fact]
    public void An_organ_is_not_sued_beside_the_criminal_case() => NotRectified().ShouldRefuse<StepOfTheOtherLine>(Suit with { Incidental = true }, "proceeding");

    [Fact]
    public void Without_a_case_court_or_claims_it_is_refused()
    {
        A.Matter().ShouldRefuse<NoProceeding>(Suit, "proceeding");
        NotRectified().ShouldRefuse<FieldIsEmpty>(Suit with { Court = "" }, "court");
        NotRectified().ShouldRefuse<FieldIsEmpty>(Suit with { Claims = "" }, "claims");
        NotRectified().ShouldRefuse<UnknownProceeding>(Suit with { Proceeding = "G9" }, "proceeding");
    }
}
