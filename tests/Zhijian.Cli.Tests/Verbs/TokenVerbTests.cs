using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class TokenVerbTests
{
    [Theory, EveryDatabase]
    public async Task The_token_is_that_of_the_person_until_it_expires(Dialect dialect)
    {
        await using var office = await Office.OpenAsync(dialect);
        var answer = await office.RunAsync("token", "lu", "--days", "3", "--label", "报表");
        answer.Exit.ShouldBe(0);
        var token = answer.Out.TrimEnd('\n');
        token.ShouldMatch("^zj_[0-9a-f]{48}$");
        answer.Error.ShouldContain("2026-10-01");
        await using var platform = await office.PlatformAsync();
        (await platform.People.PersonOfTokenAsync(token, new DateOnly(2026, 10, 1), TestContext.Current.CancellationToken)).ShouldBe("lu");
        (await platform.People.PersonOfTokenAsync(token, new DateOnly(2026, 10, 2), TestContext.Current.CancellationToken)).ShouldBeNull();
        (await platform.People.PersonOfTokenAsync((await office.JsonAsync(0, "token", "shen"))["token"]!.GetValue<string>(), platform.Runner.Today, TestContext.Current.CancellationToken)).ShouldBe("shen");
    }

    [Fact]
    public async Task Nobody_gets_a_token_who_is_not_at_work_here()
    {
        await using var office = await Office.OpenAsync();
        (await office.RunAsync("token", "nobody")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(4), a => a.Error.ShouldContain("没有在职人员“nobody”"), a => a.Out.ShouldBeEmpty());
        (await office.RunAsync("token", "lu", "--days", "0")).Exit.ShouldBe(64);
        (await office.RunAsync("token")).Exit.ShouldBe(64);
        (await office.CountAsync("SELECT COUNT(*) FROM access_token")).ShouldBe(0);
    }
}
