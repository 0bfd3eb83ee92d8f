using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Store;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public class ExportVerbTests
{
    private static async Task<Office> FilledAsync(Dialect dialect)
    {
        var office = await Office.OpenAsync(dialect);
        await office.OutAsync(0, "import", "cases", office.Write("cases.json", Cases.File(Cases.One(1), Cases.One(2).With(("goods", "“鞋”\\ \t é 𠀀 <b>")))), "--as", "lu");
        var matter = await Steps.ToProsecutionReviewAsync(office);
        await office.OutAsync(0, "do", "attach-document", matter, "--as", "lu", "--on", "2026-09-20", "--file", office.Write("a.txt", "扣押清单"));
        return office;
    }

    private static async Task<Answer> PythonAsync(params string[] args)
    {
        Assert.SkipUnless(Shell.Has("python3"), "python3 is not available");
        using var python = Shell.Start("python3", args);
        return await python.EndAsync();
    }

    [Theory, EveryDatabase]
    public async Task An_export_holds_everything_to_the_letter_with_the_hash_of_each_file(Dialect dialect)
    {
        await using var office = await FilledAsync(dialect);
        var target = Path.Combine(office.Folder, "out");
        (await office.OutAsync(0, "export", target)).ShouldContain("1 个附卷文件");

        await using (var platform = await office.PlatformAsync())
        await using (var snapshot = await platform.Store.Database.BeginSnapshotAsync())
        {
            var lines = await File.ReadAllLinesAsync(Path.Combine(target, "events.jsonl"));
            var at = 0;
            await foreach (var e in EventLog.ReadAllAsync(snapshot))
                System.Text.Json.JsonSerializer.Deserialize<StoredEvent>(lines[at++], Json.Options).ShouldBe(e);
            lines.Length.ShouldBe(at);
        }
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target, "manifest.json")))!;
        manifest["whole"]!.GetValue<bool>().ShouldBeTrue();
        var files = manifest["files"]!.AsArray().ToDictionary(f => f!["name"]!.GetValue<string>(), f => f!["sha256"]!.GetValue<string>(), StringComparer.Ordinal);
        var there = Directory.EnumerateFiles(target, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(target, f)).Where(f => f != "manifest.json");
        files.Keys.ShouldBe(there, ignoreOrder: true);
        foreach (var (name, hash) in files)
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(target, name)))).ShouldBe(hash, name);
        Directory.Exists(target + ".partial").ShouldBeFalse();
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(target, "events.jsonl")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await office.RunAsync("export", target)).Exit.ShouldBe(1);
    }

    [Theory, EveryDatabase]
    public async Task A_stranger_can_check_it_with_the_script(Dialect dialect)
    {
        await using var office = await FilledAsync(dialect);
        var target = Path.Combine(office.Folder, "out.zip");
        var result = await office.JsonAsync(0, "export", target);
        var unpacked = Path.Combine(office.Folder, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(target, unpacked, TestContext.Current.CancellationToken);
        var key = (await office.JsonAsync(0, "verify"))["keyId"]!.GetValue<string>();

        var answer = await PythonAsync(Path.Combine(unpacked, "verify-log.py"), unpacked, key);
        answer.Exit.ShouldBe(0, answer.Error);
        answer.Out.ShouldStartWith($"whole: {result["events"]} events");
        (await PythonAsync(Path.Combine(unpacked, "verify-log.py"), unpacked, "0123456789abcdef")).Exit.ShouldBe(1);
    }

    [Theory]
    [InlineData("events.jsonl", "运动鞋", "运动袜", "file events.jsonl")]
    [InlineData("events.jsonl", "\"actor\":\"fang\"", "\"actor\":\"zhou\"", "was changed")]
    [InlineData("checkpoints.jsonl", "\"seq\":", "\"seq\":1", "checkpoint")]
    [InlineData("head.json", "\"signature\":\"", "\"signature\":\"AAAA", "signature")]
    public async Task The_script_finds_what_was_changed(string file, string from, string to, string says)
    {
        await using var office = await FilledAsync(Dialect.Sqlite);
        var target = Path.Combine(office.Folder, "out");
        await office.OutAsync(0, "export", target);
        var path = Path.Combine(target, file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(from, to));
        if (says != $"file {file}")
        {
            // whoever changes a file changes the manifest too
            var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target, "manifest.json")))!;
            manifest["files"]!.AsArray().Single(f => f!["name"]!.GetValue<string>() == file)!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path)));
            await File.WriteAllTextAsync(Path.Combine(target, "manifest.json"), manifest.ToJsonString());
        }
        var answer = await PythonAsync(Path.Combine(target, "verify-log.py"), target);
        answer.Exit.ShouldBe(1, answer.Out);
        answer.Error.ShouldContain(says);
    }

    [Fact]
    public async Task The_example_of_the_format_page_is_right()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Law.DataFolder.Find(), "..", "docs", "log-format.md"), TestContext.Current.CancellationToken);
        var hash = new StoredEvent
        {
            Seq = 1, Stream = "a", Version = 1, Type = "t", Schema = 1, Data = "{}", Actor = "u", Office = "1", ActedOn = "",
            RecordedAt = "2026-01-01T00:00:00.000Z", PrevHash = StoredEvent.Genesis, Hash = "",
        }.ComputeHash();
        page.ShouldContain($"hash {hash}");
    }

    [Fact]
    public async Task A_log_that_is_not_whole_is_exported_and_said_to_be_so()
    {
        await using var office = await FilledAsync(Dialect.Sqlite);
        await office.TamperAsync("UPDATE event SET actor = 'he' WHERE seq = 9");
        var target = Path.Combine(office.Folder, "out");
        var answer = await office.RunAsync("export", target);
        answer.Exit.ShouldBe(3);
        answer.Error.ShouldContain("第 9 个事件");
        JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(target, "manifest.json")))!["whole"]!.GetValue<bool>().ShouldBeFalse();
        (await File.ReadAllTextAsync(Path.Combine(target, "README.md"))).ShouldContain("导出时日志不完整");
    }

    [Fact]
    public async Task An_attachment_that_was_changed_is_found()
    {
        await using var office = await FilledAsync(Dialect.Sqlite);
        var file = Directory.EnumerateFiles(Path.Combine(office.Folder, "attachments"), "*", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, "别的", TestContext.Current.CancellationToken);
        var answer = await office.RunAsync("export", Path.Combine(office.Folder, "out"));
        answer.Exit.ShouldBe(3);
        answer.Error.ShouldContain("附卷文件");
    }

    [Fact]
    public async Task It_overwrites_nothing()
    {
        await using var office = await FilledAsync(Dialect.Sqlite);
        var file = office.Write("there.zip", "x");
        (await office.RunAsync("export", file)).Exit.ShouldBe(1);
        (await File.ReadAllTextAsync(file)).ShouldBe("x");
        (await office.RunAsync("export", office.Folder)).Exit.ShouldBe(1);
        Directory.CreateDirectory(Path.Combine(office.Folder, "empty"));
        await office.OutAsync(0, "export", Path.Combine(office.Folder, "empty") + "/");
        (await office.RunAsync("export")).Exit.ShouldBe(64);
    }
}
