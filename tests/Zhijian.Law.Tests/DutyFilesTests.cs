using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Law.Tests;

public sealed class DutyFilesTests : IDisposable
{
    private const string File = "duties/decide-arrest.yaml";

    private readonly TemporaryData _data = new(File);

    public void Dispose() => _data.Dispose();

    private DutyRule Load() => DutyFiles.Load(_data.Root, TestLaw.Book.Terms).Single();

    private DataFileException Wrong() => Should.Throw<DataFileException>(Load);

    [Fact]
    public void A_duty_is_read_with_its_terms_by_custody_and_its_extension()
    {
        var rule = Load();

        rule.Terms.ShouldBe([new DutyTerm(Custody.Detained, "CR-ARR-DET"), new DutyTerm(Custody.Free, "CR-ARR-FREE")]);
        rule.Extensions.Single().ShouldSatisfyAllConditions(e => e.Replaces.ShouldBeTrue(), e => e.Term.ShouldBe("CR-ARR-FREE-MAJOR"));
        rule.Scope.ShouldBe(DutyScope.Person);
        rule.Source.ShouldBe("data/duties/decide-arrest.yaml:1");
    }

    [Theory]
    [InlineData("id: decide-arrest", "id: decide-arrests", "decide-arrest.yaml")]
    [InlineData("term: CR-ARR-DET", "term: CR-ARR-DETT", "no data/law/terms/CR-ARR-DETT.yaml")]
    [InlineData("holder: office", "holder: prosecutor", "right-holder")]
    [InlineData("scope: person", "scope: people", "matter")]
    [InlineData("custody: detained, term", "custody: jailed, term", "detained")]
    [InlineData("discharged_on: [arrest-decided, jurisdiction-changed]\n", "", "discharged_on")]
    [InlineData("opens_on: [arrest-review-accepted]\n", "", "opens_on")]
    [InlineData("step: decide-arrest", "steps: decide-arrest", "unknown field “steps”")]
    [InlineData("checked: 2026-11-22\n", "", "“checked” is required")]
    public void What_a_duty_must_say_it_must_say_rightly(string right, string wrong, string says)
    {
        _data.Replace(File, right, wrong);

        Wrong().ShouldSatisfyAllConditions(e => e.Message.ShouldContain(says), e => e.Path.ShouldBe("data/duties/decide-arrest.yaml"));
    }

    [Fact]
    public void Days_that_were_fixed_have_the_article_by_which_they_are()
    {
        _data.Replace(File, "term: CR-ARR-DET}", "term: CR-ARR-DET, days_in: days, reference: 检察建议规定19}");
        Load().Terms[0].DaysIn.ShouldBe(("days", new LegalRef("检察建议规定19")));

        _data.Replace(File, ", reference: 检察建议规定19", "");
        Wrong().Message.ShouldContain("“reference” is required");
    }

    [Fact]
    public void Another_reading_has_its_term_the_fact_it_counts_from_and_its_reason()
    {
        _data.Replace(File, "discharged_on:", "other_reading: {term: RX-SEND, from: decided, why: {zh: 待核, en: unverified}}\ndischarged_on:");
        Load().OtherReading.ShouldBe(new DutyReading("RX-SEND", "decided", new Text("待核", "unverified")));

        _data.Replace(File, "term: RX-SEND", "term: RX-SENT");
        Wrong().Message.ShouldContain("no data/law/terms/RX-SENT.yaml");
    }

    [Fact]
    public void A_time_that_does_not_count_has_its_reason_and_its_article()
    {
        const string stop = "suspended_on:\n  - {occurrence: stopped, when: {why: file}, resumed_on: resumed, reason: {zh: 调卷, en: file}, reference: 民事监督规则52}\ndischarged_on:";
        _data.Replace(File, "discharged_on:", stop);

        Load().Suspensions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.When.ShouldHaveSingleItem().Value.ShouldBe("file"), s => s.ResumedOn.ShouldBe("resumed"), s => s.Basis.Article.ShouldBe("民事监督规则52"));

        _data.Replace(File, ", reference: 民事监督规则52", "");
        Wrong().Message.ShouldContain("“reference” is required");
    }

    [Fact]
    public void An_extension_by_approved_days_names_the_fact_and_the_article()
    {
        _data.Replace(File, "discharged_on:", "suspended_on: []\ndischarged_on:");
        _data.Replace(File, "extended_on:\n", "extended_on:\n  - {occurrence: approved, days_in: days, reason: {zh: 批准延长, en: approved}, reference: 行政监督规则56}\n");

        Load().Extensions[0].DaysIn.ShouldBe(("days", new LegalRef("行政监督规则56")));
    }

    [Fact]
    public void A_restart_needs_its_article()
    {
        _data.Replace(File, "discharged_on:", "restarted_on:\n  - {occurrence: x, reason: {zh: 重新计算, en: anew}}\ndischarged_on:");

        Wrong().Message.ShouldContain("“reference” is required");
    }

    [Fact]
    public void Its_examples_are_read_with_file_and_line()
    {
        var example = DutyFiles.Examples(_data.Root, _data.PathOf(File)).First();

        example.Source.ShouldBe($"data/duties/decide-arrest.yaml:{_data.LineOf(File, "- say: 在押 7 日")}");
        example.Given[0].ShouldSatisfyAllConditions(o => o.Type.ShouldBe("custody-changed"), o => o.Facts["custody"].ShouldBe("Detained"), o => o.Subject.ShouldBe("P1"));
        example.Expect.Single().ShouldBe(new ExpectedDuty("P1", new DateOnly(2025, 10, 3), DutyStatus.Open));
    }

    [Theory]
    [InlineData("on: 2025-09-25,", "on: 2025-09-31,")]
    [InlineData("status: open}", "status: opened}")]
    [InlineData("say: 在押", "says: 在押")]
    public void An_example_that_is_wrong_is_refused(string right, string wrong)
    {
        _data.Replace(File, right, wrong);

        Should.Throw<DataFileException>(() => DutyFiles.Examples(_data.Root, _data.PathOf(File)).ToList());
    }
}
