using Zhijian.Matters;
using Zhijian.Testing;

namespace Zhijian.Data.Tests.Scenarios;

/// <summary>For every step one or more matters in which it can be taken; one class a track or kind of proceeding, found by itself.</summary>
internal interface IScenarios
{
    IEnumerable<(MatterStory Before, IDated Step)> All();
}

internal static class Everything
{
    public static IEnumerable<(MatterStory Before, IDated Step)> All() =>
        typeof(IScenarios).Assembly.GetTypes().Where(t => t is { IsClass: true } && typeof(IScenarios).IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(t => ((IScenarios)Activator.CreateInstance(t)!).All());
}
