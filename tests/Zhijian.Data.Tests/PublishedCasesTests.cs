using System.Text.Json;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class PublishedCasesTests
{
    private static readonly JsonElement[] Cases = [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(TestLaw.Data, "published", "cases.json"))).RootElement.EnumerateArray()];

    private static readonly string[] Fields =
    [
        "id", "title", "function", "charges", "ipType", "office", "court", "caseNo", "persons", "period", "goods", "amounts", "counts", "events", "outcome", "measures",
        "note", "source", "sourceKind",
    ];

    public static IEnumerable<TheoryDataRow<string>> Ids => Cases.Select(c => new TheoryDataRow<string>(Text(c, "id")!) { TestDisplayName = $"data/published/cases.json: {Text(c, "id")}" });

    private static string? Text(JsonElement of, string field) => of.GetProperty(field).GetString();

    [Fact]
    public void There_are_sixty_and_no_id_stands_twice()
    {
        Cases.Length.ShouldBe(60);
        Cases.Select(c => Text(c, "id")).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_case_has_all_fields_and_only_words_of_the_vocabulary(string id)
    {
        var c = Cases.Single(x => Text(x, "id") == id);

        c.EnumerateObject().Select(p => p.Name).Order().ShouldBe(Fields.Order());
        Text(c, "function").ShouldBeOneOf("criminal", "civil", "admin", "pil", "admin-enforcement", "civil-court");
        Text(c, "sourceKind").ShouldBeOneOf("official", "judgment", "press", "mirror");
        (Uri.TryCreate(Text(c, "source"), UriKind.Absolute, out _) || Text(c, "source")!.StartsWith("未记录网址：", StringComparison.Ordinal)).ShouldBeTrue(Text(c, "source"));
        c.GetProperty("charges").EnumerateArray().Where(x => TestLaw.Book.Vocabulary.Charge(x.GetString()!) is null).Select(x => x.GetString()).ShouldBeEmpty();
        if (Text(c, "ipType") is { } type)
            TestLaw.Book.Vocabulary.Right(type).ShouldNotBeNull(type);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Its_dates_are_dates_as_far_as_they_go_and_its_amounts_are_amounts(string id)
    {
        var c = Cases.Single(x => Text(x, "id") == id);

        foreach (var e in c.GetProperty("events").EnumerateArray())
        {
            PartialDate.TryParse(Text(e, "date")).ShouldNotBeNull(Text(e, "date"));
            Text(e, "what").ShouldNotBeNullOrWhiteSpace();
        }
        if (c.GetProperty("period") is { ValueKind: JsonValueKind.Array } period)
        {
            var ends = period.EnumerateArray().Select(d => d.GetString()).ToList();
            ends.Count.ShouldBe(2);
            var known = ends.OfType<string>().Select(d => PartialDate.TryParse(d).ShouldNotBeNull(d)).ToList();
            if (known is [var from, var to])
                to.Latest.ShouldBeGreaterThanOrEqualTo(from.Earliest);
        }
        foreach (var a in c.GetProperty("amounts").EnumerateArray())
        {
            new Money(a.GetProperty("yuan").GetDecimal()).Yuan.ShouldBePositive();
            a.GetProperty("approx").ValueKind.ShouldBeOneOf(JsonValueKind.True, JsonValueKind.False);
        }
    }

    [Fact]
    public void Every_milestone_phrase_occurs_in_a_criminal_case()
    {
        var said = Cases.Where(c => Text(c, "function") == "criminal").SelectMany(c => c.GetProperty("events").EnumerateArray()).Select(e => Text(e, "what")).ToHashSet();

        TestLaw.Book.Vocabulary.Milestones.Where(m => !said.Contains(m.Phrase)).Select(m => m.Phrase).ShouldBeEmpty();
    }

    [Fact]
    public void The_numbers_in_the_heading_of_the_milestones_are_true()
    {
        // 87 条经过逐条看过：28 条是节点
        var all = Cases.SelectMany(c => c.GetProperty("events").EnumerateArray().Select(e => (Function: Text(c, "function"), What: Text(e, "what")!))).ToList();

        all.Count.ShouldBe(87);
        all.Count(e => e.Function == "criminal" && TestLaw.Book.Vocabulary.Milestone(e.What) is not null).ShouldBe(28);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_word_is_a_milestone_says_where_a_proceeding_stood_or_is_known_to_say_neither(string id)
    {
        var c = Cases.Single(x => Text(x, "id") == id);
        var function = Text(c, "function")!;

        foreach (var (place, word) in Words(c))
        {
            var milestone = function == "criminal" && place == "events" && TestLaw.Book.Vocabulary.Milestone(word) is not null;
            var says = TestLaw.Book.PublishedWords.In(function, place, word).Any();
            new[] { milestone, says, TestLaw.Book.PublishedWords.IsSilent(function, word) }.Count(x => x).ShouldBe(1, $"{place}: {word}");
        }
    }

    [Fact]
    public void Every_word_about_proceedings_occurs_in_a_case_of_its_function()
    {
        var said = Cases.SelectMany(c => Words(c).Append(("title", Text(c, "title")!)).Select(w => (Function: Text(c, "function"), Place: w.Item1, Word: w.Item2))).ToList();

        TestLaw.Book.PublishedWords.Says.Where(w => !said.Exists(s => s.Function == w.Function && s.Place == w.Place && s.Word.Contains(w.Phrase))).Select(w => w.Phrase).ShouldBeEmpty();
        TestLaw.Book.PublishedWords.None.Where(w => !said.Exists(s => (w.Function ?? s.Function) == s.Function && s.Word == w.Phrase)).Select(w => w.Phrase).ShouldBeEmpty();
        TestLaw.Book.PublishedWords.None.Select(w => (w.Function, w.Phrase)).ShouldBeUnique();
    }

    private static IEnumerable<(string Place, string Word)> Words(JsonElement c) =>
        c.GetProperty("measures").EnumerateArray().Select(m => ("measures", m.GetString()!)).Concat(c.GetProperty("events").EnumerateArray().Select(e => ("events", Text(e, "what")!)));
}
