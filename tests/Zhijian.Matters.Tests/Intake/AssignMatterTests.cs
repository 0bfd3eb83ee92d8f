using Shouldly;
using Xunit;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Intake;

public sealed class AssignMatterTests
{
    [Fact]
    public void The_new_lead_and_assistants_may_know_it()
    {
        var matter = A.Matter(m => m.Suspect("张某").InCircle()).Do(new AssignMatter(Stories.Later, " shen ", ["jiang"])).Matter;

        (matter.Lead, matter.Assistants.Single()).ShouldBe(("shen", "jiang"));
        matter.Circle.ShouldBe(["jiang", "lu", "shen"]);
    }

    [Fact]
    public void A_second_assignment_takes_the_place_of_the_first() =>
        A.Matter(m => m.Suspect("张某")).Do(new AssignMatter(Stories.Later, "shen", ["jiang"])).Do(new AssignMatter(Stories.Later, "zhou")).Matter
            .ShouldSatisfyAllConditions(m => m.Lead.ShouldBe("zhou"), m => m.Assistants.ShouldBeEmpty());

    [Fact]
    public void Only_people_of_the_office_are_assigned()
    {
        Stories.At(Stage.Registered).ShouldRefuse<NotAColleague>(new AssignMatter(Stories.Later, "he"), "lead");
        Stories.At(Stage.Registered).ShouldRefuse<NotAColleague>(new AssignMatter(Stories.Later, "lu", ["he"]), "assistants");
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new AssignMatter(Stories.Later, ""), "lead");
    }
}
