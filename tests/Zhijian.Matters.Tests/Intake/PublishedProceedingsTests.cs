using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.AdministrativeSupervision;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.Intake;
using Zhijian.Matters.Litigation;
using Zhijian.Matters.PublicInterest;
using Zhijian.Store;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Intake;

public sealed class PublishedProceedingsTests
{
    /// <summary>Read from data/published/cases.json by hand: the proceeding, its function, stage, day as published, and the word that says so.</summary>
    private static readonly (string Case, string Id, Track Track, string Stage, string Since, string Says)[] Expected =
    [
        ("tc-003", "G1", Track.PublicInterest, "filed", "", "行政公益诉讼"), // 2023-05 is the campaign, not the filing
        ("tc-020", "C1", Track.Civil, "accepted", "", "虚假诉讼监督"),
        ("tc-022", "A1", Track.Administrative, "retried", "2022-06-14", "再审改判，撤销一审二审"),
        ("tc-026", "C1", Track.Civil, "accepted", "", "虚假诉讼监督"),
        ("tc-027", "S1", Track.Criminal, "approved", "", "检察建议"),
        ("tc-047", "G1", Track.PublicInterest, "suggestion-decided", "", "检察建议"),
        ("tc-075", "S1", Track.Criminal, "approved", "", "检察建议"),
        ("tc-081", "C1", Track.Civil, "protested", "", "抗诉案"),
        ("tc-082", "A1", Track.Administrative, "accepted", "", "非诉执行监督案"),
    ];

    [Theory, EveryDatabase]
    public async Task Every_published_case_stands_in_its_track_at_the_stage_that_was_published_and_the_others_in_none(Dialect dialect)
    {
        var matters = await ImportAsync(dialect);

        matters.Count.ShouldBe(60);
        matters.SelectMany(m => m.Proceedings.Select(p => (m.Published!.CaseId, p.Id, p.Track, p.Stage, p.Since.Value, p.Facts["published"])))
            .ShouldBe(Expected.Select(e => (e.Case, e.Id, e.Track, e.Stage, e.Since, Says: e.Says == "再审改判，撤销一审二审" ? "抗诉" : e.Says)));
        matters.SelectMany(m => m.Proceedings).Select(p => p.Outcome!.Value.Zh).ShouldBe(Expected.Select(e => $"公布：{e.Says}"));
        matters.ShouldAllBe(m => m.Proceedings.All(p => m.Tracks.Contains(p.Track)));
    }

    [Fact]
    public async Task Court_and_case_number_are_facts_of_the_proceeding_and_nothing_is_made_up()
    {
        var matter = (await ImportAsync(Dialect.Sqlite)).Single(m => m.Published!.CaseId == "tc-022");

        var proceeding = matter.Proceedings.Single();
        proceeding.Title.ShouldBe("蒙娜丽莎商标争议行政诉讼监督（北京市高级人民法院）");
        proceeding.Facts.OrderBy(f => f.Key).Select(f => (f.Key, f.Value)).ShouldBe([("court", "北京市高级人民法院"), ("decision", "protest"), ("object", "judgment"), ("published", "抗诉")]);
        matter.Timeline.Skip(1).Select(e => (e.Recorded.ActedOn.Value, e.Event.Says(matter).Zh)).ShouldBe([("", "公布：抗诉"), ("2022-06-14", "A1 公布：再审改判，撤销一审二审")]);
    }

    [Fact]
    public async Task No_clock_of_a_published_proceeding_is_claimed()
    {
        foreach (var matter in await ImportAsync(Dialect.Sqlite))
            matter.Occurrences.Where(o => matter.Proceedings.Any(p => p.Id == o.Subject)).ShouldBeEmpty(matter.Title);
    }

    public static IEnumerable<TheoryDataRow<string, string, IDated>> Steps =>
    [
        new("civil-supervision", "accepted", new DecideCivilSupervision(Day("2025-06-20"), SupervisionDecision.NotSupported, "理由")),
        new("civil-supervision", "protested", new RecordCivilCourtReceipt(Day("2025-06-20"), Proceeding: "C1")),
        new("administrative-supervision", "with-court", new RecordAdministrativeCourtReply(Day("2025-06-20"), CourtReply.Retrial, "裁定书")),
        new("public-interest", "filed", new BringPublicSuit(Day("2025-06-20"), "某法院", "依法履职")),
        new("public-interest", "suggestion-decided", new ServePublicSuggestion(Day("2025-06-20"), "签收")),
    ];

    [Theory]
    [MemberData(nameof(Steps))]
    public void No_step_is_taken_in_a_proceeding_that_was_only_published(string kind, string stage, IDated step)
    {
        var story = A.PublishedCase().Append([Published(kind, stage)], PartialDate.Unknown);

        story.ShouldRefuse<ProceedingOfAPublication>(step, "proceeding").Code.ShouldBe("proceeding-of-a-publication");
        var procedure = TestLaw.Steps.All.Single(s => s.Command == step.GetType());
        procedure.OpenIn(story.Matter).ShouldBeEmpty();
    }

    [Fact]
    public void A_proceeding_of_this_office_beside_a_published_one_goes_on()
    {
        var story = A.PublishedCase().Append([Published("civil-supervision", "accepted")], PartialDate.Unknown).Do(Suits.Application());

        story.Do(Suits.Decide(true, SupervisionDecision.NotSupported)).Matter.Proceeding("C2")!.Stage.ShouldBe("not-supported");
        story.Matter.Proceeding("C1")!.Stage.ShouldBe("accepted");
    }

    private static ProceedingPublished Published(string kind, string stage) =>
        new(PartialDate.Unknown, "公布的说法", kind, stage, "某案", TestLaw.Book.Proceedings[kind].Track, new Dictionary<string, string>(), null, null);

    private static async Task<List<Matter>> ImportAsync(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book));
        await using var file = File.OpenRead(Path.Combine(TestLaw.Data, "published", "cases.json"));
        var rows = await new PublishedCases(store.Events, TestLaw.Book, store.Clock).ImportAsync(file, An.Actor(), ct: TestContext.Current.CancellationToken);
        var matters = new List<Matter>();
        foreach (var row in rows)
            matters.Add(MatterFold.Fold(row.Matter!.Value, await store.Events.LoadAsync(row.Matter!.Value.Value, TestContext.Current.CancellationToken)));
        return matters;
    }
}
