using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;
using Zhijian.Web.Tests.Pages;

namespace Zhijian.Web.Tests.Api;

/// <summary>Large files for a data set, in pieces: after a break, also of the server, they are gone on with, and only by whoever began.</summary>
public sealed class SetUploadsTests
{
    private const string At = "/api/sets/penalty/uploads";
    private const string Source = "某市监局 处罚系统导出";

    [DuckFact]
    public async Task A_file_whose_server_was_killed_is_gone_on_with_and_imported()
    {
        const int rows = 400_000;
        await using var place = await TestPlace.CreateAsync(Dialect.Sqlite);
        var bytes = Csv(rows);
        var half = bytes.Length / 2;
        string at;
        using (var first = await RunningServer.StartAsync(place.Folder))
        {
            at = await BeginAsync(first.Client, bytes);
            using var broken = new BreaksOff(bytes, half, first.Process);
            await Should.ThrowAsync<HttpRequestException>(() => first.Client.PatchPieceAsync(at, 0, broken));
            await first.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var second = await RunningServer.StartAsync(place.Folder);
        var offset = await second.Client.OffsetAsync(at);
        offset.ShouldBeInRange(1, half);
        ((int)(await second.Client.PostAsync($"{at}/complete", "{}")).ShouldBeProblem(409, "upload-offset").Json["offset"]!).ShouldBe(offset);
        (await second.Client.PostAsync($"{at}/import", "{}")).ShouldBeProblem(404, "not-found"); // not whole
        (await second.Client.PatchPieceAsync(at, offset, bytes[offset..])).Should(204).Header("Upload-Offset").ShouldBe($"{bytes.Length}");
        var done = (await second.Client.PostAsync($"{at}/complete", "{}")).Should(200).Json;
        (await second.Client.PostAsync($"{at}/complete", "{}")).Should(200).Json.ToJsonString().ShouldBe(done.ToJsonString()); // asked again
        ((string)done["page"]!).ShouldBe($"/sets/penalty/import/{at.Split('/')[^1]}");
        (await second.Client.PageAsync((string)done["page"]!)).QuerySelector("#tried").ShouldNotBeNull();

        var tried = (await second.Client.PostAsync($"{at}/import?dry=true", "{}")).Should(200).Json;
        ((bool)tried["kept"]!, (long)tried["rows"]!).ShouldBe((false, rows));
        var imported = (await second.Client.PostAsync($"{at}/import", "{}")).Should(200).Json;
        ((bool)imported["kept"]!, (long)imported["rows"]!, (long)imported["leftOut"]!).ShouldBe((true, rows, 1));
        (await second.Client.PostAsync($"{at}/import", "{}")).ShouldBeRefused("file-is-imported", null);
        (await second.Client.GetAsync($"{(string)done["page"]!}/errors")).Should(200).Text.ShouldContain("六月一日");
        var newest = (await second.Client.GetAsync("/api/sets/penalty")).Should(200).Json["imports"]![0]!;
        ((string)newest["source"]!, (long)newest["rows"]!).ShouldBe((Source, rows));
        Directory.EnumerateFiles(Path.Combine(place.Folder, "supervision", "pieces")).ShouldBeEmpty();
    }

    [DuckFact]
    public async Task Whoever_did_not_begin_it_finds_nothing_and_a_wrong_piece_changes_nothing()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var bytes = Csv(10);
        var at = await BeginAsync(lu, bytes);
        (await lu.PatchPieceAsync(at, 0, bytes[..100])).Should(204);
        foreach (var offset in new[] { 0, 99, 101 })
            ((int)(await lu.PatchPieceAsync(at, offset, bytes[100..])).ShouldBeProblem(409, "upload-offset").Json["offset"]!).ShouldBe(100);
        (await lu.PatchPieceAsync(at, 100, new byte[bytes.Length])).ShouldBeProblem(413, "too-large");

        foreach (var other in new[] { "shen", "he" }) // of the same office, and of another
        {
            var client = await server.AsAsync(other);
            var never = $"{At}/{new string('0', 32)}";
            async Task Same(Func<string, Task<Answer>> ask) => (await ask(at)).Should(404).Without(at).ShouldBe((await ask(never)).Should(404).Without(never));
            await Same(a => client.SendAsync(HttpMethod.Head, a, null));
            await Same(a => client.PatchPieceAsync(a, 100, bytes[100..]));
            await Same(a => client.PostAsync($"{a}/complete", "{}"));
            await Same(a => client.PostAsync($"{a}/import", "{}"));
        }
        (await lu.SendAsync(HttpMethod.Head, at.Replace("penalty", "company"), null)).Should(404); // of another set there is none
        (await lu.OffsetAsync(at)).ShouldBe(100);
    }

    [DuckFact]
    public async Task What_is_not_the_file_that_was_announced_is_thrown_away()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var bytes = Csv(10);
        var at = await BeginAsync(lu, bytes);
        bytes[^3] ^= 1;
        (await lu.PatchPieceAsync(at, 0, bytes)).Should(204);
        ((string)(await lu.PostAsync($"{at}/complete", "{}")).ShouldBeProblem(400, "fields").Json["errors"]!["file"]![0]!).ShouldContain("哈希");
        (await lu.PostAsync($"{at}/complete", "{}")).Should(404);
        Directory.EnumerateFiles(Path.Combine(server.Platform.Supervision.IncomingFolder, "..", "pieces")).ShouldBeEmpty();
    }

    [DuckFact]
    public async Task What_cannot_be_taken_is_said_before_a_byte_is_sent()
    {
        await using var server = await Server.StartAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        async Task Wrong(object body, string field) => (await lu.PostAsync(At, body)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().ContainsKey(field).ShouldBeTrue();
        await Wrong(new { name = "a.exe", size = 5, source = Source }, "name");
        await Wrong(new { name = "a.csv", size = 5, source = " " }, "source");
        await Wrong(new { name = "a.csv", size = 5, source = (string?)null }, "source");
        await Wrong(new { name = "a.csv", size = 0, source = Source }, "size");
        await Wrong(new { name = "a.csv", size = 5, source = Source, sha256 = "abc" }, "sha256");
        (await lu.PostAsync(At, new { name = "a.csv", size = Attachments.MaxUploadBytes + 1, source = Source })).ShouldBeProblem(413, "too-large").Json["title"]!.GetValue<string>().ShouldBe("文件超过 2 GB");
        (await lu.PostAsync("/api/sets/threshold/uploads", new { name = "a.csv", size = 5, source = Source })).ShouldBeRefused("set-comes-from-the-law", null);
        (await lu.PostAsync("/api/sets/nothing/uploads", new { name = "a.csv", size = 5, source = Source })).Should(404);
        (await (await server.AsAsync("admin")).PostAsync(At, new { name = "a.csv", size = 5, source = Source })).ShouldBeProblem(403, "forbidden");
    }

    private static async Task<string> BeginAsync(Client client, byte[] bytes) => new Uri(new Uri("http://x"), (await client.PostAsync(
        At, new { name = "处罚.csv", size = bytes.Length, source = Source, sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) })).Should(201).Header("Location")!).PathAndQuery;

    /// <summary>So many rows that can be taken, and one that cannot.</summary>
    private static byte[] Csv(int rows)
    {
        var text = new StringBuilder("决定书文号,处罚机关,当事人,对应罪名,行为日,决定日,销售金额（万元）,已移送\n");
        for (var i = 0; i < rows; i++)
            text.Append($"某市监罚〔2025〕{i}号,某市监局,某商行{i},214,2025-05-06,2025-06-01,5,否\n");
        return Encoding.UTF8.GetBytes(text.Append("坏,某市监局,某错日商行,214,2025-05-06,六月一日,5,否\n").ToString());
    }
}
