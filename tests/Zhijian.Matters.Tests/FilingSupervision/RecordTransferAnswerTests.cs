using Shouldly;
using Xunit;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.FilingSupervision.FilingStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.FilingSupervision;

public sealed class RecordTransferAnswerTests
{
    private static MatterStory Advised() => Accepted(FilingFault.NotTransferred).Do(new AdviseTransfer(Day("2025-05-12"), "应当移送"));

    [Theory]
    [InlineData(TransferAnswer.Transferred, "transferred")]
    [InlineData(TransferAnswer.Refused, "not-transferred")]
    public void It_ends_with_what_the_organ_did(TransferAnswer answer, string stage)
    {
        var story = Advised().Do(new RecordTransferAnswer(Day("2025-05-20"), answer, "移送书1号"));

        story.Stage().ShouldBe(stage);
        TestLaw.Book.StageOf(story.Matter.Proceeding("F1")!).Final.ShouldBeTrue();
    }

    [Fact]
    public void Not_before_the_opinion() => Accepted(FilingFault.NotTransferred).ShouldRefuse<ProceedingOutOfOrder>(new RecordTransferAnswer(Day("2025-05-20"), TransferAnswer.Transferred, "移送书1号"), "proceeding");

    [Fact]
    public void With_its_number_or_reason() => Advised().ShouldRefuse<FieldIsEmpty>(new RecordTransferAnswer(Day("2025-05-20"), TransferAnswer.Refused, ""), "detail");
}
