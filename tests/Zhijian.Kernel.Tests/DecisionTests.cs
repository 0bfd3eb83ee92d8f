using Shouldly;
using Xunit;

namespace Zhijian.Kernel.Tests;

public sealed class DecisionTests
{
    private sealed record Happened : IEvent;

    private sealed record No() : Refusal("no", new Text("不行", "no"), null, new Text("改", "change it"));

    [Fact]
    public void A_decision_has_its_events_and_no_refusal()
    {
        var decision = Decision.Of(new Happened(), new Happened());

        decision.Events.Count.ShouldBe(2);
        decision.Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_refusal_is_a_decision_in_which_nothing_happened()
    {
        Decision decision = new No { Field = "on" };

        decision.Events.ShouldBeEmpty();
        decision.Refusal.ShouldBe(new No { Field = "on" });
    }
}
