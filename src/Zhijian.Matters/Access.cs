using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Search;

namespace Zhijian.Matters;

/// <summary>
/// Who may see and do what: the only place. Outside the office (and the offices above it), or outside the circle of a matter that is kept
/// to one, a matter does not exist: the answer is the same as for an id that was never given.
/// </summary>
public static class Access
{
    public static bool MaySee(Actor actor, Matter matter) =>
        matter.Exists && OfficeReaches(actor, matter.OfficePath) && (matter.Secrecy == Secrecy.Internal || matter.Circle.Contains(actor.Id));

    private static bool OfficeReaches(Actor actor, string officePath) =>
        (WorksInMatters(actor) && officePath == actor.UnitPath)
        || (actor.Is(Role.UpperLevel) && officePath.StartsWith(actor.UnitPath, StringComparison.Ordinal));

    private static bool WorksInMatters(Actor actor) => actor.Roles.Any(r => r != Role.Administrator);

    /// <summary>May the actor take the step in a matter that they see?</summary>
    public static bool May(Actor actor, Procedure procedure, Matter matter) =>
        procedure.Who.Any(actor.Is) && (!matter.Exists || matter.OfficePath == actor.UnitPath);

    /// <summary>The same rule as <see cref="MaySee"/> for lists: a condition on a table with the columns matter, office_path and secrecy.</summary>
    public static string VisibleSql(string table) =>
        $"(({table}.office_path = @actorOffice AND @actorWorks = 1) OR (@actorIsUpper = 1 AND {table}.office_path LIKE @actorBelow))"
        + $" AND ({table}.secrecy = 'internal' OR EXISTS (SELECT 1 FROM matter_circle c WHERE c.matter = {table}.matter AND c.person = @actor))";

    /// <summary>The same rule for the rows of the index: beside it, what is kept to named people (an exhibit, its files) is there for those of them alone.</summary>
    public static SearchSight Sight(Actor actor) => new(
        $"{VisibleSql("s")} AND (s.kept = 0 OR EXISTS (SELECT 1 FROM search_reader r WHERE r.id = s.id AND r.person = @actor))", SqlParameters(actor));

    public static Dictionary<string, object?> SqlParameters(Actor actor) => new(StringComparer.Ordinal)
    {
        ["actor"] = actor.Id,
        ["actorOffice"] = actor.UnitPath,
        ["actorBelow"] = actor.UnitPath + "%",
        ["actorWorks"] = WorksInMatters(actor) ? 1 : 0,
        ["actorIsUpper"] = actor.Is(Role.UpperLevel) ? 1 : 0,
    };
}
