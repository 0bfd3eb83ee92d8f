using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Store.Tests;

/// <summary>Large files in pieces, and what is told of a file by its content. Alone: what is allocated is counted for the whole process.</summary>
[CollectionDefinition(nameof(UploadsTests), DisableParallelization = true)]
[Collection(nameof(UploadsTests))]
public sealed class UploadsTests(ITestOutputHelper output) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 9, 28, 1, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("zj-uploads").FullName;

    private Attachments Attachments => new(Path.Combine(_folder, "attachments"));

    /// <summary>As a program that has just been started sees it.</summary>
    private Uploads Uploads => new(Path.Combine(_folder, "uploads"), Attachments);

    private Task<Upload> BeginAsync(long size, string? sha256 = null, string owner = "lu") => Uploads.CreateAsync(owner, "MS-2026-0001", "录像.mp4", size, sha256, null, null, Now);

    [Fact]
    public async Task After_a_break_a_new_program_goes_on_where_the_old_one_stood()
    {
        var bytes = Encoding.UTF8.GetBytes(new string('字', 400_000));
        var upload = await BeginAsync(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        await Should.ThrowAsync<IOException>(() => Uploads.AppendAsync(upload, 0, new BreaksOff(bytes, 500_000)));

        var again = (await Uploads.FindAsync(upload.Id, "lu", "MS-2026-0001"))!;
        var offset = Uploads.OffsetOf(again);
        offset.ShouldBe(500_000);
        (await Should.ThrowAsync<UploadOffsetException>(() => Uploads.AppendAsync(again, 0, new MemoryStream(bytes)))).Offset.ShouldBe(offset);
        (await Should.ThrowAsync<UploadOffsetException>(() => Uploads.CompleteAsync(again))).Offset.ShouldBe(offset);
        (await Uploads.AppendAsync(again, offset, new MemoryStream(bytes, (int)offset, bytes.Length - (int)offset))).ShouldBe(bytes.Length);
        var stored = await Uploads.CompleteAsync(again);
        stored.MediaType.ShouldBe("text/plain");
        await using var kept = Attachments.Open(stored.Hash);
        (await SHA256.HashDataAsync(kept)).ShouldBe(SHA256.HashData(bytes));
        (await Uploads.CompleteAsync((await Uploads.FindAsync(upload.Id, "lu", "MS-2026-0001"))!)).Hash.ShouldBe(stored.Hash); // asked again
    }

    [Fact]
    public async Task Only_whoever_began_it_goes_on_in_its_matter()
    {
        var upload = await BeginAsync(5);
        (await Uploads.FindAsync(upload.Id, "shen", "MS-2026-0001")).ShouldBeNull();
        (await Uploads.FindAsync(upload.Id, "lu", "MS-2026-0002")).ShouldBeNull();
        (await Uploads.FindAsync("../" + upload.Id, "lu", "MS-2026-0001")).ShouldBeNull();
    }

    [Fact]
    public async Task Another_file_than_announced_is_refused_and_thrown_away()
    {
        var upload = await BeginAsync(5, new string('0', 64));
        await Uploads.AppendAsync(upload, 0, new MemoryStream("hello"u8.ToArray()));
        (await Should.ThrowAsync<AttachmentRefusedException>(() => Uploads.CompleteAsync(upload))).Code.ShouldBe("attachment-hash");
        (await Uploads.FindAsync(upload.Id, "lu", "MS-2026-0001")).ShouldBeNull();
        (await Should.ThrowAsync<AttachmentRefusedException>(() => BeginAsync(Attachments.MaxUploadBytes + 1))).Code.ShouldBe("attachment-size");
        var small = await BeginAsync(3);
        (await Should.ThrowAsync<AttachmentRefusedException>(() => Uploads.AppendAsync(small, 0, new MemoryStream("hello"u8.ToArray())))).Code.ShouldBe("attachment-size");
    }

    [Fact]
    public async Task What_nobody_went_on_with_for_a_week_is_swept()
    {
        var old = await BeginAsync(5);
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "uploads")))
            File.SetLastWriteTimeUtc(file, Now.UtcDateTime.AddDays(-8));
        await BeginAsync(5);
        (await Uploads.FindAsync(old.Id, "lu", "MS-2026-0001")).ShouldBeNull();
    }

    [Fact]
    public async Task The_memory_does_not_grow_with_the_file()
    {
        const long Size = 384L << 20;
        var upload = await BeginAsync(Size);
        await Uploads.AppendAsync(upload, 0, new Zeros(Size - 16));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Uploads.AppendAsync(upload, Size - 16, new MemoryStream(new byte[16]));
        await Should.ThrowAsync<AttachmentRefusedException>(() => Uploads.CompleteAsync(upload)); // zeros are of no type
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        output.WriteLine($"{Size >> 20} MB checked: {allocated >> 10} KB allocated, working set {Environment.WorkingSet >> 20} MB");
        allocated.ShouldBeLessThan(Size / 10); // bookkeeping of each read; the content itself would be Size
    }

    [Theory]
    [InlineData("GIF89a;", "image/gif")]
    [InlineData("II*\0rest", "image/tiff")]
    [InlineData("RIFF\u0004\0\0\0WEBP", "image/webp")]
    [InlineData("RIFF\u0004\0\0\0WAVE", "audio/wav")]
    [InlineData("RIFF\u0004\0\0\0AVI ", "video/x-msvideo")]
    [InlineData("\0\0\0\u0010ftypisom\0\0\0\0", "video/mp4")]
    [InlineData("\u001aE\u00df\u00a3rest", "video/x-matroska")]
    [InlineData("ID3\u0004rest", "audio/mpeg")]
    [InlineData("From: a@example.com\r\nDate: Mon, 1 Jun 2026 08:00:00 +0800\r\nSubject: x\r\n\r\n\u00c4\u00e3", "message/rfc822")]
    public async Task A_type_is_read_from_the_content(string latin1, string type) => (await SaveAsync(Encoding.Latin1.GetBytes(latin1))).MediaType.ShouldBe(type);

    [Fact]
    public async Task What_is_cut_off_or_locked_is_told()
    {
        (await SaveAsync(Encoding.Latin1.GetBytes("RIFF\u00ff\0\0\0WAVE"))).Notes.ShouldHaveSingleItem().Zh.ShouldContain("不完整");
        (await SaveAsync(Encoding.Latin1.GetBytes("\0\0\0\u0010ftypisom\0\0\0\0\0\0\u0010\0mdatabc"))).Notes.ShouldHaveSingleItem();
        (await SaveAsync("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>\n%%EOF"u8.ToArray())).Notes.ShouldHaveSingleItem().En.ShouldContain("encrypted");
        (await SaveAsync("%PDF-1.7\n%%EOF"u8.ToArray())).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_container_that_hides_what_it_holds_is_refused()
    {
        (await CodeAsync(Zip(("word/vbaProject.bin", 10), ("[Content_Types].xml", 10)))).ShouldBe("attachment-macros");
        (await CodeAsync(Zip(("zeros", 150 << 20)))).ShouldBe("attachment-bomb");
        (await CodeAsync(Zip(("a.txt", 5000))[..^60])).ShouldBe("attachment-damaged");
        var encrypted = Zip(("a.txt", 10));
        encrypted[encrypted.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1; // the flag in the list of entries
        (await CodeAsync(encrypted)).ShouldBe("attachment-encrypted");
        (await CodeAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0])).ShouldBe("attachment-ole");
        (await SaveAsync(Zip(("a.txt", 10)))).MediaType.ShouldBe("application/zip");
    }

    private Task<StoredFile> SaveAsync(byte[] bytes) => Attachments.SaveAsync(new MemoryStream(bytes));

    private async Task<string> CodeAsync(byte[] bytes) => (await Should.ThrowAsync<AttachmentRefusedException>(() => SaveAsync(bytes))).Code;

    private static byte[] Zip(params (string Name, int Size)[] entries)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, size) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                new Zeros(size).CopyTo(entry);
            }
        return memory.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A connection that is lost after so many bytes.</summary>
    private sealed class BreaksOff(byte[] bytes, int after) : MemoryStream(bytes, 0, after)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= Length ? throw new IOException("the connection was lost") : base.ReadAsync(buffer, cancellationToken);
    }

    private sealed class Zeros(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = (int)Math.Min(buffer.Length, length - _at);
            buffer[..read].Clear();
            _at += read;
            return read;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
