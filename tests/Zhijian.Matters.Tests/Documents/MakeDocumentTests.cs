using Shouldly;
using Xunit;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Documents.DocumentStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Documents;

public sealed class MakeDocumentTests
{
    [Fact]
    public void The_text_is_filled_from_the_record_and_says_where_each_value_came_from()
    {
        var paper = Draft().First();
        var text = string.Join('\n', paper.Text.Lines());

        text.ShouldContain("被告人张某、李某的行为触犯《中华人民共和国刑法》第二百一十三条、第二百一十四条，应当以假冒注册商标罪、销售假冒注册商标的商品罪追究刑事责任。自愿认罪认罚。");
        text.ShouldContain("本案由某市公安局侦查终结");
        text.ShouldContain("本院于2026年3月2日受理");
        text.ShouldContain("销售金额：126,000元。");
        paper.Text.Recipient.ShouldBe("某区人民法院");
        paper.Text.Body.Select(l => l.Text).ShouldContain("事实二。"); // a line of a value is a paragraph
        paper.Latest.Values.Single(v => v.Field == "court").ShouldBe(new PaperValue("court", "某区人民法院", 3));
        paper.Latest.Values.Single(v => v.Field == "evidence").Entry.ShouldBeNull();
        paper.Latest.TemplateVersion.ShouldBe(TestLaw.Book.Documents["indictment"].Version);
        (paper.Text.Number, paper.Text.Date, paper.State).ShouldBe((null, null, PaperState.Draft));
    }

    [Fact]
    public void What_is_missing_is_named_with_who_can_give_it_and_by_which_step()
    {
        var refusal = A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").ShouldRefuse<PaperIsIncomplete>(new MakeDocument(On, "indictment"), "values");

        refusal.Gaps.Select(g => g.Field).ShouldBe(["court", "identities", "facts-found", "evidence", "assessment", "attachments"], ignoreOrder: true);
        refusal.Gaps.Single(g => g.Field == "court").ShouldSatisfyAllConditions(
            g => g.Step.ShouldBe("prosecute"), g => g.Who.ShouldBe([Kernel.Role.Prosecutor]), g => g.Label.Zh.ShouldStartWith("提起公诉："), g => g.MayBeGiven.ShouldBeTrue());
        refusal.Remedy.Zh.ShouldContain("court：由“提起公诉（prosecute）”登记，或者制作时填写");
    }

    [Fact]
    public void A_fact_that_is_not_recorded_yet_may_be_given_and_gives_way_to_the_record()
    {
        var story = A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").Do(Indictment with { Values = new Dictionary<string, string>(Asked) { ["court"] = "某市中级人民法院" } });
        story.First().IsOutdated(story.Matter, TestLaw.Book).ShouldBeFalse();

        story.Prosecuted("2026-03-12");
        story.First().IsOutdated(story.Matter, TestLaw.Book).ShouldBeTrue();
        story.Do(new MakeDocument(On, Paper: 1)).First().ShouldSatisfyAllConditions(
            p => p.Text.Recipient.ShouldBe("某区人民法院"), p => p.Versions.Count.ShouldBe(2), p => p.Versions[0].Text.Recipient.ShouldBe("某市中级人民法院"));
    }

    [Fact]
    public void What_the_matter_knows_is_not_given_anew() =>
        Indicted().ShouldRefuse<ValueComesFromTheMatter>(Indictment with { Values = new Dictionary<string, string>(Asked) { ["court"] = "别的法院" } }, "values").Remedy.Zh.ShouldContain("prosecute");

    [Fact]
    public void A_field_that_the_template_does_not_have_is_refused() =>
        Indicted().ShouldRefuse<ValueIsNotAsked>(Indictment with { Values = new Dictionary<string, string>(Asked) { ["colour"] = "红" } }, "values");

    [Fact]
    public void Per_person_there_is_one_paper_each_and_per_holder_too()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某").RightHolder("甲公司").RightHolder("乙公司")).Transferred("2026-03-02");

        story.Do(new MakeDocument(On, "suspect-rights")).Matter.Papers.Select(p => (p.N, p.Text.Recipient)).ShouldBe([(1, "张某"), (2, "李某")]);
        story.Do(new MakeDocument(On, "right-holder-rights", ["R2"])).Matter.Paper(3)!.Text.ShouldSatisfyAllConditions(t => t.Recipient.ShouldBe("乙公司"), t => t.English.Count.ShouldBeGreaterThan(12));
    }

    [Fact]
    public void Only_the_paper_of_the_decision_that_was_taken_fits()
    {
        var story = A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").NotProsecuted("2026-03-10");
        var values = new Dictionary<string, string> { ["identity"] = "无", ["facts-found"] = "事实" };

        story.ShouldRefuse<TemplateDoesNotFit>(new MakeDocument(On, "non-prosecution-legal", Values: values), "template").Basis!.Article.ShouldContain("刑诉法16");
        story.Do(new MakeDocument(On, "non-prosecution-discretionary", Values: values)).First().Text.Title.ShouldBe("不起诉决定书");
    }

    [Fact]
    public void A_changed_fact_makes_a_new_version_and_nothing_changed_makes_none()
    {
        var story = Draft();
        story.ShouldRefuse<NothingToMakeAnew>(new MakeDocument(On, Paper: 1), "paper");

        story.Do(new RecordAmount(On, "illegal-gains", new Kernel.Money(30_000), "审计报告")).Do(new MakeDocument(On, Paper: 1));
        story.First().Versions.Select(v => v.N).ShouldBe([1, 2]);
        story.First().Text.Body.ShouldContain(l => l.Text == "违法所得：30,000元。");
        story.First().Latest.Values.ShouldContain(v => v.Field == "evidence"); // what was given stays
    }

    [Theory]
    [InlineData(PaperState.Submitted, typeof(PaperOutOfOrder))]
    [InlineData(PaperState.Approved, typeof(PaperOutOfOrder))]
    [InlineData(PaperState.Finished, typeof(FinishedPaperStays))]
    [InlineData(PaperState.Cancelled, typeof(FinishedPaperStays))]
    public void Only_a_draft_is_made_again(PaperState state, Type refusal) => At(state).Refused(new MakeDocument(On, Paper: 1)).ShouldBeOfType(refusal);

    [Fact]
    public void Template_and_subjects_are_checked()
    {
        Indicted().ShouldRefuse<UnknownTemplate>(new MakeDocument(On, "letter-home"), "template");
        Indicted().ShouldRefuse<UnknownTemplate>(new MakeDocument(On), "template");
        Indicted().ShouldRefuse<UnknownPaper>(new MakeDocument(On, Paper: 7), "paper");
        Indicted().ShouldRefuse<NotASubject>(Indictment with { Subjects = ["R1"] }, "subjects");
        Indicted().ShouldRefuse<PaperHasNoSubject>(new MakeDocument(On, "service-receipt", ["P1"]), "subjects");
        Indicted().ShouldRefuse<NobodyForThePaper>(new MakeDocument(On, "notice-to-file"), "subjects");
        Draft().ShouldRefuse<PaperKeepsItsSubject>(new MakeDocument(On, "review-report", Paper: 1), "paper");
    }

    [Fact]
    public void What_was_recorded_of_a_paper_is_not_corrected() =>
        Draft().ShouldRefuse<PapersAreNotCorrected>(new ProposeCorrection(On, 4, "office", "另一院", "有误"), "target");

    [Fact]
    public void A_correction_of_a_fact_reaches_a_draft_but_not_what_is_finished()
    {
        MatterStory Correct(MatterStory story) => story.Do(new ProposeCorrection(On, 3, "court", "另一法院", "录错")).By(An.Actor("shen")).Do(new ConfirmCorrection(On, story.Matter.Version));

        var draft = Correct(Draft());
        draft.First().IsOutdated(draft.Matter, TestLaw.Book).ShouldBeTrue();
        var finished = Finished();
        var (text, hash) = (finished.First().Text, finished.First().Seal!.Hash);
        Correct(finished).First().ShouldSatisfyAllConditions(p => p.Text.ShouldBe(text), p => p.Seal!.Hash.ShouldBe(hash), p => p.IsOutdated(finished.Matter, TestLaw.Book).ShouldBeFalse());
    }

    [Fact]
    public void A_value_that_the_record_has_of_one_person_only_is_given_for_the_other()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某")).By(Prosecutor).Do(new Matters.Criminal.AcceptTransfer(On, "某市公安局", 0, ["P1"]));

        var made = story.Do(new MakeDocument(On, "suspect-rights", ["P1", "P2"], new Dictionary<string, string> { ["accepted-on"] = "2026年3月1日" })).Matter.Papers;

        made.Select(p => p.Latest.Values.Single(v => v.Field == "accepted-on")).Select(v => (v.Value, v.Entry is null)).ShouldBe([("2026年3月12日", false), ("2026年3月1日", true)]);
        story.ShouldRefuse<ValueComesFromTheMatter>(new MakeDocument(On, "suspect-rights", ["P1"], new Dictionary<string, string> { ["accepted-on"] = "2026年3月1日" }), "values");
    }
}
