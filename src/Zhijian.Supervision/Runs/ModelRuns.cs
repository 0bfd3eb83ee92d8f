using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>What a person asks to run.</summary>
/// <param name="Parameters">Those that differ from the default, as people write them.</param>
/// <param name="Raise">How many of the findings, by falling score, become clues; the others stay in the list of the run.</param>
public sealed record RunOrder(string Model, IReadOnlyDictionary<string, string> Parameters, string Engine = "duckdb", int Raise = ModelRuns.RaisedUnlessSaid);

/// <summary>Turns findings into clues, and says how many of them did something.</summary>
public delegate Task<int> RaiseFindings(string run, IReadOnlyList<Finding> findings, Actor actor);

/// <summary>
/// Runs of models over the data of one's own unit: one after the other, in the background, each with its record. What a run finds is a list of hints;
/// nothing is filed by it.
/// </summary>
public sealed class ModelRuns(EventStore store, ModelCatalogue models, RunInputs inputs, IReadOnlyList<IModelEngine> engines, string folder, TimeProvider time) : IAsyncDisposable
{
    public const int RaisedUnlessSaid = 200;
    private static readonly Text Stopped = new("服务停止时运行还没有结束；再运行一次即可", "the service stopped before it had ended; run it again");
    private readonly ConcurrentDictionary<string, Going> _going = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Null: findings stay in their list.</summary>
    public RaiseFindings? Raise { get; init; }

    public ModelCatalogue Models => models;

    public IEnumerable<string> Engines => engines.Select(e => e.Name);

    private DateOnly Today => time.Today();

    /// <summary>Records the order and queues the run.</summary>
    /// <returns>The id of the run, or the refusal.</returns>
    public async Task<(string? Run, Refusal? Refusal)> StartAsync(Actor actor, RunOrder order, bool scheduled = false, CancellationToken ct = default)
    {
        if (Refuses(actor, order.Model, order.Parameters) is { } no)
            return (null, no);
        var model = models.Find(order.Model)!;
        if (engines.FirstOrDefault(e => e.Name == order.Engine) is not { } engine)
            return (null, new UnknownEngine(order.Engine, string.Join(", ", Engines)) { Field = "engine" });
        var (read, missing) = await inputs.ForAsync(actor, model, ct);
        if (missing is not null)
            return (null, missing);
        var run = $"{actor.UnitShort}-{Today:yyyyMMdd}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}";
        var started = new RunStarted(actor.Unit, model.Id, model.Version, models.HashOf(model), engine.Name, Today, order.Parameters, RunInputs.Record(read), scheduled);
        await AppendAsync(run, 0, started, actor);
        Queue(new Going(run, actor, model, engine, started, read, order.Raise));
        return (run, null);
    }

    /// <summary>Stops a run of one's unit; what it had found is dropped.</summary>
    public async Task<Refusal?> CancelAsync(Actor actor, string run)
    {
        if (!UnitSets.MayImport(actor))
            return new NotForThisRole();
        if (!_going.TryGetValue(run, out var going) || going.Actor.Unit != actor.Unit)
            return new RunIsOver(run);
        going.CancelledBy = actor;
        await going.Cancel.CancelAsync();
        return null;
    }

    /// <summary>Percent of a run that goes on, 0 to 100; null where that cannot be told, or it waits for its turn, or is over.</summary>
    public double? ProgressOf(string run) => _going.TryGetValue(run, out var going) ? going.Percent : null;

    /// <summary>Waits until a run is over.</summary>
    public async Task WaitAsync(string run, CancellationToken ct = default)
    {
        if (_going.TryGetValue(run, out var going))
            await going.Done.Task.WaitAsync(ct);
    }

    /// <summary>The runs of the unit, newest first; of one model where it is named.</summary>
    public async Task<IReadOnlyList<RunRow>> ListAsync(Actor actor, string? model, int take, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<RunRow>(new CommandDefinition(
            $"SELECT {RunRow.Columns} FROM model_run WHERE unit = @Unit{(model is null ? "" : " AND model = @model")} ORDER BY started_at DESC, run LIMIT @take",
            new { actor.Unit, model, take }, cancellationToken: ct))).AsList();
    }

    /// <summary>The newest run of each model in the unit, by model.</summary>
    public async Task<IReadOnlyDictionary<string, RunRow>> NewestAsync(Actor actor, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<RunRow>(new CommandDefinition(
            $"SELECT {RunRow.Columns} FROM model_run r WHERE unit = @Unit AND run = (SELECT n.run FROM model_run n WHERE n.unit = r.unit AND n.model = r.model ORDER BY n.started_at DESC, n.run LIMIT 1)",
            new { actor.Unit }, cancellationToken: ct));
        return rows.ToDictionary(r => r.Model, StringComparer.Ordinal);
    }

    /// <summary>What the newest runs of the unit read from its own matters, by set: to count them anew, all matters would have to be read.</summary>
    public async Task<IReadOnlyDictionary<string, OwnRead>> OwnReadAsync(Actor actor, CancellationToken ct = default)
    {
        var read = new Dictionary<string, OwnRead>(StringComparer.Ordinal);
        foreach (var row in (await NewestAsync(actor, ct)).Values.OrderBy(r => r.StartedAt, StringComparer.Ordinal))
            foreach (var own in (await StartOfAsync(row.Run, ct)).Inputs.Where(i => i.Origin == InputOrigin.Own))
                read[own.Set] = new OwnRead(own.Rows, row.StartedAt);
        return read;
    }

    /// <summary>A run of the unit with the record of how it was started; null when for the actor there is none.</summary>
    public async Task<(RunRow Row, RunStarted Started)?> FindAsync(Actor actor, string run, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var row = await connection.QuerySingleOrDefaultAsync<RunRow>(new CommandDefinition(
            $"SELECT {RunRow.Columns} FROM model_run WHERE run = @run AND unit = @Unit", new { run, actor.Unit }, cancellationToken: ct));
        return row is null ? null : (row, await StartOfAsync(run, ct));
    }

    private async Task<RunStarted> StartOfAsync(string run, CancellationToken ct) => (RunStarted)SupervisionEvents.Types.Read((await store.LoadAsync(RunStarted.Stream(run), ct))[0]);

    /// <summary>What the run found.</summary>
    public RunFile FileOf(string run) => new(PathOf(run));

    /// <summary>Does a finished run again from its record and compares.</summary>
    /// <returns>Whether the same came out; or why it cannot be done again.</returns>
    public async Task<(bool? Same, Refusal? Refusal)> RepeatAsync(RunRow row, RunStarted started, CancellationToken ct)
    {
        if (row.State != RunRow.Finished || engines.FirstOrDefault(e => e.Name == started.Engine) is not { } engine)
            return (null, new RunCannotBeRepeated(new Text("只能复核已完成、引擎仍在的运行", "only a finished run whose engine is there can be done again")));
        if (models.Find(started.Model) is not { } model || models.HashOf(model) != started.ModelHash)
            return (null, new ModelHasChanged(started.Model));
        var draft = $"{PathOf(row.Run)}.again";
        try
        {
            var (read, changed) = await inputs.AgainAsync(started, ct);
            if (changed is not null)
                return (null, changed);
            return ((await RunAsync(model, engine, started, read!, draft, null, ct)).Hash == row.Hash, null);
        }
        catch (Exception e) when (e is SnapshotDamagedException or ModelFailedException)
        {
            return (null, new RunCannotBeRepeated(WhyOf(e)));
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Runs that were going on when the service stopped are over.</summary>
    public async Task EndLeftOverAsync(CancellationToken ct = default)
    {
        List<(string Run, string Unit, string Person)> left;
        await using (var connection = await store.Database.OpenAsync(ct))
            left = [.. await connection.QueryAsync<(string, string, string)>(new CommandDefinition($"SELECT run, unit, person FROM model_run WHERE state = '{RunRow.Running}'", cancellationToken: ct))];
        foreach (var (run, unit, person) in left.Where(l => !_going.ContainsKey(l.Run)))
            await AppendAsync(run, 1, new RunFailed(Stopped), person, unit);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var going in _going.Values)
            await going.Cancel.CancelAsync();
        await Task.WhenAll(_going.Values.Select(g => g.Done.Task));
        _turn.Dispose();
    }

    private string PathOf(string run) => Path.Combine(Directory.CreateDirectory(folder).FullName, $"{run}.duckdb");

    /// <summary>What stands against a run whatever the data are: the role, the model, or a parameter.</summary>
    internal Refusal? Refuses(Actor actor, string id, IReadOnlyDictionary<string, string> parameters)
    {
        if (!UnitSets.MayImport(actor))
            return new NotForThisRole();
        if (models.Find(id) is not { } model)
            return new UnknownModel(id) { Field = "model" };
        foreach (var (name, value) in parameters)
            if (model.Parameter(name) is not { } parameter)
                return new UnknownParameter(name, model.Id) { Field = name };
            else if (parameter.Problem(value) is { } problem)
                return new BadParameter(problem) { Field = name };
        return null;
    }

    private void Queue(Going going)
    {
        _going[going.Run] = going;
        _ = Task.Run(async () =>
        {
            try
            {
                await GoAsync(going);
            }
            finally
            {
                _going.TryRemove(going.Run, out _);
                going.Done.SetResult();
                going.Cancel.Dispose();
            }
        });
    }

    private async Task GoAsync(Going going)
    {
        var waited = false;
        try
        {
            await _turn.WaitAsync(going.Cancel.Token);
            waited = true;
            var clock = Stopwatch.StartNew();
            var found = await RunAsync(going.Model, going.Engine, going.Started, going.Inputs, PathOf(going.Run), new Progress(p => going.Percent = p), going.Cancel.Token);
            var raised = Raise is null ? 0 : await Raise(going.Run, FileOf(going.Run).Findings(going.Model, 0, going.Raise, going.Cancel.Token), going.Actor);
            await AppendAsync(going.Run, 1, new RunFinished(found.Findings, found.Rows, found.Hash, clock.ElapsedMilliseconds, raised), going.Actor);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(going, going.CancelledBy is { } by ? new RunCancelled(by.Id) : new RunFailed(Stopped));
        }
        catch (Exception e) // whatever it was: a run that is over is never shown as going on
        {
            await EndAsync(going, new RunFailed(WhyOf(e)));
        }
        finally
        {
            if (waited)
                _turn.Release();
        }
    }

    private static Text WhyOf(Exception e) => e switch
    {
        ModelFailedException failed => new Text($"引擎拒绝：{failed.Says}", $"the engine refused: {failed.Says}"),
        SnapshotDamagedException => new Text($"数据快照缺失、已清理或者被改动，请重新导入：{e.Message}", e.Message),
        IOException or UnauthorizedAccessException => new Text($"写不出结果：{e.Message}", $"the result could not be written: {e.Message}"),
        _ => new Text($"程序出错：{e.Message}", $"the program failed: {e.Message}"),
    };

    private Task EndAsync(Going going, IEvent how)
    {
        File.Delete(PathOf(going.Run));
        return AppendAsync(going.Run, 1, how, going.CancelledBy ?? going.Actor);
    }

    private static async Task<RunSummary> RunAsync(
        SupervisionModel model, IModelEngine engine, RunStarted started, IReadOnlyDictionary<string, ModelInput> read, string path, IProgress<double>? progress, CancellationToken ct)
    {
        var draft = $"{path}.draft";
        try
        {
            await engine.RunAsync(model, ModelSql.Render(model, started.Parameters, started.Today), read, draft, progress, ct);
            var found = new RunFile(draft).Summary(model, engine.Name, ct);
            File.Move(draft, path, overwrite: true);
            return found;
        }
        finally
        {
            File.Delete(draft);
            File.Delete($"{draft}.wal");
        }
    }

    private Task AppendAsync(string run, long version, IEvent what, Actor actor) => AppendAsync(run, version, what, actor.Id, actor.Unit);

    private Task AppendAsync(string run, long version, IEvent what, string person, string unit) => store.Writer.AppendAsync(
        RunStarted.Stream(run), version, [what], new AppendContext(person, unit, Today, time.GetUtcNow()));

    private sealed class Progress(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }

    private sealed class Going(string run, Actor actor, SupervisionModel model, IModelEngine engine, RunStarted started, IReadOnlyDictionary<string, ModelInput> inputs, int raise)
    {
        public string Run => run;

        public Actor Actor => actor;

        public SupervisionModel Model => model;

        public IModelEngine Engine => engine;

        public RunStarted Started => started;

        public IReadOnlyDictionary<string, ModelInput> Inputs => inputs;

        public int Raise => raise;

        public Actor? CancelledBy { get; set; }

        public CancellationTokenSource Cancel { get; } = new();

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public double? Percent { get; set; }
    }
}
