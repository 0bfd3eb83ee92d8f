using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;
using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Store.Tests;

/// <summary>The connection breaks while a commit is under way, so that the program cannot know whether it took place.</summary>
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_whose_answer_is_lost_is_looked_up_and_not_repeated(bool reachesTheServer)
    {
        Assert.SkipWhen(TestPlace.Server is null, "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)");
        await using var place = await TestPlace.CreateAsync(Dialect.Postgres);
        await using var line = new BreakableLine(new NpgsqlConnectionStringBuilder(place.Options.Postgres));
        await using var store = await EventStore.OpenAsync(place.Options with { Postgres = line.ConnectionString }, [], new ManualClock());
        var context = new AppendContext("u-lin", "MS", new DateOnly(2026, 9, 28), DateTimeOffset.UnixEpoch);
        var runs = 0;
        Task<IReadOnlyList<StoredEvent>> UnitAsync(string text) => store.Writer.RunAsync(async work =>
        {
            runs++;
            return await work.AppendAsync("S-1", await work.VersionAsync("S-1"), [new Noted(text)], context);
        });
        await UnitAsync("a");

        line.BreakAt("COMMIT\0", reachesTheServer); // with its end: READ COMMITTED begins a transaction
        var outcome = await Record.ExceptionAsync(() => UnitAsync("b"));

        // committed and acknowledged, or neither
        line.HasBroken.ShouldBeTrue();
        runs.ShouldBe(2);
        (outcome is null).ShouldBe(reachesTheServer, outcome?.ToString());
        (await store.LoadAsync("S-1")).Count.ShouldBe(reachesTheServer ? 2 : 1);
        await UnitAsync("c");
        (await store.VerifyAsync()).Why.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plain_append_whose_answer_is_lost_is_looked_up_and_not_repeated(bool reachesTheServer)
    {
        Assert.SkipWhen(TestPlace.Server is null, "PostgreSQL is not available (ZHIJIAN_TEST_POSTGRES)");
        await using var place = await TestPlace.CreateAsync(Dialect.Postgres);
        await using var line = new BreakableLine(new NpgsqlConnectionStringBuilder(place.Options.Postgres));
        await using var store = await EventStore.OpenAsync(place.Options with { Postgres = line.ConnectionString }, [], new ManualClock());
        var context = new AppendContext("u-lin", "MS", new DateOnly(2026, 9, 28), DateTimeOffset.UnixEpoch);
        await store.Writer.AppendAsync("S-1", 0, [new Noted("a")], context);

        line.BreakAt("the lost one", reachesTheServer);
        var outcome = await Record.ExceptionAsync(() => store.Writer.AppendAsync("S-1", null, [new Noted("the lost one")], context));

        line.HasBroken.ShouldBeTrue();
        (outcome is null).ShouldBe(reachesTheServer, outcome?.ToString());
        (await store.LoadAsync("S-1")).Count.ShouldBe(reachesTheServer ? 2 : 1);
        await store.Writer.AppendAsync("S-1", null, [new Noted("c")], context);
        (await store.VerifyAsync()).Why.ShouldBeNull();
    }

    /// <summary>Passes bytes on to the server and back, until it is told to break.</summary>
    private sealed class BreakableLine : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly NpgsqlConnectionStringBuilder _server;
        private readonly Task _accepting;
        private (byte[] Word, bool Reaches)? _break;

        public BreakableLine(NpgsqlConnectionStringBuilder server)
        {
            _server = server;
            _listener.Start();
            _accepting = AcceptAsync();
        }

        public bool HasBroken { get; private set; }

        public string ConnectionString => new NpgsqlConnectionStringBuilder(_server.ToString())
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
        }.ToString();

        /// <summary>Once, when the word passes on its way to the server: the answer is not passed on, and the word only if it reaches.</summary>
        public void BreakAt(string word, bool reaches) => _break = (Encoding.UTF8.GetBytes(word), reaches);

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                    _ = PassAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // closed
            }
        }

        private async Task PassAsync(TcpClient client)
        {
            using var _ = client;
            using var server = new TcpClient { NoDelay = true };
            client.NoDelay = true;
            try
            {
                await server.ConnectAsync(_server.Host!, _server.Port);
                var (up, down) = (client.GetStream(), server.GetStream());
                var broken = new TaskCompletionSource();
                await Task.WhenAny(UpAsync(up, down, broken), DownAsync(down, up, broken));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // one of the two has gone
            }
        }

        private async Task UpAsync(NetworkStream from, NetworkStream to, TaskCompletionSource broken)
        {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                if (_break is var (word, reaches) && buffer.AsSpan(0, read).IndexOf(word) >= 0)
                {
                    (_break, HasBroken) = (null, true);
                    if (!reaches)
                        return;
                    broken.SetResult();
                    await to.WriteAsync(buffer.AsMemory(0, read));
                    await Task.Delay(Timeout.Infinite); // the other direction ends when the server has answered
                }
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }

        private static async Task DownAsync(NetworkStream from, NetworkStream to, TaskCompletionSource broken)
        {
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                if (broken.Task.IsCompleted)
                    return; // the server has answered, so the commit is on disk
                await to.WriteAsync(buffer.AsMemory(0, read));
            }
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _accepting;
        }
    }
}
