using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Offices;

/// <summary>The four levels of procuratorates (四级检察院).</summary>
public enum UnitLevel
{
    Supreme,
    Province,
    City,
    District,
}

/// <summary>A procuratorate (检察院). <paramref name="Short"/>: the letters that begin the ids of its matters; its code where it has none.</summary>
/// <param name="Path">Codes from the top down, each closed by a slash; below it lie the units below.</param>
public sealed record Unit(string Code, string Name, string? NameEn, UnitLevel Level, string? Parent, string Short, string Path)
{
    /// <summary>The IP office of the unit and the department that carries it; null where none is known.</summary>
    public Department? Department { get; init; }
}

public sealed record Department(string Name, string NameEn, string Host);

public sealed record SamplePerson(string Id, string Name, string NameEn, string Unit, IReadOnlyList<Role> Roles);

/// <summary>The tree of procuratorates (data/offices/units.csv, derived from division codes) with the sample office below it.</summary>
public sealed class UnitTree
{
    private readonly Dictionary<string, Unit> _units;
    private readonly ILookup<string?, Unit> _below;

    private UnitTree(Dictionary<string, Unit> units, IReadOnlyList<SamplePerson> people)
    {
        (_units, SamplePeople) = (units, people);
        _below = units.Values.ToLookup(u => u.Parent);
    }

    public IReadOnlyCollection<Unit> All => _units.Values;

    /// <summary>Invented people of the sample office; they get accounts only when the sample office is loaded.</summary>
    public IReadOnlyList<SamplePerson> SamplePeople { get; }

    public Unit? Find(string code) => _units.GetValueOrDefault(code);

    public IEnumerable<Unit> Below(string? code) => _below[code];

    /// <exception cref="DataFileException">A file is wrong; the message names file and line.</exception>
    public static UnitTree Load(string data)
    {
        var folder = Path.Combine(data, "offices");
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        var line = 1;
        foreach (var row in Vocabulary.Rows(folder, "units.csv"))
        {
            line++;
            var level = Words.Parse<UnitLevel>(row("level")) ?? throw new DataFileException("data/offices/units.csv", line, $"“{row("level")}” is no level");
            Add(units, new Unit(row("code"), row("name"), null, level, row("parent") is "" ? null : row("parent"), row("code"), ""), says => new DataFileException("data/offices/units.csv", line, says));
        }
        var sample = DataNode.Load(data, Path.Combine(folder, "sample.yaml"));
        foreach (var node in sample.Items("units"))
        {
            Add(units, new Unit(node.String("code"), node.String("name"), node.String("name_en"), node.Word<UnitLevel>("level"), node.String("parent"), node.String("short"), ""), node.Error);
            node.Done();
        }
        foreach (var node in sample.Items("departments"))
        {
            var code = node.String("unit");
            units[code] = (units.GetValueOrDefault(code) ?? throw node.Error($"no unit {code}")) with { Department = new Department(node.String("name"), node.String("name_en"), node.String("host")) };
            node.Done();
        }
        var people = sample.Items("people").Select(node => ReadPerson(node, units)).ToList();
        sample.Done();
        return new UnitTree(units, people);
    }

    private static void Add(Dictionary<string, Unit> units, Unit unit, Func<string, DataFileException> error)
    {
        var parent = "";
        if (unit.Parent is not null)
            parent = (units.GetValueOrDefault(unit.Parent) ?? throw error($"the parent {unit.Parent} of {unit.Code} does not stand above it")).Path;
        if (!units.TryAdd(unit.Code, unit with { Path = $"{parent}{unit.Code}/" }))
            throw error($"{unit.Code} stands twice");
    }

    private static SamplePerson ReadPerson(DataNode node, Dictionary<string, Unit> units)
    {
        var person = new SamplePerson(node.String("id"), node.String("name"), node.String("name_en"), node.String("unit"), [.. node.Items("roles").Select(r => r.Word<Role>())]);
        node.Done();
        return units.ContainsKey(person.Unit) ? person : throw node.Error($"no unit {person.Unit}");
    }
}
