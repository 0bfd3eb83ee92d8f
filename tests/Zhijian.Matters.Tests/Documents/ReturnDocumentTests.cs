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

public sealed class ReturnDocumentTests
{
    [Fact]
    public void Only_what_was_submitted_or_approved_is_sent_back() => ShouldBeOpenOnlyAt(new ReturnDocument(On, 1, "再写"), Head, PaperState.Submitted, PaperState.Approved);

    [Fact]
    public void It_is_a_draft_again_and_says_why()
    {
        var story = Submitted().By(Head).Do(new ReturnDocument(On, 1, "证据再写"));

        story.First().ShouldSatisfyAllConditions(p => p.State.ShouldBe(PaperState.Draft), p => p.Notes[^1].Says.Zh.ShouldBe("退回：证据再写"));
        story.By(Prosecutor).Do(new MakeDocument(On, Values: new Dictionary<string, string> { ["evidence"] = "重写的证据" }, Paper: 1)).First().Versions.Count.ShouldBe(2);
    }

    [Fact]
    public void Without_a_reason_it_is_refused() => Submitted().By(Head).ShouldRefuse<FieldIsEmpty>(new ReturnDocument(On, 1, " "), "comment");
}
