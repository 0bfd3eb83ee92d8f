using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Supervision.Clues;

namespace Zhijian.Web.Clues;

/// <summary>One link of a facet, with how many clues there are behind it.</summary>
public sealed record ClueLink(string Url, Text Says, int Count, bool IsCurrent);

/// <summary>Links of one kind: states, models, grades, whose.</summary>
public sealed record ClueFacet(Text Title, IReadOnlyList<ClueLink> Links);

/// <summary>The conditions of the page of clues; all of them are in the address. Pure.</summary>
/// <param name="View">review (open, or waiting for data), all, or a state.</param>
public sealed record ClueQuery(string View, string? Model, ClueGrade? Grade, bool Mine, ClueScope Scope, int? Version, string? Quarter, ClueMeasure? Measure, int Page)
{
    public const string Review = "review";
    public const string All = "all";

    public static ClueQuery Of(IQueryCollection query)
    {
        string? Given(string name) => query[name].ToString() is { Length: > 0 and < 100 } value ? value : null;
        int? Number(string name) => int.TryParse(Given(name), out var number) && number is > 0 and < 100_000 ? number : null;
        var view = Given("state") is { } state && (state == All || Words.Parse<ClueState>(state) is not null) ? state : Review;
        return new ClueQuery(
            view, Given("model"), Words.Parse<ClueGrade>(Given("grade")), Given("who") == "me", Words.Parse<ClueScope>(Given("scope")) ?? ClueScope.Held, Number("version"), Given("quarter"),
            Words.Parse<ClueMeasure>(Given("measure")), Number("page") ?? 1);
    }

    /// <summary>What a figure of a model opens: every clue that it counts.</summary>
    public static ClueQuery Behind(ModelPerformance p, ClueMeasure? measure) => new(All, p.Model, null, false, ClueScope.All, p.Version, p.Quarter, measure, 1);

    public ClueFilter Filter(Actor actor) => new()
    {
        Scope = Scope, ToReview = View == Review, State = Words.Parse<ClueState>(View), Model = Model, ModelVersion = Version, Grade = Grade, Person = Mine ? actor.Id : null, Quarter = Quarter, Measure = Measure,
    };

    /// <summary>Conditions that only a figure of a model sets; the counts of the facets know nothing of them.</summary>
    public bool IsNarrow => Version is not null || Quarter is not null || Measure is not null;

    /// <summary>The query string without the clue that is open; a question mark alone for the plain page.</summary>
    public string Conditions => "?" + QueryString.Create(Parts(null)).ToString().TrimStart('?');

    public string Url(string? clue = null) => "/clues" + QueryString.Create(Parts(clue));

    private IEnumerable<KeyValuePair<string, string?>> Parts(string? clue) => new (string Name, string? Value)[]
    {
        ("state", View == Review ? null : View), ("model", Model), ("grade", Grade is { } g ? Words.Kebab(g) : null), ("who", Mine ? "me" : null), ("scope", Scope == ClueScope.Held ? null : Words.Kebab(Scope)),
        ("version", Version?.ToString()), ("quarter", Quarter), ("measure", Measure is { } m ? Words.Kebab(m) : null), ("page", Page > 1 ? Page.ToString() : null), ("c", clue),
    }.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value));

    /// <summary>Each facet with the other conditions as they are; a facet with one value and no choice is left out.</summary>
    public IReadOnlyList<ClueFacet> Facets(IReadOnlyList<ClueCount> counts, Func<string, Text> titleOf)
    {
        bool State(ClueCount c, string view) => view == All || (view == Review ? c.State is "open" or "needs-data" : c.State == view);
        bool Other(ClueCount c, ClueQuery q) => State(c, q.View) && (q.Model is null || c.Model == q.Model) && (q.Grade is null || c.Grade == Words.Kebab(q.Grade.Value)) && (!q.Mine || c.Mine);
        ClueLink Link(ClueQuery to, Text says) => new(to.Url(), says, counts.Where(c => Other(c, to)).Sum(c => c.Count), to == this with { Page = 1 });
        var first = this with { Page = 1 };
        string[] states = [.. Enum.GetValues<ClueState>().Where(s => s is not (ClueState.Open or ClueState.NeedsData)).Select(Words.Kebab), All];
        IReadOnlyList<ClueLink> Some(ClueLink all, IEnumerable<ClueLink> links) => [all, .. links.Where(l => l.Count > 0 || l.IsCurrent)];
        ClueLink Every(ClueQuery to) => Link(to, new Text("全部", "All"));
        ClueFacet[] facets =
        [
            new(new Text("状态", "State"), Some(Link(first with { View = Review }, TitleOf(Review)), states.Select(s => Link(first with { View = s }, TitleOf(s))))),
            new(new Text("模型", "Model"), Some(Every(first with { Model = null }), counts.Select(c => c.Model).Append(Model).OfType<string>().Distinct().Order(StringComparer.Ordinal).Select(m => Link(first with { Model = m }, titleOf(m))))),
            new(new Text("级别", "Grade"), Some(Every(first with { Grade = null }), Enum.GetValues<ClueGrade>().Select(g => Link(first with { Grade = g }, g.Label())))),
            new(new Text("承办", "Whose"), Some(Every(first with { Mine = false }), [Link(first with { Mine = true }, new Text("我的", "Mine"))])),
        ];
        return [.. facets.Where(f => f.Links.Count > 1)];
    }

    public static Text TitleOf(string view) => view switch { Review => new Text("待核查", "To review"), All => new Text("全部", "All"), _ => Words.Parse<ClueState>(view)!.Value.Label() };
}
