using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>What is known of a person or firm whom papers name.</summary>
public sealed record NamedParty(string Name, bool IsPerson = false, string? Code = null, string? Address = null, string? Phone = null)
{
    /// <summary>Whether so few Chinese characters may be the name of a person, where nothing else tells.</summary>
    /// <param name="most">Three for a person; four are a person or the short form of a firm.</param>
    public static bool MayBePerson(string name, int most = 3) => name.Length >= 2 && name.Length <= most && name.All(Cleaning.IsHan);

    /// <summary>As the reference set has it: name, code, address, phone, person.</summary>
    internal string?[] Values => IsPerson ? [null, Code, Address, Phone, Name] : [Name, Code, Address, Phone, null];
}

/// <summary>
/// Compares two parties without a set of their own: by weights learnt on the hard cases (data/entities/), since what one office knows is too little to learn
/// from. What it gives is a hint with its reasons. Safe from several threads.
/// </summary>
public sealed class PairComparison(string data, Characters characters)
{
    private const int MostKept = 200_000; // values that were compared stay in memory until then

    private static readonly ColumnSpec[] Columns =
        [new("name", ColumnKind.Company), new("code", ColumnKind.Id), new("address", ColumnKind.Address), new("phone", ColumnKind.Phone), new("person", ColumnKind.Name)];

    private readonly Lock _gate = new();
    private readonly Lazy<Cleaning> _cleaning = new(() => new Cleaning(characters, CompanyWords.Load(data)));
    private Linker? _reference;
    private int _compared;

    /// <summary>Bits from which two are likely one.</summary>
    public double Threshold
    {
        get
        {
            lock (_gate)
                return Reference().Threshold;
        }
    }

    /// <summary>Why two are, or are not, likely one: the rows add up to the score.</summary>
    public Explanation Compare(string leftId, NamedParty left, string rightId, NamedParty right)
    {
        lock (_gate)
            return Reference().Compare(leftId, left.Values, rightId, right.Values);
    }

    /// <summary>
    /// By what a name is looked up: two that are likely one have a key in common, but for short forms that leave out characters in the middle. A firm by its core, how that
    /// sounds and how it begins; a person by the name and how it sounds.
    /// </summary>
    public IReadOnlyList<string> Keys(NamedParty party)
    {
        if (_cleaning.Value.Parts(party.IsPerson ? ColumnKind.Name : ColumnKind.Company, party.Name)[0] is not { } core)
            return [];
        var sound = _cleaning.Value.Sound(core, anyOrder: party.IsPerson).Replace(" ", "");
        return party.IsPerson ? [$"p:{core}", $"s:{sound}"] : core.Length > 2 && Cleaning.IsHan(core[0]) ? [$"c:{core}", $"s:{sound}", $"b:{core[..2]}", $"e:{core[^2..]}"] : [$"c:{core}", $"s:{sound}"];
    }

    private Linker Reference()
    {
        if (_reference is null || _compared++ > MostKept)
        {
            var table = new RecordTable(Columns);
            CsvRecords.Read(Path.Combine(data, "entities", "hard-records.csv"), table, "id");
            (_reference, _compared) = (Linker.Run(table, _cleaning.Value), 0);
        }
        return _reference;
    }
}
