using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law.Assessment;
using Zhijian.Testing;

namespace Zhijian.Law.Tests.Assessment;

/// <summary>Which law is lighter stays open while an unknown fact could turn it.</summary>
public sealed class OpenChoiceTests
{
    private static Conclusion One(ActFacts act) => new Assessor(TestLaw.Book).Assess(new CaseFacts
    {
        HandledOn = new DateOnly(2026, 9, 28), Persons = [new PersonFacts { Id = "p", EarlierSanctions = [] }], Acts = [act],
    }).Conclusions[0];

    private static ActFacts Act(string? on, DateOnly day, params IReadOnlyList<StatedAmount> amounts) => new()
    {
        Id = "a", Charges = ["213"], Persons = ["p"], From = day, To = day, Object = on, Marks = 1, Amounts = amounts,
    };

    [Fact]
    public void Both_may_be_nothing_or_the_upper_band_but_in_between_they_part()
    {
        // goods of 450,000: three to ten years by the old interpretation, up to three by the new one; services: neither
        var open = One(Act(null, new DateOnly(2025, 1, 18), new StatedAmount("illegal_turnover", 450_000)));
        open.Choice.Chosen.ShouldBeNull();
        One(Act("goods", new DateOnly(2025, 1, 18), new StatedAmount("illegal_turnover", 450_000), new StatedAmount("illegal_gains", 0))).Choice.Chosen!.Kind.ShouldBe(CandidateKind.Decision);
    }

    [Fact]
    public void Before_there_was_an_article_there_was_no_crime()
    {
        var c = One(Act("goods", new DateOnly(1996, 1, 1), new StatedAmount("illegal_turnover", 450_000)));
        c.Crime.ShouldBe(Answer.No);
        c.HighBand.ShouldBe(0);
    }
}
