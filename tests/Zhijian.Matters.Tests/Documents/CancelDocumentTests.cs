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

public sealed class CancelDocumentTests
{
    [Fact]
    public void What_is_cancelled_stays_so() => ShouldBeOpenOnlyAt(new CancelDocument(On, 1, "写错"), Head, PaperState.Draft, PaperState.Submitted, PaperState.Approved, PaperState.Finished);

    [Fact]
    public void A_finished_one_keeps_its_number_and_its_text_and_only_the_head_cancels_it()
    {
        Finished().ShouldRefuse<FinishedIsCancelledByTheHead>(new CancelDocument(On, 1, "写错"), "paper");
        Cancelled().First().ShouldSatisfyAllConditions(p => p.State.ShouldBe(PaperState.Cancelled), p => p.Number!.Number.ShouldBe(1), p => p.Text.ShouldBe(Finished().First().Text));
    }

    [Fact]
    public void A_draft_may_be_cancelled_by_its_prosecutor() => Draft().Do(new CancelDocument(On, 1, "不需要")).First().State.ShouldBe(PaperState.Cancelled);

    [Fact]
    public void Without_a_reason_it_is_refused() => Draft().ShouldRefuse<FieldIsEmpty>(new CancelDocument(On, 1, ""), "comment");
}
