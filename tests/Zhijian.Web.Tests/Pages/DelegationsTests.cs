using System.Net;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Pages;

/// <summary>Entrusted approval in the browser, and that it works in the step, until it is ended.</summary>
public sealed class DelegationsTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task The_head_entrusts_a_prosecutor_who_then_approves_and_no_longer_when_it_is_ended(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var id = await Some.MatterInReviewAsync(lu);
        using var zhou = await server.SignInAsync("zhou");
        var form = new Dictionary<string, string>(await zhou.AntiforgeryAsync()) { ["person"] = "shen", ["papers"] = "indictment", ["until"] = "2026-12-31", ["reason"] = "权力清单" };

        (await zhou.FormAsync("/delegations", new(form) { ["papers"] = "non-prosecution-special" })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await zhou.FormAsync("/delegations", new(form) { ["until"] = "soon" })).Text.ShouldContain("授权须写明截止日期");
        (await SubmittedAsync(lu, id, 1)).ShouldBe(1);
        (await shen.PostAsync($"/api/matters/{id}/approve-document", new { on = "2026-09-28", paper = 1 })).ShouldBeRefused("approval-is-not-yours", null);
        (await zhou.FormAsync("/delegations", form)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await zhou.GetAsync("/delegations")).Should(200).Text.ShouldContain("2026-12-31");
        ((string)(await shen.GetAsync("/api/delegations")).Should(200).Json["delegations"]![0]!["papers"]![0]!).ShouldBe("indictment");
        (await shen.PostAsync($"/api/matters/{id}/approve-document", new { on = "2026-09-28", paper = 1 })).Should(200);

        using var prosecutor = await server.SignInAsync("shen");
        (await prosecutor.GetAsync("/delegations")).Should(200).Text.ShouldNotContain("name=\"papers\"");
        (await prosecutor.FormAsync("/delegations", new(form, StringComparer.Ordinal) { ["__RequestVerificationToken"] = (await prosecutor.AntiforgeryAsync())["__RequestVerificationToken"] })).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var elsewhere = await server.SignInAsync("he");
        (await elsewhere.GetAsync("/delegations")).Should(200).Text.ShouldNotContain("2026-12-31");

        (await zhou.FormAsync("/delegations?handler=end", new(await zhou.AntiforgeryAsync()) { ["person"] = "shen" })).Status.ShouldBe(HttpStatusCode.Redirect);
        (await SubmittedAsync(lu, id, 2)).ShouldBe(2);
        (await shen.PostAsync($"/api/matters/{id}/approve-document", new { on = "2026-09-28", paper = 2 })).ShouldBeRefused("approval-is-not-yours", null);
    }

    private static async Task<int> SubmittedAsync(Client lu, string id, int paper)
    {
        (await lu.PostAsync($"/api/matters/{id}/make-document", new { on = "2026-09-28", template = "indictment", values = new[] { "identities", "facts-found", "evidence", "assessment", "attachments", "court" }.ToDictionary(f => f, _ => "略") })).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/submit-document", new { on = "2026-09-28", paper })).Should(200);
        return paper;
    }
}
