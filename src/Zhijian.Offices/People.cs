using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Offices;

public sealed record PersonRow(string Id, string Name, string NameEn, string Unit, string Roles);

/// <summary>People of the offices: who they are now, and their access tokens.</summary>
public sealed partial class People(EventStore store, UnitTree units, TimeProvider time)
{
    /// <summary>The person as an actor; null for somebody unknown or without a role.</summary>
    public async Task<Actor?> ActorAsync(string id, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<PersonRow>(new CommandDefinition(
            "SELECT id AS Id, name AS Name, name_en AS NameEn, unit AS Unit, roles AS Roles FROM person WHERE id = @id", new { id }, cancellationToken: ct));
        if (row is null || row.Roles.Length == 0 || units.Find(row.Unit) is not { } unit)
            return null;
        return new Actor(row.Id, row.Name, unit.Code, unit.Path, unit.Short, [.. row.Roles.Split(',').Select(r => Words.Parse<Role>(r)!.Value)]) { UnitName = unit.Name };
    }

    /// <summary>People of a unit, by id; names for the lists of that office.</summary>
    public async Task<IReadOnlyList<PersonRow>> OfUnitAsync(string unit, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<PersonRow>(new CommandDefinition(
            "SELECT id AS Id, name AS Name, name_en AS NameEn, unit AS Unit, roles AS Roles FROM person WHERE unit = @unit ORDER BY id", new { unit }, cancellationToken: ct))).AsList();
    }

    /// <summary>Everybody, by unit and id.</summary>
    public async Task<IReadOnlyList<PersonRow>> AllAsync(CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<PersonRow>(new CommandDefinition(
            "SELECT id AS Id, name AS Name, name_en AS NameEn, unit AS Unit, roles AS Roles FROM person ORDER BY unit, id", cancellationToken: ct))).AsList();
    }

    /// <summary>The named people that there are, by id; names for lists that cross offices.</summary>
    public async Task<IReadOnlyDictionary<string, PersonRow>> FindAsync(IEnumerable<string> ids, CancellationToken ct = default)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count == 0)
            return new Dictionary<string, PersonRow>(StringComparer.Ordinal);
        // one parameter each: Dapper hands a list to PostgreSQL as an array, for which IN has no use
        var parameters = new DynamicParameters();
        for (var i = 0; i < wanted.Count; i++)
            parameters.Add($"id{i}", wanted[i]);
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<PersonRow>(new CommandDefinition(
            "SELECT id AS Id, name AS Name, name_en AS NameEn, unit AS Unit, roles AS Roles FROM person "
            + $"WHERE id IN ({string.Join(", ", wanted.Select((_, i) => $"@id{i}"))})",
            parameters,
            cancellationToken: ct));
        return rows.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    public async Task<bool> AnyAsync(CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition("SELECT COUNT(*) FROM person", cancellationToken: ct)) > 0;
    }

    /// <summary>Appoints a person, or changes their unit and roles. The caller has checked that the actor may.</summary>
    /// <returns>The refusal, or null when it was recorded.</returns>
    public async Task<Refusal?> AppointAsync(string actor, PersonAppointed person)
    {
        if (!PersonId().IsMatch(person.Person))
            return new BadPersonId(person.Person) { Field = "id" };
        if (string.IsNullOrWhiteSpace(person.Name))
            return new PersonNeedsAName() { Field = "name" };
        if (units.Find(person.Unit) is not { } unit)
            return new UnknownUnit(person.Unit) { Field = "unit" };
        await AppendAsync(actor, unit.Code, PersonAppointed.Stream(person.Person), person);
        return null;
    }

    /// <summary>Records that an administrator set a password; whoever can set it could sign in as that person.</summary>
    public Task RecordPasswordAsync(Actor administrator, string person) =>
        AppendAsync(administrator.Id, administrator.Unit, PersonAppointed.Stream(person), new PasswordSet(person));

    /// <summary>Appends to a stream of the offices, on the day in China, whatever was there before.</summary>
    internal async Task AppendAsync(string actor, string office, string stream, IEvent fact)
    {
        var now = time.GetUtcNow();
        await store.Writer.RunAsync(async work =>
        {
            var before = await work.LoadAsync(stream);
            var context = new AppendContext(actor, office, ChinaTime.DayOf(now), now);
            await work.AppendAsync(stream, before.Count, [fact], context);
            return true;
        });
    }

    /// <summary>Makes a personal access token for the API. It is shown once; the store keeps its hash.</summary>
    public async Task<string> CreateTokenAsync(string person, string label, DateOnly expiresOn)
    {
        var token = "zj_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await store.Writer.RunAsync(work => work.ExecuteAsync(
            "INSERT INTO access_token (hash, person, label, created_at, expires_on) VALUES (@hash, @person, @label, @now, @expires)",
            new { hash = HashOf(token), person, label, now = time.GetUtcNow().ToString("O"), expires = expiresOn.ToString("yyyy-MM-dd") }));
        return token;
    }

    /// <summary>The person whose token it is; null when it is unknown or expired.</summary>
    public async Task<string?> PersonOfTokenAsync(string token, DateOnly today, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT person FROM access_token WHERE hash = @hash AND expires_on >= @today", new { hash = HashOf(token), today = today.ToString("yyyy-MM-dd") }, cancellationToken: ct));
    }

    /// <summary>Makes a token worthless at once.</summary>
    /// <returns>False when there was no such token.</returns>
    public async Task<bool> RevokeTokenAsync(string token) =>
        await store.Writer.RunAsync(work => work.ExecuteAsync("DELETE FROM access_token WHERE hash = @hash", new { hash = HashOf(token) })) > 0;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    [GeneratedRegex("^[a-z][a-z0-9.-]{1,31}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonId();
}

public sealed record BadPersonId(string Id)
    : Refusal("bad-person-id", new Text($"“{Id}”不能作人员编号", $"“{Id}” cannot be the id of a person"), null, new Text("2 至 32 个小写字母、数字、点或连字符，以字母开头", "2 to 32 lower-case letters, digits, dots or hyphens, beginning with a letter"));

public sealed record PersonNeedsAName()
    : Refusal("person-needs-a-name", new Text("姓名未填", "the name is empty"), null, new Text("请填写姓名", "give the name"));

public sealed record UnknownUnit(string Code)
    : Refusal("unknown-unit", new Text($"单位表中没有“{Code}”", $"no unit “{Code}”"), null, new Text("填单位代码，如 990100", "give the code of a unit, e.g. 990100"));
