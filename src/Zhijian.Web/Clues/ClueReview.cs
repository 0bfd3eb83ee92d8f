using System.Globalization;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Supervision;
using Zhijian.Supervision.Clues;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Clues;

/// <summary>How many of the rows met a rule of the model.</summary>
public sealed record RuleShare(string Rule, int Rows, int Percent);

/// <summary>A row that the clue rests on, with its cells where they are to be had.</summary>
public sealed record ReviewedRow(FindingRow At, IReadOnlyDictionary<string, string?> Cells);

/// <summary>A clue as one person reviews it: why it hit, what it rests on, what else was found of the same subject, and what they may do now.</summary>
public sealed class ClueReview
{
    private const int RowsShown = 10;

    private readonly IReadOnlyDictionary<string, PersonRow> _people;
    private readonly Func<string, Unit?> _unit;

    private ClueReview(Actor actor, Clue clue, IReadOnlyDictionary<string, PersonRow> people, Func<string, Unit?> unit) => (Actor, Clue, _people, _unit) = (actor, clue, people, unit);

    public Actor Actor { get; }

    public Clue Clue { get; }

    public required Text Model { get; init; }

    /// <summary>The articles of the model; none where it is not known here.</summary>
    public required IReadOnlyList<LegalRef> Basis { get; init; }

    /// <summary>Set, row and rule, and the columns that the sources of the rows have.</summary>
    public required IReadOnlyList<ReviewedRow> Rows { get; init; }

    public IReadOnlyList<string> Columns => [.. Rows.SelectMany(r => r.Cells.Keys).Distinct(StringComparer.Ordinal)];

    /// <summary>Who is tied to whom, as the run found it.</summary>
    public required IReadOnlyList<FindingLink> Links { get; init; }

    public required IReadOnlyList<ClueRow> Same { get; init; }

    public required (int Runs, string? Last) Seen { get; init; }

    public required IReadOnlyList<ModelPerformance> Performance { get; init; }

    /// <summary>Those of the unit to whom it can be given, by id.</summary>
    public required IReadOnlyDictionary<string, string> Colleagues { get; init; }

    public required ClueWords Words { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What a value of the finding is, as the model says; its bare name where the model is not known here.</summary>
    public required Func<string, (Text Title, ColumnType Type)> ValueOf { get; init; }

    /// <summary>The title of a data set; its bare name where it is not known here.</summary>
    public required Func<string, Text> TitleOfSet { get; init; }

    /// <summary>What a column of the rows is, as the first of their sets says that has it.</summary>
    public required Func<string, (Text Title, ColumnType Type)> ColumnOf { get; init; }

    /// <summary>Titles of models that also found the subject.</summary>
    public required Func<string, Text> TitleOf { get; init; }

    /// <summary>The title of a step of a matter.</summary>
    public required Func<string, Text> TitleOfStep { get; init; }

    /// <summary>What was typed where it could not be recorded, and why.</summary>
    public ClueAnswer? Answer { get; init; }

    /// <summary>The conditions of the list from which it is reviewed, as a query string; null on the page of the clue itself.</summary>
    public string? List { get; init; }

    public IReadOnlyList<RuleShare> Rules => [.. Clue.Rows.Where(r => r.Rule is not null).GroupBy(r => r.Rule!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => new RuleShare(g.Key, g.Count(), 100 * g.Count() / Clue.Rows.Count))];

    public static async Task<ClueReview?> OfAsync(Platform platform, Actor actor, ClueNumber number, bool allRows, ClueAnswer? answer = null, string? list = null, CancellationToken ct = default)
    {
        if (await platform.Clues.FindAsync(actor, number, ct) is not { } clue)
            return null;
        var shown = clue.Rows.Take(allRows ? int.MaxValue : RowsShown).ToList();
        var cells = await platform.Supervision.RowsAsync(clue, shown, ct);
        var sets = platform.Supervision.Catalogue;
        var people = await platform.People.FindAsync(clue.Timeline.Select(t => t.Recorded.Actor).Append(clue.Person).OfType<string>(), ct);
        return new ClueReview(actor, clue, people, platform.Units.Find)
        {
            Model = platform.TitleOfModel(clue.Model),
            Basis = platform.Supervision.Models.Find(clue.Model)?.Citations ?? [],
            Rows = [.. shown.Zip(cells, (row, of) => new ReviewedRow(row, of ?? new Dictionary<string, string?>()))],
            Links = await platform.Supervision.LinksAsync(clue, ct),
            Same = await platform.ClueLists.SameSubjectAsync(actor, number, ct: ct),
            Seen = await platform.ClueLists.SightingsAsync(number, ct),
            Performance = await platform.ClueLists.PerformanceAsync(actor, clue.Model, ct),
            Colleagues = await platform.Clues.ColleaguesAsync(actor, ct),
            Words = platform.Clues.Words,
            Today = platform.Clues.Today,
            ValueOf = name => platform.Supervision.Models.Find(clue.Model)?.Values.FirstOrDefault(v => v.Name == name) is { } value ? (value.Title, value.Type) : (new Text(name, name), ColumnType.Text),
            TitleOfSet = set => sets.Find(set)?.Title ?? new Text(set, set),
            ColumnOf = name => shown.Select(r => sets.Find(r.Set)?.Find(name)).FirstOrDefault(c => c is not null) is { } column ? (column.Title, column.Type) : (new Text(name, name), ColumnType.Text),
            TitleOf = platform.TitleOfModel,
            TitleOfStep = step => platform.Runner.Steps.Find(step)!.Procedure.Title,
            Answer = answer,
            List = list,
        };
    }

    /// <summary>A value as people read it; as it came where another system wrote it in another way.</summary>
    public static string Shown(string value, ColumnType type, Language language) =>
        type is ColumnType.Money or ColumnType.Count && !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? value : ExplanationTemplate.Show(value, type, language);

    public string NameOf(string person, bool english) => Names.Of(_people.GetValueOrDefault(person), english) ?? person;

    public string UnitName(string code, bool english) => Names.Of(_unit(code), english) is { Length: > 0 } name ? name : code;

    public string At(string act = "") => $"/clues/{Clue.Number}{(act.Length > 0 ? "/" + act : "")}";

    /// <summary>It is in this office, not on its way to another, and in no other hands.</summary>
    private bool IsHere => Clue.OfficePath == Actor.UnitPath && Clue.Transfer is null && (Clue.Person is null || Clue.Person == Actor.Id || Actor.Is(Role.OfficeHead));

    private bool IsLive => Clue.State is ClueState.Open or ClueState.NeedsData or ClueState.Followed;

    /// <summary>Whether the form of the act is offered; whether it passes is decided when it is sent.</summary>
    public bool May(string act) => ClueActKind.Find(act)!.IsOpenTo(Actor) && act switch
    {
        "answer" => Clue.Transfer?.Path == Actor.UnitPath,
        "judge" => IsHere && Clue.Judged?.Is is null or Judgement.NeedsData,
        "withdraw" => IsHere && Clue.Judged is { Is: not Judgement.NeedsData } && !Clue.IsBuiltOn,
        "take" => IsHere && IsLive && Clue.Person is null,
        "grade" or "assign" => IsHere && IsLive,
        "transfer" => IsHere && IsLive && !Clue.IsBuiltOn,
        _ => IsHere && Clue.State is ClueState.Followed or ClueState.Closed,
    };

    /// <summary>The steps that open a proceeding in a matter, with what the clue knows filled in.</summary>
    public IEnumerable<(string Step, string Query)> StepsWith()
    {
        var why = Clue.Explanation.Zh;
        yield return ("accept-filing-supervision", Query(("source", "found"), ("about", Clue.Subject)));
        yield return ("start-civil-supervision", Query(("parties", Clue.Subject), ("reason", why)));
        yield return ("start-administrative-supervision", Query(("parties", Clue.Subject), ("reason", why)));
        yield return ("file-public-interest", Query(("about", Clue.Subject), ("harm", why)));
        yield return ("open-suggestion", Query(("about", Clue.Subject), ("clues", Clue.Number.Value)));
    }

    /// <summary>Whom a dossier tells of, for a clue of a plaintiff or an applicant; null for any other.</summary>
    public string? Dossier => (Clue.Values.GetValueOrDefault("plaintiff_key") ?? Clue.Values.GetValueOrDefault("applicant_key")) is { } key ? "/dossiers/of" + Query(("key", key)) : null;

    /// <summary>A new matter, with what the clue knows filled in.</summary>
    public string NewMatter => "/matters/new" + Query(("title", Clue.Subject), ("note", $"线索 {Clue.Number}：{Clue.Explanation.Zh}"), ("clue", Clue.Number.Value));

    private static string Query(params (string Name, string Value)[] parts) => QueryString.Create(parts.Select(p => KeyValuePair.Create(p.Name, (string?)p.Value))).ToString();
}

/// <summary>Why an act was not recorded, with what was typed.</summary>
public sealed record ClueAnswer(string Act, IReadOnlyDictionary<string, string> Given)
{
    public Refusal? Refusal { get; init; }

    /// <summary>What is wrong with a field.</summary>
    public Matters.FieldError? Wrong { get; init; }

    public ClueOutcome.Conflict? Conflict { get; init; }

    public string? Field => Wrong?.Field ?? Refusal?.Field;

    public string this[string field] => Given.GetValueOrDefault(field, "");
}
