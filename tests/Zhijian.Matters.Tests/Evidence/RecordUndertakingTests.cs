using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class RecordUndertakingTests
{
    private static MatterStory Secret() => TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes(), TakeInExhibitTests.Secret());

    private static string Id(MatterStory story) => story.Matter.Exhibits[1].Id;

    [Fact]
    public void It_admits_the_signer_and_only_then_the_files_open()
    {
        var story = Secret();
        story.Matter.Exhibits[1].MayOpen("lu").ShouldBeFalse();
        story.AsKnownTo("shen").Exhibits.Count.ShouldBe(1);
        story.Do(new RecordUndertaking(Stories.Later, Id(story), "shen", "承诺书1号"));
        story.AsKnownTo("shen").Exhibits[1].MayOpen("shen").ShouldBeTrue();
        story.Matter.Exhibits[1].MayOpen("lu").ShouldBeFalse(); // each signs for themselves
    }

    [Fact]
    public void It_is_for_kept_exhibits_and_people_of_the_unit_once()
    {
        var story = Secret();
        story.ShouldRefuse<OpenExhibit>(new RecordUndertaking(Stories.Later, "E1", "shen", "1号"), "exhibit");
        story.ShouldRefuse<NotAColleague>(new RecordUndertaking(Stories.Later, Id(story), "x", "1号"), "signer");
        story.ShouldRefuse<FieldIsEmpty>(new RecordUndertaking(Stories.Later, Id(story), "shen", ""), "paper");
        var once = new RecordUndertaking(Stories.Later, Id(story), "shen", "1号");
        story.Do(once).ShouldRefuse<UndertakenAlready>(once, "signer");
    }

    [Fact]
    public void For_somebody_outside_its_circle_the_exhibit_is_not_there()
    {
        var story = Secret();
        var id = Id(story);
        story.By(An.Actor("shen")).ShouldRefuse<UnknownExhibit>(new RecordUndertaking(Stories.Later, id, "shen", "1号"), "exhibit");
    }
}
