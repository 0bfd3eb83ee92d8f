using Zhijian.Kernel;
using Zhijian.Supervision;

namespace Zhijian.Web.Tests;

/// <summary>Findings of models that are made up, raised by lu; each test has a model of its own, so that it counts only its own clues.</summary>
internal static class FoundClues
{
    public static string Model(string test) => $"test-{test}";

    public static Finding Finding(string test, string key = "k1", int score = 70, string amount = "61000", string? unit = null, string? subject = null) => new(
        Model(test), 1, key, subject ?? $"某商行{test}{key}", unit, score, new Text($"非法经营数额 {amount} 元", $"illegal turnover of {amount} yuan"),
        new Dictionary<string, string?> { ["amount"] = amount, ["seller"] = null }, [new FindingRow("penalties", $"{key}-1", "R1"), new FindingRow("penalties", $"{key}-2", "R2")]);

    /// <summary>Raises one and gives its number.</summary>
    public static async Task<string> RaiseAsync(Server server, string test) => (await RaiseAsync(server, test, Finding(test)))[0];

    /// <summary>Raises them and gives the numbers by score.</summary>
    public static async Task<IReadOnlyList<string>> RaiseAsync(Server server, string test, params IReadOnlyList<Finding> findings)
    {
        var lu = (await server.Platform.People.ActorAsync("lu"))!;
        await server.Platform.Clues.RaiseAsync($"run-{test}", findings, lu);
        var (rows, _) = await server.Platform.ClueLists.FindAsync(lu, new Supervision.Clues.ClueFilter { Model = Model(test) });
        return [.. rows.Select(r => r.Clue)];
    }
}

internal static class Redirects
{
    /// <summary>Where the answer leads to; anything but a redirect fails the test with what came instead.</summary>
    public static string ShouldRedirect(this Answer answer) => answer.Should(302).Header("Location")!;
}
