using System.Text.Json;
using Shouldly;
using Xunit;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Matters.Parties;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Parties;

/// <summary>The parties of a matter in other matters: who is told what, and what a judgement changes.</summary>
public sealed class PartyLookupTests
{
    private const string Neighbour = "100000/990000/990200/";
    private static readonly PairComparison Comparison = new(TestLaw.Data, TestLaw.Book.Characters);
    private static readonly DateOnly Day = new(2025, 7, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task Another_writing_is_found_with_reasons_that_add_up(Dialect dialect)
    {
        await using var place = await Place.OpenAsync(dialect);
        var mine = await place.RegisterAsync("甲案", "张三丰", "杭州嘉禾文化传播有限公司", brand: "耐克");
        var other = await place.RegisterAsync("乙案", "李四", "嘉禾文化傳播有限公司", brand: "耐剋");
        await place.RegisterAsync("丙案", "张三丰", "上海远景贸易有限公司", brand: "阿迪");

        var found = (await place.FindAsync(mine)).Seen;
        found.Select(f => (f.Own.Id, f.Title, f.Other.Id, f.Likely)).ShouldBe([("P1", "丙案", "P1", true), ("R1", "乙案", "R1", true), ("brand-1", "乙案", "brand-1", true)], ignoreOrder: true);
        var firm = found.Single(f => f.Own.Id == "R1");
        firm.Matter.ShouldBe(other.Value);
        firm.Explanation!.Rows.Sum(r => r.Bits).ShouldBe(firm.Explanation.Score);
        found.Single(f => f.Own.Id == "P1").Why.Zh.ShouldContain("同名");

        (await place.Lookup.NamedAsync(An.Actor(), "嘉禾文化传播", 5, Ct)).Select(f => f.Other.Name).ShouldContain("嘉禾文化傳播有限公司");
        (await place.Lookup.NamedAsync(An.Actor("he", Neighbour), "嘉禾文化传播", 5, Ct)).ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task Of_another_office_only_its_name_is_told_and_of_a_circle_nothing(Dialect dialect)
    {
        await using var place = await Place.OpenAsync(dialect);
        var mine = await place.RegisterAsync("甲案", "张三丰", "杭州嘉禾文化传播有限公司");
        (await place.FindAsync(mine)).ShouldSatisfyAllConditions(a => a.Seen.ShouldBeEmpty(), a => a.Elsewhere.ShouldBeEmpty());
        await place.RegisterAsync("邻院密案", "张三丰", "杭州嘉禾文化传播有限公司", Secrecy.Circle, Neighbour);
        var inCircle = await place.RegisterAsync("本院密案", "张三丰", "杭州嘉禾文化传播有限公司", Secrecy.Circle);
        var shen = An.Actor("shen");
        (await place.FindAsync(mine, shen)).ShouldSatisfyAllConditions(a => a.Seen.ShouldBeEmpty(), a => a.Elsewhere.ShouldBeEmpty());
        (await place.FindAsync(mine)).Seen.Select(s => s.Matter).Distinct().ShouldBe([inCircle.Value], "whoever is in the circle sees it");

        var theirs = await place.RegisterAsync("邻院某案", "张三丰", "嘉禾文化传播有限公司", office: Neighbour);
        var told = await place.FindAsync(mine, shen);
        told.Seen.ShouldBeEmpty();
        told.Elsewhere.Select(e => (e.Own.Id, e.OfficePath)).ShouldBe([("R1", Neighbour), ("P1", Neighbour)], ignoreOrder: true);
        JsonSerializer.Serialize(told.Elsewhere, Json.Options).ShouldSatisfyAllConditions(s => s.ShouldNotContain("邻院"), s => s.ShouldNotContain(theirs.Value));

        // nor does the neighbour learn of the matter that is kept to a circle here
        (await place.FindAsync(inCircle)).Elsewhere.ShouldNotBeEmpty();
        (await place.FindAsync(theirs, An.Actor("he", Neighbour))).Elsewhere.Select(e => e.Own.Id).ShouldBe(["R1", "P1"], ignoreOrder: true);
        await place.DoAsync(mine, new ChangeCircle(Day, Secrecy.Circle, "涉及商业秘密"));
        (await place.FindAsync(theirs, An.Actor("he", Neighbour))).Elsewhere.ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task A_judgement_shows_in_both_matters_and_withdrawn_leaves_no_trace(Dialect dialect)
    {
        await using var place = await Place.OpenAsync(dialect);
        var mine = await place.RegisterAsync("甲案", "张三丰", "杭州嘉禾文化传播有限公司");
        var other = await place.RegisterAsync("乙案", "李四", "嘉禾文化传播有限公司");
        var before = JsonSerializer.Serialize(await place.FindAsync(mine), Json.Options);

        await place.DoAsync(mine, new JudgeParty(Day, "R1", other.Value, "R1", PartyIs.Different, "两家公司"));
        (await place.FindAsync(mine)).Seen.ShouldHaveSingleItem().Judged.ShouldBe(new PartyJudged("R1", other.Value, "R1", PartyIs.Different, "lu", Day, "两家公司"));
        (await place.FindAsync(other)).Seen.ShouldHaveSingleItem().Judged!.Judgement.ShouldBe(PartyIs.Different);
        await place.DoAsync(mine, new JudgeParty(Day, "R1", other.Value, "R1", PartyIs.Same));
        (await place.FindAsync(other)).Seen.ShouldHaveSingleItem().Judged!.Judgement.ShouldBe(PartyIs.Same);

        await place.DoAsync(mine, new JudgeParty(Day, "R1", other.Value, "R1", PartyIs.Withdrawn));
        JsonSerializer.Serialize(await place.FindAsync(mine), Json.Options).ShouldBe(before);
    }

    [Theory]
    [InlineData("张某", PartyKind.Person)]
    [InlineData("3 人（姓名未公布）", PartyKind.Person)]
    [InlineData("某公司", PartyKind.Firm)]
    public void A_name_that_names_nobody_is_nowhere_else(string name, PartyKind kind) => MatterParties.Keys(new MatterParty("P1", kind, name), Comparison).ShouldBeEmpty();

    [Theory]
    [InlineData("https://www.Shop.example/item/7?id=1", "shop.example/item/7?id=1", true)]
    [InlineData("http://shop.example/item/7", "shop.example/item/8", false)]
    public void Web_addresses_are_compared_without_scheme_and_www(string a, string b, bool page)
    {
        string[] Keys(string address) => [.. MatterParties.Keys(new MatterParty("E1-C1", PartyKind.Site, address), Comparison)];
        var common = Keys(a).Intersect(Keys(b)).ToList();
        common.ShouldContain("site shop.example");
        common.Any(MatterParties.IsExact).ShouldBe(page);
    }

    [Theory, EveryDatabase]
    public async Task A_web_address_of_an_exhibit_is_found_and_one_of_a_kept_exhibit_is_not(Dialect dialect)
    {
        await using var place = await Place.OpenAsync(dialect);
        var mine = await place.RegisterAsync("甲案", "张三丰", "杭州嘉禾文化传播有限公司");
        var other = await place.RegisterAsync("乙案", "李四", "上海远景贸易有限公司");
        async Task<string> CaptureAsync(MatterId matter, string address, params string[] keptTo)
        {
            await place.DoAsync(matter, new TakeInExhibit(Day, "网页", ExhibitKind.ElectronicData, "某局", Law.Track.Criminal, ExhibitForm.Original, KeptTo: keptTo, KeptWhy: keptTo.Length > 0 ? "权利人书面申请" : null));
            var exhibit = (await place.MatterAsync(matter)).Exhibits.Last(e => e.IsKept == keptTo.Length > 0).Id;
            await place.DoAsync(matter, new RecordCapture(Day, exhibit, address, "2025-06-30 10:00", "某工具"));
            return exhibit;
        }

        await CaptureAsync(mine, "https://shop.example/item/1");
        var kept = await CaptureAsync(other, "https://shop.example/item/1", "lu");
        (await place.MatterAsync(other)).Exhibits.Single(e => e.Id == kept).Captures.ShouldHaveSingleItem();
        (await place.FindAsync(mine)).Seen.ShouldBeEmpty();

        var open = await CaptureAsync(other, "http://www.shop.example/item/1");
        (await place.FindAsync(mine)).Seen.ShouldHaveSingleItem().ShouldSatisfyAllConditions(s => s.Own.Kind.ShouldBe(PartyKind.Site), s => s.Likely.ShouldBeTrue(), s => s.Why.Zh.ShouldBe("网址相同"));
        await place.DoAsync(other, new WithdrawExhibit(Day, open, "取证有误"));
        (await place.FindAsync(mine)).Seen.ShouldBeEmpty();
    }

    /// <summary>A store with the read tables of parties.</summary>
    private sealed class Place(TestStore store) : IAsyncDisposable
    {
        private readonly StepRunner _runner = new(store.Events, TestLaw.Book, TestLaw.Steps, store.Clock);

        public PartyLookup Lookup { get; } = new(store.Events, Comparison);

        public static async Task<Place> OpenAsync(Dialect dialect)
        {
            var store = await TestStore.OpenAsync(dialect, new MatterProjection(TestLaw.Book), new PartyProjection(Comparison), new PeopleProjection());
            var people = new People(store.Events, UnitTree.Load(TestLaw.Data), store.Clock);
            foreach (var person in An.Colleagues)
                (await people.AppointAsync("system", new PersonAppointed(person, $"{person}某", person, "990100", [Role.Prosecutor]))).ShouldBeNull();
            return new Place(store);
        }

        public Task<MatterId> RegisterAsync(string title, string suspect, string holder, Secrecy secrecy = Secrecy.Internal, string? office = null, string? brand = null) => DoAsync(
            null, new RegisterMatter(title, Day, "TM", [new NewRightHolder(holder)], [new NewPerson(suspect, ["213"], Measure.Bail)], brand, "运动鞋", Secrecy: secrecy), office);

        public async Task<MatterId> DoAsync(MatterId? matter, IDated command, string? office = null)
        {
            var actor = office is null ? An.Actor() : An.Actor("he", office);
            return (await _runner.RunAsync(actor, matter, TestLaw.Steps.All.Single(s => s.Command == command.GetType()), command)).ShouldBeOfType<StepOutcome.Done>().Matter;
        }

        /// <summary>As lu may know it.</summary>
        public async Task<Matter> MatterAsync(MatterId matter) => (await _runner.FindAsync(An.Actor(), matter, Ct))!;

        public async Task<PartyAnswer> FindAsync(MatterId matter, Actor? actor = null)
        {
            var who = actor ?? An.Actor();
            return await Lookup.FindAsync(who, MatterFold.Fold(matter, await store.Events.LoadAsync(matter.Value, Ct)), Ct);
        }

        public ValueTask DisposeAsync() => store.DisposeAsync();
    }
}
