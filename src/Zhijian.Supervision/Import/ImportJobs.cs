using System.Collections.Concurrent;
using Zhijian.DuckDb;
using Zhijian.Kernel;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>
/// Imports that go on while their sender does something else, one after the other. A service that stops in the middle has imported nothing; the file is
/// still there, and the import is begun again.
/// </summary>
public sealed class ImportJobs(UnitSets sets, PendingImports pending) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Begins; when it goes on already, nothing else is begun. What comes of it is kept with the file.</summary>
    public void Start(Actor actor, PendingImport file, ImportOrder order)
    {
        var job = new Job();
        if (_jobs.TryAdd(file.Id, job))
            _ = Task.Run(() => GoAsync(actor, file, order, job));
    }

    /// <summary>Percent of an import that goes on, 0 to 100; null when none does.</summary>
    public double? ProgressOf(PendingImport file) => _jobs.TryGetValue(file.Id, out var job) ? job.Percent : null;

    /// <summary>Waits until an import is over.</summary>
    public Task WaitAsync(PendingImport file) => _jobs.TryGetValue(file.Id, out var job) ? job.Done.Task : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_jobs.Values.Select(j => j.Done.Task));
        _turn.Dispose();
        _stop.Dispose();
    }

    private async Task GoAsync(Actor actor, PendingImport file, ImportOrder order, Job job)
    {
        var waited = false;
        try
        {
            await _turn.WaitAsync(_stop.Token);
            waited = true;
            var (report, refusal) = await sets.ImportAsync(actor, order, job, _stop.Token);
            if (refusal is null)
                await pending.DoneAsync(file, new PendingResult(order.Adds, report!.Rows, report.Left, report.ErrorFile), CancellationToken.None);
            else
                await pending.FailedAsync(file, refusal.Says);
        }
        catch (OperationCanceledException)
        {
            // the service stops; the file waits for it
        }
        catch (Exception e) // whatever it was: who looks at the page must read of it
        {
            await pending.FailedAsync(file, e switch
            {
                SourceUnreadableException unreadable => unreadable.Why,
                DuckException => new Text($"DuckDB：{e.Message}", $"DuckDB: {e.Message}"),
                _ => new Text($"没有导入：{e.Message}", $"nothing was imported: {e.Message}"),
            });
        }
        finally
        {
            if (waited)
                _turn.Release();
            _jobs.TryRemove(file.Id, out _);
            job.Done.SetResult();
        }
    }

    private sealed class Job : IProgress<double>
    {
        public double Percent { get; private set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Report(double value) => Percent = Math.Clamp(value, 0, 100);
    }
}
