using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Refusals;
using static Zhijian.Matters.Tests.PublicInterest.PublicStories;

namespace Zhijian.Matters.Tests.PublicInterest;

public sealed class DeclinePublicInterestTests
{
    [Fact]
    public void It_is_at_its_end_at_once_and_owes_nothing()
    {
        var story = A.Matter().Do(new DeclinePublicInterest(Day("2025-05-06"), PublicLine.Administrative, "某线索", "没有损害公共利益"));

        story.StageOf().ShouldBe("not-filed");
        story.Duties.ShouldBeEmpty();
    }

    [Fact]
    public void Without_reasons_it_is_refused() => A.Matter().ShouldRefuse<FieldIsEmpty>(new DeclinePublicInterest(Day("2025-05-06"), PublicLine.Civil, "某线索", ""), "reason");

    [Fact]
    public void It_is_not_decided_tomorrow() => A.Matter().ShouldRefuse<DateInFuture>(new DeclinePublicInterest(Day("2026-11-23"), PublicLine.Civil, "某线索", "无"), "on");
}
