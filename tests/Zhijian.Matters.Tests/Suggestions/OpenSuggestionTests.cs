using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.Suggestions.SuggestionStories;

namespace Zhijian.Matters.Tests.Suggestions;

public sealed class OpenSuggestionTests
{
    [Fact]
    public void It_belongs_to_the_function_that_it_rests_on()
    {
        var story = Opened(SuggestionKind.Retrial, Track.Civil);

        story.Matter.Proceeding("S1")!.ShouldSatisfyAllConditions(p => p.Track.ShouldBe(Track.Civil), p => p.Stage.ShouldBe("opened"));
        story.Matter.Tracks.ShouldContain(Track.Civil);
        story.Matter.Tracks.ShouldNotContain(Track.PublicInterest);
        story.Matter.Timeline[^1].Event.Track.ShouldBe(Track.Civil);
    }

    [Fact]
    public void It_may_rest_on_several_matters_and_clues()
    {
        var story = A.Matter(m => m.RegisteredOn("2025-05-06")).Do(Open() with { Matters = ["MS-2026-0002", " MS-2026-0003 ", "MS-2026-0001", "MS-2026-0002"], Clues = ["线索7号", " "] });

        story.Matter.Proceeding("S1")!.Facts["rests-on"].ShouldBe("MS-2026-0001 MS-2026-0002 MS-2026-0003");
        story.Matter.Timeline[^1].Event.Says(story.Matter).ShouldSatisfyAllConditions(
            t => t.Zh.ShouldBe("社会治理检察建议：规范地理标志授权（致某市市场监督管理局；依据 3 案：本案、MS-2026-0002、MS-2026-0003；线索 线索7号）"),
            t => t.En.ShouldContain("rests on 3 matters"));
    }

    [Fact]
    public void Two_side_by_side_are_told_apart()
    {
        var story = Opened().Do(Open(about: "另一建议"));

        story.ShouldRefuse<ChooseOneProceeding>(new DraftSuggestion(Day("2025-05-21"), "问题", "内容"), "proceeding");
        story.Do(new DraftSuggestion(Day("2025-05-21"), "问题", "内容", "S2")).Matter.Proceedings.Select(p => (p.Id, p.Stage)).ShouldBe([("S1", "opened"), ("S2", "drafted")]);
    }

    [Fact]
    public void What_is_no_matter_or_is_missing_or_tomorrow_is_refused()
    {
        A.Matter().ShouldRefuse<NotAMatterId>(Open() with { Matters = ["某案"] }, "matters");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Open() with { Addressee = "" }, "addressee");
        A.Matter().ShouldRefuse<FieldIsEmpty>(Open() with { About = " " }, "about");
        A.Matter().ShouldRefuse<DateInFuture>(Open() with { On = Day("2026-11-23") }, "on");
    }
}
