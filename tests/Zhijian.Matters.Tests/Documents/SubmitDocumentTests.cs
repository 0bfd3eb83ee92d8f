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

public sealed class SubmitDocumentTests
{
    [Fact]
    public void Only_a_draft_is_submitted() => ShouldBeOpenOnlyAt(new SubmitDocument(On, 1), Prosecutor, PaperState.Draft);

    [Fact]
    public void It_waits_for_approval_then() => Submitted().First().ShouldSatisfyAllConditions(p => p.State.ShouldBe(PaperState.Submitted), p => p.Notes[^1].By.ShouldBe("lu"));

    [Fact]
    public void What_has_changed_since_it_was_made_must_be_in_it() =>
        Draft().Do(new RecordAmount(On, "illegal-gains", new Money(30_000), "审计报告")).ShouldRefuse<PaperIsOutdated>(new SubmitDocument(On, 1), "paper");

    [Fact]
    public void Not_before_it_was_made() => Draft().ShouldRefuse<BeforeThePaper>(new SubmitDocument(Day("2026-03-11"), 1), "on");
}
