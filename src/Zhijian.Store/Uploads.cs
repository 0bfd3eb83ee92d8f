using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Zhijian.Store;

/// <summary>A large file on its way. <paramref name="Stored"/>: set once it is complete and checked.</summary>
/// <param name="For">A matter, or a data set of a unit.</param>
/// <param name="Source">Where the rows of a data set come from, in the words of the sender.</param>
public sealed record Upload(
    string Id, string Owner, [property: JsonPropertyName("matter")] string For, string Name, long Size, string? Sha256, string? On, string? Exhibit, StoredFile? Stored, string? Source = null);

/// <summary>What was sent does not continue what is there.</summary>
public sealed class UploadOffsetException(long offset) : Exception($"the upload stands at {offset}")
{
    public long Offset { get; } = offset;
}

/// <summary>
/// Large files that come in pieces. What was taken in lies in a part file, whose length is the offset: it survives the end of the program, and whoever
/// goes on asks for it first. Memory: one block, whatever the size.
/// </summary>
public sealed class Uploads(string folder, Attachments attachments)
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(7);

    /// <exception cref="AttachmentRefusedException">Empty or too large.</exception>
    public async Task<Upload> CreateAsync(string owner, string what, string name, long size, string? sha256, string? on, string? exhibit, DateTimeOffset now, string? source = null, CancellationToken ct = default)
    {
        if (size <= 0)
            throw Attachments.Empty();
        if (size > Attachments.MaxUploadBytes)
            throw Attachments.TooLarge(Attachments.MaxUploadBytes);
        Directory.CreateDirectory(folder);
        Sweep(now);
        var upload = new Upload(RandomNumberGenerator.GetHexString(32, lowercase: true), owner, what, name, size, sha256?.ToLowerInvariant(), on, exhibit, null, source);
        await using (File.Create(Part(upload.Id)))
            await WriteAsync(upload, ct);
        return upload;
    }

    /// <summary>The upload, for whoever began it, where they began it.</summary>
    public async Task<Upload?> FindAsync(string id, string owner, string what, CancellationToken ct = default)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) || !File.Exists(Meta(id)))
            return null;
        await using var file = File.OpenRead(Meta(id));
        var upload = await JsonSerializer.DeserializeAsync<Upload>(file, Json.Options, ct);
        return upload?.Owner == owner && upload.For == what ? upload : null;
    }

    public long OffsetOf(Upload upload) => upload.Stored is not null ? upload.Size : new FileInfo(Part(upload.Id)) is { Exists: true } part ? part.Length : 0;

    /// <summary>Appends a piece; what arrived before a break stays. Returns the new offset.</summary>
    /// <exception cref="UploadOffsetException">The piece does not begin where the upload stands, or somebody else is sending.</exception>
    public async Task<long> AppendAsync(Upload upload, long offset, Stream piece, CancellationToken ct = default)
    {
        if (upload.Stored is not null)
            throw new UploadOffsetException(upload.Size);
        FileStream file;
        try
        {
            file = new FileStream(Part(upload.Id), FileMode.Open, FileAccess.Write, FileShare.Read, 1, FileOptions.Asynchronous);
        }
        catch (IOException)
        {
            throw new UploadOffsetException(OffsetOf(upload));
        }
        await using (file)
        {
            if (file.Length != offset)
                throw new UploadOffsetException(file.Length);
            file.Position = offset;
            try
            {
                var buffer = new byte[1 << 17];
                int read;
                while ((read = await piece.ReadAsync(buffer, ct)) > 0)
                {
                    if (file.Position + read > upload.Size)
                        throw Attachments.TooLarge(upload.Size);
                    await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
                }
            }
            finally
            {
                file.Flush(flushToDisk: true);
            }
            return file.Position;
        }
    }

    /// <summary>Checks the whole file and takes it into the store; the same again when it is asked again.</summary>
    /// <exception cref="UploadOffsetException">It is not complete.</exception>
    /// <exception cref="AttachmentRefusedException">It is not the file that was announced, or of no type that is taken. What was sent is thrown away.</exception>
    public async Task<StoredFile> CompleteAsync(Upload upload, CancellationToken ct = default)
    {
        if (upload.Stored is { } done && attachments.Has(done.Hash))
            return done;
        if (OffsetOf(upload with { Stored = null }) is var offset && offset != upload.Size)
            throw new UploadOffsetException(offset);
        try
        {
            var stored = await attachments.CheckAsync(Part(upload.Id), upload.Sha256, ct);
            await WriteAsync(upload with { Stored = stored }, ct); // before the move: a break between the two is gone on from
            attachments.Take(Part(upload.Id), stored);
            return stored;
        }
        catch (AttachmentRefusedException)
        {
            Remove(upload.Id);
            throw;
        }
    }

    /// <summary>Checks the whole file and moves it to a place that is none of the attachments. The upload is to be removed when the place is recorded: until then it is gone on from.</summary>
    /// <exception cref="UploadOffsetException">It is not complete.</exception>
    /// <exception cref="AttachmentRefusedException">It is not the file that was announced. What was sent is thrown away.</exception>
    public async Task HandOverAsync(Upload upload, string path, CancellationToken ct = default)
    {
        if (upload.Stored is null)
        {
            if (OffsetOf(upload) is var offset && offset != upload.Size)
                throw new UploadOffsetException(offset);
            string hash;
            await using (var file = File.OpenRead(Part(upload.Id)))
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
            if (upload.Sha256 is { } announced && announced != hash)
            {
                Remove(upload.Id);
                throw Attachments.OtherHash(hash);
            }
            await WriteAsync(upload with { Stored = new StoredFile(hash, upload.Size, "application/octet-stream") }, ct);
        }
        if (File.Exists(Part(upload.Id)))
            File.Move(Part(upload.Id), path, overwrite: true);
    }

    /// <summary>Forgets the upload; a file that was taken in stays.</summary>
    public void Remove(string id)
    {
        File.Delete(Part(id));
        File.Delete(Meta(id));
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var meta in Directory.EnumerateFiles(folder, "*.json").Where(f => now.UtcDateTime - File.GetLastWriteTimeUtc(Path.ChangeExtension(f, ".part")) > Abandoned && now.UtcDateTime - File.GetLastWriteTimeUtc(f) > Abandoned).ToList())
            Remove(Path.GetFileNameWithoutExtension(meta));
    }

    private async Task WriteAsync(Upload upload, CancellationToken ct)
    {
        var temporary = Meta(upload.Id) + ".new";
        await File.WriteAllTextAsync(temporary, JsonSerializer.Serialize(upload, Json.Options), ct);
        File.Move(temporary, Meta(upload.Id), overwrite: true);
    }

    private string Part(string id) => Path.Combine(folder, id + ".part");

    private string Meta(string id) => Path.Combine(folder, id + ".json");
}
