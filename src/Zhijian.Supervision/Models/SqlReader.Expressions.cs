namespace Zhijian.Supervision.Models;

/// <summary>Expressions: which functions, words and columns stand in them.</summary>
internal sealed partial class SqlReader
{
    /// <summary>Everything up to a comma, a closing bracket or the next clause. Whether it is well formed is for the database to say; what it names is checked here.</summary>
    private void Expression()
    {
        var start = _at;
        while (Now.Kind != SqlKind.End && !Now.Is(")") && !Now.Is(",") && !(Now.Kind == SqlKind.Word && (SqlWords.Clauses.Contains(Now.Word) || Now.Is("select"))))
            Operand();
        if (_at == start)
            throw Unexpected();
    }

    private void Operand()
    {
        switch (Now.Kind)
        {
            case SqlKind.Parameter:
                Parameter();
                break;
            case SqlKind.Word:
                Word();
                break;
            case SqlKind.Symbol when Now.Is("("):
                Brackets();
                break;
            case SqlKind.Symbol when Now.Is("*") && !EndsAnOperand(_tokens[Math.Max(_at - 1, 0)]):
                throw Error("every column is named: no “*”");
            case SqlKind.Symbol when Now.Is("."):
                throw Unexpected();
            default:
                Take();
                break;
        }
    }

    private void Brackets()
    {
        if (++_depth > DeepestNesting)
            throw Error("nested too deep");
        Expect("(");
        if (Now.Is("select"))
            Query();
        else
            List();
        Expect(")");
        _depth--;
    }

    private void Word()
    {
        var word = Now;
        if (SqlWords.Never.Contains(word.Word))
            throw Unexpected();
        if (SqlWords.InExpressions.Contains(word.Word))
            Keyword();
        else if (Next.Is("("))
            Function();
        else if (Next.Is("."))
        {
            Take();
            Take();
            if (Now.Kind != SqlKind.Word)
                throw Now.Is("*") ? Error("every column is named: no “*”") : Unexpected();
            _references.Add(new Reference(word.Word, Take().Word, word.Start));
            if (Now.Is("."))
                throw Error("a column is written table.column: no schema, no database");
        }
        else
            _references.Add(new Reference(null, Take().Word, word.Start));
    }

    private void Keyword()
    {
        var word = Take();
        switch (word.Word)
        {
            case "date" or "interval" when Now.Kind != SqlKind.Text:
                throw block.Error(word.Start, $"{word.Word.ToUpperInvariant()} is followed by a text: DATE '2025-04-26'");
            case "interval":
                Take();
                if (!SqlWords.DateParts.Contains(Take().Word))
                    throw Error("an interval is written INTERVAL '24' MONTH");
                break;
            case "distinct":
                if (_tokens[_at - 2] is not { Word: "is" or "not" })
                    throw block.Error(word.Start, "DISTINCT stands after SELECT, in a count, or in IS DISTINCT FROM");
                Expect("from");
                break;
            case "exists" when !Now.Is("("):
                throw Unexpected();
            case "cast":
                Expect("(");
                Expression();
                Expect("as");
                if (Now.Kind != SqlKind.Word || !SqlWords.Types.Contains(Now.Word))
                    throw Error($"“{Now.Word}” is no type that both databases share: {string.Join(", ", SqlWords.Types)}");
                Take();
                Expect(")");
                break;
            case "extract":
                Expect("(");
                if (!SqlWords.DateParts.Contains(Now.Word))
                    throw Error("EXTRACT takes year, month or day");
                Take();
                Expect("from");
                Expression();
                Expect(")");
                break;
        }
    }

    private void Function()
    {
        var name = Take();
        if (!SqlWords.Functions.Contains(name.Word))
            throw block.Error(name.Start, $"the function “{name.Word}” is not allowed; these are: {string.Join(", ", SqlWords.Functions)}");
        Expect("(");
        if (Now.Is("*") && name.Word == "count")
            Take();
        else if (!Now.Is(")"))
        {
            TryTake("distinct");
            List();
        }
        if (TryTake("order"))
        {
            Expect("by");
            OrderList();
        }
        Expect(")");
        if (SqlWords.Aggregates.Contains(name.Word) && TryTake("filter"))
        {
            Expect("(");
            Expect("where");
            Expression();
            Expect(")");
        }
        if (TryTake("over"))
            Window();
        else if (SqlWords.WindowOnly.Contains(name.Word))
            throw block.Error(name.Start, $"“{name.Word}” needs OVER (…)");
    }

    private void Window()
    {
        Expect("(");
        if (TryTake("partition"))
        {
            Expect("by");
            List();
        }
        if (TryTake("order"))
        {
            Expect("by");
            OrderList();
        }
        if (TryTake("rows") || TryTake("range"))
            Frame();
        Expect(")");
    }

    private void Frame()
    {
        if (Now.Is("between"))
            Take();
        while (!Now.Is(")"))
            switch (Now)
            {
                case { Kind: SqlKind.Word, Word: "unbounded" or "preceding" or "following" or "current" or "row" or "and" }:
                case { Kind: SqlKind.Number }:
                    Take();
                    break;
                case { Kind: SqlKind.Word, Word: "interval" }:
                    Keyword();
                    break;
                case { Kind: SqlKind.Parameter }:
                    Parameter();
                    break;
                default:
                    throw Unexpected();
            }
    }

    private void Parameter()
    {
        var token = Take();
        if (!parameters.TryGetValue(token.Word, out var dated))
            throw block.Error(token.Start, $"“:{token.Word}” is no parameter of this model");
        string? of = null;
        if (dated)
        {
            if (!Now.Is("("))
                throw block.Error(token.Start, $"“:{token.Word}” changes with the date: write :{token.Word}(column) with the column whose date decides");
            Take();
            var start = Now.Start;
            var before = _references.Count;
            Expression();
            if (_references.Count != before + 1)
                throw block.Error(start, "one column decides");
            of = block.Sql[start.._tokens[_at - 1].End];
            Expect(")");
        }
        else if (Now.Is("("))
            throw block.Error(token.Start, $"“:{token.Word}” has one value for all dates");
        _uses.Add(new ParameterUse(token.Word, of, token.Start, _tokens[_at - 1].End));
    }
}
