using Shouldly;
using Xunit;
using Zhijian.Matters.Documents;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Matters.Tests.Documents;
using Zhijian.Search;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

public sealed class MatterThingsTests
{
    [Fact]
    public void A_paper_is_found_by_its_title_and_by_every_wording_that_it_had()
    {
        var story = DocumentStories.Draft();
        var before = MatterThings.Of(story.Matter).Single(t => t.Kind == ThingKind.Paper);
        before.Title.ShouldBe("起诉书");
        before.Text.ShouldContain("销售金额：126,000元。");
        story.Do(new RecordAmount(DocumentStories.On, "illegal-gains", new Kernel.Money(30_000), "审计报告")).Do(new MakeDocument(DocumentStories.On, Paper: 1));
        var after = MatterThings.Of(story.Matter).Single(t => t.Kind == ThingKind.Paper);
        after.Seq.ShouldBe(before.Seq);
        foreach (var line in before.Text.Split('\n'))
            after.Text.ShouldContain(line);
        after.Text.ShouldContain("30,000元");
    }

    [Fact]
    public void An_entry_has_what_people_wrote_and_not_the_words_of_the_program()
    {
        var story = A.Matter(m => m.Suspect("张某")).Do(new RecordFinding(
            new DateOnly(2026, 3, 3), "harm-consumers", Law.Track.Criminal, "两百名消费者受骗", Law.Material.Object, "卷二第41页"));
        var entry = MatterThings.Of(story.Matter).Last(t => t.Kind == ThingKind.Entry);
        entry.Text.ShouldContain("两百名消费者受骗");
        entry.Text.ShouldContain("卷二第41页");
        entry.Text.ShouldNotContain("harm-consumers");
        (entry.Item, entry.TitleCounts).ShouldBe(("2", false));
    }

    [Fact]
    public void Every_row_has_an_id_of_its_own()
    {
        var story = Evidence.TakeInExhibitTests.Taken().Do(new AttachDocument(new DateOnly(2026, 3, 3), "ab12", "照片.jpg", 1, "image/jpeg"));
        IndexedThing[] things = [.. MatterThings.Of(story.Matter), .. MatterThings.FilesOf(story.Matter)];
        things.Select(t => (t.Seq, t.Kind)).ShouldBeUnique();
        things.Select(t => t.Kind).Distinct().ShouldBe([ThingKind.Matter, ThingKind.Exhibit, ThingKind.Entry, ThingKind.Document]);
        things.ShouldAllBe(t => t.KeptTo == null);
    }
}
