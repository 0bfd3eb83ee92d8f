namespace Zhijian.Supervision.Models;

/// <summary>What one SELECT reads and gives: the tables it names, the columns it yields, and where parameters stand in it.</summary>
/// <param name="Columns">In order, each with a name.</param>
internal sealed record SqlShape(IReadOnlyList<string> Columns, IReadOnlySet<string> Tables, IReadOnlyList<ParameterUse> Parameters, bool UnionAll);

/// <param name="Of">The column whose date decides which value of a dated parameter holds, as written; null for a plain one.</param>
internal sealed record ParameterUse(string Name, string? Of, int Start, int End);

/// <summary>
/// Reads one SELECT of a model by descent and refuses whatever is not known to it: a table that is no input and no step, a column that the
/// model does not declare, a function that is not on the list. What is not understood is refused, not passed on.
/// </summary>
/// <param name="tables">
/// The columns of each table that may be named; null for a table whose columns are not known yet: a step while the steps are being put in order.
/// </param>
/// <param name="self">The step that is read: it may name itself, and its columns are those of the first part of its UNION.</param>
internal sealed partial class SqlReader(SqlBlock block, IReadOnlyDictionary<string, IReadOnlyList<string>?> tables, IReadOnlyDictionary<string, bool> parameters, string? self = null)
{
    private const int DeepestNesting = 40;

    private readonly List<SqlToken> _tokens = SqlTokens.Read(block);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);
    private readonly List<ParameterUse> _uses = [];
    private List<Reference> _references = [];
    private IReadOnlyList<string>? _selfColumns;
    private bool _unionAll;
    private int _at;
    private int _depth;

    private sealed record Reference(string? Table, string Name, int At);

    private sealed record Source(string Name, IReadOnlyList<string>? Columns);

    private SqlToken Now => _tokens[_at];

    private SqlToken Next => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    public SqlShape Read()
    {
        if (!Now.Is("select"))
            throw Error(Now.Is("with") ? "no WITH: a step of its own does what WITH would do" : "it begins with SELECT");
        var columns = Query();
        if (Now.Kind != SqlKind.End)
            throw Unexpected();
        if (_references.Count > 0)
            throw Unknown(_references[0]);
        return new SqlShape(columns, _tables, _uses, _unionAll);
    }

    private IReadOnlyList<string> Query()
    {
        if (++_depth > DeepestNesting)
            throw Error("nested too deep");
        var columns = Select();
        while (Now.Is("union") || Now.Is("intersect") || Now.Is("except"))
        {
            if (_depth == 1)
                _selfColumns ??= columns;
            Take();
            if (TryTake("all"))
                _unionAll = true;
            if (Select(named: false) is var more && more.Count != columns.Count)
                throw Error($"the parts of a UNION have as many columns: {columns.Count} above, {more.Count} here");
        }
        if (TryTake("order"))
        {
            Expect("by");
            var outer = Swap();
            OrderList();
            outer.AddRange(Swap(outer).Where(r => r.Table is not null || !columns.Contains(r.Name)));
        }
        if (TryTake("limit"))
            Limit();
        _depth--;
        return columns;
    }

    private void Limit()
    {
        if (Now.Kind is SqlKind.Parameter)
            Parameter();
        else if (Now.Kind is SqlKind.Number)
            Take();
        else
            throw Error("LIMIT takes a number or a parameter");
    }

    /// <param name="named">The columns of a later part of a UNION take the names of the first.</param>
    private List<string> Select(bool named = true)
    {
        Expect("select");
        TryTake("distinct");
        var outer = Swap();
        var columns = new List<string>();
        do
            columns.Add(Item(named) ?? $"{columns.Count + 1}");
        while (TryTake(","));
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Error($"two columns are named “{twice.Key}”");
        Expect("from");
        var sources = new List<Source> { From() };
        while (Join())
        {
            sources.Add(From());
            if (TryTake("on"))
                Expression();
        }
        if (Now.Is(","))
            throw Error("tables are joined with JOIN … ON, not with a comma");
        if (sources.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw Error($"two tables are named “{same.Key}” here: give one another name");
        if (TryTake("where"))
            Expression();
        if (TryTake("group"))
        {
            Expect("by");
            List();
        }
        if (TryTake("having"))
            Expression();
        // what this SELECT does not know may be a column of the SELECT around it
        outer.AddRange(Swap(outer).Where(r => !Resolves(r, sources)));
        return columns;
    }

    private string? Item(bool named)
    {
        var start = _at;
        Expression();
        if (TryTake("as"))
            return Name("a column");
        var last = _tokens[_at - 1];
        return last.Kind == SqlKind.Word && (_at - start == 1 || _at - start == 3 && _tokens[_at - 2].Is(".")) && !SqlWords.IsKeyword(last.Word)
            ? named ? last.Word : null
            : !named ? null : throw Error("a column that is computed gets a name: … AS name");
    }

    private Source From()
    {
        if (TryTake("("))
        {
            var outer = Swap();
            var columns = Query();
            if (Swap(outer) is { Count: > 0 } left)
                throw Unknown(left[0]);
            Expect(")");
            TryTake("as");
            return new Source(Name("a table in brackets"), columns);
        }
        var at = Now.Start;
        var name = Now.Kind == SqlKind.Word && !SqlWords.IsKeyword(Now.Word) ? Take().Word : throw Error("after FROM and JOIN stands an input, a step or a SELECT in brackets");
        if (Now.Is("("))
            throw block.Error(at, $"“{name}(…)”: a function is no table");
        if (!tables.TryGetValue(name, out var known))
            throw block.Error(at, $"“{name}” is neither an input nor a step of this model");
        if (name == self)
            known = _selfColumns ?? throw block.Error(at, $"the step “{name}” names itself before the UNION with which it begins");
        _tables.Add(name);
        return new Source(TryTake("as") || Now.Kind == SqlKind.Word && !SqlWords.IsKeyword(Now.Word) && !SqlWords.Never.Contains(Now.Word) ? Name("a table") : name, known);
    }

    private bool Join()
    {
        if (TryTake("left") || TryTake("full"))
        {
            if (Now.Is("outer"))
                Take();
        }
        else if (!TryTake("inner") && !TryTake("cross") && !Now.Is("join"))
            return false;
        Expect("join");
        return true;
    }

    private void OrderList()
    {
        do
        {
            Expression();
            var falls = !TryTake("asc") && TryTake("desc");
            if (TryTake("nulls") ? Now is not { Word: "first" or "last" } : falls)
                throw Error(falls ? "DESC is followed by NULLS FIRST or NULLS LAST: DuckDB and PostgreSQL do not agree where unknown values stand" : "NULLS FIRST or NULLS LAST");
            if (Now is { Kind: SqlKind.Word, Word: "first" or "last" })
                Take();
        }
        while (TryTake(","));
    }

    private void List()
    {
        do
            Expression();
        while (TryTake(","));
    }

    private bool Resolves(Reference r, List<Source> sources)
    {
        var found = sources.Where(s => (r.Table is null || s.Name == r.Table) && (s.Columns is null || s.Columns.Contains(r.Name))).ToList();
        if (r.Table is null && found.Count(s => s.Columns is not null) > 1)
            throw block.Error(r.At, $"“{r.Name}” is a column of {string.Join(" and ", found.Select(s => s.Name))}: say of which");
        if (found.Count == 0 && r.Table is not null && sources.FirstOrDefault(s => s.Name == r.Table) is { } table)
            throw block.Error(r.At, $"“{r.Name}” is no column of “{table.Name}” that this model declares: {string.Join(", ", table.Columns!)}");
        return found.Count > 0;
    }

    private string Name(string of)
    {
        if (Now.Kind != SqlKind.Word || !SqlWords.IsName(Now.Word) || block.Sql[Now.Start..Now.End] != Now.Word)
            throw Error($"{of} is named with small letters, digits and underscores, and not by a word of SQL");
        return Take().Word;
    }

    private List<Reference> Swap(List<Reference>? back = null)
    {
        var was = _references;
        _references = back ?? [];
        return was;
    }

    private static bool EndsAnOperand(SqlToken t) =>
        t.Kind is SqlKind.Number or SqlKind.Text or SqlKind.Parameter || t.Is(")") || t.Kind == SqlKind.Word && (!SqlWords.IsKeyword(t.Word) || t.Word is "end" or "null");

    private SqlToken Take() => _tokens[Now.Kind == SqlKind.End ? _at : _at++];

    private bool TryTake(string word)
    {
        if (!Now.Is(word))
            return false;
        _at++;
        return true;
    }

    private void Expect(string word)
    {
        if (!TryTake(word))
            throw Now.Kind == SqlKind.Word && SqlWords.Never.Contains(Now.Word) ? Unexpected() : Error($"expected “{word.ToUpperInvariant()}” here");
    }

    private Law.DataFileException Error(string says) => block.Error(Now.Start, says);

    private Law.DataFileException Unexpected() => Now.Kind == SqlKind.End ? Error("the statement ends too early")
        : Error($"“{block.Sql[Now.Start..Now.End]}” is not used here" + (SqlWords.Never.Contains(Now.Word) ? ": a model reads, with SELECT alone" : ""));

    private Law.DataFileException Unknown(Reference r) => r.Table is null
        ? block.Error(r.At, $"“{r.Name}” is no column of the tables named here")
        : block.Error(r.At, $"“{r.Table}” is no table named here");
}
