using Zhijian.Kernel;

namespace Zhijian.Supervision.Clues;

/// <summary>
/// Who may see a clue: the offices that have or had it and the one that is asked to take it, and the offices above these for whoever has the role. For
/// anybody else it does not exist; the answer is the same as for a number that was never given.
/// </summary>
public static class ClueAccess
{
    public static bool MaySee(Actor actor, Clue clue) => clue.Exists && clue.Readers.Any(path => Reaches(actor, path));

    private static bool Reaches(Actor actor, string path) =>
        (Works(actor) && path == actor.UnitPath) || (actor.Is(Role.UpperLevel) && path.StartsWith(actor.UnitPath, StringComparison.Ordinal));

    internal static bool Works(Actor actor) => actor.Roles.Any(r => r != Role.Administrator);

    /// <summary>The unit for which the actor may raise a finding: the one that it names, where that is theirs or below them; else their own.</summary>
    internal static bool MayRaiseFor(Actor actor, ClueOffice office) => Reaches(actor, office.Path);

    /// <summary>The same rule as <see cref="MaySee"/> for lists, as a condition on the table clue.</summary>
    internal static string VisibleSql(string table) =>
        $"EXISTS (SELECT 1 FROM clue_reader o WHERE o.clue = {table}.clue AND {ReachSql("o.office_path")})";

    /// <summary>The actor's reach over one column of paths.</summary>
    internal static string ReachSql(string column) => $"(({column} = @actorOffice AND @actorWorks = 1) OR (@actorIsUpper = 1 AND {column} LIKE @actorBelow))";

    internal static Dictionary<string, object?> SqlParameters(Actor actor) => new(StringComparer.Ordinal)
    {
        ["actor"] = actor.Id,
        ["actorOffice"] = actor.UnitPath,
        ["actorBelow"] = actor.UnitPath + "%",
        ["actorWorks"] = Works(actor) ? 1 : 0,
        ["actorIsUpper"] = actor.Is(Role.UpperLevel) ? 1 : 0,
    };
}
