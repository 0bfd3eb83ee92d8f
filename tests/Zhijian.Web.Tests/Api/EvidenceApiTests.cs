using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>Exhibits over HTTP: what proves what, large files, and that an exhibit kept to named people changes no answer for others.</summary>
public sealed class EvidenceApiTests(Servers servers)
{
    private static JsonObject Exhibit(string title) => new()
    {
        ["on"] = "2026-09-03", ["title"] = title, ["kind"] = "physical", ["collectedBy"] = "某市公安局", ["foundIn"] = "criminal", ["form"] = "original", ["volume"] = "证据卷一", ["pages"] = "3",
    };

    private static JsonObject Kept(string title, params string[] to)
    {
        var exhibit = Exhibit(title);
        exhibit["keptTo"] = new JsonArray([.. to.Select(t => JsonValue.Create(t))]);
        exhibit["keptWhy"] = "权利人书面申请";
        return exhibit;
    }

    [Theory, EveryDatabase]
    public async Task An_exhibit_kept_to_others_changes_no_answer(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", Exhibit("滤芯"))).Should(200);
        using var browser = await server.SignInAsync("shen");
        var before = await LookAsync(shen, browser, id);

        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", Kept("图纸", "lu"))).Should(200);
        var seen = (await lu.GetAsync($"/api/matters/{id}/evidence")).Should(200).Json["exhibits"]!.AsArray();
        seen.Count.ShouldBe(2);
        var secret = (string)seen[1]!["id"]!;
        (await lu.PostAsync($"/api/matters/{id}/tie-exhibit", new { on = "2026-09-04", exhibit = secret, person = "P1", charge = "213", element = "no-licence", strength = "direct" })).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/record-goods", new { on = "2026-09-04", exhibit = secret, name = "滤芯", quantity = 3, unit = "件" })).Should(200);
        var content = Encoding.UTF8.GetBytes($"秘点 {id}");
        var hash = await UploadAsync(lu, id, content, "秘点.txt", secret);

        var after = await LookAsync(shen, browser, id);
        for (var i = 0; i < before.Count; i++)
            after[i].ShouldBe(before[i]);
        (await shen.GetAsync($"/api/matters/{id}/evidence/{secret}/falls")).ShouldBeProblem(404, "not-found");
        (await shen.GetAsync($"/api/matters/{id}/attachments/{hash}")).ShouldBeProblem(404, "not-found");
        (await shen.PostAsync($"/api/matters/{id}/withdraw-exhibit", new { on = "2026-09-04", exhibit = secret, reason = "x" })).ShouldBeRefused("unknown-exhibit", null);

        // even in the circle its file opens only after the undertaking
        (await lu.GetAsync($"/api/matters/{id}/attachments/{hash}")).ShouldBeProblem(403, "undertaking-missing");
        (await lu.PostAsync($"/api/matters/{id}/record-undertaking", new { on = "2026-09-04", exhibit = secret, signer = "lu", paper = "承诺书1号" })).Should(200);
        (await lu.GetAsync($"/api/matters/{id}/attachments/{hash}")).Should(200).Bytes.ShouldBe(content);
    }

    /// <summary>Every answer in which an exhibit could show, whole.</summary>
    private static async Task<IReadOnlyList<string>> LookAsync(Client api, Client browser, string id)
    {
        var answers = new List<string>();
        foreach (var path in new[] { "", "/events", "/clocks", "/evidence", "/evidence/E1/falls", "/evidence/E2/falls" })
        {
            var answer = await api.GetAsync($"/api/matters/{id}{path}");
            answers.Add($"{path} {answer.Status} {answer.Header("ETag")} {answer.Text}");
        }
        answers.Add(Convert.ToHexString(SHA256.HashData((await api.GetAsync($"/api/matters/{id}/evidence/file.zip")).Should(200).Bytes)));
        foreach (var path in new[] { "", "/evidence", "/evidence?falls=E1", "/evidence?falls=E2" })
        {
            var page = await browser.GetAsync($"/matters/{id}{path}");
            answers.Add($"{path} {page.Status} {page.Without()}");
        }
        return answers;
    }

    [Fact]
    public async Task The_gaps_are_seen_and_what_falls_is_told()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", Exhibit("滤芯"))).Should(200);
        (await lu.PostAsync($"/api/matters/{id}/tie-exhibit", new { on = "2026-09-04", exhibit = "E1", person = "P1", charge = "213", element = "no-licence", strength = "weak" })).Should(200);
        var rows = (await lu.GetAsync($"/api/matters/{id}/evidence")).Should(200).Json["proof"]![0]!["elements"]!.AsArray();
        rows.Select(r => (string)r!["gap"]!).ShouldBe(["one-weak", "nothing", "nothing", "nothing"]);
        ((string)(await lu.GetAsync($"/api/matters/{id}/evidence/E1/falls")).Should(200).Json["elements"]![0]!["after"]!).ShouldBe("nothing");
        using var browser = await server.SignInAsync("lu");
        var page = (await browser.GetAsync($"/matters/{id}/evidence?falls=E1")).Should(200).Text;
        page.ShouldContain("只有一件弱证据");
        page.ShouldContain("撤下 E1");
        (await browser.GetAsync($"/matters/{id}/evidence?lang=en")).Should(200).Text.ShouldContain("only one weak exhibit");
        (await (await server.AsAsync("he")).GetAsync($"/api/matters/{id}/evidence")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_large_file_is_gone_on_with_after_a_break_and_comes_out_in_the_file_with_its_hash()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", Exhibit("滤芯"))).Should(200);
        var bytes = Encoding.UTF8.GetBytes($"{id} {new string('x', 300_000)}");
        var at = (await lu.PostAsync($"/api/matters/{id}/uploads", new { name = "a/b\u202etxt.exe%E5%9B%BE.txt", size = bytes.Length, exhibit = "E1" })).Should(201).Header("Location")!;
        (await PatchAsync(lu, at, 0, bytes[..100_000])).Should(204).Header("Upload-Offset").ShouldBe("100000");
        (await PatchAsync(lu, at, 0, bytes[..100_000])).ShouldBeProblem(409, "upload-offset");
        (await lu.PostAsync($"{at}/complete", "{}")).ShouldBeProblem(409, "upload-offset");
        (await lu.SendAsync(HttpMethod.Head, at, null)).Should(204).Header("Upload-Offset").ShouldBe("100000");
        (await (await server.AsAsync("shen")).SendAsync(HttpMethod.Head, at, null)).Should(404);
        (await PatchAsync(lu, at, 100_000, bytes[100_000..])).Should(204);
        var done = (await lu.PostAsync($"{at}/complete", "{}")).Should(200).Json;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        ((string)done["hash"]!).ShouldBe(hash);
        ((string)done["name"]!).ShouldBe("btxt.exe图.txt");
        (await lu.SendAsync(HttpMethod.Head, at, null)).Should(404);

        using var zip = new ZipArchive(new MemoryStream((await lu.GetAsync($"/api/matters/{id}/evidence/file.zip")).Should(200).Bytes));
        zip.Entries.Select(e => e.FullName).ShouldBe(["001 E1 滤芯/btxt.exe图.txt", "manifest.sha256"]);
        using var manifest = new StreamReader(zip.GetEntry("manifest.sha256")!.Open());
        (await manifest.ReadToEndAsync()).ShouldBe($"{hash}  001 E1 滤芯/btxt.exe图.txt\n");
    }

    private static async Task<string> UploadAsync(Client client, string id, byte[] bytes, string name, string exhibit)
    {
        var at = (await client.PostAsync($"/api/matters/{id}/uploads", new { name, size = bytes.Length, exhibit })).Should(201).Header("Location")!;
        (await PatchAsync(client, at, 0, bytes)).Should(204);
        return (string)(await client.PostAsync($"{at}/complete", "{}")).Should(200).Json["hash"]!;
    }

    private static Task<Answer> PatchAsync(Client client, string at, long offset, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/offset+octet-stream");
        return client.SendAsync(HttpMethod.Patch, at, content, ("Upload-Offset", offset.ToString()));
    }
}
