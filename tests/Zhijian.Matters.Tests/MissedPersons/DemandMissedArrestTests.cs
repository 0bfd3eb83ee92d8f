using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.MissedPersons;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.MissedPersons;

public sealed class DemandMissedArrestTests
{
    private static MatterStory Reviewed() => A.Matter(m => m.Suspect("张某", "213").Unit("某贸易公司", "213").RegisteredOn("2026-03-02")).AcceptedForArrest("2026-03-03", "P1");

    private static DemandMissedArrest Demand(string? name = "李某", string? person = null, string on = "2026-03-06", string organ = "某市公安局", string reason = "共同犯罪", params string[] charges) =>
        new(Day(on), organ, charges.Length > 0 ? charges : ["213"], reason, name, person);

    [Fact]
    public void Somebody_who_is_not_in_the_matter_is_named_and_nobody_moves()
    {
        var story = Reviewed().Do(Demand(charges: ["假冒注册商标罪", "213", "214"]));
        var matter = story.Matter;

        var demanded = matter.Timeline[^1].Event.ShouldBeOfType<MissedDemanded>();
        (demanded.Id, demanded.Name, demanded.Person).ShouldBe(("M1", "李某", null));
        demanded.Charges.ShouldBe(["213", "214"]);
        demanded.Says(matter).Zh.ShouldBe("M1 纠正漏捕：要求某市公安局提请批准逮捕李某");
        matter.Persons.Count.ShouldBe(2);
    }

    [Fact]
    public void Somebody_of_the_matter_is_given_by_their_id()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某").RegisteredOn("2026-03-02")).AcceptedForArrest("2026-03-03", "P1").Do(Demand(null, "P2"));

        story.Matter.Timeline[^1].Event.ShouldBeOfType<MissedDemanded>().Name.ShouldBe("李某");
        story.ShouldRefuse<UnknownPerson>(Demand(null, "P7"), "person");
    }

    [Fact]
    public void Only_where_an_arrest_is_or_was_reviewed()
    {
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<NoArrestWasReviewed>(Demand()).Basis!.ShouldBe(new LegalRef("规则288"));
        Reviewed().ShouldRefuse<DemandedBeforeReview>(Demand(on: "2026-03-02"), "on");
    }

    [Fact]
    public void A_unit_is_not_arrested() => Reviewed().ShouldRefuse<Matters.Criminal.UnitsAreNotArrested>(Demand(null, "P2"), "person");

    [Fact]
    public void Who_for_what_and_why()
    {
        Reviewed().ShouldRefuse<FieldIsEmpty>(Demand(null), "name");
        Reviewed().ShouldRefuse<FieldIsEmpty>(Demand(organ: ""), "organ");
        Reviewed().ShouldRefuse<FieldIsEmpty>(Demand(reason: " "), "reason");
        Reviewed().ShouldRefuse<UnknownCharge>(Demand(charges: "盗窃罪"), "charges");
        Reviewed().ShouldRefuse<FieldIsEmpty>(new DemandMissedArrest(Day("2026-03-06"), "某市公安局", [], "共同犯罪", "李某"), "charges");
    }
}
