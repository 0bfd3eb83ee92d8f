using Zhijian.Kernel;

namespace Zhijian.Testing;

/// <summary>People of a made-up procuratorate (units that begin with 99 do not exist).</summary>
public static class An
{
    public const string Province = "100000/990000/";
    public const string Office = "100000/990000/990100/";

    /// <summary>Who works in the office.</summary>
    public static readonly IReadOnlySet<string> Colleagues = new HashSet<string>(StringComparer.Ordinal) { "lu", "shen", "jiang", "fang", "zhou" };

    /// <summary>Somebody of the office; without roles a prosecutor who is also the case manager, so that every step is open to them.</summary>
    public static Actor Actor(string id = "lu", string office = Office, params IReadOnlyList<Role> roles) => new(
        id,
        $"{id}某",
        office.TrimEnd('/').Split('/')[^1],
        office,
        "MS",
        roles.Count > 0 ? roles : [Role.Prosecutor, Role.CaseManager]) { UnitName = "某市人民检察院" };
}
