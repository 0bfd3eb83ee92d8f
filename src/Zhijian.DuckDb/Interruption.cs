namespace Zhijian.DuckDb;

/// <summary>
/// Interrupts the query of a connection when its token is cancelled. An interrupt that comes before the query has begun is forgotten by DuckDB, so it
/// is said again until this is disposed; after that, never: the next query of the connection is another one.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(20);
    private readonly Lock _gate = new();
    private readonly ConnectionHandle _connection;
    private readonly CancellationTokenRegistration _registration;
    private bool _over;

    public Interruption(ConnectionHandle connection, CancellationToken ct)
    {
        _connection = connection;
        _registration = ct.Register(() => _ = SayAsync());
    }

    public void Dispose()
    {
        lock (_gate)
            _over = true;
        _registration.Dispose();
    }

    private async Task SayAsync()
    {
        while (Say())
            await Task.Delay(Again, CancellationToken.None).ConfigureAwait(false);
    }

    private bool Say()
    {
        lock (_gate)
        {
            if (!_over)
                Native.Interrupt(_connection.DangerousGetHandle()); // open: the query that this belongs to runs
            return !_over;
        }
    }
}
