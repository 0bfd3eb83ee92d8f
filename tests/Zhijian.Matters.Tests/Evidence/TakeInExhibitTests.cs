using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class TakeInExhibitTests
{
    public static TakeInExhibit Shoes(string title = "被扣押运动鞋") =>
        new(Day("2026-03-03"), title, ExhibitKind.Physical, "某市公安局", Track.Criminal, ExhibitForm.Original, "张某", Volume: "证据卷二", Pages: "41-46");

    public static TakeInExhibit Secret(params string[] keptTo) => Shoes("图纸") with { KeptTo = keptTo.Length > 0 ? keptTo : ["lu"], KeptWhy = "权利人书面申请" };

    public static MatterStory Taken(params TakeInExhibit[] exhibits)
    {
        var story = Stories.At(Stage.ProsecutionReview);
        foreach (var exhibit in exhibits.Length > 0 ? exhibits : [Shoes()])
            story.Do(exhibit);
        return story;
    }

    [Fact]
    public void Exhibits_are_numbered_in_their_order_and_keep_what_was_said_of_them()
    {
        var matter = Taken(Shoes(), Shoes("账本") with { Kind = ExhibitKind.Documentary }).Matter;
        matter.Exhibits.Select(e => (e.Id, e.Is.Title, e.Is.Kind)).ShouldBe([("E1", "被扣押运动鞋", ExhibitKind.Physical), ("E2", "账本", ExhibitKind.Documentary)]);
        matter.Exhibits[0].Custody.Single().Says.Zh.ShouldContain("某市公安局");
    }

    [Fact]
    public void Its_files_are_documents_of_the_matter_by_number_or_hash()
    {
        var story = Stories.At(Stage.ProsecutionReview).Do(new AttachDocument(Day("2026-03-03"), "ab12", "照片.jpg", 1, "image/jpeg"));
        story.Do(Shoes() with { Documents = ["M1", "ab12"] }).Matter.Exhibit("E1")!.Files.Single().Name.ShouldBe("照片.jpg");
        story.ShouldRefuse<NoSuchDocument>(Shoes() with { Documents = ["M2"] }, "documents");
        story.ShouldRefuse<NoSuchDocument>(Shoes() with { Documents = ["cd34"] }, "documents");
    }

    [Fact]
    public void What_is_kept_to_named_people_is_there_for_them_only_and_changes_nothing_for_others()
    {
        var story = Taken();
        var before = story.Matter;
        story.Do(Secret("jiang")).Do(Shoes("账本"));

        story.AsKnownTo("jiang").Exhibits.Count.ShouldBe(3);
        story.AsKnownTo("lu").Exhibits.Count.ShouldBe(3); // who took it in knows it
        story.AsKnownTo("shen").Exhibits.Select(e => e.Id).ShouldBe(["E1", "E2"]);
        story.AsKnownTo("shen").Version.ShouldBe(before.Version + 1);
        story.AsKnownTo("shen").Timeline.Count.ShouldBe(before.Timeline.Count + 1);
        story.AsKnownTo("jiang").Exhibits[2].Id.ShouldMatch("^K[0-9A-F]{6}$");
    }

    [Fact]
    public void Keeping_it_needs_a_reason_people_of_the_unit_and_files_of_its_own()
    {
        Taken().ShouldRefuse<FieldIsEmpty>(Secret() with { KeptWhy = " " }, "keptWhy");
        Taken().ShouldRefuse<NotAColleague>(Secret("nobody"), "keptTo");
        Stories.At(Stage.ProsecutionReview).Do(new AttachDocument(Day("2026-03-03"), "ab12", "图纸.pdf", 1, "application/pdf"))
            .ShouldRefuse<KeptFilesApart>(Secret() with { Documents = ["M1"] }, "documents").Basis!.Article.ShouldBe("刑诉法54第3款");
        Taken(Secret()).ShouldRefuse<SameExhibit>(Secret());
    }

    [Fact]
    public void What_was_said_wrongly_of_a_kept_exhibit_is_set_right_by_withdrawing_it_and_taking_it_in_again()
    {
        var story = Taken(Secret());
        var wrong = story.AsKnownTo("lu").Exhibits.Single(e => e.IsKept).Id;
        story.Do(new WithdrawExhibit(Day("2026-03-03"), wrong, "提供人写错")).Do(Secret() with { CollectedFrom = "李某" });
        var kept = story.AsKnownTo("lu").Exhibits.Where(e => e.IsKept).ToList();
        kept.Select(e => (e.Is.CollectedFrom, e.Withdrawn is null)).ShouldBe([("张某", false), ("李某", true)]);
        kept[1].Id.ShouldNotBe(wrong);
        story.ShouldRefuse<SameExhibit>(Secret());
    }

    [Fact]
    public void A_title_and_a_collector_are_needed_and_it_was_collected_before()
    {
        Taken().ShouldRefuse<FieldIsEmpty>(Shoes(" "), "title");
        Taken().ShouldRefuse<FieldIsEmpty>(Shoes() with { CollectedBy = "" }, "collectedBy");
        Taken().ShouldRefuse<CollectedLater>(Shoes() with { CollectedOn = Day("2026-03-04") }, "collectedOn");
        Taken(Shoes() with { CollectedOn = Kernel.PartialDate.Parse("2026-03") }).Matter.Exhibits.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_source_may_name_an_exhibit_that_stands_but_never_one_that_is_kept()
    {
        var story = Taken(Shoes(), Secret());
        RecordAmount From(string source) => new(Stories.Later, "违法所得", new Kernel.Money(1), source);
        story.Do(From("E1 第4页"));
        story.ShouldRefuse<UnknownExhibit>(From("E2 第4页"), "source");
        story.ShouldRefuse<KeptExhibitNamed>(From($"{story.Matter.Exhibits[1].Id} 第1页"), "source");
        story.ShouldRefuse<KeptExhibitNamed>(new RecordFacts(Stories.Later, "P1", "213", new EstablishedFacts { Marks = 1, Sources = new Dictionary<string, string> { ["marks"] = story.Matter.Exhibits[1].Id } }), "facts");
        story.Do(new WithdrawExhibit(Stories.Later, "E1", "重复")).ShouldRefuse<ExhibitIsWithdrawn>(From("E1"), "source");
    }
}
