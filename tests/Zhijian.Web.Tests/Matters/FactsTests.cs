using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;

namespace Zhijian.Web.Tests.Matters;

/// <summary>Known amounts against the figures: a proposal that says what it depends on.</summary>
public sealed class FactsTests
{
    private static Facts Of(string charge, MatterStory story) => Facts.Of(story.Matter, TestLaw.Book, new DateOnly(2026, 11, 22))[("P1", charge)].FirstOrDefault(Facts.None);

    [Fact]
    public void Without_a_date_of_the_acts_it_is_asked_for() => Of("213", A.Matter(m => m.Suspect("张某").Amount("illegal-turnover", 450000))).ShouldSatisfyAllConditions(
        f => f.Conclusion!.Remarks.ShouldContain(r => r.Says.Zh.Contains("行为日期未知")), f => f.Conclusion!.Questions.ShouldContain(q => q.Fact == "acts-to"));

    [Fact]
    public void A_charge_without_figures_is_not_recorded() => Of("266", A.Matter(m => m.Suspect("张某", "266"))).Conclusion.ShouldBeNull();
}
