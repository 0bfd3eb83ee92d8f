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

/// <summary>The read table of people.</summary>
public sealed class PeopleProjection : IProjection
{
    private static readonly EventTypes Types = new(typeof(PersonAppointed).Assembly);

    public IReadOnlyList<string> Tables => ["person"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS person (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, name_en TEXT NOT NULL, unit TEXT NOT NULL, roles TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS person_unit ON person (unit);
        """;

    public bool Handles(string stream) => stream.StartsWith("person/", StringComparison.Ordinal);

    public async Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
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
}
