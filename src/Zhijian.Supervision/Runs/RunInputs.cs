using System.Security.Cryptography;
using System.Text;
using Zhijian.DuckDb;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Runs;

/// <summary>What the matters of the actor's unit say of a data set, as far as the actor may know of them; null for a set that matters say nothing of.</summary>
public delegate Task<DataRows?> OwnRows(Actor actor, DataSet set, CancellationToken ct);

/// <summary>How many rows of a set a run read from the matters of its unit, and when it did.</summary>
public sealed record OwnRead(long Rows, string At);

/// <summary>Finds what a run reads: the newest import of the unit, what its own matters say, and the figures of the law.</summary>
public sealed class RunInputs(UnitSets sets, SetSnapshots snapshots, LawBook law, PairComparison comparison)
{
    /// <summary>Null: nothing is read from matters.</summary>
    public OwnRows? Own { get; init; }

    /// <returns>An input for every set of the model, or which sets are missing.</returns>
    public async Task<(IReadOnlyDictionary<string, ModelInput> Inputs, Refusal? Missing)> ForAsync(Actor actor, SupervisionModel model, CancellationToken ct)
    {
        var newest = await sets.NewestAsync(actor, ct);
        var figures = LawSets.All(law);
        var found = new Dictionary<string, ModelInput>(StringComparer.Ordinal);
        var missing = new List<Text>();
        foreach (var set in model.Inputs.Keys.Select(id => sets.Catalogue.Find(id)!).Where(s => !s.FromNames))
        {
            if (set.FromLaw)
            {
                found[set.Id] = new ModelInput(set, [], figures[set.Id]);
                continue;
            }
            var kept = new List<SetSnapshot>();
            if (newest.TryGetValue(set.Id, out var import))
                kept.Add(import.Kept);
            if ((set.FromMatters == FromMatters.Enough || (set.FromMatters == FromMatters.Added && import is not null)) && Own is not null && await Own(actor, set, ct) is { } own)
                kept.Add(await KeepAsync(set, own, ct)); // kept, so that the run can be done again
            if (kept.Count == 0)
                missing.Add(set.Title);
            found[set.Id] = new ModelInput(set, kept, null) { Imported = import is not null };
        }
        if (missing.Count > 0)
            return (found, new SetsMissing(missing) { Field = "model" });
        foreach (var set in model.Inputs.Keys.Select(id => sets.Catalogue.Find(id)!).Where(s => s.FromNames))
            found[set.Id] = new ModelInput(set, [await KeepAsync(set, await Task.Run(() => new SameWritings(comparison).Of(Names(found.Values, ct)), ct), ct)], null);
        return (found, null);
    }

    /// <summary>Everybody whom the inputs name, once.</summary>
    private IEnumerable<SameWritings.Writing> Names(IEnumerable<ModelInput> inputs, CancellationToken ct)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (input, snapshot) in inputs.SelectMany(i => i.Snapshots.Select(s => (i, s))))
            if (input.Set.Party is { } party && snapshots.Find(input.Set.Id, snapshot.Hash) is { } file)
            {
                using var database = DuckDatabase.Open(file, new DuckOptions { ReadOnly = true });
                using var connection = database.Connect();
                using var reader = connection.Query($"SELECT coalesce({party.Code}, {party.Name}), min({party.Name}), min({party.Code}) FROM {SetSnapshots.Table} WHERE {party.Name} IS NOT NULL GROUP BY 1", ct);
                while (reader.Read())
                    if (seen.Add(reader.Text(0)!))
                        yield return new SameWritings.Writing(reader.Text(0)!, reader.Text(1)!, reader.Text(2));
            }
    }

    /// <summary>The inputs of a run that was, from its record.</summary>
    /// <exception cref="SnapshotDamagedException">A snapshot is gone or was changed.</exception>
    public async Task<(IReadOnlyDictionary<string, ModelInput>? Inputs, Refusal? Changed)> AgainAsync(RunStarted started, CancellationToken ct)
    {
        var figures = LawSets.All(law);
        var found = new Dictionary<string, ModelInput>(StringComparer.Ordinal);
        foreach (var of in started.Inputs.GroupBy(i => i.Set, StringComparer.Ordinal))
        {
            var set = sets.Catalogue.Find(of.Key)!;
            if (of.First() is { Origin: InputOrigin.Law } figure)
            {
                if (HashOf(figures[set.Id]) != figure.Hash)
                    return (null, new LawHasChanged(set.Id));
                found[set.Id] = new ModelInput(set, [], figures[set.Id]);
                continue;
            }
            var kept = of.Select(i => new SetSnapshot(set.Id, i.Hash, i.Rows, 0)).ToList();
            foreach (var snapshot in kept)
                await snapshots.VerifyAsync(snapshot, ct);
            found[set.Id] = new ModelInput(set, kept, null);
        }
        return (found, null);
    }

    public static IReadOnlyList<RunInput> Record(IReadOnlyDictionary<string, ModelInput> inputs) =>
    [
        .. from input in inputs.OrderBy(i => i.Key, StringComparer.Ordinal)
           from of in input.Value.Rows is { } rows
               ? [new RunInput(input.Key, InputOrigin.Law, HashOf(rows), rows.Rows.Count)]
               : input.Value.Snapshots.Select((s, i) => new RunInput(input.Key, input.Value.Imported && i == 0 ? InputOrigin.Imported : input.Value.Set.FromNames ? InputOrigin.Names : InputOrigin.Own, s.Hash, s.Rows))
           select of,
    ];

    private static string HashOf(DataRows rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\u001e', rows.Rows.Prepend([.. rows.Columns]).Select(r => string.Join('\u001f', r.Select(v => v ?? "\u0000")))))));

    private async Task<SetSnapshot> KeepAsync(DataSet set, DataRows rows, CancellationToken ct)
    {
        var draft = snapshots.Draft(set.Id);
        using (var database = DuckDatabase.Open(draft))
        using (var connection = database.Connect())
        {
            connection.Execute($"CREATE TABLE {SetSnapshots.Table} ({SetSnapshots.Definition(set)})");
            DuckEngine.Fill(connection, SetSnapshots.Table, set, rows);
        }
        return await snapshots.KeepAsync(set.Id, draft, rows.Rows.Count, ct);
    }
}
