using Dapper;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Offices.Tests;

public sealed class PeopleTests
{
    private static readonly UnitTree Tree = UnitTree.Load(DataFolder.Find());

    [Theory, EveryDatabase]
    public async Task An_appointed_person_acts_with_the_unit_and_the_roles_of_the_newest_appointment(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new PeopleProjection());
        var people = new People(store.Events, Tree, store.Clock);
        (await people.AppointAsync("admin", Lu("990100", Role.Prosecutor))).ShouldBeNull();
        (await people.AppointAsync("admin", Lu("990200", Role.OfficeHead, Role.Prosecutor))).ShouldBeNull();

        var actor = (await people.ActorAsync("lu")).ShouldNotBeNull();
        actor.UnitPath.ShouldBe("100000/990000/990200/");
        actor.Roles.ShouldBe([Role.OfficeHead, Role.Prosecutor]);
        (await people.OfUnitAsync("990100")).ShouldBeEmpty();
        (await store.Events.LoadAsync("person/lu")).Count.ShouldBe(2);
    }

    [Theory, EveryDatabase]
    public async Task Somebody_without_roles_or_unknown_does_not_act(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new PeopleProjection());
        var people = new People(store.Events, Tree, store.Clock);
        await people.AppointAsync("admin", Lu("990100", Role.Prosecutor));
        await people.AppointAsync("admin", Lu("990100"));
        (await people.ActorAsync("lu")).ShouldBeNull();
        (await people.ActorAsync("nobody")).ShouldBeNull();
    }

    [Theory, EveryDatabase]
    public async Task A_bad_id_an_empty_name_and_an_unknown_unit_are_refused_at_their_field_and_nothing_is_recorded(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new PeopleProjection());
        var people = new People(store.Events, Tree, store.Clock);
        (await people.AppointAsync("admin", Lu("990100", Role.Prosecutor) with { Person = "Lu Mou" })).ShouldNotBeNull().Field.ShouldBe("id");
        (await people.AppointAsync("admin", Lu("990100", Role.Prosecutor) with { Name = " " })).ShouldNotBeNull().Field.ShouldBe("name");
        (await people.AppointAsync("admin", Lu("000000", Role.Prosecutor))).ShouldNotBeNull().Field.ShouldBe("unit");
        (await people.AnyAsync()).ShouldBeFalse();
    }

    [Theory, EveryDatabase]
    public async Task A_token_names_its_person_until_the_day_it_expires_and_is_not_stored_itself(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new PeopleProjection());
        var people = new People(store.Events, Tree, store.Clock);
        var expires = new DateOnly(2026, 12, 31);
        var token = await people.CreateTokenAsync("lu", "script", expires);
        (await people.PersonOfTokenAsync(token, expires)).ShouldBe("lu");
        (await people.PersonOfTokenAsync(token, expires.AddDays(1))).ShouldBeNull();
        (await people.PersonOfTokenAsync(token + "x", expires)).ShouldBeNull();
        await using var connection = await store.Events.Database.OpenAsync();
        (await connection.QueryAsync<string>("SELECT hash || person || label FROM access_token")).ShouldAllBe(row => !row.Contains(token));
    }

    private static PersonAppointed Lu(string unit, params Role[] roles) => new("lu", "陆某", "Lu", unit, roles);
}
