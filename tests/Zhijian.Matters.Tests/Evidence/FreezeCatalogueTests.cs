using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class FreezeCatalogueTests
{
    private static readonly FreezeCatalogue Freeze = new(Stories.Later, "移送起诉时");

    private static TakeInExhibit At(string volume, string pages) => TakeInExhibitTests.Shoes($"{volume} {pages}") with { Volume = volume, Pages = pages };

    [Fact]
    public void By_volume_and_page_whether_they_are_counted_in_Arabic_or_Chinese() =>
        FileCatalogue.Of(TakeInExhibitTests.Taken(At("证据卷二", "3"), At("证据卷一", "12-14"), At("证据卷1", "2")).Matter).Select(l => (l.Number, l.Exhibit)).ShouldBe([("1", "E3"), ("2", "E2"), ("3", "E1")]);

    [Fact]
    public void What_was_frozen_keeps_its_number_and_what_comes_late_stands_between()
    {
        var story = TakeInExhibitTests.Taken(At("卷1", "10"), At("卷1", "20")).Do(Freeze);
        story.Do(At("卷1", "15")).Do(At("卷1", "30")).Do(At("卷1", "16")).Do(At("卷1", "5"));
        FileCatalogue.Of(story.Matter).Select(l => (l.Number, l.Pages)).ShouldBe([("0A", "5"), ("1", "10"), ("1A", "15"), ("1B", "16"), ("2", "20"), ("3", "30")]);
        var frozen = story.Do(Freeze).Matter;
        frozen.Catalogues.Count.ShouldBe(2);
        frozen.Catalogues[1].Hash.ShouldBe(FileCatalogue.HashOf(frozen.Catalogues[1].Lines));
        frozen.Catalogues[1].Hash.ShouldNotBe(frozen.Catalogues[0].Hash);
    }

    [Fact]
    public void There_is_something_to_freeze_and_it_has_changed()
    {
        Stories.At(Stage.ProsecutionReview).ShouldRefuse<NothingToFreeze>(Freeze);
        TakeInExhibitTests.Taken().Do(Freeze).ShouldRefuse<FrozenAlready>(Freeze);
    }

    [Fact]
    public void What_is_kept_to_named_people_is_not_in_it() =>
        FileCatalogue.Of(TakeInExhibitTests.Taken(TakeInExhibitTests.Secret(), At("卷1", "1")).Matter).Single().Exhibit.ShouldBe("E1");
}
