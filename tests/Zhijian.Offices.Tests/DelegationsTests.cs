using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Offices.Tests;

/// <summary>Entrusted approval: by whom, to whom, of what, how long; and that it ends.</summary>
public sealed class DelegationsTests
{
    private static readonly DateOnly Today = new(2026, 9, 28);

    private static readonly ApprovalDelegated Given = new("shen", "990100", ["indictment"], Today, Today.AddDays(90), "权力清单第12项");

    private static Actor Head { get; } = new("zhou", "周某", "990100", "100000/990000/990100/", "MS", [Role.OfficeHead]);

    private static async Task<(TestStore Store, Delegations Delegations)> OpenAsync(Dialect dialect)
    {
        var store = await TestStore.OpenAsync(dialect, new PeopleProjection());
        var people = new People(store.Events, UnitTree.Load(TestLaw.Data), store.Clock);
        foreach (var (id, unit, role) in new[] { ("shen", "990100", Role.Prosecutor), ("jiang", "990100", Role.Assistant), ("he", "990200", Role.Prosecutor), ("zhou", "990100", Role.OfficeHead) })
            (await people.AppointAsync("admin", new PersonAppointed(id, id, id, unit, [role]))).ShouldBeNull();
        return (store, new Delegations(store.Events, people, TestLaw.Book));
    }

    [Theory, EveryDatabase]
    public async Task It_stands_until_its_day_or_until_it_is_ended(Dialect dialect)
    {
        var (store, delegations) = await OpenAsync(dialect);
        await using var _ = store;
        (await delegations.DelegateAsync(Head, Given)).ShouldBeNull();
        (await delegations.OfUnitAsync("990100", Today)).ShouldBe([new DelegationRow("shen", "990100", "indictment", "2026-09-28", "2026-12-27")]);
        (await delegations.OfUnitAsync("990100", Today.AddDays(90))).Count.ShouldBe(1);
        (await delegations.OfUnitAsync("990100", Today.AddDays(91))).ShouldBeEmpty();
        (await delegations.OfUnitAsync("990200", Today)).ShouldBeEmpty();

        // the newest counts, and both are in the log
        (await delegations.DelegateAsync(Head, Given with { Papers = ["return-decision", "indictment"] })).ShouldBeNull();
        (await delegations.OfUnitAsync("990100", Today)).Single().Templates.ShouldBe(["return-decision", "indictment"]);
        (await delegations.EndAsync(Head, "shen", Today, "调离")).ShouldBeNull();
        (await delegations.OfUnitAsync("990100", Today)).ShouldBeEmpty();
        (await delegations.EndAsync(Head, "shen", Today, "调离")).ShouldBeOfType<NoSuchDelegation>();
        (await store.Events.LoadAsync(ApprovalDelegated.Stream("shen"))).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("only-the-head-delegates")]
    [InlineData("delegated-to-a-prosecutor-of-the-unit")]
    [InlineData("not-to-oneself")]
    [InlineData("no-paper-delegated")]
    [InlineData("level-stays-where-it-is")]
    [InlineData("delegation-ends")]
    [InlineData("delegation-needs-a-reason")]
    public async Task What_is_outside_the_limits_is_refused_and_nothing_is_recorded(string code)
    {
        var (store, delegations) = await OpenAsync(Dialect.Sqlite);
        await using var _ = store;
        var both = Head with { Id = "shen", Roles = [Role.OfficeHead, Role.Prosecutor] };
        (Actor By, ApprovalDelegated Given)[] wrong = code switch
        {
            "only-the-head-delegates" => [(Head with { Roles = [Role.Prosecutor] }, Given)],
            "delegated-to-a-prosecutor-of-the-unit" => [(Head, Given with { Person = "jiang" }), (Head, Given with { Person = "he" }), (Head, Given with { Person = "nobody" })],
            "not-to-oneself" => [(both, Given)],
            "no-paper-delegated" => [(Head, Given with { Papers = [] })],
            // 刑诉法182 and the like name the level; a prosecutor's own papers need nobody; what is no template is nothing
            "level-stays-where-it-is" => [(Head, Given with { Papers = ["indictment", "non-prosecution-special"] }), (Head, Given with { Papers = ["suspect-rights"] }), (Head, Given with { Papers = ["nonsense"] })],
            "delegation-ends" => [(Head, Given with { Until = Today.AddDays(-1) }), (Head, Given with { Until = Today.AddDays(367) }), (Head, Given with { Until = DateOnly.MinValue })],
            _ => [(Head, Given with { Reason = " " })],
        };
        foreach (var (by, given) in wrong)
            (await delegations.DelegateAsync(by, given))!.Code.ShouldBe(code);
        (await delegations.OfUnitAsync("990100", Today)).ShouldBeEmpty();
    }
}
