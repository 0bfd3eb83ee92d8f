using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Intake;
using Zhijian.Matters.Suggestions;
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

    [Theory, EveryDatabase]
    public async Task Of_other_sets_matters_say_nothing(Dialect dialect)
    {
        await using var at = await Searched.OpenAsync(dialect);
        (await new MatterRows(at.Store.Events).OfAsync(An.Actor(), "penalty", TestContext.Current.CancellationToken)).ShouldBeNull();
    }
}
