using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Zhijian.Store;

/// <summary>A stored file: its SHA-256, size in bytes, and type as read from its content, never from its name.</summary>
public sealed record StoredFile(string Hash, long Size, string MediaType);

/// <summary>The file cannot be taken in; the message is for the person who sent it.</summary>
public sealed class AttachmentRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Files by content: the same bytes are kept once, under their hash, and never change.</summary>
public sealed class Attachments(string folder)
{
    /// <summary>50 MB.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <exception cref="AttachmentRefusedException">Empty, too large, or of a type that is not taken.</exception>
    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken ct = default)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".part");
        try
        {
            var (hash, size, head, isText) = await CopyAsync(content, temporary, ct);
            var type = Binary(head, temporary) ?? (isText ? "text/plain" : null) ?? throw new AttachmentRefusedException(
                "attachment-type", "只接收 PDF、PNG、JPEG、DOCX/XLSX 和 UTF-8 文本文件 (only PDF, PNG, JPEG, DOCX/XLSX and UTF-8 text are taken)");
            var path = PathOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(temporary, path, overwrite: true);
            return new StoredFile(hash, size, type);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static async Task<(string Hash, long Size, byte[] Head, bool IsText)> CopyAsync(Stream content, string path, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var (buffer, size, head, text) = (new byte[1 << 16], 0L, Array.Empty<byte>(), new TextCheck());
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
        {
            if (size == 0)
                head = buffer.AsSpan(0, Math.Min(read, 16)).ToArray();
            size += read;
            if (size > MaxBytes)
                throw new AttachmentRefusedException("attachment-size", $"文件超过 {MaxBytes / 1024 / 1024} MB (the file is larger than {MaxBytes / 1024 / 1024} MB)");
            sha.AppendData(buffer, 0, read);
            text.See(buffer.AsSpan(0, read));
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        if (size == 0)
            throw new AttachmentRefusedException("attachment-empty", "文件是空的 (the file is empty)");
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), size, head, text.IsText());
    }

    /// <exception cref="FileNotFoundException">No such file.</exception>
    public Stream Open(string hash)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? File.OpenRead(path) : throw new FileNotFoundException("no such attachment");
    }

    /// <summary>Hashes of all files, in order.</summary>
    public IEnumerable<string> All() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        .SelectMany(below => Directory.EnumerateFiles(below).Select(f => Path.GetFileName(f)).Where(IsHash).Order(StringComparer.Ordinal));

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => IsHash(hash)
        ? Path.Combine(folder, hash[..2], hash)
        : throw new FileNotFoundException("no such attachment");

    private static string? Binary(ReadOnlySpan<byte> head, string path) =>
        head.StartsWith("%PDF-"u8) ? "application/pdf"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : head.StartsWith("PK\u0003\u0004"u8) ? OfficeType(path)
        : null;

    /// <summary>DOCX and XLSX are ZIP files with a list of content types and a folder of their own; with macros they are something else.</summary>
    private static string? OfficeType(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var names = zip.Entries.Select(e => e.FullName).ToList();
            bool Has(string folder) => names.Exists(n => n.StartsWith(folder, StringComparison.Ordinal));
            return !names.Contains("[Content_Types].xml") || names.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)) ? null
                : Has("word/") ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : Has("xl/") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Whether everything that was seen is UTF-8 without control characters; characters may run over the edge of a block.</summary>
    private sealed class TextCheck
    {
        private readonly Decoder _decoder = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetDecoder();
        private readonly char[] _characters = new char[(1 << 16) + 4];
        private bool _isText = true;

        public void See(ReadOnlySpan<byte> block) => _isText = _isText && block.IndexOfAnyInRange((byte)0, (byte)8) < 0 && Decodes(block, flush: false);

        public bool IsText() => _isText && Decodes([], flush: true);

        private bool Decodes(ReadOnlySpan<byte> block, bool flush)
        {
            try
            {
                _ = _decoder.GetChars(block, _characters, flush);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }
}
