using Microsoft.AspNetCore.WebUtilities;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters;
using Zhijian.Web.Docket;

namespace Zhijian.Web.Tests.Pages;

public sealed class DocketQueryTests
{
    private static readonly DateOnly Today = new(2026, 9, 28);

    private static Actor With(params Role[] roles) => new("lu", "陆某", "990100", "100000/990000/990100/", "MS", roles);

    private static DocketQuery Parse(string url, Actor actor)
    {
        var values = QueryHelpers.ParseQuery(url.TrimStart('/'));
        return DocketQuery.Parse(name => values.TryGetValue(name, out var v) ? v.ToString() : null, actor);
    }

    [Fact]
    public void An_address_says_the_whole_query()
    {
        var actor = With(Role.Prosecutor);
        DocketQuery[] queries =
        [
            DocketQuery.Default(actor), new(), new() { Page = 3, ByMatter = true },
            new() { Who = "shen", NeedsMe = true, Stage = Stage.Returned, Track = Track.PublicInterest, Step = "review-judgment", View = DocketView.Holiday },
            .. DocketViews.Views(DocketQuery.Default(actor)).Select(v => v.Query),
        ];
        queries.ShouldAllBe(q => Parse(q.Url(), actor) == q);
    }

    [Fact]
    public void A_bare_address_is_the_day_of_the_actor()
    {
        Parse("/", With(Role.Prosecutor)).ShouldBe(new DocketQuery { Who = DocketQuery.Me, NeedsMe = true });
        Parse("/?page=2&lang=en", With(Role.CaseManager)).ShouldBe(new DocketQuery { NeedsMe = true, Page = 2 });
        new DocketQuery().Url().ShouldBe("/?who=all");
    }

    [Fact]
    public void Published_cases_are_shown_only_where_they_are_asked_for()
    {
        DocketQuery.Default(With(Role.Prosecutor)).Filter(With(), Today, []).Published.ShouldBe(false);
        new DocketQuery { Stage = Stage.Judged }.Filter(With(), Today, []).Published.ShouldBe(false);
        new DocketQuery { View = DocketView.Published }.Filter(With(), Today, []).Published.ShouldBe(true);
        new DocketQuery { View = DocketView.All }.Filter(With(), Today, []).Published.ShouldBeNull();
    }

    [Fact]
    public void Due_in_a_holiday_means_fixed_and_on_a_closed_day()
    {
        var filter = new DocketQuery { Who = "me", View = DocketView.Holiday }.Filter(With(), Today, [new DateOnly(2026, 10, 1)]);
        (filter.Lead, filter.Fixed).ShouldBe(("lu", true));
        filter.DueOn.ShouldBe([new DateOnly(2026, 10, 1)]);
    }
}
