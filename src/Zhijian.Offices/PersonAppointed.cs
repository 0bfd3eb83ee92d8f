using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Offices;

/// <summary>A person works in a unit with these roles from now on (任职). The newest appointment counts; no roles = no longer at work here.</summary>
[EventType("office.person-appointed")]
public sealed record PersonAppointed(string Person, string Name, string NameEn, string Unit, IReadOnlyList<Role> Roles) : IEvent
{
    public static string Stream(string person) => $"person/{person}";
}

/// <summary>An administrator set the password of a person. That it was done is kept, the password never is.</summary>
[EventType("office.password-set")]
public sealed record PasswordSet(string Person) : IEvent;

/// <summary>The read tables of people, and of what they were entrusted with.</summary>
public sealed class PeopleProjection : IProjection
{
    private static readonly EventTypes Types = new(typeof(PersonAppointed).Assembly);

    public IReadOnlyList<string> Tables => ["person", "approval_delegation"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS person (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL, unit TEXT NOT NULL, roles TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS person_unit ON person (unit);
        CREATE TABLE IF NOT EXISTS approval_delegation (
            person TEXT PRIMARY KEY, unit TEXT NOT NULL, papers TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL);
        """;

    public bool Handles(string stream) => stream.StartsWith("person/", StringComparison.Ordinal) || stream.StartsWith("delegation/", StringComparison.Ordinal);

    public async Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        if (stream.StartsWith("delegation/", StringComparison.Ordinal))
        {
            await ProjectDelegationAsync(transaction, events.Select(Types.Read).Last());
            return;
        }
        if (events.Select(Types.Read).OfType<PersonAppointed>().LastOrDefault() is not { } latest)
            return;
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO person (id, name, name_en, unit, roles) VALUES (@Person, @Name, @NameEn, @Unit, @roles)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, unit = excluded.unit, roles = excluded.roles
            """,
            new { latest.Person, latest.Name, latest.NameEn, latest.Unit, roles = string.Join(',', latest.Roles.Select(Words.Kebab)) },
            transaction);
    }

    private static Task ProjectDelegationAsync(DbTransaction transaction, IEvent latest) => latest switch
    {
        ApprovalDelegated d => transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO approval_delegation (person, unit, papers, from_on, until_on) VALUES (@Person, @Unit, @papers, @from, @until)
            ON CONFLICT (person) DO UPDATE SET unit = excluded.unit, papers = excluded.papers, from_on = excluded.from_on, until_on = excluded.until_on
            """,
            new { d.Person, d.Unit, papers = string.Join(',', d.Papers), from = $"{d.From:yyyy-MM-dd}", until = $"{d.Until:yyyy-MM-dd}" },
            transaction),
        ApprovalDelegationEnded e => transaction.Connection!.ExecuteAsync("DELETE FROM approval_delegation WHERE person = @Person", new { e.Person }, transaction),
        _ => Task.CompletedTask,
    };
}
