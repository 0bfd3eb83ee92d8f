using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Offices;

namespace Zhijian.Web.Docket;

/// <summary>Everything that the workbench shows for one query, read from the lists: one pass for all counts, one for the rows, one for the ledger.</summary>
public sealed class DocketBoard
{
    public const int PageSize = 100;

    /// <summary>Lines of the ledger before it says where the rest is.</summary>
    public const int LedgerSize = 8;

    public required Actor Actor { get; init; }

    public required DocketQuery Query { get; init; }

    /// <summary>The day's work of the actor.</summary>
    public required DocketQuery Mine { get; init; }

    public required IReadOnlyList<DocketLink> Views { get; init; }

    public required IReadOnlyList<DocketState> States { get; init; }

    public required IReadOnlyList<DocketGroup> Groups { get; init; }

    public required IReadOnlyList<WorkRow> Waiting { get; init; }

    /// <summary>By when the first item that ends on a closed day must be done; null where there is none or that day is over.</summary>
    public DateOnly? FinishBy { get; init; }

    public required IReadOnlyDictionary<string, PersonRow> People { get; init; }

    public required IReadOnlyList<(Text Says, DocketQuery Without)> Tags { get; init; }

    /// <summary>The next date of anybody in the actor's reach; only where the list is empty.</summary>
    public WorkRow? Nearest { get; init; }

    private IReadOnlyDictionary<string, (int Items, int Matters)> Counts { get; init; } = new Dictionary<string, (int, int)>(StringComparer.Ordinal);

    public int Total => Count(Query);

    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int Count(DocketQuery query) => Counts[Key(query)].Items;

    public int MattersOf(DocketQuery query) => Counts[Key(query)].Matters;

    private static string Key(DocketQuery query) => (query with { Page = 1, ByMatter = false }).Url();

    public static async Task<DocketBoard> LoadAsync(Platform platform, Actor actor, DocketQuery query, bool english, CancellationToken ct)
    {
        var (lists, today) = (platform.Lists, platform.Runner.Today);
        var closed = DocketGroups.ClosedDays(today, platform.Law.Calendar);
        var mine = DocketQuery.Default(actor);
        var (views, states) = (DocketViews.Views(mine), DocketViews.States(mine));
        var waiting = mine with { NeedsMe = false, View = DocketView.Waiting };
        var named = query.Who is { } who && who != DocketQuery.Me ? await platform.People.FindAsync([who], ct) : null;
        var tags = query.Tags(
            id => Names.Of(named?.GetValueOrDefault(id), english) ?? id,
            step => platform.Runner.Steps.Find(step)?.Procedure.Title ?? new Text(step, step));
        var asked = new[] { query, mine, waiting, mine with { View = DocketView.Today } }
            .Concat(views.Select(v => v.Query)).Concat(states.SelectMany(s => new[] { s.Mine, s.All })).Concat(tags.Select(t => t.Without));
        var counts = await lists.CountAsync(actor, asked.DistinctBy(Key).ToDictionary(Key, q => q.Filter(actor, today, closed)), ct);

        var rows = await lists.WorkAsync(actor, query.Filter(actor, today, closed), PageSize, (query.Page - 1) * PageSize, ct);
        var owed = await lists.WorkAsync(actor, waiting.Filter(actor, today, closed), LedgerSize, 0, ct);
        var nearest = rows.Count > 0 ? [] : await lists.WorkAsync(actor, new WorkFilter { Dated = true, DueFrom = today }, 1, 0, ct);
        var holiday = mine with { View = DocketView.Holiday };
        var fixedFirst = counts[Key(holiday)].Items == 0 ? [] : await lists.WorkAsync(actor, holiday.Filter(actor, today, closed), 1, 0, ct);
        return new DocketBoard
        {
            Actor = actor,
            Query = query,
            Mine = mine,
            Views = views,
            States = states,
            Groups = query.ByMatter ? [new DocketGroup(null, new Text("按案号", "By number"), null, rows)] : DocketGroups.Of(rows, today, platform.Law.Calendar),
            Waiting = owed,
            FinishBy = fixedFirst.Count > 0 && DocketGroups.LastWorkedBefore(DocketGroups.DueOf(fixedFirst[0])!.Value, platform.Law.Calendar) is var by && by >= today ? by : null,
            People = await platform.People.FindAsync(rows.Select(r => r.Lead).OfType<string>(), ct),
            Tags = tags,
            Nearest = nearest.Count > 0 ? nearest[0] : null,
            Counts = counts,
        };
    }
}
