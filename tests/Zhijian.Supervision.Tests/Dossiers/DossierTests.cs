using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;
using Zhijian.Supervision.Dossiers;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Dossiers;

/// <summary>Dossiers of plaintiffs and applicants, from the import to the signs.</summary>
public sealed class DossierTests
{
    private const string Works = "registration_no,work,owner,created_on,registered_on,market_seen_on,registrar\n登1,美人鱼,杭州嘉禾文化有限公司,2012-12-10,2014-01-01,2011-08-01,李代办\n登2,兔,某乙,2013-01-01,2014-01-01,,李代办\n登3,虎,某丙,2013-01-01,2014-01-01,,李代办\n";

    private static readonly DataSetCatalogue Catalogue = DataSetCatalogue.Load(TestLaw.Data);
    private static readonly BadFaithSigns Signs = BadFaithSigns.Load(TestLaw.Data, ModelCatalogue.Load(TestLaw.Data, Catalogue));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>120 suits of one plaintiff under two names, the last two of them on a mark; some of others who are paid to the same account.</summary>
    private static string Suits()
    {
        var rows = Enumerable.Range(1, 120).Select(i =>
            $"甲{i}号,某市中级人民法院,2025-0{1 + (i % 2)}-15,{(i <= 100 ? "杭州嘉禾文化有限公司" : "嘉禾文化")},某{i}店,{(i <= 90 ? "yes" : i <= 95 ? "no" : "")},某律所,{(i > 98 && i <= 100 ? "商标,100" : "著作权,登1")},2025-01-01,{(i <= 60 ? "撤诉" : i <= 80 ? "判决支持" : "未结")},{(i is > 60 and <= 80 ? "8000" : "")},{(i <= 10 ? "尾号1" : "")}");
        var others = new[] { "乙1号,某市中级人民法院,2025-03-01,某乙,某店,,某律所,著作权,登2,,撤诉,,尾号1", "丙1号,某市中级人民法院,2025-03-01,某丙,某店,,某律所,著作权,登3,,撤诉,,尾号1" };
        return "case_no,court,filed_on,plaintiff,defendant,small_seller,law_firm,right_kind,right_no,acted_on,outcome,awarded,paid_account\n" + string.Join('\n', rows.Concat(others)) + "\n";
    }

    [Theory, EveryDatabase]
    public async Task Figures_and_signs_of_a_plaintiff_are_those_of_the_data_and_nothing_is_merged_unasked(Dialect dialect)
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var store = await TestStore.OpenAsync(dialect, new SupervisionProjection());
        var (sets, desk) = Open(store);
        await ImportAsync(store, sets, "suit", Suits());

        var (found, sources, refusal) = await desk.FindAsync(An.Actor(), "嘉禾", 10, Ct);
        refusal.ShouldBeNull();
        found.Select(f => (f.Name, f.Suits)).ShouldBe([("杭州嘉禾文化有限公司", 100), ("嘉禾文化", 20)]);
        sources.Where(s => s.Rows is null).Select(s => s.Set.Id).ShouldBe(["trademark", "copyright_registration", "patent", "company"]);

        var alone = (await desk.OfAsync(An.Actor(), "杭州嘉禾文化有限公司", [], Ct))!;
        (alone.Figures["suits"], alone.Figures["courts"], alone.Figures["busiest_month"], alone.Figures["account_plaintiffs"]).ShouldBe((100, 1, 50, 3));
        (alone.Figures["dropped"], alone.Figures["ended"], alone.Figures["small_sellers"], alone.Figures["known_sellers"], alone.Figures["awarded"]).ShouldBe((60, 80, 90, 95, 16_000_000));
        (alone.From, alone.To).ShouldBe((new DateOnly(2025, 1, 15), new DateOnly(2025, 2, 15)));
        Answers(alone, "bulk").ShouldBe([("many-suits", Answer.Yes), ("one-firm", Answer.Yes), ("small-sellers", Answer.Yes), ("dropped", Answer.Yes)]);
        Answers(alone, "false-litigation")[0].ShouldBe(("backdated", Answer.Unknown), "works were not imported");
        alone.Tables.Single(t => t.Id == "firms").Rows.ShouldBe([["某律所", "100", "3"]]);
        alone.Links.ShouldContain(l => l.From == "尾号1" && l.To == "某乙");

        await ImportAsync(store, sets, "copyright_registration", Works);
        await ImportAsync(store, sets, "trademark", "mark_no,mark,applicant,filed_on,registered_on,status,ended_on,used\n100,嘉禾,某公司,2010-01-01,2025-01-10,注册,,no\n");
        var known = (await desk.OfAsync(An.Actor(), "杭州嘉禾文化有限公司", ["嘉禾文化"], Ct))!;
        known.Subjects.Select(s => s.Name).ShouldBe(["杭州嘉禾文化有限公司", "嘉禾文化"]);
        (known.Figures["suits"], known.Figures["false_titles"], known.Figures["false_awards"], known.Figures["registrar_owners"]).ShouldBe((120, 118, 16_000_000, 3));
        (known.Figures["late"], known.Figures["unused"], known.Figures["dead"]).ShouldBe((2, 2, 0));
        Answers(known, "false-litigation").ShouldBe([("backdated", Answer.Yes), ("one-registrar", Answer.Yes), ("collusion", Answer.Unknown), ("entrapment", Answer.Unknown)]);
        Answers(known, "crime").ShouldBe([("money-flow", Answer.Yes), ("false-awards", Answer.Yes)]);
        Answers(known, "abuse").Take(3).ShouldBe([("dead-right", Answer.No), ("late-right", Answer.Yes), ("unused", Answer.Yes)]);

        known.Alike.ShouldBeEmpty("what is read together is no longer proposed");
        var alike = alone.Alike.ShouldHaveSingleItem();
        alike.Subject.Name.ShouldBe("嘉禾文化");
        alike.Why.Rows.Sum(r => r.Bits).ShouldBe(alike.Why.Score);

        // what another unit imported, this one cannot tell
        (await desk.FindAsync(An.Actor("he", "100000/990000/990200/"), "", 10, Ct)).Found.ShouldBeEmpty();
        (await desk.OfAsync(An.Actor("he", "100000/990000/990200/"), "杭州嘉禾文化有限公司", [], Ct)).ShouldBeNull();
        (await desk.OfAsync(An.Actor(), "没有这个人", ["嘉禾文化"], Ct)).ShouldBeNull("only another writing is known");
    }

    [Fact]
    public async Task Marks_of_an_applicant_are_held_against_names_of_others()
    {
        Assert.SkipUnless(DuckLibrary.IsAvailable, "libduckdb is not available");
        await using var store = await TestStore.OpenAsync(Dialect.Sqlite, new SupervisionProjection());
        var (sets, desk) = Open(store);
        var rows = Enumerable.Range(1, 6).Select(i => $"{i},{i},{(i <= 5 ? $"山外{"甲乙丙丁戊"[i - 1]}" : "自己的")},某公司,91110000MA01XXXX0A,2026-05-0{i},{(i <= 2 ? "yes" : "no")}");
        await ImportAsync(store, sets, "trademark", "mark_no,nice_class,mark,applicant,applicant_code,filed_on,for_sale\n" + string.Join('\n', rows) + "\n");
        (await desk.OfAsync(An.Actor(), "91110000MA01XXXX0A", [], Ct))!.Figures["copies"].ShouldBeNull("no companies were imported");

        var companies = "甲乙丙丁戊".Select((c, i) => $"9111000000000000{i}X,山外{c}有限公司,山外{c},2015-01-01");
        await ImportAsync(store, sets, "company", "credit_code,name,trade_name,founded_on\n" + string.Join('\n', companies) + "\n");
        var dossier = (await desk.OfAsync(An.Actor(), "91110000MA01XXXX0A", [], Ct))!;
        (dossier.Figures["marks"], dossier.Figures["classes"], dossier.Figures["copies"], dossier.Figures["on_sale"], dossier.Figures["known_sale"]).ShouldBe((6, 6, 5, 2, 6));
        dossier.Figures["suits"].ShouldBeNull();
        Answers(dossier, "abuse").Where(a => a.Answer == Answer.Yes).Select(a => a.Id).ShouldBe(["copies", "for-sale"]);
        dossier.Tables.Single(t => t.Id == "copies").Total.ShouldBe(5);
    }

    [Theory]
    [InlineData(60L, 100L, Answer.Yes)]
    [InlineData(59L, 100L, Answer.No)]
    [InlineData(0L, 0L, Answer.Unknown)]
    [InlineData(null, 100L, Answer.Unknown)]
    public void A_share_counts_from_its_percent_on(long? figure, long? of, Answer expected) =>
        Signs.Judge(Figures(("dropped", figure), ("ended", of))).Single(c => c.Class.Id == "bulk").Signs.Single(s => s.Sign.Id == "dropped").Answer.ShouldBe(expected);

    [Theory]
    [InlineData(100L, Answer.Yes)]
    [InlineData(99L, Answer.No)]
    [InlineData(null, Answer.Unknown)]
    public void A_count_shows_from_the_value_of_the_model_on(long? suits, Answer expected) =>
        Signs.Judge(Figures(("suits", suits))).Single(c => c.Class.Id == "bulk").Signs.Single(s => s.Sign.Id == "many-suits").Answer.ShouldBe(expected);

    [Theory]
    [InlineData("figure: nothing, least: 1", "“nothing” is no figure of a dossier")]
    [InlineData("figure: suits, least: no-model.suits", "“no-model.suits” is neither a whole number")]
    [InlineData("figure: suits", "“figure” and “least” go together")]
    public async Task A_wrong_sign_is_refused_with_its_line(string wrong, string says)
    {
        var data = Directory.CreateTempSubdirectory("zhijian-");
        Directory.CreateDirectory(Path.Combine(data.FullName, "dossiers"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "dossiers", "signs.yaml"), $$"""
            - id: bulk
              title: {zh: 批量, en: bulk}
              reference: 检例192
              says: {zh: 说明, en: what it is}
              signs:
                - {id: one, title: {zh: 一, en: one}, reference: 检例192, {{wrong}}, ask: {zh: 查, en: look} }
            """, Ct);
        var error = Should.Throw<DataFileException>(() => BadFaithSigns.Load(data.FullName, ModelCatalogue.Load(TestLaw.Data, Catalogue)));
        error.Message.ShouldContain(says);
        error.Message.ShouldContain("signs.yaml:6");
        data.Delete(recursive: true);
    }

    /// <summary>These, and null for every other that a sign names.</summary>
    private static Dictionary<string, long?> Figures(params (string Name, long? Value)[] known)
    {
        var figures = DossierFigures.Names.ToDictionary(n => n, _ => (long?)null, StringComparer.Ordinal);
        foreach (var (name, value) in known)
            figures[name] = value;
        return figures;
    }

    private static List<(string Id, Answer Answer)> Answers(Dossier dossier, string of) => [.. dossier.Classes.Single(c => c.Class.Id == of).Signs.Select(s => (s.Sign.Id, s.Answer))];

    private static (UnitSets Sets, DossierDesk Desk) Open(TestStore store)
    {
        var snapshots = new SetSnapshots(Path.Combine(store.Folder, "sets"));
        var temp = Path.Combine(store.Folder, "temp");
        var sets = new UnitSets(store.Events, Catalogue, new SetImport(snapshots, temp), store.Clock);
        return (sets, new DossierDesk(sets, snapshots, Signs, new PairComparison(TestLaw.Data, TestLaw.Book.Characters), store.Clock, temp, null));
    }

    private static async Task ImportAsync(TestStore store, UnitSets sets, string set, string csv)
    {
        var file = Path.Combine(store.Folder, $"{Path.GetRandomFileName()}.csv");
        await File.WriteAllTextAsync(file, csv, Ct);
        var of = Catalogue.Find(set)!;
        var (_, mapping) = await sets.LookAsync(An.Actor(), of, file, SourceKind.Csv, "某系统", Ct);
        (await sets.ImportAsync(An.Actor(), new ImportOrder(of, file, $"{set}.csv", SourceKind.Csv, "某系统", mapping, Adds: false), ct: Ct)).Refusal.ShouldBeNull();
    }
}
