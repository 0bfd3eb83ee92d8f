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

public sealed class WithdrawDocumentTests
{
    [Fact]
    public void Only_before_it_is_finished() => ShouldBeOpenOnlyAt(new WithdrawDocument(On, 1, "补写"), Prosecutor, PaperState.Submitted, PaperState.Approved);

    [Fact]
    public void It_is_a_draft_again() => Approved().Do(new WithdrawDocument(On, 1, "补写")).First().State.ShouldBe(PaperState.Draft);

    [Fact]
    public void Only_who_submitted_it_takes_it_back() =>
        Submitted().By(An.Actor("shen", An.Office, Role.Prosecutor)).ShouldRefuse<NotYourPaper>(new WithdrawDocument(On, 1, "补写"), "paper");

    [Fact]
    public void Without_a_reason_it_is_refused() => Submitted().ShouldRefuse<FieldIsEmpty>(new WithdrawDocument(On, 1, ""), "comment");
}
