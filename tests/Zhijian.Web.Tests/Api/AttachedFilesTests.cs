using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Web.Tests.Api;

public sealed class AttachedFilesTests(Servers servers)
{
    [Theory, EveryDatabase]
    public async Task A_file_comes_back_byte_for_byte_and_is_downloaded_not_shown(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var pdf = "%PDF-1.7\n<script>alert(1)</script>"u8.ToArray();
        var done = (await SendAsync(lu, id, pdf, "卷宗/第一册 \"甲\".pdf", "2026-09-20")).Should(200);
        var data = done.Json["events"]![0]!["data"]!;
        var hash = Convert.ToHexStringLower(SHA256.HashData(pdf));
        ((string?)data["hash"]).ShouldBe(hash);
        ((string?)data["name"]).ShouldBe("第一册 \"甲\".pdf");
        ((string?)data["mediaType"]).ShouldBe("application/pdf");
        ((string?)data["on"]).ShouldBe("2026-09-20");
        (await lu.GetAsync($"/api/matters/{id}")).Json["documents"]![0]!["hash"]!.ToString().ShouldBe(hash);

        var file = (await lu.GetAsync($"/api/matters/{id}/attachments/{hash}")).Should(200);
        file.Bytes.ShouldBe(pdf);
        file.Type.ShouldBe("application/pdf");
        file.Header("Content-Disposition")!.ShouldStartWith("attachment;");
        file.Header("X-Content-Type-Options").ShouldBe("nosniff");
        file.Header("Cache-Control").ShouldBe("no-store");

        (await SendAsync(lu, id, pdf, "另一个名字.pdf")).ShouldBeRefused("document-is-there", null);
    }

    [Theory, EveryDatabase]
    public async Task A_file_is_only_reached_through_its_own_matter(Dialect dialect)
    {
        var lu = await (await servers.OfAsync(dialect)).AsAsync("lu");
        var (one, other) = (await Some.MatterAsync(lu), await Some.MatterAsync(lu));
        var text = Encoding.UTF8.GetBytes($"只在一案 {one}");
        (await SendAsync(lu, one, text, "笔录.txt")).Should(200);
        var hash = Convert.ToHexStringLower(SHA256.HashData(text));
        (await lu.GetAsync($"/api/matters/{other}/attachments/{hash}")).ShouldBeProblem(404, "not-found");
        // and nobody attaches what they only know the hash of
        var named = new { on = "2026-09-20", hash, name = "x.txt", size = text.Length, mediaType = "text/plain" };
        (await lu.PostAsync($"/api/matters/{other}/attach-document", named)).ShouldBeProblem(415, "content-type");
        (await lu.PostAsync($"/api/matters/{other}/attachments", named)).ShouldBeProblem(415, "content-type");
    }

    [Theory]
    [InlineData("no-such-hash")]
    [InlineData("..%2F..%2Fzhijian.db")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public async Task What_is_no_hash_of_the_matter_is_not_found(string hash)
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        (await lu.GetAsync($"/api/matters/{await Some.MatterAsync(lu)}/attachments/{hash}")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_at_the_file()
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        FileError(await SendAsync(lu, id, [], "leer.txt")).ShouldContain("文件是空的");
        FileError(await SendAsync(lu, id, [0x4D, 0x5A, 0x00, 0x01], "report.pdf")).ShouldContain("PDF"); // a program under the name of a document
        using var nothing = new MultipartFormDataContent { { new StringContent("2026-09-20"), "on" } };
        FileError(await lu.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", nothing)).ShouldBe("没有文件");
        using var two = new MultipartFormDataContent { { new ByteArrayContent("a"u8.ToArray()), "file", "a.txt" }, { new ByteArrayContent("b"u8.ToArray()), "file", "b.txt" } };
        FileError(await lu.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", two)).ShouldBe("只接收一个带文件名的文件");
        using var unknown = new MultipartFormDataContent { { new ByteArrayContent("a"u8.ToArray()), "file", "a.txt" }, { new StringContent("x"), "hash" } };
        (await lu.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", unknown)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("hash");
        using var day = new MultipartFormDataContent { { new ByteArrayContent("a"u8.ToArray()), "file", "a.txt" }, { new StringContent("gestern"), "on" } };
        (await lu.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", day)).ShouldBeProblem(400, "fields").Json["errors"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("on");
        using var broken = new StringContent("--x\r\nnot a part");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        (await lu.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", broken)).ShouldBeProblem(400, "fields");
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_whether_its_length_is_told_or_not()
    {
        var lu = await (await servers.OfAsync(Dialect.Sqlite)).AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var bytes = new byte[Attachments.MaxBytes + 1];
        bytes.AsSpan().Fill((byte)'x');
        (await SendAsync(lu, id, bytes, "gross.txt")).ShouldBeProblem(413, "too-large");
        (await lu.GetAsync($"/api/matters/{id}")).Version.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_may_not_attach_is_told_before_the_file_is_taken_in()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var id = await Some.MatterAsync(await server.AsAsync("lu"));
        var text = Encoding.UTF8.GetBytes($"never stored {id}");
        (await SendAsync(await server.AsAsync("zhou"), id, text, "a.txt")).ShouldBeProblem(403, "forbidden");
        (await SendAsync(await server.AsAsync("he"), id, text, "a.txt")).ShouldBeProblem(404, "not-found");
        Should.Throw<IOException>(() => server.Platform.Store.Attachments.Open(Convert.ToHexStringLower(SHA256.HashData(text))));
    }

    [Fact]
    public async Task A_name_in_the_bytes_of_GB18030_is_refused_with_what_to_do_and_in_a_known_encoding_it_is_taken()
    {
        var server = await servers.OfAsync(Dialect.Sqlite);
        var lu = await server.AsAsync("lu");
        var id = await Some.MatterAsync(lu);
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        using var raw = new ByteArrayContent(gb.GetBytes("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"报价单.txt\"\r\n\r\n每件三元\r\n--x--\r\n"));
        raw.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        FileError(await lu.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", raw)).ShouldContain("文件名不是 UTF-8");
        // a name inside of an archive is no name of ours: it is not unpacked
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true, gb))
            archive.CreateEntry("报价单.txt");
        (await SendAsync(lu, id, zip.ToArray(), "往来.zip")).Should(200);
        (await lu.GetAsync($"/api/matters/{id}")).Should(200).Text.ShouldNotContain("\ufffd");
    }

    internal static async Task<Answer> SendAsync(Client client, string id, byte[] bytes, string name, string? on = null, params (string, string)[] headers)
    {
        var file = new ByteArrayContent(bytes);
        file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        using var content = new MultipartFormDataContent();
        content.Add(file);
        if (on is not null)
            content.Add(new StringContent(on), "on");
        return await client.SendAsync(HttpMethod.Post, $"/api/matters/{id}/attachments", content, headers);
    }

    private static string FileError(Answer answer) => (string)answer.ShouldBeProblem(400, "fields").Json["errors"]!["file"]![0]!;
}
