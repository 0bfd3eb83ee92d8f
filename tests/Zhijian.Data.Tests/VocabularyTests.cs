using Shouldly;
using Xunit;
using Zhijian.Testing;

namespace Zhijian.Data.Tests;

public sealed class VocabularyTests
{
    private static readonly Law.Vocabulary Words = TestLaw.Book.Vocabulary;

    [Fact]
    public void No_article_and_no_name_of_a_charge_stands_twice()
    {
        Words.Charges.Select(c => c.Article).ShouldBeUnique();
        Words.Charges.Select(c => c.Short).ShouldBeUnique();
        Words.Charges.ShouldAllBe(c => c.Title.Zh == c.Short + "罪");
    }

    [Fact]
    public void No_word_for_an_amount_means_two_kinds() => Words.AmountKinds.SelectMany(k => k.Also.Append(k.Title.Zh).Append(k.Id)).ShouldBeUnique();

    [Fact]
    public void An_amount_that_has_a_metric_feeds_one_that_a_standard_may_use() =>
        Words.AmountKinds.Select(k => k.Metric).OfType<string>().Distinct().ShouldBeSubsetOf(Words.Standards.Metrics.Keys);

    [Fact]
    public void No_kind_of_right_has_the_code_of_another() => Words.Rights.Select(r => r.Code).ShouldBeUnique();

    [Fact]
    public void A_sign_of_bad_faith_has_one_name_and_its_source_and_what_is_only_practice_is_marked()
    {
        Words.Indicators.Count.ShouldBe(18);
        Words.Indicators.Select(i => i.Id).ShouldBeUnique();
        Words.Indicators.Select(i => i.Title.Zh).ShouldBeUnique();
        Words.Indicators.ShouldAllBe(i => i.Kind == "squat" || i.Kind == "suit");
        Words.Indicators.Where(i => i.Basis.Article == "实务").ShouldAllBe(i => i.Basis.Status == Kernel.RefStatus.Unverified);
        Words.Indicator("类案异判")!.Id.ShouldBe("inconsistent-judgments");
        Words.Indicator("greed").ShouldBeNull();
    }

    [Fact]
    public void No_milestone_is_found_by_a_part_of_a_phrase() => Words.Milestones.ShouldAllBe(m => m.Exact);

    [Fact]
    public void A_word_for_reading_stands_once_and_names_a_known_kind()
    {
        Words.Reading.Units.Select(u => u.Unit).ShouldBeUnique();
        Words.Reading.Units.ShouldAllBe(u => new[] { "piece", "person", "time", "measure" }.Contains(u.Kind));
        Words.Reading.Amounts.Select(a => a.Phrase).ShouldBeUnique();
        Words.Reading.Amounts.ShouldAllBe(a => a.Means == null || Words.AmountKind(a.Means) != null);
        Words.Reading.Phrases.ShouldAllBe(p => new[] { "attempt", "seized", "penalty" }.Contains(p.About));
        Words.Reading.Goods.ShouldBeUnique();
    }
}
