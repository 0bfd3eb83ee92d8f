using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Supervision.Clues;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Clues;

/// <summary>Findings, offices and clues that are made up; a test says only what matters to it.</summary>
internal static class Some
{
    public static ClueWords Words { get; } = ClueWords.Load(TestLaw.Data);

    public static readonly ClueOffice City = new("990100", An.Office, "MS", "某市人民检察院");
    public static readonly ClueOffice Neighbour = new("990200", "100000/990000/990200/", "LS", "邻市人民检察院");
    public static readonly ClueOffice District = new("990101", "100000/990000/990100/990101/", "MSQ", "某市某区人民检察院");

    public static Actor Lu { get; } = An.Actor("lu", An.Office, Role.Prosecutor);

    public static Actor Head { get; } = An.Actor("zhou", An.Office, Role.OfficeHead);

    public static Actor He { get; } = An.Actor("he", Neighbour.Path, Role.Prosecutor) with { UnitShort = "LS" };

    public static Actor Upper { get; } = An.Actor("qin", An.Province, Role.UpperLevel) with { UnitShort = "MSY" };

    public static Finding Finding(string key = "k1", string model = "penalty-at-threshold", string? unit = null, int score = 70, string amount = "61000", int version = 1, string? subject = null) => new(
        model, version, key, subject ?? $"某商行{key}", unit, score, new Text($"非法经营数额 {amount} 元，只作行政处罚", $"illegal turnover of {amount} yuan, fined only"),
        new Dictionary<string, string?> { ["amount"] = amount, ["seller"] = null }, [new FindingRow("penalties", key, "R1")]);

    public static ClueOffice? Office(string code) => new[] { City, Neighbour, District }.FirstOrDefault(o => o.Code == code);

    /// <summary>A clue that was lived through these events, each recorded by lu on 28 September 2026.</summary>
    public static Clue Clue(params IReadOnlyList<IClueEvent> events)
    {
        var clue = new Clue(ClueNumber.Parse("MS-2026-PAT-0001"));
        foreach (var (happened, i) in events.Prepend((IClueEvent)ClueDecisions.Raise(null, Finding(), City, "r1", null).Event!).Select((e, i) => (e, i)))
            clue.Apply(happened, new ClueRecorded(i + 1, "lu", "2026-09-28", "2026-09-28T01:00:00.000Z"), EventTypes.Of(happened.GetType()).Name);
        return clue;
    }

    public static ClueJudged Judged(Judgement judgement) => new(judgement, judgement == Judgement.SetAside ? "data-error" : null, null, null, null, null, null);

    public static async Task<(TestStore Store, ClueRunner Clues, ClueLists Lists)> OpenAsync(Dialect dialect)
    {
        var store = await TestStore.OpenAsync(dialect, new PeopleProjection(), new ClueProjection(Words, TestLaw.Book.Characters.Folding));
        foreach (var (id, unit, role) in new[] { ("lu", "990100", Role.Prosecutor), ("shen", "990100", Role.Prosecutor), ("zhou", "990100", Role.OfficeHead), ("fang", "990100", Role.CaseManager), ("he", "990200", Role.Prosecutor) })
            await store.AppendAsync(PersonAppointed.Stream(id), 0, new PersonAppointed(id, $"{id}某", id, unit, [role]));
        return (store, new ClueRunner(store.Events, Words, Office, (actor, matter, _) => Task.FromResult(matter == "MS-2026-0001" && actor.Id == "lu"), store.Clock), new ClueLists(store.Events));
    }
}
