using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class VocabularyTests
{
    private static readonly Vocabulary Words = TestLaw.Book.Vocabulary;

    [Theory]
    [InlineData("213", "213")]
    [InlineData("假冒注册商标", "213")]
    [InlineData("假冒注册商标罪", "213")]
    [InlineData("销售假冒注册商标的商品", "214")]
    [InlineData("为境外窃取、刺探、收买、非法提供商业秘密罪", "219-1")]
    public void A_charge_is_found_by_its_article_its_short_and_its_full_name(string given, string article) => Words.Charge(given)!.Article.ShouldBe(article);

    [Theory]
    [InlineData("")]
    [InlineData("21")]
    [InlineData("商标")]
    [InlineData("盗窃罪")]
    public void What_is_no_charge_of_the_list_is_not_found(string given) => Words.Charge(given).ShouldBeNull();

    [Theory]
    [InlineData("TM", "TM")]
    [InlineData("trademark", "TM")]
    [InlineData("trade secret", "TS")]
    public void A_right_is_found_by_its_code_and_by_the_word_of_published_cases(string given, string code) => Words.Right(given)!.Code.ShouldBe(code);

    [Theory]
    [InlineData("")] // several rights have no published word: none of them is meant
    [InlineData("tm")]
    public void What_is_no_right_of_the_list_is_not_found(string given) => Words.Right(given).ShouldBeNull();

    [Theory]
    [InlineData("销售数额", "sales-amount", "sales_amount")]
    [InlineData("非法经营额", "illegal-turnover", "illegal_turnover")]
    [InlineData("未售货值", "unsold-value", "unsold_value")]
    [InlineData("illegal-gains", "illegal-gains", "illegal_gains")]
    public void An_amount_is_found_by_all_its_names(string given, string id, string metric) =>
        Words.AmountKind(given).ShouldSatisfyAllConditions(k => k!.Id.ShouldBe(id), k => k!.Metric.ShouldBe(metric));

    [Theory]
    [InlineData("涉案金额")] // does not say of which kind
    [InlineData("违法经营额")] // the administrative figure is not the criminal one
    [InlineData("合理许可使用费")]
    public void An_amount_that_is_no_legal_figure_feeds_none(string given) => Words.AmountKind(given)!.Metric.ShouldBeNull();

    [Theory]
    [InlineData("提起公诉", Milestone.Indicted)]
    [InlineData("逮捕", Milestone.Arrested)]
    [InlineData("二审维持", Milestone.JudgedFinal)]
    [InlineData("相对不起诉并制发检察意见", Milestone.NotProsecuted)]
    public void A_phrase_of_the_list_is_a_milestone(string phrase, Milestone milestone) => Words.Milestone(phrase).ShouldBe(milestone);

    [Theory]
    [InlineData("一人批捕")] // of one who is not named
    [InlineData("一人刑事拘留")]
    [InlineData("二审开庭")]
    [InlineData("行政处罚")]
    [InlineData("不提起公诉")]
    [InlineData("")]
    public void Other_phrases_stay_plain_history(string phrase) => Words.Milestone(phrase).ShouldBeNull();

    [Fact]
    public void A_phrase_found_by_a_part_yields_to_one_found_whole()
    {
        var words = new Vocabulary
        {
            Charges = [],
            Rights = [],
            AmountKinds = [],
            Standards = TestLaw.Book.Vocabulary.Standards,
            Milestones = [new MilestonePhrase("判决", Exact: false, Milestone.JudgedFirst), new MilestonePhrase("二审判决", Exact: true, Milestone.JudgedFinal)],
        };

        words.Milestone("二审判决").ShouldBe(Milestone.JudgedFinal);
        words.Milestone("当庭判决").ShouldBe(Milestone.JudgedFirst);
    }

    [Fact]
    public void A_column_that_is_not_there_is_named_with_file_and_line()
    {
        using var data = new TemporaryData("vocabulary/charges.csv", "vocabulary/ip-right-types.csv", "vocabulary/amount-kinds.csv", "vocabulary/milestones.yaml", "vocabulary/standards.yaml");
        data.Replace("vocabulary/charges.csv", "article,zh,en,since,short", "article,zh,en,since,brief");

        Should.Throw<DataFileException>(() => Vocabulary.Load(data.Root)).Message.ShouldStartWith("data/vocabulary/charges.csv:2: no column “short”");
    }

    [Theory]
    [InlineData("match: exact", "match: whole")]
    [InlineData("milestone: detained", "milestone: jailed")]
    public void A_milestone_has_only_words_of_the_list(string right, string wrong)
    {
        using var data = new TemporaryData("vocabulary/charges.csv", "vocabulary/ip-right-types.csv", "vocabulary/amount-kinds.csv", "vocabulary/milestones.yaml", "vocabulary/standards.yaml");
        data.Replace("vocabulary/milestones.yaml", $"{{phrase: 刑事拘留, match: exact, milestone: detained}}", "{phrase: 刑事拘留, match: exact, milestone: detained}".Replace(right, wrong));

        Should.Throw<DataFileException>(() => Vocabulary.Load(data.Root)).Path.ShouldBe("data/vocabulary/milestones.yaml");
    }

    [Theory]
    [InlineData("in: title, phrase: 抗诉案", "in: heading, phrase: 抗诉案", "“heading” is none of title, measures, events")]
    [InlineData("kind: suggestion, stage: approved", "kind: suggestions, stage: approved", "no data/proceedings/suggestions.yaml")]
    [InlineData("kind: suggestion, stage: approved", "kind: suggestion, stage: sent", "“sent” is no stage of data/proceedings/suggestion.yaml")]
    [InlineData("kind: suggestion, stage: approved", "kind: suggestion, stage: approved, on: 2020", "unknown field “on”")]
    [InlineData("phrases: [行政处罚, ", "phrases: [行政公益诉讼, ", "“行政公益诉讼” is both among “says” and among “none”")]
    public void A_word_about_proceedings_names_a_place_a_kind_and_a_stage_that_exist(string right, string wrong, string says)
    {
        const string File = "vocabulary/published-proceedings.yaml";
        using var data = new TemporaryData(File);
        data.Replace(File, right, wrong);

        var error = Should.Throw<DataFileException>(() => PublishedWords.Load(data.Root, TestLaw.Book.Proceedings));
        (error.Path, error.Message.Contains(says)).ShouldBe(($"data/{File}", true), error.Message);
    }
}
