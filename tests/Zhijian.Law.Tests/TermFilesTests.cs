using Shouldly;
using Xunit;
using Zhijian.Kernel;

namespace Zhijian.Law.Tests;

public sealed class TermFilesTests : IDisposable
{
    private const string File = "law/terms/CR-PR-STD.yaml";

    private readonly TemporaryData _data = new(File, "law/terms/CR-PR-EXT.yaml", "law/terms/CR-PR-FAST.yaml", "law/terms/CR-PR-FAST-LONG.yaml");

    public void Dispose() => _data.Dispose();

    private DataFileException Wrong() => Should.Throw<DataFileException>(() => TermFiles.Load(_data.Root));

    [Fact]
    public void A_term_is_read_with_its_value_its_counting_and_its_examples()
    {
        var file = TermFiles.Load(_data.Root)["CR-PR-STD"];

        file.Term.Values.ShouldBe([new TermValue(new DateOnly(2018, 10, 26), 1, TermUnit.Month, new LegalRef("刑诉法172；刑诉规则351"))]);
        file.Term.Counting.ShouldBe(new Counting(LastDay.MovesUnlessInCustody, MonthEnd.Criminal, new LegalRef("刑诉法105；刑诉解释202")));
        file.Examples[0].Custody.ShouldBe(Custody.Detained);
        file.Examples[0].Source.ShouldBe($"data/law/terms/CR-PR-STD.yaml:{_data.LineOf(File, "- {start: 2019-08-29")}");
    }

    [Theory]
    [InlineData("    reference: 刑诉法172；刑诉规则351\n", "“reference” is required", "- from:")]
    [InlineData("  - from: 2018-10-26\n    length", "“from” is required", "- length", "  - length")]
    [InlineData("    unit: month\n", "“unit” is required", "- from:")]
    [InlineData("    length: 1\n", "“length” is required", "- from:")]
    [InlineData("  last_day: moves_unless_in_custody\n", "“last_day” is required", "first_day:")]
    [InlineData("  month_end: criminal\n", "“month_end” is required", "first_day:")] // a term in months cannot leave it open
    [InlineData("  reference: 刑诉法105；刑诉解释202\n", "“reference” is required", "first_day:")]
    [InlineData("  first_day: excluded\n", "“first_day” is required", "last_day:")]
    public void What_the_law_leaves_to_choose_must_be_chosen(string line, string says, string at, string with = "")
    {
        _data.Replace(File, line, with);

        Wrong().ShouldSatisfyAllConditions(e => e.Message.ShouldContain(says), e => e.Line.ShouldBe(_data.LineOf(File, at)), e => e.Path.ShouldBe("data/law/terms/CR-PR-STD.yaml"));
    }

    [Theory]
    [InlineData("last_day: moves_unless_in_custody", "last_day: moves_in_custody")]
    [InlineData("month_end: criminal", "month_end: penal")]
    [InlineData("unit: month", "unit: months")]
    [InlineData("length: 1", "length: 0")]
    [InlineData("length: 1", "length: one")]
    [InlineData("first_day: excluded", "first_day: included")]
    [InlineData("status: verified", "status: sure")]
    [InlineData("from: 2018-10-26", "from: 2018-10")]
    [InlineData("id: CR-PR-STD", "id: CR-PR-EXT")]
    public void A_wrong_word_is_refused_at_its_line(string right, string wrong)
    {
        _data.Replace(File, right, wrong);

        Wrong().Line.ShouldBe(1 + Array.FindIndex(System.IO.File.ReadAllLines(_data.PathOf(File)), l => l.Contains(wrong)));
    }

    [Theory]
    [InlineData("note: ", "notes: ", "notes")]
    [InlineData("    unit: month\n", "    unit: month\n    units: 1\n", "units")]
    [InlineData("  month_end: criminal\n", "  month_end: criminal\n  monthend: civil\n", "monthend")]
    [InlineData("custody: detained, due: 2019-09-29}", "custody: detained, due: 2019-09-29, say: x}", "say")]
    public void An_unknown_field_is_refused(string right, string wrong, string field)
    {
        _data.Replace(File, right, wrong);

        Wrong().Message.ShouldContain($"unknown field “{field}”");
    }

    [Fact]
    public void What_extends_restarts_and_does_not_count_is_read_too()
    {
        var term = TermFiles.Load(_data.Root)["CR-PR-STD"].Term;

        term.Documents.ShouldBe(["起诉书", "不起诉决定书"]);
        term.Extensions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Term.ShouldBe("CR-PR-EXT"), e => e.AtMost.ShouldBe(1), e => e.ValueOn(new DateOnly(2026, 9, 3))!.Length.ShouldBe(15), e => e.Reference.Article.ShouldBe("刑诉法172；刑诉规则351"));
        term.Exclusions.ShouldHaveSingleItem().Reference.Status.ShouldBe(RefStatus.Secondary);
        term.Restarts.Select(r => r.AtMost).ShouldBe([null, 2]);
        term.Variants.ShouldBe([new TermVariant(new Text("认罪认罚、符合速裁程序条件", "guilty plea and fast-track conditions"), "CR-PR-FAST")]);
    }

    [Theory]
    [InlineData("    term: CR-PR-EXT\n", "    term: CR-NONE\n", "there is no term “CR-NONE”")]
    [InlineData("    term: CR-PR-EXT\n", "    term: CR-PR-EXT\n    length: 15\n", "do not write it twice")]
    [InlineData("    term: CR-PR-EXT\n", "    length: 15\n    unit: working_day\n    reference: 刑诉法172\n", "what can be added to it")]
    [InlineData("    term: CR-PR-EXT\n", "    length: 0\n    unit: day\n    reference: 刑诉法172\n", "a length is positive")]
    [InlineData("    at_most: 1\n", "    at_most: 0\n", "at least once")]
    [InlineData("term: CR-PR-FAST}", "term: CR-PR-QUICK}", "there is no term “CR-PR-QUICK”")]
    public void A_part_that_cannot_be_used_is_refused(string right, string wrong, string says)
    {
        _data.Replace(File, right, wrong);

        Wrong().Message.ShouldContain(says);
    }

    [Fact]
    public void Values_stand_oldest_first()
    {
        _data.Replace(File, "counting:", "  - {from: 2013-01-01, length: 1, unit: month, reference: 刑诉法169}\ncounting:");

        Wrong().Message.ShouldContain("oldest first");
    }

    [Fact]
    public void A_term_without_an_example_does_not_load()
    {
        var text = System.IO.File.ReadAllText(_data.PathOf(File));
        _data.Write(File, text[..text.IndexOf("examples:", StringComparison.Ordinal)]);

        Wrong().Message.ShouldContain("“examples” is required");
    }

    [Fact]
    public void A_moment_may_have_an_hour()
    {
        _data.Replace(File, "start: 2019-08-29, custody: detained, due: 2019-09-29", "start: 2019-08-29T09:15, custody: detained, due: 2019-09-29T09:15");

        TermFiles.Load(_data.Root)["CR-PR-STD"].Examples[0].ShouldSatisfyAllConditions(
            e => e.StartHour.ShouldBe(new TimeOnly(9, 15)), e => e.DueHour.ShouldBe(new TimeOnly(9, 15)));
    }

    [Fact]
    public void A_moment_that_is_neither_is_refused()
    {
        _data.Replace(File, "start: 2019-08-29,", "start: 2019-08-29 9h,");

        Wrong().Message.ShouldContain("no moment");
    }
}
