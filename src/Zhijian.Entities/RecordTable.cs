namespace Zhijian.Entities;

/// <summary>What a column holds, and so how its values are cleaned, compared and blocked.</summary>
public enum ColumnKind
{
    /// <summary>A person’s name or a part of it.</summary>
    Name,

    /// <summary>The name of a firm: place, core, trade and legal form.</summary>
    Company,

    /// <summary>A day, or what is known of it.</summary>
    Date,

    /// <summary>A number given to one: credit code, citizen id, registration.</summary>
    Id,

    Phone,

    Address,

    /// <summary>One of few words.</summary>
    Category,

    /// <summary>Anything else that is written down: an e-mail address, a title.</summary>
    Text,
}

/// <summary>A column that is compared.</summary>
public sealed record ColumnSpec(string Name, ColumnKind Kind);

/// <summary>Records as numbers: for each row and column the number of its text in the pool of the column, or −1 where it is missing.</summary>
public sealed class RecordTable
{
    private readonly List<int>[] _codes;

    public RecordTable(IReadOnlyList<ColumnSpec> columns)
    {
        Columns = columns;
        Pools = [.. columns.Select(_ => new TextPool())];
        _codes = [.. columns.Select(_ => new List<int>())];
    }

    public IReadOnlyList<ColumnSpec> Columns { get; }

    public IReadOnlyList<TextPool> Pools { get; }

    public TextPool Ids { get; } = new();

    public int Count { get; private set; }

    /// <summary>Where the rows of the second file begin, when two files are linked; 0 when one set is searched for duplicates.</summary>
    public int SecondFrom { get; set; }

    public int Code(int row, int column) => _codes[column][row];

    public string? Value(int row, int column) => _codes[column][row] is >= 0 and var code ? Pools[column][code] : null;

    internal ReadOnlySpan<int> Codes(int column) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_codes[column]);

    /// <summary>The values in the order of the columns; an empty one is missing.</summary>
    /// <exception cref="ArgumentException">The id is taken.</exception>
    public int Add(string id, params ReadOnlySpan<string?> values)
    {
        if (Ids.Add(id) != Count)
            throw new ArgumentException($"the id “{id}” stands twice", nameof(id));
        for (var c = 0; c < _codes.Length; c++)
            _codes[c].Add(string.IsNullOrWhiteSpace(values[c]) ? -1 : Pools[c].Add(values[c]));
        return Count++;
    }

    /// <summary>A value of the next row, in UTF-8: every column is given its own, and then the rows are ended.</summary>
    internal void Put(int column, ReadOnlySpan<byte> value) => _codes[column].Add(value.IsEmpty ? -1 : Pools[column].Add(value));

    internal void EndRows(int rows) => Count += rows;
}
