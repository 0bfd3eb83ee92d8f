using System.Text.Json.Nodes;
using Zhijian.Matters;

namespace Zhijian.Web.Tests;

/// <summary>Matters for tests that do not care which.</summary>
public static class Some
{
    /// <summary>A body of register-matter; whatever the test does not say is valid and made up.</summary>
    public static JsonObject Matter(string title = "测试：假冒滤芯案", string secrecy = "internal", string measure = "detained", string on = "2026-09-01") => new()
    {
        ["title"] = title,
        ["on"] = on,
        ["rightType"] = "TM",
        ["rightHolders"] = new JsonArray(new JsonObject { ["name"] = "某滤清器公司" }),
        ["persons"] = new JsonArray(new JsonObject { ["name"] = "张某", ["charges"] = new JsonArray("213"), ["measure"] = measure }),
        ["secrecy"] = secrecy,
    };

    /// <summary>Registers one and gives its id.</summary>
    public static async Task<string> MatterAsync(Client client, string title = "测试：假冒滤芯案", string secrecy = "internal", string on = "2026-09-01") =>
        (await client.PostAsync("/api/matters", Matter(title, secrecy, on: on))).Should(201).Matter;

    /// <summary>Registers one whose transfer was accepted: version 2, in review for prosecution.</summary>
    public static async Task<string> MatterInReviewAsync(Client client)
    {
        var id = await MatterAsync(client);
        (await client.PostAsync($"/api/matters/{id}/accept-transfer", new { on = "2026-09-02", transferredBy = "某市公安局" })).Should(200);
        return id;
    }

    /// <summary>Every step with a body of the right form.</summary>
    public static IEnumerable<(Step Step, JsonObject Body)> Steps(Server server) => server.Platform.Runner.Steps.All.Select(s => (s, s.Procedure.Examples[0].Fields.DeepClone().AsObject()));
}
