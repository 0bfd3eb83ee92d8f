using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Store.Tests;

public sealed class AttachmentsTests : IDisposable
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly string _folder = Directory.CreateTempSubdirectory("zhijian-").FullName;

    private Attachments Attachments => new(Path.Combine(_folder, "attachments"));

    private IReadOnlyList<string> Files => Directory.Exists(Path.Combine(_folder, "attachments"))
        ? [.. Directory.EnumerateFiles(Path.Combine(_folder, "attachments"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)]
        : [];

    private Task<StoredFile> SaveAsync(byte[] content) => Attachments.SaveAsync(new MemoryStream(content));

    private async Task RefusedAsync(byte[] content, string code)
    {
        (await Should.ThrowAsync<AttachmentRefusedException>(() => SaveAsync(content))).Code.ShouldBe(code);
        Files.ShouldBeEmpty();
    }

    private static byte[] Zip(params IReadOnlyList<string> names)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(RandomNumberGenerator.GetBytes(200_000)); // so that the first block holds no second name
            }
        return stream.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_same_content_is_kept_once()
    {
        var content = "起诉意见书"u8.ToArray();
        var first = await SaveAsync(content);
        var second = await SaveAsync(content);

        second.ShouldBe(first);
        first.ShouldBe(new StoredFile(Convert.ToHexStringLower(SHA256.HashData(content)), content.Length, "text/plain"));
        Files.ShouldBe([first.Hash]);
        await using var stored = Attachments.Open(first.Hash);
        using var copy = new MemoryStream();
        await stored.CopyToAsync(copy);
        copy.ToArray().ShouldBe(content);
    }

    [Fact]
    public async Task Two_who_save_the_same_content_at_once_both_succeed()
    {
        var content = Encoding.UTF8.GetBytes(new string('证', 100_000));
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SaveAsync(content))));
        saved.Distinct().Count().ShouldBe(1);
        Files.Count.ShouldBe(1);
    }

    public static TheoryData<string, byte[], string> Taken() => new()
    {
        { "pdf", [.. "%PDF-1.7\n"u8, 0, 1, 2, 255], "application/pdf" },
        { "png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "image/png" },
        { "jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "image/jpeg" },
        { "text", "一\t二\r\n"u8.ToArray(), "text/plain" },
        { "text with a byte order mark", [0xEF, 0xBB, 0xBF, .. "三"u8], "text/plain" },
        { "long text whose characters cross the blocks", [(byte)'a', .. Encoding.UTF8.GetBytes(new string('商', 200_000))], "text/plain" },
        { "docx", Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml"), Docx },
        { "docx in another order", Zip("word/media/image1.png", "word/document.xml", "[Content_Types].xml"), Docx },
        { "xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), Xlsx },
        { "text in GB 18030", [0xC6, 0xF0, 0xCB, 0xDF], "text/plain" },
        { "text in UTF-16", [0xFF, 0xFE, 0x48, 0x68], "text/plain" },
        { "text that breaks off inside a character", [.. "本案"u8[..5]], "text/plain" },
        { "a ZIP", Zip("readme.txt"), "application/zip" },
        { "a ZIP with a folder that ends like one of a document", Zip("[Content_Types].xml", "sword/document.xml"), "application/zip" },
        { "a ZIP without content types", Zip("word/document.xml"), "application/zip" },
        { "a presentation", Zip("[Content_Types].xml", "ppt/presentation.xml"), "application/zip" },
    };

    [Theory, MemberData(nameof(Taken))]
    public async Task The_type_is_read_from_the_content(string name, byte[] content, string type)
    {
        (await SaveAsync(content)).MediaType.ShouldBe(type, name);
        Files.Count.ShouldBe(1);
    }

    public static TheoryData<string, byte[], string> NotTaken() => new()
    {
        { "a program named .pdf", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0], "attachment-type" },
        { "a Unix program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "attachment-type" },
        { "a document with macros", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "attachment-macros" },
        { "half a document", Zip("[Content_Types].xml", "word/document.xml")[..100_000], "attachment-damaged" },
        { "an old Office file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "attachment-ole" },
        { "bytes that GB 18030 leaves to private use", [0xAA, 0xA1, 0xAA, 0xA2], "attachment-type" },
        { "one stray byte", [(byte)'a', 0xFF], "attachment-type" },
        { "text with a program behind the first block", [.. new byte[200_000].Select(_ => (byte)'a'), 0x00, 0x01], "attachment-type" },
        { "half a PNG signature", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3, 4], "attachment-type" },
    
    };

    [Theory, MemberData(nameof(NotTaken))]
    public Task Other_types_are_refused(string name, byte[] content, string code)
    {
        name.ShouldNotBeNull();
        return RefusedAsync(content, code);
    }

    [Fact]
    public Task An_empty_file_is_refused() => RefusedAsync([], "attachment-empty");

    [Fact]
    public async Task The_largest_file_is_taken_and_one_byte_more_is_refused()
    {
        var content = new byte[Attachments.MaxBytes + 1];
        "%PDF-"u8.CopyTo(content);
        await RefusedAsync(content, "attachment-size");
        (await SaveAsync(content[..^1])).Size.ShouldBe(Attachments.MaxBytes);
    }

    [Fact]
    public async Task A_sender_who_breaks_off_leaves_nothing_behind()
    {
        await Should.ThrowAsync<IOException>(() => Attachments.SaveAsync(new BreaksOff()));
        Files.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../../keys/log.pem")]
    [InlineData("/etc/passwd")]
    [InlineData("%2e%2e%2fkeys%2flog.pem")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000A")]
    [InlineData("../0000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000\u0000/")]
    public void A_hash_that_is_none_opens_nothing(string hash)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        File.WriteAllText(Path.Combine(_folder, "keys", "log.pem"), "secret");
        Should.Throw<FileNotFoundException>(() => Attachments.Open(hash)).Message.ShouldBe("no such attachment");
    }

    private sealed class BreaksOff : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_reads++ > 3)
                throw new IOException("the client has gone");
            "%PDF-"u8.CopyTo(buffer.Span);
            return new(buffer.Length);
        }
    }
}
