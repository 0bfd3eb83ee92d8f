using Shouldly;
using Xunit;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class FileOpeningTests
{
    private static readonly string Hash = new('a', 64);

    private static AttachDocument Attach(string hash, string exhibit) => new(Stories.Later, hash, "清单.pdf", 1, "application/pdf", exhibit);

    [Fact]
    public void A_file_is_opened_by_its_exhibit_and_by_no_other()
    {
        var matter = TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes(), TakeInExhibitTests.Shoes("账本")).Do(Attach(Hash, "E1")).Matter;
        FileOpening.Of(matter, "E1", Hash, "lu")!.MayOpen.ShouldBeTrue();
        FileOpening.Of(matter, Hash, "lu")!.MayOpen.ShouldBeTrue();
        FileOpening.Of(matter, "E2", Hash, "lu").ShouldBeNull();
        FileOpening.Of(matter, "E9", Hash, "lu").ShouldBeNull();
        FileOpening.Of(matter, "E1", new string('b', 64), "lu").ShouldBeNull();
        FileOpening.AllOf(matter, "lu").Select(f => f.Exhibit.Id).ShouldBe(["E1"]);
    }

    [Fact]
    public void A_page_is_numbered_by_its_line_and_what_was_numbered_stays()
    {
        var story = TakeInExhibitTests.Taken(TakeInExhibitTests.Shoes(), TakeInExhibitTests.Shoes("账本")).Do(Attach(Hash, "E2")).Do(Attach(new string('b', 64), "E2"));
        var exhibit = story.Matter.Exhibit("E2")!;
        FileCatalogue.PageOf(story.Matter, exhibit, Hash, 7).ShouldBe("2-7");
        FileCatalogue.PageOf(story.Matter, exhibit, new string('b', 64), 7).ShouldBe("2(2)-7");
    }
}
