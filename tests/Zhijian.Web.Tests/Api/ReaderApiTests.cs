using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

/// <summary>Reading a file of an exhibit over HTTP: pages, search, private marks, and that a kept exhibit and another's marks change no answer.</summary>
public sealed class ReaderApiTests(Servers servers)
{
    internal static JsonObject Exhibit(string title, params string[] keptTo)
    {
        var exhibit = new JsonObject { ["on"] = "2026-09-03", ["title"] = title, ["kind"] = "documentary", ["collectedBy"] = "某市公安局", ["foundIn"] = "criminal", ["form"] = "original", ["volume"] = "证据卷一", ["pages"] = "3" };
        if (keptTo.Length > 0)
            (exhibit["keptTo"], exhibit["keptWhy"]) = (new JsonArray([.. keptTo.Select(k => JsonValue.Create(k))]), "权利人书面申请");
        return exhibit;
    }

    /// <summary>Attaches a file to an exhibit and gives its hash.</summary>
    internal static async Task<string> AttachAsync(Client client, string id, string exhibit, byte[] content, string name = "清单.txt")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(exhibit), "exhibit" },
            { new ByteArrayContent(content), "file", name },
        };
        (await client.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", form)).Should(200);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    /// <summary>A matter with an exhibit whose file has three pages.</summary>
    internal static async Task<(string Id, string Hash)> SomeFileAsync(Client lu)
    {
        var id = await Some.MatterInReviewAsync(lu);
        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", Exhibit("进货清单"))).Should(200);
        var lines = string.Concat(Enumerable.Range(1, 300).Select(i => $"{i} {id} 滤芯Ａbc 假冒\u202e商标三百件，单价二十元；\n"));
        return (id, await AttachAsync(lu, id, "E1", CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(lines)));
    }

    [Theory, EveryDatabase]
    public async Task Pages_are_read_searched_and_marked(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var lu = await server.AsAsync("lu");
        var (id, hash) = await SomeFileAsync(lu);
        var at = $"/api/matters/{id}/evidence/E1/files/{hash}";
        var page = (await lu.GetAsync($"{at}/pages/2")).Should(200).Json;
        ((string)page["number"]!).ShouldBe("1-2");
        var text = (string)page["text"]!;
        text.ShouldContain("假冒⟨U+202E⟩商标");
        var file = (await lu.GetAsync($"{at}/pages")).Should(200).Json;
        ((string)file["state"]!, (bool)file["hasImages"]!).ShouldBe(("done", false));
        (await lu.GetAsync($"{at}/pages/{(int)file["pages"]! + 1}")).ShouldBeProblem(404, "not-found");
        (await lu.GetAsync($"{at}/pages/1/image")).ShouldBeProblem(404, "not-found");

        var found = (await lu.GetAsync($"{at}/search?q=aBC")).Should(200).Json;
        ((int)found["total"]!).ShouldBe(300);
        found["pages"]!.AsArray().Sum(p => (int)p!["count"]!).ShouldBe(300);
        (await lu.GetAsync($"{at}/search")).ShouldBeProblem(400, "fields");
        (await lu.GetAsync($"{at}/search?q=a&x=1")).ShouldBeProblem(400, "fields");

        var start = text.IndexOf("三百件", StringComparison.Ordinal);
        var mark = (await lu.PostAsync($"{at}/marks", new { page = 2, start, length = 3, note = "私人批注" })).Should(201).Json;
        ((string)mark["text"]!).ShouldBe("三百件");
        ((string)mark["passage"]!).ShouldBe($"第2页“三百件”〔{hash[..8]} {start}+3〕");
        (await lu.PostAsync($"{at}/marks", new { page = 2, start = text.Length - 1, length = 3 })).ShouldBeProblem(400, "fields");
        (await lu.PostAsync($"{at}/marks", new { page = 99, start = 0, length = 3 })).ShouldBeProblem(400, "fields");
        (await lu.PostAsync($"{at}/marks", "[]")).ShouldBeProblem(400, "fields");
        (await lu.SendAsync(HttpMethod.Patch, $"{at}/marks/{(string)mark["id"]!}", new StringContent("{\"note\":null}", null, "application/json"))).Should(204);
        var marks = (await lu.GetAsync($"{at}/marks")).Should(200).Json["marks"]!.AsArray();
        marks.ShouldHaveSingleItem()!["note"].ShouldBeNull();

        // the mark goes with its author's word, and nobody else's
        var shen = await server.AsAsync("shen");
        (await shen.SendAsync(HttpMethod.Delete, $"{at}/marks/{(string)mark["id"]!}", null)).ShouldBeProblem(404, "not-found");
        (await lu.SendAsync(HttpMethod.Delete, $"{at}/marks/{(string)mark["id"]!}", null)).Should(204);
        (await lu.GetAsync($"{at}/marks")).Should(200).Json["marks"]!.AsArray().ShouldBeEmpty();
    }

    [Theory, EveryDatabase]
    public async Task What_one_marks_and_reads_changes_no_answer_for_another(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var (id, hash) = await SomeFileAsync(lu);
        using var browser = await server.SignInAsync("shen");
        using var author = await server.SignInAsync("lu");
        (await browser.GetAsync($"/matters/{id}/read/E1/{hash}")).Should(200);
        var before = await LookAsync(shen, browser, id, "E1", hash);
        (await lu.PostAsync($"/api/matters/{id}/evidence/E1/files/{hash}/marks", new { page = 1, start = 0, length = 4, note = "只给自己看的批注" })).Should(201);
        (await author.GetAsync($"/matters/{id}/read/E1/{hash}?page=2")).Should(200).Text.ShouldContain("只给自己看的批注");
        (await LookAsync(shen, browser, id, "E1", hash)).ShouldBe(before);
        (await server.Platform.Store.LoadAsync(id)).ShouldAllBe(e => !e.Data.Contains("批注"));
    }

    [Theory, EveryDatabase]
    public async Task For_whoever_may_not_know_an_exhibit_its_file_never_was(Dialect dialect)
    {
        var server = await servers.OfAsync(dialect);
        var (lu, shen) = (await server.AsAsync("lu"), await server.AsAsync("shen"));
        var (id, hash) = await SomeFileAsync(lu);
        using var browser = await server.SignInAsync("shen");
        var never = await LookAsync(shen, browser, id, "K0A1B2C", new string('0', 64));
        var noFile = await LookAsync(shen, browser, id, "E1", new string('0', 64));

        (await lu.PostAsync($"/api/matters/{id}/take-in-exhibit", Exhibit("图纸", "lu"))).Should(200);
        var secret = (string)(await lu.GetAsync($"/api/matters/{id}/evidence")).Should(200).Json["exhibits"]![1]!["id"]!;
        var kept = await AttachAsync(lu, id, secret, Encoding.UTF8.GetBytes($"秘点 {id}"));
        (await lu.GetAsync($"/api/matters/{id}/evidence/{secret}/files/{kept}/pages/1")).ShouldBeProblem(403, "undertaking-missing");
        async Task<IEnumerable<string>> OpenedAsync() => (await server.Platform.ReadingMarks.VisitsAsync("lu", id)).Select(v => $"{v.Exhibit} {v.File} {v.Page}");
        (await OpenedAsync()).ShouldBeEmpty();
        using var own = await server.SignInAsync("lu");
        (await own.GetAsync($"/matters/{id}/read/{secret}/{kept}")).Should(403);
        (await lu.PostAsync($"/api/matters/{id}/record-undertaking", new { on = "2026-09-04", exhibit = secret, signer = "lu", paper = "承诺书1号" })).Should(200);
        (await lu.GetAsync($"/api/matters/{id}/attachments/{kept}")).Should(200);
        (await OpenedAsync()).ShouldBe([$"{secret} {kept} 0"]);
        ((string)(await lu.GetAsync($"/api/matters/{id}/evidence/{secret}/files/{kept}/pages/1")).Should(200).Json["text"]!).ShouldBe($"秘点 {id}");
        (await own.GetAsync($"/matters/{id}/read/{secret}/{kept}")).Should(200).Text.ShouldContain($"秘点 {id}");
        (await lu.PostAsync($"/api/matters/{id}/evidence/{secret}/files/{kept}/marks", new { page = 1, start = 0, length = 2 })).Should(201);

        string Masked(string answer) => answer.Replace(secret, "K0A1B2C").Replace(kept, new string('0', 64));
        (await LookAsync(shen, browser, id, secret, kept)).Select(Masked).ShouldBe(never);
        (await LookAsync(shen, browser, id, "E1", kept)).Select(Masked).ShouldBe(noFile); // nor by an exhibit that they may know
        // beside a file that they may read, the kept one leaves no trace
        var plain = (await browser.GetAsync($"/matters/{id}/read/E1/{hash}")).Should(200).Text;
        (await browser.GetAsync($"/matters/{id}/read/E1/{hash}?with={secret}/{kept}")).Should(200).Text.Length.ShouldBe((await browser.GetAsync($"/matters/{id}/read/E1/{hash}?with=K0A1B2C/{new string('0', 64)}")).Should(200).Text.Length);
        plain.ShouldNotContain(secret);
        // another office
        (await (await server.AsAsync("he")).GetAsync($"/api/matters/{id}/evidence/E1/files/{hash}/pages/1")).ShouldBeProblem(404, "not-found");

        // the search knows the text of either file, for whoever may read it
        async Task<IEnumerable<string>> FoundAsync(Client who, string words) => (await who.GetAsync($"/api/search?q={Uri.EscapeDataString(words)}&kind=document")).Should(200).Json["items"]!.AsArray().Select(i => (string)i!["item"]!);
        (await FoundAsync(lu, $"秘点 {id}")).ShouldBe([kept]);
        (await FoundAsync(shen, $"秘点 {id}")).ShouldBeEmpty();
        (await FoundAsync(shen, id)).ShouldContain(hash);
    }

    /// <summary>Every answer in which a file could show, whole.</summary>
    private static async Task<IReadOnlyList<string>> LookAsync(Client api, Client browser, string id, string exhibit, string hash)
    {
        var answers = new List<string>();
        foreach (var path in new[] { "pages", "pages/1", "pages/1/image", "search?q=x", "marks" })
        {
            var answer = await api.GetAsync($"/api/matters/{id}/evidence/{exhibit}/files/{hash}/{path}");
            answers.Add($"{path} {answer.Status} {answer.Header("ETag")} {answer.Text}");
        }
        var added = await api.PostAsync($"/api/matters/{id}/evidence/{exhibit}/files/{hash}/marks", new { page = 0, start = 0, length = 1 });
        answers.Add($"{added.Status} {added.Text}");
        foreach (var path in new[] { $"/read/{exhibit}/{hash}", $"/read/{exhibit}/{hash}?q=x&page=2", $"/read/{exhibit}", "/evidence", "" })
        {
            var page = await browser.GetAsync($"/matters/{id}{path}");
            answers.Add($"{path} {page.Status} {page.Header("Location")} {Token(page.Text)}");
        }
        answers.Add((await api.GetAsync($"/api/matters/{id}")).Text);
        answers.Add((await api.GetAsync($"/api/matters/{id}/events")).Text);
        answers.Add(Convert.ToHexString((await api.GetAsync($"/api/matters/{id}/evidence/file.zip")).Should(200).Bytes));
        return answers;
    }

    /// <summary>Without the proof against forged requests, which is another one every time.</summary>
    private static string Token(string html) => System.Text.RegularExpressions.Regex.Replace(html, "(?<=name=\"__RequestVerificationToken\"[^>]*value=\")[^\"]*", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
}
