using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.DuckDb.Tests;

public sealed class DuckAppenderTests
{
    private const string Table = "CREATE TABLE t (id BIGINT NOT NULL, name VARCHAR, decided_on DATE, transferred BOOLEAN)";

    [DuckFact]
    public void Rows_are_there_after_completion_over_many_chunks()
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        connection.Execute(Table);
        using (var rows = connection.Append("t"))
        {
            for (var i = 0; i < 10_000; i++)
            {
                rows.Add(i);
                rows.Add(i % 5 == 0 ? null : $"某某市市场监督管理局 {i}");
                if (i % 7 == 0)
                    rows.AddNull();
                else
                    rows.Add(new DateOnly(2020, 1, 1).AddDays(i));
                rows.Add(i % 2 == 0);
                rows.EndRow();
            }
            rows.Complete();
        }
        connection.Scalar("SELECT count(*) || ' ' || count(name) || ' ' || count(decided_on) || ' ' || count(*) FILTER (transferred) FROM t").ShouldBe("10000 8000 8571 5000");
        connection.Scalar("SELECT count(*) FROM t WHERE name = '某某市市场监督管理局 ' || id AND (decided_on IS NULL OR decided_on = DATE '2020-01-01' + CAST(id AS INTEGER))").ShouldBe("8000");
    }

    [DuckFact]
    public void Without_completion_an_unfinished_chunk_is_not_there()
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        connection.Execute(Table);
        using (var rows = connection.Append("t"))
            Row(rows, 1);
        connection.Scalar("SELECT count(*) FROM t").ShouldBe("0");
    }

    [DuckFact]
    public void Wrong_values_are_refused_before_they_do_harm()
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        connection.Execute(Table);
        Should.Throw<DuckException>(() => connection.Append("none")).Message.ShouldContain("none");
        using var rows = connection.Append("t");
        Should.Throw<InvalidCastException>(() => rows.Add("text"));
        rows.Add(1);
        Should.Throw<InvalidOperationException>(rows.EndRow);
    }

    [DuckFact]
    public void A_row_that_the_table_refuses_is_an_error()
    {
        using var database = DuckDatabase.Open();
        using var connection = database.Connect();
        connection.Execute(Table);
        using var rows = connection.Append("t");
        rows.AddNull();
        rows.Add("x");
        rows.AddNull();
        rows.AddNull();
        rows.EndRow();
        Should.Throw<DuckException>(rows.Complete).Message.ShouldContain("id");
    }

    private static void Row(DuckAppender rows, long id)
    {
        rows.Add(id);
        rows.Add("x");
        rows.AddNull();
        rows.Add(true);
        rows.EndRow();
    }
}
