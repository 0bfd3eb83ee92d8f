using Shouldly;
using Zhijian.Kernel;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests;

internal static class Refusals
{
    /// <summary>The step is refused for that reason, at that field, with a sentence and a way out in both languages, and nothing is recorded.</summary>
    public static T ShouldRefuse<T>(this MatterStory story, IDated step, string? field = null)
        where T : Refusal
    {
        var entries = story.Log.Count;
        var refusal = story.Refused(step).ShouldBeOfType<T>();
        refusal.Field.ShouldBe(field);
        new[] { refusal.Says.Zh, refusal.Says.En, refusal.Remedy.Zh, refusal.Remedy.En }.ShouldAllBe(s => !string.IsNullOrWhiteSpace(s));
        story.Log.Count.ShouldBe(entries);
        return refusal;
    }

    public static DateOnly Day(string day) => MatterStory.Day(day);
}
