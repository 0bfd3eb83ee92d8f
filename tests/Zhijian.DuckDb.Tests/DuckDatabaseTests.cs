using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.DuckDb.Tests;

public sealed class DuckDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("duck").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DuckFact]
    public void The_library_is_the_one_of_the_lock_file() => DuckLibrary.Version.ShouldBe("v1.5.6");

    [DuckFact]
    public void What_a_file_holds_is_there_when_it_is_opened_again_and_not_to_be_changed_when_read_only()
    {
        var file = Path.Combine(_folder, "a.duckdb");
        using (var database = DuckDatabase.Open(file))
        using (var connection = database.Connect())
            connection.Execute("CREATE TABLE t AS SELECT 7 AS n");
        using var again = DuckDatabase.Open(file, new DuckOptions { ReadOnly = true });
        using var reading = again.Connect();
        reading.Scalar("SELECT n FROM t").ShouldBe("7");
        Should.Throw<DuckException>(() => reading.Execute("DELETE FROM t"));
    }

    [DuckFact]
    public void A_file_that_is_no_database_is_said_so()
    {
        var file = Path.Combine(_folder, "b.duckdb");
        File.WriteAllText(file, string.Concat(Enumerable.Repeat("not a database ", 1000)));
        Should.Throw<DuckException>(() => DuckDatabase.Open(file)).Message.ShouldContain("b.duckdb");
    }

    [DuckFact]
    public void A_folder_that_does_not_exist_is_said_so() =>
        Should.Throw<DuckException>(() => DuckDatabase.Open(Path.Combine(_folder, "none", "c.duckdb"))).Kind.ShouldBe(DuckError.Io);

    [DuckFact]
    public void Memory_that_is_used_up_is_an_error_and_the_connection_lives_on()
    {
        using var database = DuckDatabase.Open(options: new DuckOptions { MemoryLimit = 64 << 20, Threads = 1 });
        using var connection = database.Connect();
        Should.Throw<DuckException>(() => connection.Execute("CREATE TABLE t AS SELECT i, md5(CAST(i AS VARCHAR)) AS m FROM range(20000000) r(i)")).Kind.ShouldBe(DuckError.OutOfMemory);
        connection.Scalar("SELECT 1").ShouldBe("1");
    }

    [DuckFact]
    public void The_number_of_threads_is_what_was_asked_for()
    {
        using var database = DuckDatabase.Open(options: new DuckOptions { Threads = 1 });
        using var connection = database.Connect();
        connection.Scalar("SELECT current_setting('threads')").ShouldBe("1");
    }

    [DuckFact]
    public void Progress_may_be_asked_while_the_connection_is_closed()
    {
        using var database = DuckDatabase.Open();
        for (var round = 0; round < 200; round++)
        {
            var connection = database.Connect();
            using var asking = new ManualResetEventSlim();
            var asker = Task.Run(() =>
            {
                for (var asked = 0; asked < 1000; asked++)
                {
                    _ = connection.Progress;
                    asking.Set();
                }
            }, TestContext.Current.CancellationToken);
            asking.Wait(TestContext.Current.CancellationToken);
            connection.Dispose();
            asker.GetAwaiter().GetResult(); // nothing was thrown
            connection.Progress.ShouldBeNull();
        }
    }

    [DuckFact]
    public void A_connection_outlives_the_database_object()
    {
        var database = DuckDatabase.Open();
        using var connection = database.Connect();
        database.Dispose();
        connection.Scalar("SELECT 1").ShouldBe("1");
        Should.Throw<ObjectDisposedException>(database.Connect);
    }
}
