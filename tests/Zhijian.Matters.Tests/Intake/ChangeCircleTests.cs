using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Intake;

public sealed class ChangeCircleTests
{
    [Fact]
    public void Outside_the_circle_the_matter_no_longer_exists()
    {
        var story = A.Matter(m => m.Suspect("张某"));
        Access.MaySee(An.Actor("shen"), story.Matter).ShouldBeTrue();

        story.Do(new ChangeCircle(Stories.Later, Secrecy.Circle, "权利人书面申请保密", ["jiang"]));

        Access.MaySee(An.Actor("shen"), story.Matter).ShouldBeFalse();
        Access.MaySee(An.Actor("jiang"), story.Matter).ShouldBeTrue();
        Access.MaySee(An.Actor("lu"), story.Matter).ShouldBeTrue();
    }

    [Fact]
    public void Who_is_excluded_no_longer_sees_it() =>
        Access.MaySee(An.Actor("jiang"), A.Matter(m => m.Suspect("张某").InCircle()).Do(new ChangeCircle(Stories.Later, Secrecy.Circle, "理由", ["jiang"]))
            .Do(new ChangeCircle(Stories.Later, Secrecy.Circle, "理由", null, ["jiang"])).Matter).ShouldBeFalse();

    [Fact]
    public void It_can_be_opened_to_the_office_again() =>
        Access.MaySee(An.Actor("shen"), A.Matter(m => m.Suspect("张某").InCircle()).Do(new ChangeCircle(Stories.Later, Secrecy.Internal, "已公开")).Matter).ShouldBeTrue();

    [Fact]
    public void The_lead_is_not_excluded() => Stories.At(Stage.Registered).ShouldRefuse<LeadStaysInside>(new ChangeCircle(Stories.Later, Secrecy.Circle, "理由", null, ["lu"]), "exclude");

    [Fact]
    public void Nobody_of_another_office_is_admitted_by_it() => Stories.At(Stage.Registered).ShouldRefuse<NotAColleague>(new ChangeCircle(Stories.Later, Secrecy.Circle, "理由", ["he"]), "admit");

    [Fact]
    public void Without_a_reason_it_is_refused() => Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new ChangeCircle(Stories.Later, Secrecy.Circle, ""), "reason");
}
