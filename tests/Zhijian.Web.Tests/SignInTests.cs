using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Offices;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests;

public sealed class SignInTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task Five_wrong_passwords_lock_even_the_right_one_out(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var person = "forgetful-" + (dialect == Dialect.Sqlite ? "a" : "b");
        await server.Platform.People.AppointAsync("admin", new PersonAppointed(person, "忘某", "Forgetful", "990100", [Role.Assistant]));
        await server.SetPasswordAsync(person, "right-password");
        using var browser = server.Browser();
        (await browser.SubmitSignInAsync(person, "right-password")).Should(302);
        for (var i = 0; i < 5; i++)
        {
            using var other = server.Browser();
            (await other.SubmitSignInAsync(person, "wrong-password")).Should(200);
        }
        using var late = server.Browser();
        (await late.SubmitSignInAsync(person, "right-password")).Should(200).Headers.ShouldNotContainKey("Location");
        (await late.GetAsync("/api/me")).Should(401);
    }

    [Theory, EveryDatabase]
    public async Task An_unknown_name_and_a_wrong_password_have_the_same_answer(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        using var browser = server.Browser();
        var wrong = (await browser.SubmitSignInAsync("he", "not-it-at-all")).Should(200);
        var unknown = (await browser.SubmitSignInAsync("nobody-is-called-so", "not-it-at-all")).Should(200);
        NameOut(unknown, "nobody-is-called-so").ShouldBe(NameOut(wrong, "he"));
        wrong.Text.ShouldContain("登录名或密码不对");
    }

    // “he” stands in many words: only the value of the field is taken out
    private static string NameOut(Answer answer, string name) =>
        answer.Without().Replace($"value=\"{name}\"", "value=\"NAME\"");

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("http:evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("~//evil.example")]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string next)
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = server.Browser();
        var target = (await browser.SubmitSignInAsync("shen", SampleOffice.Password, next)).Should(302).Header("Location")!;
        var reached = new Uri(server.Address, target);
        reached.Authority.ShouldBe(server.Address.Authority);
        reached.Scheme.ShouldBe("http");
        target.ShouldNotStartWith("//");
    }

    [Fact]
    public async Task After_signing_in_one_comes_to_the_page_that_was_asked_for()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = server.Browser();
        (await browser.GetAsync("/matters/MS-2026-0001")).Status.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.NotFound);
        (await browser.SubmitSignInAsync("shen", SampleOffice.Password, "/matters/MS-2026-0001?tab=clocks")).Should(302).Header("Location").ShouldBe("/matters/MS-2026-0001?tab=clocks");
    }

    [Fact]
    public async Task The_session_is_kept_from_scripts_and_from_other_sites()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = server.Browser();
        var cookies = (await browser.SubmitSignInAsync("shen", SampleOffice.Password)).Should(302).Header("Set-Cookie")!;
        var session = cookies.Split(", zj-").Select(c => c.StartsWith("zj-", StringComparison.Ordinal) ? c : "zj-" + c).Single(c => c.StartsWith("zj-session=", StringComparison.Ordinal)).ToLowerInvariant();
        session.ShouldContain("httponly");
        session.ShouldContain("samesite=lax");
        session.ShouldContain("path=/");
        session.ShouldNotContain("expires="); // ends with the browser
        session.ShouldNotContain("domain=");
    }

    [Fact]
    public async Task A_sign_in_without_the_token_of_its_form_is_not_taken()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = server.Browser();
        var answer = await browser.FormAsync("/sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "shen", ["password"] = SampleOffice.Password });
        answer.Should(400).Headers.ShouldNotContainKey("Set-Cookie");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_link_does_not()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        using var browser = await server.SignInAsync("shen");
        await browser.GetAsync("/sign-out");
        (await browser.GetAsync("/api/me")).Should(200);
    }
}
