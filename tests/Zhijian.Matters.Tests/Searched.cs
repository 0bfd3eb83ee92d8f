using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Offices;
using Zhijian.Search;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

/// <summary>An office whose matters are searched: every step through the real runner, every file with two pages of text.</summary>
internal sealed class Searched : IAsyncDisposable
{
    private readonly DateOnly _day;
    private readonly MatterSearch _search;

    private Searched(TestStore store)
    {
        Store = store;
        Runner = new StepRunner(store.Events, TestLaw.Book, TestLaw.Steps, store.Clock);
        _search = new MatterSearch(store.Events, TestLaw.Book);
        _day = Runner.Today.AddDays(-30);
    }

    public TestStore Store { get; }

    public StepRunner Runner { get; }

    public static MatterIndex Index { get; } = new(TestLaw.Book, static (_, hash, _) => Task.FromResult<IReadOnlyList<PageText>>(
        hash[0] == '0' ? [] : [new PageText(1, $"首页 {hash}"), new PageText(2, $"附页 {hash} 工艺参数")]));

    public static async Task<Searched> OpenAsync(Dialect dialect)
    {
        var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book), Index, new PeopleProjection());
        var people = new People(store.Events, UnitTree.Load(TestLaw.Data), store.Clock);
        foreach (var person in An.Colleagues)
            if (await people.AppointAsync("system", new PersonAppointed(person, $"{person}某", person, "990100", [Role.Prosecutor, Role.CaseManager])) is { } no)
                throw new InvalidOperationException(no.ToString());
        return new Searched(store);
    }

    public async Task<MatterId> RegisterAsync(string title, string suspect = "张某", string? brand = null, Secrecy secrecy = Secrecy.Internal, string? office = null) => await DoAsync(
        null, new RegisterMatter(title, _day, "TM", [new NewRightHolder("某体育用品公司")], [new NewPerson(suspect, ["213"], Measure.Bail)], brand, "运动鞋", Secrecy: secrecy), office: office);

    public Task<MatterId> ExhibitAsync(MatterId matter, string title, string from = "某仓库", params string[] keptTo) => DoAsync(matter, new TakeInExhibit(
        _day, title, ExhibitKind.Documentary, "某市公安局", Track.Criminal, ExhibitForm.Original, from, KeptTo: keptTo, KeptWhy: keptTo.Length > 0 ? "权利人书面申请" : null));

    public Task<MatterId> AttachAsync(MatterId matter, string hash, string name, string? exhibit = null) => DoAsync(matter, new AttachDocument(_day, hash, name, 1, "text/plain", exhibit));

    public async Task<MatterId> DoAsync(MatterId? matter, IDated command, string actor = "lu", string? office = null)
    {
        var step = TestLaw.Steps.All.Single(s => s.Command == command.GetType());
        return await Runner.RunAsync(office is null ? An.Actor(actor) : An.Actor(actor, office), matter, step, command) switch
        {
            StepOutcome.Done done => done.Matter,
            StepOutcome.Refused refused => throw new InvalidOperationException($"{step.Name}: {refused.Refusal.Says.En}"),
            var other => throw new InvalidOperationException($"{step.Name}: {other}"),
        };
    }

    public async Task<Exhibit> KeptAsync(MatterId matter, string title) => (await Runner.FindAsync(An.Actor(), matter))!.Exhibits.Single(e => e.IsKept && e.Is.Title == title);

    public Task<SearchAnswer> FindAsync(string query, string person = "lu", SearchFilter? filter = null) => FindAsync(An.Actor(person), query, filter);

    public Task<SearchAnswer> FindAsync(Actor actor, string query, SearchFilter? filter = null) => _search.FindAsync(actor, _search.Parse(query).Query!, filter ?? SearchFilter.None);

    public async Task<IReadOnlyList<string>> FoundAsync(string query, string person = "lu") =>
        [.. (await FindAsync(query, person)).Hits.Select(h => $"{Words.Kebab(h.Kind)} {h.Item}{(h.Page > 0 ? $" p{h.Page}" : "")}".Trim())];

    public async Task<IReadOnlyList<string>> SuggestedAsync(string typed, string person = "lu") => [.. (await _search.SuggestAsync(An.Actor(person), typed)).Select(s => s.Name)];

    /// <summary>Everything that an actor gets for these words, as bytes would have it.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync(Actor actor, IEnumerable<string> words)
    {
        var answers = new List<string>();
        foreach (var word in words)
        {
            foreach (var filter in new[] { SearchFilter.None, new SearchFilter(Kind: ThingKind.Exhibit), new SearchFilter(Track: "criminal", Stage: "registered"), new SearchFilter(Office: An.Office, Year: "2026") })
                answers.Add($"{word} {filter}: {JsonSerializer.Serialize(await FindAsync(actor, word, filter), Json.Options)}");
            answers.Add($"{word}: {JsonSerializer.Serialize(await _search.SuggestAsync(actor, word), Json.Options)}");
        }
        return answers;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
