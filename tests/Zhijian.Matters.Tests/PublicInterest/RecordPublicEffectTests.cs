using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class RecordPublicEffectTests
{
    private static readonly RecordPublicEffect Seen = new(Day("2025-09-15"), "八家肉店停止冒用", "回访笔录", PublicEffect.Full);

    [Fact]
    public void It_is_kept_and_the_stage_stays()
    {
        var story = Rectified().Do(Seen);

        story.StageOf().ShouldBe("rectified");
        story.Matter.Proceeding("G1")!.Facts["effect"].ShouldBe("full");
    }

    [Fact]
    public void A_later_visit_may_find_that_it_fell_back_even_after_the_end() =>
        Rectified().Do(Seen).Do(new EndPublicInterest(Day("2025-09-20"), "整改到位")).Do(Seen with { On = Day("2026-03-16"), Effect = PublicEffect.FallenBack })
            .Matter.Proceeding("G1")!.ShouldSatisfyAllConditions(p => p.Stage.ShouldBe("ended"), p => p.Facts["effect"].ShouldBe("fallen-back"));

    [Fact]
    public void Before_anything_was_corrected_or_without_proof_it_is_refused()
    {
        Served().ShouldRefuse<ProceedingOutOfOrder>(Seen, "proceeding");
        Rectified().ShouldRefuse<FieldIsEmpty>(Seen with { Proof = "" }, "proof");
    }
}
