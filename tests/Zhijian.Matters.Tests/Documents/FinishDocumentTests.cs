using Shouldly;
using Xunit;
using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Documents.DocumentStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Documents;

public sealed class FinishDocumentTests
{
    [Fact]
    public void Only_what_was_approved_is_finished() => ShouldBeOpenOnlyAt(new FinishDocument(On, 1), Prosecutor, PaperState.Approved);

    [Fact]
    public void It_gets_its_number_its_day_and_the_hash_of_its_file()
    {
        var paper = Finished().First();

        paper.Number.ShouldBe(new PaperNumber("检诉", 2026, 1, "某市检诉〔2026〕1号"));
        (paper.Text.Number, paper.Text.Date).ShouldBe(("某市检诉〔2026〕1号", On));
        paper.Seal.ShouldBe(new PaperSeal(On, "lu", Docx.HashOf(Docx.Write(paper.Text))));
    }

    [Fact]
    public void The_decision_wants_a_number_and_does_not_invent_one()
    {
        var decision = Approved().Decide(new FinishDocument(On, 1));

        (decision.Series, decision.Events.Count).ShouldBe((new NumberSeries("检诉", 2026), 0));
        ((PaperFinished)decision.With(17).Events.Single()).Number!.Text.ShouldBe("某市检诉〔2026〕17号");
    }

    [Fact]
    public void What_a_prosecutor_decides_alone_is_finished_at_once_and_may_have_no_number()
    {
        var story = Indicted().Do(new MakeDocument(On, "suspect-rights", ["P1"]));

        story.By(An.Actor("fang", An.Office, Role.CaseManager)).ShouldRefuse<PaperOutOfOrder>(new FinishDocument(On, 1), "paper");
        story.By(Prosecutor).Do(new FinishDocument(On, 1)).First().ShouldSatisfyAllConditions(p => p.State.ShouldBe(PaperState.Finished), p => p.Number.ShouldBeNull(), p => p.Seal.ShouldNotBeNull());
    }

    [Fact]
    public void A_number_that_was_cancelled_is_not_given_again()
    {
        var story = Cancelled().Do(Indictment).Do(new SubmitDocument(On, 2)).By(Head).Do(new ApproveDocument(On, 2)).By(Prosecutor).Do(new FinishDocument(On, 2));

        story.Matter.Papers.Select(p => (p.Number!.Number, p.State)).ShouldBe([(1, PaperState.Cancelled), (2, PaperState.Finished)]);
    }

    [Fact]
    public void A_fact_that_changed_meanwhile_stops_it() =>
        Approved().Do(new RecordAmount(On, "illegal-gains", new Money(30_000), "审计报告")).ShouldRefuse<PaperIsOutdated>(new FinishDocument(On, 1), "paper");
}
