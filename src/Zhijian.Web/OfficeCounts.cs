using Zhijian.Kernel;
using Zhijian.Offices;

namespace Zhijian.Web;

/// <summary>The tree of units as a page shows it. Pure.</summary>
public static class OfficeCounts
{
    /// <summary>How many units of each level lie below. O(units below).</summary>
    public static IReadOnlyDictionary<UnitLevel, int> Below(UnitTree tree, string code)
    {
        var counts = new Dictionary<UnitLevel, int>();
        void Add(string parent)
        {
            foreach (var unit in tree.Below(parent))
            {
                counts[unit.Level] = counts.GetValueOrDefault(unit.Level) + 1;
                Add(unit.Code);
            }
        }
        Add(code);
        return counts;
    }

    /// <summary>市级院 21，区县院 122; empty where nothing lies below.</summary>
    public static Text Say(IReadOnlyDictionary<UnitLevel, int> counts) => new(
        string.Join('，', counts.OrderBy(c => c.Key).Select(c => $"{Names.Of(c.Key).Zh} {c.Value}")),
        string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Value} {Many(c.Key, c.Value)}")));

    private static string Many(UnitLevel level, int count) => level switch
    {
        UnitLevel.Province => count == 1 ? "province" : "provinces",
        UnitLevel.City => count == 1 ? "city" : "cities",
        _ => count == 1 ? "district" : "districts",
    };

    /// <summary>From the top down to the unit itself.</summary>
    public static IReadOnlyList<Unit> Above(UnitTree tree, Unit unit)
    {
        var line = new List<Unit>();
        for (var at = unit; at is not null; at = at.Parent is null ? null : tree.Find(at.Parent))
            line.Insert(0, at);
        return line;
    }
}
