using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Criminal;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Criminal;

public sealed class NotifySuspectTests
{
    [Fact]
    public void The_duty_towards_that_suspect_is_done_and_no_other()
    {
        var story = A.Matter(m => m.Suspect("张某").Suspect("李某").RightHolder("某公司")).Transferred("2026-03-02").Do(new NotifySuspect(Day("2026-03-03"), Persons: ["P1"]));

        story.Duties.Where(d => d.Status == DutyStatus.Discharged).Select(d => d.Key).ShouldBe(["notify-suspect.P1.1"]);
    }

    [Fact]
    public void It_does_not_move_the_case() => Stories.At(Stage.ProsecutionReview).Do(new NotifySuspect(Day("2026-03-03"))).StageOf("P1").ShouldBe(Stage.ProsecutionReview);
}
