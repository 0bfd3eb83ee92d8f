using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Comparison;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Documents.DocumentStories;

namespace Zhijian.Matters.Tests.Comparison;

/// <summary>A paper of the office against the record: what stops it, what only shows, and how one goes on.</summary>
public sealed class PaperDifferencesTests
{
    private static MakeDocument Wrong => Indictment with { Values = new Dictionary<string, string>(Asked) { ["facts-found"] = "被告人张某销售金额12万元。" } };

    [Fact]
    public void A_wrong_amount_that_was_written_stops_the_paper_until_it_is_explained()
    {
        var story = Indicted().Do(Wrong).Do(new SubmitDocument(On, 1)).By(Head).Do(new ApproveDocument(On, 1)).By(Prosecutor);

        Of(story).ShouldBe(["Block 数额：文书为“12万元”，案件记录为“126,000元”"]);
        var no = story.Refused(new FinishDocument(On, 1)).ShouldBeOfType<PaperDiffersFromRecord>();
        no.Field.ShouldBe("differences");
        no.Says.Zh.ShouldContain("12万元");
        story.Do(new FinishDocument(On, 1, "已扣除退货款6000元")).First().State.ShouldBe(PaperState.Finished);
        story.Matter.Timeline[^1].Event.Says(story.Matter).Zh.ShouldContain("已扣除退货款6000元");
    }

    [Fact]
    public void What_agrees_is_finished_without_a_word() => Of(Approved()).ShouldBeEmpty();

    [Fact]
    public void A_record_that_changes_after_the_paper_was_finished_is_flagged_and_the_paper_stays()
    {
        var story = Finished();
        var before = story.First().Text;
        Of(story).ShouldBeEmpty();

        story.Do(new RecordAmount(On, "sales-amount", new Money(150_000), "补充审计"));

        Of(story).ShouldAllBe(d => d.StartsWith("Block 数额", StringComparison.Ordinal));
        Of(story).ShouldNotBeEmpty();
        story.First().Text.ShouldBe(before);
        var served = new ServeDocument(On, 1, "某区人民法院", ServiceChannel.InPerson, "回证1号");
        story.Refused(served).ShouldBeOfType<PaperDiffersFromRecord>();
        story.Do(served with { Differences = "补充审计另行移送" }).First().Services.Count.ShouldBe(1);
    }

    [Fact]
    public void A_cancelled_paper_differs_from_nothing() =>
        Of(Cancelled().Do(new RecordAmount(On, "sales-amount", new Money(150_000), "补充审计"))).ShouldBeEmpty();

    private static IEnumerable<string> Of(MatterStory story) =>
        PaperDifferences.Of(story.First(), story.Matter, TestLaw.Book).Select(d => $"{d.Effect} {d.Text.Zh}");
}
