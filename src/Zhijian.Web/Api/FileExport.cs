using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Zhijian.Matters;
using Zhijian.Matters.Evidence;
using Zhijian.Store;

namespace Zhijian.Web.Api;

/// <summary>
/// The electronic file as a ZIP: the files of the catalogue by bundle number, and manifest.sha256 in the form that sha256sum -c reads. It is the same for
/// everybody who sees the matter, for kept exhibits are not in the catalogue. Memory: one block.
/// </summary>
internal static class FileExport
{
    public static async Task WriteAsync(Matter matter, Attachments attachments, Stream body, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(body, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var manifest = new StringBuilder();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in FileCatalogue.Of(matter))
            foreach (var file in matter.Exhibit(line.Exhibit)!.Files)
            {
                var folder = Plain($"{line.Number.PadLeft(3, '0')} {line.Exhibit} {line.Title}", 80);
                var name = $"{folder}/{Plain(file.Name, 120)}";
                for (var i = 2; !names.Add(name); i++)
                    name = $"{folder}/{i} {Plain(file.Name, 120)}";
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(matter.Exhibit(line.Exhibit)!.Is.On, TimeOnly.MinValue, TimeSpan.Zero); // the same file twice is the same ZIP
                await using (var target = await entry.OpenAsync(ct))
                await using (var source = attachments.Open(file.Hash))
                    manifest.Append(await CopyAsync(source, target, ct)).Append("  ").Append(name).Append('\n');
            }
        var list = zip.CreateEntry("manifest.sha256", CompressionLevel.NoCompression);
        list.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await using var manifestStream = await list.OpenAsync(ct);
        await manifestStream.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToString()), ct);
    }

    /// <summary>The hash is of the bytes that went out, not of those that once came in.</summary>
    private static async Task<string> CopyAsync(Stream source, Stream target, CancellationToken ct)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await source.ReadAsync(buffer, ct)) > 0)
        {
            sha.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>A name that every system takes.</summary>
    private static string Plain(string name, int longest)
    {
        var plain = string.Concat((FileNames.Safe(name.Replace('/', '／').Replace('\\', '＼')) ?? "file").Select(c => c is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)).TrimEnd('.', ' ');
        if (plain.Length <= longest)
            return plain;
        var extension = Path.GetExtension(plain) is { Length: <= 10 } e ? e : "";
        var cut = plain[..(longest - extension.Length)];
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut) + extension;
    }
}
