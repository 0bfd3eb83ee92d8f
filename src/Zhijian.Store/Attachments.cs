using System.Security.Cryptography;

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
            var (hash, size, head) = await CopyAsync(content, temporary, ct);
            var type = Sniff(head) ?? throw new AttachmentRefusedException(
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

    private static async Task<(string Hash, long Size, byte[] Head)> CopyAsync(Stream content, string path, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var (buffer, size, head) = (new byte[1 << 16], 0L, Array.Empty<byte>());
        int read;
        while ((read = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
        {
            if (size == 0)
                head = buffer.AsSpan(0, read).ToArray();
            size += read;
            if (size > MaxBytes)
                throw new AttachmentRefusedException("attachment-size", $"文件超过 {MaxBytes / 1024 / 1024} MB (the file is larger than {MaxBytes / 1024 / 1024} MB)");
            sha.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        if (size == 0)
            throw new AttachmentRefusedException("attachment-empty", "文件是空的 (the file is empty)");
        file.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), size, head);
    }

    /// <exception cref="FileNotFoundException">No such file.</exception>
    public Stream Open(string hash) => File.OpenRead(PathOf(hash));

    /// <summary>Hashes of all files, in order.</summary>
    public IEnumerable<string> All() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        .SelectMany(below => Directory.EnumerateFiles(below).Select(f => Path.GetFileName(f)).Where(IsHash).Order(StringComparer.Ordinal));

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => IsHash(hash)
        ? Path.Combine(folder, hash[..2], hash)
        : throw new FileNotFoundException("no such attachment");

    private static string? Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
            return "application/pdf";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']))
            return "image/png";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return "image/jpeg";
        if (head.StartsWith("PK\u0003\u0004"u8))
            return head.IndexOf("word/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : head.IndexOf("xl/"u8) >= 0 ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : null;
        return IsText(head) ? "text/plain" : null;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        // the first 64 kB may end inside a character: leave out up to three bytes
        for (var cut = 0; cut <= 3 && cut < head.Length; cut++)
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
                return head.IndexOfAnyInRange((byte)0, (byte)8) < 0;
        return false;
    }
}
