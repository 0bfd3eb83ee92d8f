using System.Diagnostics;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.DuckDb.Tests;

public sealed class DuckQueryTests : IDisposable
{
    private readonly DuckDatabase? _database = DuckLibrary.IsAvailable ? DuckDatabase.Open() : null;
    private readonly DuckConnection? _connection;

    public DuckQueryTests() => _connection = _database?.Connect();

    private DuckConnection Connection => _connection!;

    public void Dispose()
    {
        _connection?.Dispose();
        _database?.Dispose();
    }

    [DuckFact]
    public void Every_type_comes_back_as_it_went_in()
    {
        using var reader = Connection.Query("SELECT $1, $2, $3, $4, $5, $6", default, "商标", "一个比十二字节长的文本", 9_007_199_254_740_993L, new DateOnly(2026, 2, 28), true, null);
        reader.Read().ShouldBeTrue();
        reader.Text(0).ShouldBe("商标");
        reader.Text(1).ShouldBe("一个比十二字节长的文本");
        reader.Int64(2).ShouldBe(9_007_199_254_740_993L);
        reader.Date(3).ShouldBe(new DateOnly(2026, 2, 28));
        reader.Boolean(4).ShouldBeTrue();
        reader.IsNull(5).ShouldBeTrue();
        reader.Text(5).ShouldBeNull();
        reader.Read().ShouldBeFalse();
    }

    [DuckFact]
    public void Numbers_of_every_width_are_read()
    {
        using var reader = Connection.Query("""
            SELECT -1::TINYINT, 255::UTINYINT, -2::SMALLINT, 65535::USMALLINT, -3::INTEGER, 4294967295::UINTEGER, 18446744073709551615::UBIGINT,
                   -170141183460469231731687303715884105727::HUGEINT, 12.34::DECIMAL(4,2), -12345678901234567.89::DECIMAL(38,2), 0.5::DOUBLE, sum(7::BIGINT)
            """);
        reader.Read().ShouldBeTrue();
        Enumerable.Range(0, 12).Select(reader.Text).ShouldBe(
            ["-1", "255", "-2", "65535", "-3", "4294967295", "18446744073709551615", "-170141183460469231731687303715884105727", "12.34", "-12345678901234567.89", "0.5", "7"]);
        Should.Throw<OverflowException>(() => reader.Int64(7));
        Should.Throw<InvalidCastException>(() => reader.Int64(8));
        Should.Throw<InvalidCastException>(() => reader.Date(0));
        reader.Decimal(9).ShouldBe(-12345678901234567.89m);
    }

    [DuckFact]
    public void Rows_come_in_order_over_many_chunks_with_their_nulls()
    {
        using var reader = Connection.Query("SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE i END, i FROM range(100000) r(i) ORDER BY i");
        for (var i = 0; i < 100_000; i++)
        {
            reader.Read().ShouldBeTrue();
            reader.IsNull(0).ShouldBe(i % 3 == 0, $"row {i}");
            reader.Int64(1).ShouldBe(i);
        }
        reader.Read().ShouldBeFalse();
        reader.Read().ShouldBeFalse();
    }

    [DuckFact]
    public void An_answer_without_rows_has_its_columns()
    {
        using var reader = Connection.Query("SELECT 1 AS a, 'x' AS 案号 WHERE false");
        reader.Columns.Select(c => c.Name).ShouldBe(["a", "案号"]);
        reader.Read().ShouldBeFalse();
    }

    [DuckFact]
    public void An_answer_larger_than_memory_is_read()
    {
        using var small = DuckDatabase.Open(options: new DuckOptions { MemoryLimit = 64 << 20, Threads = 1 });
        using var connection = small.Connect();
        using var reader = connection.Query("SELECT md5(CAST(i AS VARCHAR)) FROM range(5000000) r(i)"); // 160 MB
        var rows = 0;
        while (reader.Read())
            rows++;
        rows.ShouldBe(5_000_000);
    }

    [DuckTheory]
    [InlineData("SELEKT 1", DuckError.Syntax, "SELEKT")]
    [InlineData("SELECT * FROM nowhere", DuckError.Binding, "nowhere")]
    [InlineData("SELECT nothing FROM range(3)", DuckError.Binding, "nothing")]
    [InlineData("SELECT no_such_function(1)", DuckError.Binding, "no_such_function")]
    [InlineData("SELECT CAST('十二' AS BIGINT)", DuckError.Conversion, "十二")]
    [InlineData("SELECT * FROM read_csv('no-such-file.csv')", DuckError.Io, "no-such-file.csv")]
    [InlineData("SELECT CAST(CASE WHEN i = 90000 THEN 'late' ELSE '1' END AS BIGINT) FROM range(100000) r(i)", DuckError.Conversion, "late")]
    public void What_is_wrong_is_a_typed_error_with_its_place(string sql, DuckError kind, string named)
    {
        var error = Should.Throw<DuckException>(() =>
        {
            using var reader = Connection.Query(sql);
            while (reader.Read())
            {
            }
        });
        error.Kind.ShouldBe(kind);
        error.Message.ShouldContain(named);
        Connection.Scalar("SELECT 1").ShouldBe("1");
    }

    [DuckFact]
    public void One_call_is_one_statement()
    {
        Connection.Execute("CREATE TABLE kept (n BIGINT)");
        Should.Throw<DuckException>(() => Connection.Execute("SELECT 1; DROP TABLE kept"));
        Connection.Scalar("SELECT count(*) FROM kept").ShouldBe("0");
    }

    [DuckFact]
    public void Parameters_are_values_and_their_number_is_checked()
    {
        Connection.Scalar("SELECT $1", default, "'; DROP TABLE x; --").ShouldBe("'; DROP TABLE x; --");
        Should.Throw<ArgumentException>(() => Connection.Scalar("SELECT $1, $2", default, 1)).Message.ShouldContain("2 parameters, 1");
        Should.Throw<ArgumentException>(() => Connection.Scalar("SELECT $1", default, 1.5m)).Message.ShouldContain("Decimal");
    }

    [DuckFact]
    public void How_many_rows_were_changed_is_told()
    {
        Connection.Execute("CREATE TABLE t (n BIGINT)");
        Connection.Execute("INSERT INTO t SELECT i FROM range(5000) r(i)").ShouldBe(5000);
        Connection.Execute("DELETE FROM t WHERE n < $1", default, 10).ShouldBe(10);
    }

    [DuckFact]
    public void A_query_that_would_take_half_an_hour_is_cancelled_at_once_and_the_connection_lives_on()
    {
        foreach (var delay in new[] { 1, 30, 200 })
        {
            using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(delay));
            var watch = Stopwatch.StartNew();
            Should.Throw<OperationCanceledException>(() => Connection.Scalar("SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE (a.range * b.range) % 7 = 3", cancel.Token));
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30)); // hours, if it were not heard
            Connection.Scalar("SELECT 1").ShouldBe("1");
        }
    }

    [DuckFact]
    public void Reading_is_cancelled_in_the_middle()
    {
        using var cancel = new CancellationTokenSource();
        using var reader = Connection.Query("SELECT i FROM range(1000000000) r(i)", cancel.Token);
        reader.Read().ShouldBeTrue();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() =>
        {
            while (reader.Read())
            {
            }
        });
    }

    [DuckFact]
    public void A_token_that_was_cancelled_before_runs_nothing()
    {
        Should.Throw<OperationCanceledException>(() => Connection.Execute("CREATE TABLE never (n BIGINT)", new CancellationToken(canceled: true)));
        Should.Throw<DuckException>(() => Connection.Execute("DROP TABLE never"));
    }
}
