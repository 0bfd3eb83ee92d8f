using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class AcceptFilingSupervisionTests
{
    private static AcceptFilingSupervision Accept(string on = "2025-05-06", string police = "某市公安局某分局", string about = "某公司被假冒注册商标") =>
        new(Day(on), FilingFault.NotFiled, FilingSource.Victim, police, about);

    [Fact]
    public void It_opens_a_proceeding_of_its_own()
    {
        var matter = A.Matter().Do(Accept()).Do(Accept(about: "另一事项")).Matter;

        matter.Proceedings.Select(p => (p.Id, p.Stage, p.Title)).ShouldBe([("F1", "accepted", "某公司被假冒注册商标"), ("F2", "accepted", "另一事项")]);
    }

    [Fact]
    public void Without_the_police_organ_or_the_matter_it_is_refused()
    {
        A.Matter().ShouldRefuse<FieldIsEmpty>(Accept(police: " "), "police");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Accept(about: ""), "about");
    }

    [Fact]
    public void It_is_not_accepted_tomorrow() => A.Matter().ShouldRefuse<DateInFuture>(Accept("2026-11-23"), "on");

    [Fact]
    public void A_matter_is_not_closed_while_it_lasts() =>
        A.Matter().Do(Accept()).Matter.ShouldSatisfyAllConditions(m => Matters.FourChecks.CloseMatter.Obstacles(m, TestLaw.Book).OfType<Matters.FourChecks.ProceedingsOpen>().ShouldHaveSingleItem().Says.Zh.ShouldContain("F1"));
}
