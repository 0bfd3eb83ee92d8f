using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Supervision.Clues;
using Zhijian.Web.Clues;

namespace Zhijian.Web.Tests.Clues;

/// <summary>The conditions of the page of clues, in the address and back, and how many clues stand behind each link.</summary>
public sealed class ClueQueryTests
{
    private static ClueQuery Read(string query) => ClueQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));

    [Theory]
    [InlineData("/clues")]
    [InlineData("/clues?state=followed&model=hoarding&grade=a&who=me")]
    [InlineData("/clues?state=all&scope=sent")]
    [InlineData("/clues?state=all&model=hoarding&scope=all&version=2&quarter=2026-Q3&measure=confirmed&page=3")]
    public void What_the_address_says_is_what_it_is_written_to(string url) => Read(url[6..]).Url().ShouldBe(url);

    [Fact]
    public void Nonsense_is_no_condition() => Read("?state=nonsense&grade=z&scope=x&version=-1&page=0&measure=1").Url().ShouldBe("/clues");

    [Fact]
    public void A_figure_of_a_model_opens_what_it_counts() =>
        ClueQuery.Behind(new ModelPerformance("hoarding", 2, "2026-Q3", 8, 3, 2, 1), ClueMeasure.Confirmed).Url().ShouldBe("/clues?state=all&model=hoarding&scope=all&version=2&quarter=2026-Q3&measure=confirmed");

    [Fact]
    public void Each_facet_counts_under_the_other_conditions()
    {
        ClueCount[] counts = [new("hoarding", "open", "a", true, 3), new("hoarding", "needs-data", null, false, 2), new("hoarding", "set-aside", null, false, 1), new("dead-right", "open", null, false, 4), new("dead-right", "followed", null, true, 5)];
        var facets = Read("?model=hoarding").Facets(counts, id => new Text(id, id));
        IEnumerable<string> Of(string title) => facets.Single(f => f.Title.En == title).Links.Select(l => $"{l.Says.En} {l.Count}{(l.IsCurrent ? " *" : "")}");
        Of("State").ShouldBe(["To review 5 *", "Set aside 1", "All 6"]);
        Of("Model").ShouldBe(["All 9", "dead-right 4", "hoarding 5 *"]);
        Of("Grade").ShouldBe(["All 5 *", "A important 3"]);
        Of("Whose").ShouldBe(["All 5 *", "Mine 3"]);
        Read("").Facets([], id => new Text(id, id)).ShouldBeEmpty();
    }
}
