using System.Security.Cryptography;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>A stored file: its SHA-256, size in bytes, and type as read from its content, never from its name.</summary>
public sealed record StoredFile(string Hash, long Size, string MediaType)
{
    /// <summary>What looks odd: cut off, encrypted. It was taken in all the same.</summary>
    public IReadOnlyList<Text> Notes { get; init; } = [];
}

/// <summary>The file cannot be taken in; the message is for the person who sent it.</summary>
public sealed class AttachmentRefusedException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>Files by content: the same bytes are kept once, under their hash, and never change.</summary>
public sealed class Attachments(string folder)
{
    /// <summary>50 MB: what comes in one request.</summary>
    public const long MaxBytes = 50L * 1024 * 1024;

    /// <summary>2 GB: what comes in pieces, or from the command line.</summary>
    public const long MaxUploadBytes = 2L * 1024 * 1024 * 1024;

    /// <exception cref="AttachmentRefusedException">Empty, too large, or of a type that is not taken.</exception>
    public async Task<StoredFile> SaveAsync(Stream content, long most = MaxBytes, CancellationToken ct = default)
    {
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".part");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true))
            {
                var (buffer, size) = (new byte[1 << 16], 0L);
                int read;
                while ((read = await content.ReadAsync(buffer, ct)) > 0)
                {
                    if ((size += read) > most)
                        throw TooLarge(most);
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                }
                file.Flush(flushToDisk: true);
            }
            var stored = await CheckAsync(temporary, null, ct);
            Take(temporary, stored);
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Reads a file that lies there: its hash, size and type. O(size), one block of memory.</summary>
    /// <exception cref="AttachmentRefusedException">Empty, another than announced, or of a type that is not taken.</exception>
    internal async Task<StoredFile> CheckAsync(string path, string? announced, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, size, head, text) = (new byte[1 << 16], 0L, Array.Empty<byte>(), new TextKind());
        await using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true))
        {
            int read;
            while ((read = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
            {
                if (size == 0)
                    head = buffer.AsSpan(0, Math.Min(read, FileTypes.HeadBytes)).ToArray();
                size += read;
                sha.AppendData(buffer, 0, read);
                text.See(buffer.AsSpan(0, read));
            }
        }
        if (size == 0)
            throw Empty();
        var hash = Convert.ToHexStringLower(sha.GetHashAndReset());
        if (announced is not null && announced != hash)
            throw OtherHash(hash);
        var (type, notes) = FileTypes.Of(path, head, text.Encoding() is not null);
        return new StoredFile(hash, size, type) { Notes = notes };
    }

    /// <summary>Moves a checked file to its place.</summary>
    internal void Take(string path, StoredFile stored)
    {
        var place = PathOf(stored.Hash);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        File.Move(path, place, overwrite: true);
    }

    internal bool Has(string hash) => File.Exists(PathOf(hash));

    internal static AttachmentRefusedException OtherHash(string hash) =>
        new("attachment-hash", $"收到的文件哈希为 {hash}，与所报不符 (the hash of what arrived is {hash}, another than announced)");

    internal static AttachmentRefusedException Empty() => new("attachment-empty", "文件是空的 (the file is empty)");

    internal static AttachmentRefusedException TooLarge(long most) =>
        new("attachment-size", $"文件超过 {Size(most)} (the file is larger than {Size(most)})");

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MB" : $"{bytes} B";

    /// <exception cref="FileNotFoundException">No such file.</exception>
    public Stream Open(string hash) => File.OpenRead(Find(hash) ?? throw new FileNotFoundException("no such attachment"));

    /// <summary>Where the file lies, for a program that reads it; null where there is none.</summary>
    public string? Find(string hash) => IsHash(hash) && PathOf(hash) is var path && File.Exists(path) ? path : null;

    /// <summary>Hashes of all files, in order.</summary>
    public IEnumerable<string> All() => !Directory.Exists(folder) ? [] : Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
        .SelectMany(below => Directory.EnumerateFiles(below).Select(f => Path.GetFileName(f)).Where(IsHash).Order(StringComparer.Ordinal));

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => IsHash(hash)
        ? Path.Combine(folder, hash[..2], hash)
        : throw new FileNotFoundException("no such attachment");
}
