namespace Zhijian.Kernel;

/// <summary>The person who acts, with the unit and the roles that they have now.</summary>
/// <param name="UnitPath">The codes from the top to the unit, each closed by a slash: <c>100000/990000/990100/</c>.</param>
/// <param name="UnitShort">The letters or code that begin the ids of its matters: MS, 310115.</param>
public sealed record Actor(string Id, string Name, string Unit, string UnitPath, string UnitShort, IReadOnlyList<Role> Roles)
{
    /// <summary>The name of the unit, as its papers have it.</summary>
    public string UnitName { get; init; } = "";

    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>Roles in an IP procuratorial office.</summary>
public enum Role
{
    /// <summary>检察官</summary>
    Prosecutor,

    /// <summary>检察官助理、书记员</summary>
    Assistant,

    /// <summary>案件管理</summary>
    CaseManager,

    /// <summary>部门负责人</summary>
    OfficeHead,

    /// <summary>上级院业务部门: reads and guides, does not act in the matter.</summary>
    UpperLevel,

    /// <summary>系统管理员: people and settings; sees no matter.</summary>
    Administrator,
}
