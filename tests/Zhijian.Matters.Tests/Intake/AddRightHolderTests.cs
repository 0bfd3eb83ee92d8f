using Shouldly;
using Xunit;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Intake;

public sealed class AddRightHolderTests
{
    [Theory]
    [InlineData(Stage.ProsecutionReview)]
    [InlineData(Stage.Returned)]
    public void During_the_review_their_notices_run_from_the_day_they_were_found(Stage stage)
    {
        var story = Stories.At(stage).Do(new AddRightHolder(Day("2026-03-11"), "另一公司"));

        story.Duty("notify-victim", "R2").Count.Due.ShouldBe(Day("2026-03-16"));
        story.Duty("notify-right-holder", "R2").Count.Due.ShouldBe(Day("2026-03-23"));
    }

    [Fact]
    public void Before_the_transfer_nothing_is_owed_to_them_until_it_comes()
    {
        var story = Stories.At(Stage.Registered).Do(new AddRightHolder(Day("2026-03-11"), "另一公司"));
        story.Duties.ShouldBeEmpty();

        story.Transferred("2026-03-16").Duty("notify-victim", "R2").OpenedOn.Value.ShouldBe("2026-03-16");
    }

    [Fact]
    public void After_the_review_nothing_is_owed_to_them() =>
        Stories.At(Stage.Judged).Do(new AddRightHolder(Stories.Later, "另一公司")).Duties.ShouldNotContain(d => d.Subject == "R2");

    [Fact]
    public void One_who_is_there_and_one_without_a_name_are_refused()
    {
        Stories.At(Stage.Registered).ShouldRefuse<PersonIsThere>(new AddRightHolder(Stories.Later, "某公司"), "name");
        Stories.At(Stage.Registered).ShouldRefuse<FieldIsEmpty>(new AddRightHolder(Stories.Later, ""), "name");
    }
}
