using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.MissedPersons;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.MissedPersons;

public sealed class DemandMissedProsecutionTests
{
    private static DemandMissedProsecution Demand(string? name = "某贸易公司", string? person = null, params string[] charges) =>
        new(Day("2026-03-06"), "某市公安局", charges.Length > 0 ? charges : ["213"], "单位犯罪", name, person);

    [Fact]
    public void A_unit_may_be_left_out_too()
    {
        var matter = Stories.At(Stage.ProsecutionReview).Do(Demand()).Matter;

        matter.Timeline[^1].Event.Says(matter).Zh.ShouldBe("M1 纠正漏诉：要求某市公安局补充移送起诉某贸易公司");
    }

    [Fact]
    public void Each_demand_has_its_number() =>
        Stories.At(Stage.ProsecutionReview).Do(Demand()).Do(Demand("李某")).Matter.Timeline[^1].Event.ShouldBeOfType<MissedDemanded>().Id.ShouldBe("M2");

    [Fact]
    public void Who_and_for_what()
    {
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<FieldIsEmpty>(Demand(null), "name");
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<UnknownPerson>(Demand(null, "P7"), "person");
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<UnknownCharge>(Demand(charges: "盗窃罪"), "charges");
    }

    [Fact]
    public void Its_article_is_marked_as_not_verified() => TestLaw.Book.Procedures["demand-missed-prosecution"].Reference!.Status.ShouldBe(RefStatus.Unverified);
}
