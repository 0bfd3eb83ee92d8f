using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;

namespace Zhijian.Web.Docket;

/// <summary>A condition that has a name of its own on the workbench.</summary>
public enum DocketView
{
    Overdue,
    Today,

    /// <summary>Ends on a day that is not worked, and stands.</summary>
    Holiday,
    Custody,

    /// <summary>A fact is missing.</summary>
    Asks,

    /// <summary>Matters kept to a circle.</summary>
    Circle,

    /// <summary>Others owe it.</summary>
    Waiting,
    Published,

    /// <summary>Published cases too.</summary>
    All,
}

/// <summary>
/// What the workbench shows, exactly as its address says it. An address without any condition is the day's work of the actor; every other
/// one names all its conditions, so that each can be taken away and the rest can be sent to a colleague.
/// </summary>
public sealed record DocketQuery
{
    public const string Me = "me";

    /// <summary>The lead: “me”, the id of a person, or null for everybody.</summary>
    public string? Who { get; init; }

    /// <summary>Only what the office owes.</summary>
    public bool NeedsMe { get; init; }

    public Stage? Stage { get; init; }

    public Track? Track { get; init; }

    public string? Step { get; init; }

    public DocketView? View { get; init; }

    public bool ByMatter { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>A prosecutor begins with their own matters. The others lead none: they begin with those of the office.</summary>
    public static DocketQuery Default(Actor actor) => new() { Who = actor.Is(Role.Prosecutor) ? Me : null, NeedsMe = true };

    /// <param name="value">The value of a name in the address; null or empty when it is not there. What it does not know is no condition.</param>
    public static DocketQuery Parse(Func<string, string?> value, Actor actor)
    {
        var page = int.TryParse(value("page"), out var number) && number is > 1 and < 10_000 ? number : 1;
        string[] names = ["who", "need", "stage", "track", "step", "view", "sort"];
        if (names.All(n => string.IsNullOrEmpty(value(n))))
            return Default(actor) with { Page = page };
        return new DocketQuery
        {
            Who = value("who") is { Length: > 0 and <= 64 } who && who != "all" ? who : null,
            NeedsMe = value("need") == Me,
            Stage = Words.Parse<Stage>(value("stage")),
            Track = Words.Parse<Track>(value("track")),
            Step = value("step") is { Length: > 0 and <= 64 } step ? step : null,
            View = Words.Parse<DocketView>(value("view")),
            ByMatter = value("sort") == "matter",
            Page = page,
        };
    }

    /// <summary>The address of this page of the list.</summary>
    public string Url()
    {
        (string Name, string? Value)[] parts =
        [
            ("who", Who), ("need", NeedsMe ? Me : null), ("stage", Stage is { } s ? Words.Kebab(s) : null), ("track", Track is { } t ? Words.Kebab(t) : null),
            ("step", Step), ("view", View is { } v ? Words.Kebab(v) : null), ("sort", ByMatter ? "matter" : null),
        ];
        var given = parts.Where(p => p.Value is not null).ToList();
        if (given.Count == 0)
            given.Add(("who", "all"));
        if (Page > 1)
            given.Add(("page", Page.ToString()));
        return "/?" + string.Join('&', given.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
    }

    /// <summary>The same rows, whatever their order and page.</summary>
    public bool SameRowsAs(DocketQuery other) => this with { Page = 1, ByMatter = false } == other with { Page = 1, ByMatter = false };

    /// <param name="closedDays">Days ahead that are not worked, see <see cref="DocketGroups.ClosedDays"/>.</param>
    public WorkFilter Filter(Actor actor, DateOnly today, IReadOnlyList<DateOnly> closedDays) => new()
    {
        Lead = Who == Me ? actor.Id : Who,
        Holder = NeedsMe ? Holder.Office : null,
        Waiting = View == DocketView.Waiting,
        Stage = Stage,
        Track = Track,
        Step = Step,
        // published cases are material, not the day's work: nothing in them has a clock
        Published = View switch { DocketView.Published => true, DocketView.All => null, _ => false },
        DueFrom = View == DocketView.Today ? today : null,
        DueTo = View switch { DocketView.Overdue => today.AddDays(-1), DocketView.Today => today, _ => null },
        DueOn = View == DocketView.Holiday ? closedDays : null,
        Fixed = View == DocketView.Holiday,
        InCustody = View == DocketView.Custody,
        Asks = View == DocketView.Asks,
        Secret = View == DocketView.Circle,
        ByMatter = ByMatter,
    };

    /// <summary>Each condition, and the list without it.</summary>
    /// <param name="nameOf">The name of a lead.</param>
    /// <param name="titleOf">The title of a step.</param>
    public IReadOnlyList<(Text Says, DocketQuery Without)> Tags(Func<string, string> nameOf, Func<string, Text> titleOf)
    {
        var tags = new List<(Text, DocketQuery)>();
        var first = this with { Page = 1 };
        if (Who is { } who)
            tags.Add((who == Me ? new Text("承办人：我", "Lead: me") : new Text($"承办人：{nameOf(who)}", $"Lead: {nameOf(who)}"), first with { Who = null }));
        if (NeedsMe)
            tags.Add((Who == Me ? new Text("需要我处理", "Needs me") : new Text("需要办理", "To be done"), first with { NeedsMe = false }));
        if (Stage is { } stage)
            tags.Add((new Text($"阶段：{stage.Label().Zh}", $"Stage: {stage.Label().En}"), first with { Stage = null }));
        if (Track is { } track)
            tags.Add((Matters.FourChecks.TrackNames.Of(track), first with { Track = null }));
        if (Step is { } step)
            tags.Add((new Text($"下一步：{titleOf(step).Zh}", $"Next: {titleOf(step).En}"), first with { Step = null }));
        if (View is { } view)
            tags.Add((DocketViews.Title(view), first with { View = null }));
        if (ByMatter)
            tags.Add((new Text("按案号排序", "Sorted by number"), first with { ByMatter = false }));
        return tags;
    }
}
