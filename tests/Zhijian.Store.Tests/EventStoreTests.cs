using System.Net;
using System.Net.Sockets;
using Npgsql;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

public sealed class EventStoreTests
{
    private static async Task<string> RefusedAsync(StoreOptions options)
    {
        var refused = await Should.ThrowAsync<StoreUnavailableException>(() => EventStore.OpenAsync(options, [new Tally()], new ManualClock()));
        refused.Message.ShouldNotContain('\n');
        return refused.Message;
    }

    [Theory, EveryDatabase]
    public async Task What_was_written_is_there_after_a_restart(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        var appended = await store.AppendAsync("T-1", 0, new Noted("a"));
        var key = store.Events.Signer.KeyId;
        await store.ReopenAsync();
        (await store.Events.LoadAsync("T-1")).ShouldBe(appended);
        await store.AppendAsync("T-1", 1, new Noted("b"));
        store.Events.Signer.KeyId.ShouldBe(key);
        (await store.Events.VerifyAsync()).ShouldBe(new LogVerdict(2, (await store.Events.LoadAsync("T-1"))[1].Hash, null, null, 1));
    }

    [Theory, EveryDatabase]
    public async Task Programs_that_start_at_once_share_tables_and_key(Dialect dialect)
    {
        await using var place = await TestPlace.CreateAsync(dialect);
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => EventStore.OpenAsync(place.Options, [new Tally()], new ManualClock()))));
        stores.Select(s => s.Signer.KeyId).Distinct().Count().ShouldBe(1);
        foreach (var store in stores)
            await store.DisposeAsync();
        Directory.GetFiles(Path.Combine(place.Folder, "keys")).Select(Path.GetFileName).ShouldBe(["log.pem"]);
    }

    /// <summary>The tally of a later program, which counts one thing more.</summary>
    private sealed class LaterTally : IProjection
    {
        private readonly Tally _tally = new();

        public IReadOnlyList<string> Tables => _tally.Tables;

        public string CreateSql => _tally.CreateSql.Replace("texts TEXT NOT NULL", "texts TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'noted'", StringComparison.Ordinal);

        public bool Handles(string stream) => _tally.Handles(stream);

        public Task ProjectAsync(System.Data.Common.DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => _tally.ProjectAsync(transaction, stream, events, ct);
    }

    [Theory, EveryDatabase]
    public async Task Read_tables_of_an_older_shape_are_written_again_when_a_later_program_starts(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        await store.AppendAsync("T-1", 0, new Noted("a", 7));
        await store.ExecuteAsync("UPDATE tally SET sum = 8"); // a start with the same shape leaves it as it is
        await store.ReopenAsync();
        (await store.QueryAsync<long>("SELECT sum FROM tally")).ShouldBe([8]);

        await using (var later = await EventStore.OpenAsync(store.Options, [new LaterTally()], store.Clock))
        {
            (await store.QueryAsync<string>("SELECT kind FROM tally")).ShouldBe(["noted"]);
            (await store.QueryAsync<long>("SELECT sum FROM tally")).ShouldBe([7]);
            await later.Writer.AppendAsync("T-1", 1, [new Noted("b", 1)], store.Context());
        }
        (await store.QueryAsync<long>("SELECT sum FROM tally")).ShouldBe([8]);
    }

    [Theory, EveryDatabase]
    public async Task Rebuilding_gives_the_same_tables(Dialect dialect)
    {
        await using var store = await TestStore.OpenAsync(dialect, new Tally());
        for (var i = 0; i < 20; i++)
            await store.Events.Writer.AppendAsync($"{(i % 4 == 0 ? "S" : "T")}-{i % 7}", null, [new Noted($"n{i}", i)], store.Context());
        var before = await store.DumpAsync("tally");
        before.ShouldNotBeEmpty();

        await store.ExecuteAsync("UPDATE tally SET sum = sum + 1");
        await store.ExecuteAsync("INSERT INTO tally (stream, events, sum, texts) VALUES ('T-nowhere', 1, 1, '')");
        var streams = await store.Events.RebuildAsync();

        (await store.DumpAsync("tally")).ShouldBe(before);
        streams.ShouldBe((int)(await store.QueryAsync<long>("SELECT COUNT(DISTINCT stream) FROM event"))[0]);
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_told()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        var file = Path.Combine(place.Folder, "data");
        await File.WriteAllTextAsync(file, "");
        (await RefusedAsync(new StoreOptions(file))).ShouldStartWith($"The data folder {file} cannot be used: ");
        (await RefusedAsync(new StoreOptions(Path.Combine(file, "below")))).ShouldStartWith($"The data folder {Path.Combine(file, "below")} cannot be used: ");
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_told()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess || OperatingSystem.IsWindows(), "the superuser may write everywhere");
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(place.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            (await RefusedAsync(place.Options)).ShouldStartWith($"The database ({Path.Combine(place.Folder, "zhijian.db")}) refuses: ");
        }
        finally
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(place.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(place.Folder, "zhijian.db"), new string('x', 5000));
        (await RefusedAsync(place.Options)).ShouldContain("file is not a database");
    }

    [Fact]
    public async Task A_folder_where_the_database_should_be_is_told()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        Directory.CreateDirectory(Path.Combine(place.Folder, "zhijian.db"));
        (await RefusedAsync(place.Options)).ShouldStartWith($"The database ({Path.Combine(place.Folder, "zhijian.db")}) refuses: ");
    }

    [Fact]
    public async Task A_port_on_which_nobody_listens_is_told()
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        (await RefusedAsync(new StoreOptions(place.Folder, $"Host=127.0.0.1;Port={port};Username=zhijian;Database=zhijian"))).ShouldStartWith($"The database (PostgreSQL) refuses: Failed to connect to 127.0.0.1:{port}");
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told()
    {
        Assert.SkipWhen(TestPlace.Server is null, "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)");
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        var nowhere = new NpgsqlConnectionStringBuilder(TestPlace.Server) { Database = "zj_nowhere" }.ToString();
        (await RefusedAsync(new StoreOptions(place.Folder, nowhere))).ShouldContain("database \"zj_nowhere\" does not exist");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("Host=127.0.0.1;Port=many")]
    [InlineData("Host=127.0.0.1;Port=-1")]
    [InlineData("Host=127.0.0.1;Colour=red")]
    [InlineData("Port=5432")]
    [InlineData("Host=127.0.0.1;=")]
    public async Task A_malformed_connection_string_is_told(string connectionString)
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        (await RefusedAsync(new StoreOptions(place.Folder, connectionString))).ShouldStartWith("The database (PostgreSQL) refuses: ");
    }

    [Theory, EveryDatabase]
    public async Task A_log_without_its_key_is_not_opened(Dialect dialect)
    {
        await using var place = await TestPlace.CreateAsync(dialect);
        var key = Path.Combine(place.Folder, "keys", "log.pem");
        await using (await EventStore.OpenAsync(place.Options, [], new ManualClock()))
        {
        }
        File.Delete(key); // nothing was sealed with it yet
        await using (var store = await EventStore.OpenAsync(place.Options, [], new ManualClock()))
            await store.Writer.AppendAsync("S-1", 0, [new Noted("a")], new AppendContext("u", "MS", new DateOnly(2026, 9, 28), DateTimeOffset.UnixEpoch));

        File.Delete(key);
        (await RefusedAsync(place.Options)).ShouldBe($"The log holds 1 events but its signing key {key} is missing; restore it from the backup.");
        File.Exists(key).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEd6b0CVR8FGyQt8Gvj7Z4mC3sB3ZQ4vE1V0UqUBzUe3uSxTz0xSlFZ0bqv7b8bJ6y8yKZb0cG4c8N6kQ0c0o6Fw==\n-----END PUBLIC KEY-----")]
    public async Task A_key_file_that_holds_no_key_is_told(string pem)
    {
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        Directory.CreateDirectory(Path.Combine(place.Folder, "keys"));
        var key = Path.Combine(place.Folder, "keys", "log.pem");
        await File.WriteAllTextAsync(key, pem);
        (await RefusedAsync(place.Options)).ShouldBe($"The signing key of the log cannot be used: {key} holds no private key");
    }

    [Fact]
    public async Task The_key_is_readable_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "file modes are of Unix");
        await using var store = await TestStore.OpenAsync(Dialect.Sqlite);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(store.Folder, "keys", "log.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
