using Shouldly;
using Xunit;
using Zhijian.Store;

namespace Zhijian.Web.Tests.Pages;

/// <summary>The page of a step shows its worked examples, closed until somebody opens them.</summary>
public sealed class StepExamplesTests(Servers servers)
{
    [Theory]
    [InlineData("accept-transfer", "决定是否起诉：2025-08-10", "Decide whether to prosecute: 2025-08-10")]
    [InlineData("accept-civil-supervision", "民事监督审查终结：2025-08-19", "2025-08-19")]
    public async Task The_examples_of_a_step_stand_beside_its_form_in_both_languages(string step, string zh, string en)
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var matter = await Some.MatterAsync(await server.AsAsync("lu"), "Filters");
        using var lu = await server.SignInAsync("lu");

        var examples = (await lu.PageAsync($"/matters/{matter}/steps/{step}")).QuerySelector("details#examples")!;
        examples.HasAttribute("open").ShouldBeFalse();
        examples.QuerySelectorAll("h3").Length.ShouldBe(server.Platform.Law.Procedures[step].Examples.Count);
        examples.Says().ShouldContain(zh);

        var english = await lu.PageAsync($"/matters/{matter}/steps/{step}?lang=en");
        english.QuerySelector("details#examples").Says().ShouldContain(en);
        english.UnmarkedChinese().ShouldBeEmpty();
    }
}
