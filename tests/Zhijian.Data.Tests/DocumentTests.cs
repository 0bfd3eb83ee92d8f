using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shouldly;
using Xunit;
using Zhijian.Documents;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Matters.Criminal;
using Zhijian.Matters.Documents;
using Zhijian.Matters.PublicInterest;
using Zhijian.Matters.Suggestions;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

/// <summary>The templates of data/documents, each made from a matter that knows enough and from one that knows nothing.</summary>
public sealed class DocumentTests
{
    private static readonly PaperBy By = new("某市人民检察院", "陆某");
    private static readonly EventTypes Types = new(typeof(Matter).Assembly);

    private static readonly Lazy<IReadOnlyList<Matter>> Matters = new(() =>
        [.. PlayedExample.All().Select(p => p.After), .. More().Select(s => s.Matter)]);

    /// <summary>What the examples of the steps do not play: the other kinds of a decision.</summary>
    private static IEnumerable<MatterStory> More()
    {
        MatterStory Reviewed() => A.Matter(m => m.Suspect("张某").RightHolder("某公司")).Transferred("2026-03-02");
        foreach (var kind in new[] { NonProsecution.Legal, NonProsecution.Special })
            yield return Reviewed().Do(new DecideNonProsecution(Day("2026-03-10"), kind, "理由", SppApproval: "核准决定1号"));
        yield return A.Matter(m => m.Suspect("张某").RightHolder("某公司")).Do(new AcceptTransfer(Day("2026-03-02"), "某市公安局", 2)).Do(new DecideNonProsecution(Day("2026-03-10"), NonProsecution.Doubtful, "证据不足"));
        foreach (var kind in new[] { SuggestionKind.Retrial, SuggestionKind.Correction, SuggestionKind.Other })
            yield return A.Matter().Do(new OpenSuggestion(Day("2026-03-02"), kind, Track.Criminal, "某法院", "再审")).Do(new DraftSuggestion(Day("2026-03-03"), "问题", "内容"));
        var judged = Reviewed().Prosecuted("2026-03-10").Judged("2026-03-20").Do(new ReviewJudgment(Day("2026-03-23"), JudgmentReview.Protest, "量刑畸轻"));
        yield return judged.Do(new RecordProtestReview(Day("2026-04-20"), ProtestSupport.Withdrawn, "抗诉不当"));
        var incidental = Reviewed().Prosecuted("2026-03-10").Do(new FilePublicInterest(Day("2026-03-11"), PublicLine.Civil, PublicField.FoodAndDrugs, "损害", "张某", "食品"));
        yield return incidental.Append([new PublicSuitBrought(Day("2026-03-12"), "某法院", "请求", true, null, "G1")], Day("2026-03-12"));
    }

    private static DateOnly Day(string day) => MatterStory.Day(day);

    public static IEnumerable<TheoryDataRow<string>> Templates => TestLaw.Book.Documents.Keys.Select(t => new TheoryDataRow<string>(t));

    private static DocumentTemplate Template(string id) => TestLaw.Book.Documents[id];

    private static Dictionary<string, string> Asked(DocumentTemplate template) => template.Asks.ToDictionary(a => a.Name, a => $"（{a.Label.Zh}）", StringComparer.Ordinal);

    private static IEnumerable<(Matter Matter, PaperSubject Subject)> Possible(DocumentTemplate template) => Matters.Value.SelectMany(m => (template.Per switch
    {
        DocumentSubject.Matter => [PaperSubject.None],
        DocumentSubject.Persons => m.Persons.Count > 0 ? new[] { new PaperSubject(PaperSubjects.Of(m, template, TestLaw.Book)) } : [],
        DocumentSubject.Person => PaperSubjects.Of(m, template, TestLaw.Book).Select(id => new PaperSubject([id])),
        DocumentSubject.Holder => PaperSubjects.Of(m, template, TestLaw.Book).Select(id => new PaperSubject([], Holder: id)),
        _ => PaperSubjects.Of(m, template, TestLaw.Book).Select(id => new PaperSubject([], Proceeding: id)),
    }).Select(s => (m, s)));

    [Fact]
    public void There_are_templates_for_all_four_functions()
    {
        TestLaw.Book.Documents.Count.ShouldBeGreaterThanOrEqualTo(40);
        TestLaw.Book.Documents.Values.Select(t => t.Track).Distinct().OfType<Track>().Order().ShouldBe(Enum.GetValues<Track>());
        TestLaw.Book.Documents.Values.Select(t => t.Name.Zh).ShouldBeUnique();
        TestLaw.Book.Documents.Values.Select(t => t.Name.En + t.Proceeding).ShouldBeUnique();
    }

    [Fact]
    public void Every_paper_of_a_step_is_a_template_or_somebody_elses()
    {
        var others = Vocabulary.Rows(Path.Combine(TestLaw.Data, "documents"), "others.csv").Select(r => r("title")).ToHashSet(StringComparer.Ordinal);
        foreach (var procedure in TestLaw.Book.Procedures.Values)
            foreach (var document in procedure.Documents)
                (others.Contains(document) ^ TestLaw.Book.Documents.Values.Any(t => t.Title.Zh == document && t.Steps.Contains(procedure.Step)))
                    .ShouldBeTrue($"{procedure.Source}: “{document}” is neither the title of a template with that step nor in others.csv, or both");
        others.ShouldBeSubsetOf(TestLaw.Book.Procedures.Values.SelectMany(p => p.Documents));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Its_facts_are_fields_of_events_and_of_the_steps_that_give_them(string id)
    {
        foreach (var (name, fact) in Template(id).Facts)
        {
            var type = Types.All.Where(t => EventTypes.Of(t).Name == fact.Event).MaxBy(t => EventTypes.Of(t).Schema).ShouldNotBeNull($"{id}.{name}: no event {fact.Event}");
            type.GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).ShouldContain(fact.Field, $"{id}.{name}");
            TestLaw.Steps.Find(fact.Step)!.Fields.Select(f => f.Name).ShouldContain(fact.Field, $"{id}.{name}: {fact.Step}");
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void From_a_matter_that_knows_enough_it_is_made_whole_and_Word_can_read_it(string id)
    {
        var template = Template(id);
        var made = Possible(template).Where(p => PaperMaker.Misfit(template, p.Matter, TestLaw.Book, p.Subject) is null)
            .Select(p => PaperMaker.Make(template, p.Matter, TestLaw.Book, p.Subject, By, Asked(template)));
        var least = (made.FirstOrDefault(m => m.Gaps.Count == 0) ?? made.MinBy(m => m.Gaps.Count)).ShouldNotBeNull($"{id}: no scenario has anybody for it");

        least.Gaps.Select(g => g.Field).ShouldBeEmpty();
        string.Join('\n', least.Text.Lines()).ShouldSatisfyAllConditions(t => t.ShouldNotContain("{"), t => t.ShouldNotContain("【"), t => t.ShouldNotContain("。。"), t => t.ShouldContain(template.Title.Zh));
        using var document = WordprocessingDocument.Open(new MemoryStream(Docx.Write(least.Text)), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void From_a_matter_that_knows_nothing_it_says_what_is_missing_and_who_gives_it(string id)
    {
        var template = Template(id);
        var made = PaperMaker.Make(template, A.Matter().Matter, TestLaw.Book, PaperSubject.None, new PaperBy("", ""), new Dictionary<string, string>());

        made.Gaps.Count.ShouldBeGreaterThan(0);
        made.Gaps.ShouldAllBe(g => g.Label.Zh.Length > 0 && g.Label.En.Length > 0 && (g.Step == null || g.Who.Count > 0));
        // every fact that the body needs and no step has given is among them
        foreach (var field in template.Body.Where(b => b.When is null && b.Unless is null && b.Each is null).SelectMany(b => DocumentTemplate.FieldsOf(b.Text)).Where(template.Facts.ContainsKey))
            made.Gaps.ShouldContain(g => g.Field == field && g.Step == template.Facts[field].Step);
    }

    [Fact]
    public void Notices_of_rights_are_bilingual() =>
        TestLaw.Book.Documents.Values.Where(t => t.Steps.Any(s => s is "notify-suspect" or "notify-victim" or "notify-right-holder" or "tell-plea-rights")).ShouldAllBe(t => t.English.Count > 0);

    [Fact]
    public void A_level_with_a_law_behind_it_names_the_article() =>
        TestLaw.Book.Documents.Values.Where(t => t.Approval.Basis is { } b && string.IsNullOrWhiteSpace(b.Article)).ShouldBeEmpty();
}
