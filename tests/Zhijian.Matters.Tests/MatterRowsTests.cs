using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Matters.Intake;
using Zhijian.Matters.ReverseLinkage;
using Zhijian.Matters.Suggestions;
using Zhijian.Matters.Tests.ReverseLinkage;
using Zhijian.Store;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests;

/// <summary>What matters tell the supervision models, and what they keep to themselves.</summary>
public sealed class MatterRowsTests
{
    [Theory, EveryDatabase]
    public async Task Persons_of_open_matters_of_ones_own_unit_are_told(Dialect dialect)
    {
        await using var at = await Searched.OpenAsync(dialect);
        var open = await at.RegisterAsync("公开案", "张某");
        await at.RegisterAsync("保密案", "李某", secrecy: Secrecy.Circle);
        await at.RegisterAsync("邻院案", "王某", office: "100000/990000/990200/");
        var rows = await new MatterRows(at.Store.Events).OfAsync(An.Actor(), "matter_person", TestContext.Current.CancellationToken);
        rows.ShouldNotBeNull().Select(r => (r["name"], r["matter_no"], r["office"], r["charge"])).ShouldBe([("张某", open.Value, "990100", "213")]);
    }

    [Theory, EveryDatabase]
    public async Task A_suggestion_is_told_from_its_service_on_with_its_answer(Dialect dialect)
    {
        await using var at = await Searched.OpenAsync(dialect);
        var rows = new MatterRows(at.Store.Events);
        var ct = TestContext.Current.CancellationToken;
        var matter = await at.DoAsync(null, new RegisterMatter("案", Day("2025-05-01"), "TM", [new NewRightHolder("某公司")], []));
        await at.DoAsync(matter, new OpenSuggestion(Day("2025-05-06"), SuggestionKind.Correction, Track.Criminal, "某市公安局", "规范扣押"));
        await at.DoAsync(matter, new DraftSuggestion(Day("2025-05-21"), "问题", "内容"));
        await at.DoAsync(matter, new ApproveSuggestion(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved));
        (await rows.OfAsync(An.Actor(), "suggestion", ct)).ShouldNotBeNull().ShouldBeEmpty();

        await at.DoAsync(matter, new ServeSuggestion(Day("2025-05-28"), "签收"));
        var waiting = (await rows.OfAsync(An.Actor(), "suggestion", ct))!.Single();
        (waiting["suggestion_no"], waiting["kind"], waiting["addressee"], waiting["received_on"], waiting["replied_on"]).ShouldBe(($"{matter}-S1", "纠正违法", "某市公安局", "2025-05-28", null));

        await at.DoAsync(matter, new RecordSuggestionReply(Day("2025-07-21"), SuggestionReply.Refused, "不同意"));
        var answered = (await rows.OfAsync(An.Actor(), "suggestion", ct))!.Single();
        (answered["replied_on"], answered["reply"], answered["escalated_on"]).ShouldBe(("2025-07-21", "不采纳", null));
    }

    [Fact]
    public void A_right_holder_is_told_of_from_the_acceptance_on_and_an_opinion_of_theirs_is_an_answer()
    {
        var story = PenaltyStories.Matter().Do(new AddRightHolder(Day("2025-05-06"), "某公司"));
        Of(story, "notice").ShouldBeEmpty();
        story.Transferred("2025-05-07");
        Row(story, "notice").ShouldSatisfyAllConditions(
            r => r["notice_no"].ShouldBe($"{story.Matter.Id}-R1"), r => r["right_holder"].ShouldBe("某公司"), r => r["accepted_on"].ShouldBe("2025-05-07"), r => r["charge"].ShouldBe("213"),
            r => r["told_on"].ShouldBeNull(), r => r["notice_served_on"].ShouldBeNull(), r => r["answered_on"].ShouldBeNull(), r => r["closed_on"].ShouldBeNull());
        story.Do(new NotifyVictim(Day("2025-05-09"))).Do(new NotifyRightHolder(Day("2025-05-12")));
        (Row(story, "notice")["told_on"], Row(story, "notice")["notice_served_on"]).ShouldBe(("2025-05-09", "2025-05-12"));
        story.Do(new RecordIncidentalAction(Day("2025-05-14"), IncidentalEvent.Filed, IncidentalClaimant.Victim, "请求赔偿", Holders: ["R1"]));
        story.Noticed("2025-05-08").NotProsecuted("2025-05-16");
        (Row(story, "notice")["answered_on"], Row(story, "notice")["closed_on"]).ShouldBe(("2025-05-14", "2025-05-16"));
    }

    [Fact]
    public void Who_was_not_prosecuted_is_told_with_what_the_agency_made_of_it()
    {
        Of(PenaltyStories.Matter(), "non_prosecution").ShouldBeEmpty();
        var story = PenaltyStories.NotProsecuted();
        Of(story, "non_prosecution").Select(r => (r["person"], r["charge"], r["acted_on"], r["decided_on"], r["penalty_due"], r["opinion_served_on"]))
            .ShouldBe([("张某", "213", "2025-03-20", "2025-05-16", null, null), ("李某", "213", "2025-03-20", "2025-05-16", null, null)]);
        var served = PenaltyStories.Served().Do(new DeclinePenaltyTransfer(Day("2025-08-01"), "没有违法行为", ["P2"]));
        Of(served, "non_prosecution").Select(r => (r["person"], r["penalty_due"], r["opinion_served_on"], r["organ"], r["replied_on"]))
            .ShouldBe([("张某", "true", "2025-06-09", PenaltyStories.Agency, null), ("李某", "false", null, null, null)]);
        Of(PenaltyStories.Silent(), "non_prosecution")[0]["replied_on"].ShouldBeNull(); // no reply is no reply
        Of(PenaltyStories.Replied(), "non_prosecution")[0]["replied_on"].ShouldBe("2025-07-30");
    }

    [Fact]
    public void A_transfer_is_told_when_the_agency_made_it_and_when_the_police_took_it_stays_unknown()
    {
        var advised = A.Matter(m => m.Suspect("张某", "213")).Do(new AcceptFilingSupervision(Day("2025-05-06"), FilingFault.NotTransferred, FilingSource.Found, "某市监局", "某商行销售假冒滤芯")).Do(new AdviseTransfer(Day("2025-05-12"), "应当移送"));
        Of(advised, "transfer").ShouldBeEmpty();
        var suspects = string.Join('、', advised.Matter.Persons.Select(p => p.Name));
        var made = advised.Do(new RecordTransferAnswer(Day("2025-05-20"), TransferAnswer.Transferred, "某市监移〔2025〕3号"));
        Row(made, "transfer").ShouldBe(new Dictionary<string, string?>
        {
            ["transfer_no"] = "某市监移〔2025〕3号", ["office"] = "990100", ["agency"] = "某市监局", ["police"] = null, ["party"] = suspects, ["charge"] = "213",
        }, ignoreOrder: true); // neither accepted_on nor completed_on: no day of acceptance is recorded
        Of(made, "police_decision").ShouldBeEmpty();

        made.Do(new AcceptFilingSupervision(Day("2025-06-06"), FilingFault.Undecided, FilingSource.Agency, "某市公安局", "某商行销售假冒滤芯"));
        Row(made, "transfer")["police"].ShouldBe("某市公安局");
        made.Do(new RecordFilingCompliance(Day("2025-06-16"), "某公立字〔2025〕7号", "F2"));
        Row(made, "police_decision").ShouldBe(new Dictionary<string, string?>
        {
            ["decision_no"] = "某公立字〔2025〕7号", ["transfer_no"] = "某市监移〔2025〕3号", ["office"] = "990100", ["outcome"] = "立案", ["decided_on"] = "2025-06-16",
        }, ignoreOrder: true);
    }

    [Fact]
    public void What_the_agency_did_not_transfer_is_no_transfer_and_a_sentence_is_no_number()
    {
        MatterStory Advised() => A.Matter(m => m.Suspect("张某", "213")).Do(new AcceptFilingSupervision(Day("2025-05-06"), FilingFault.NotTransferred, FilingSource.Found, "某市监局", "某案")).Do(new AdviseTransfer(Day("2025-05-12"), "应当移送"));
        Of(Advised().Do(new RecordTransferAnswer(Day("2025-05-20"), TransferAnswer.Refused, "未达标准")), "transfer").ShouldBeEmpty();
        var said = Advised().Do(new RecordTransferAnswer(Day("2025-05-20"), TransferAnswer.Transferred, "已移送，文号待补"));
        Row(said, "transfer")["transfer_no"].ShouldBe($"{said.Matter.Id}-F1");
        // a case that the police withdrew, and one where nothing was transferred, are no answer to a transfer
        Of(FilingSupervision.FilingStories.Filed(), "police_decision").ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Transfers_of_open_matters_are_told_once_for_each_number(Dialect dialect)
    {
        await using var at = await Searched.OpenAsync(dialect);
        foreach (var secrecy in new[] { Secrecy.Internal, Secrecy.Internal, Secrecy.Circle })
        {
            var matter = await at.DoAsync(null, new RegisterMatter("案", Day("2025-05-01"), "TM", [new NewRightHolder("某公司")], [new NewPerson("张某", ["213"], Measure.Bail)], Secrecy: secrecy));
            await at.DoAsync(matter, new AcceptFilingSupervision(Day("2025-05-06"), FilingFault.NotTransferred, FilingSource.Found, "某市监局", "某案"));
            await at.DoAsync(matter, new AdviseTransfer(Day("2025-05-12"), "应当移送"));
            await at.DoAsync(matter, new RecordTransferAnswer(Day("2025-05-20"), TransferAnswer.Transferred, secrecy == Secrecy.Circle ? "移2号" : "移1号"));
        }
        var rows = await new MatterRows(at.Store.Events).OfAsync(An.Actor(), "transfer", TestContext.Current.CancellationToken);
        rows.ShouldNotBeNull().Select(r => (r["transfer_no"], r["agency"], r["party"])).ShouldBe([("移1号", "某市监局", "张某")]);
    }

    private static List<IReadOnlyDictionary<string, string?>> Of(MatterStory story, string set) => [.. MatterRows.Of(story.Matter, set)];

    private static IReadOnlyDictionary<string, string?> Row(MatterStory story, string set) => Of(story, set).Single();

    [Theory, EveryDatabase]
    public async Task Of_other_sets_matters_say_nothing(Dialect dialect)
    {
        await using var at = await Searched.OpenAsync(dialect);
        (await new MatterRows(at.Store.Events).OfAsync(An.Actor(), "penalty", TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
