using System.Security.Cryptography;
using System.Text.Json;
using Zhijian.Kernel;
using Zhijian.Store;
using Zhijian.Supervision.Sets;

namespace Zhijian.Supervision.Import;

/// <summary>A file that a person sent to a data set and that waits for its mapping; after the import, what came of it.</summary>
public sealed record PendingImport(string Id, string Unit, string Person, string Set, string FileName, string Source, SourceKind Kind, DateTimeOffset At)
{
    public PendingResult? Result { get; init; }

    /// <summary>Why the last attempt to import it came to nothing.</summary>
    public Text? Failed { get; init; }
}

/// <summary>What an import took and left out; the rows that were left out stand in <paramref name="ErrorFile"/>.</summary>
public sealed record PendingResult(bool Added, long Rows, long Left, string? ErrorFile);

/// <summary>Files on their way into a data set: nobody but their sender knows of them, and what is a day old goes when the next one comes.</summary>
public sealed class PendingImports(string folder, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Takes a file in, block by block.</summary>
    /// <param name="most">Bytes; a longer file is refused.</param>
    /// <exception cref="SourceUnreadableException">By its name it is no table, or it is too long.</exception>
    public async Task<PendingImport> TakeAsync(Actor actor, DataSet set, string fileName, string source, Stream content, long most, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        RemoveOld();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var pending = new PendingImport(id, actor.Unit, actor.Id, set.Id, fileName, source, SourceKinds.Of(fileName), time.GetUtcNow());
        await SaveAsync(pending, ct); // first, so that what is broken off has its day
        try
        {
            await using var file = File.Create(FileOf(pending));
            var block = new byte[1 << 16];
            for (int read; (read = await content.ReadAsync(block, ct)) > 0;)
            {
                await file.WriteAsync(block.AsMemory(0, read), ct);
                if (file.Position > most)
                    throw new SourceUnreadableException(new Text($"文件超过 {most >> 20} MB", $"the file is longer than {most >> 20} MB"));
            }
            return pending;
        }
        catch
        {
            Remove(pending);
            throw;
        }
    }

    /// <summary>Takes over a file that came in pieces, under the id that it came by: after a break it is taken over again and is the same.</summary>
    /// <exception cref="UploadOffsetException">It is not complete.</exception>
    /// <exception cref="AttachmentRefusedException">It is not the file that was announced.</exception>
    public async Task<PendingImport> TakeAsync(Actor actor, DataSet set, Uploads pieces, Upload upload, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        RemoveOld();
        var pending = new PendingImport(upload.Id, actor.Unit, actor.Id, set.Id, upload.Name, upload.Source!, SourceKinds.Of(upload.Name), time.GetUtcNow());
        await pieces.HandOverAsync(upload, FileOf(pending), ct);
        await SaveAsync(pending, ct);
        pieces.Remove(upload.Id);
        return pending;
    }

    /// <summary>Null for everybody but the sender.</summary>
    public async Task<PendingImport?> FindAsync(Actor actor, DataSet set, string id, CancellationToken ct)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) || !File.Exists(RecordOf(id)))
            return null;
        var pending = JsonSerializer.Deserialize<PendingImport>(await File.ReadAllTextAsync(RecordOf(id), ct), Json.Options)!;
        return pending.Person == actor.Id && pending.Unit == actor.Unit && pending.Set == set.Id ? pending : null;
    }

    /// <summary>The file that was sent; gone once it was imported.</summary>
    public string FileOf(PendingImport pending) => Path.Combine(folder, $"{pending.Id}.data");

    /// <summary>Keeps what came of it, and lets the file go.</summary>
    public async Task DoneAsync(PendingImport pending, PendingResult result, CancellationToken ct)
    {
        await SaveAsync(pending with { Result = result }, ct);
        File.Delete(FileOf(pending));
    }

    /// <summary>Keeps why it could not be imported; the file stays, so that it can be tried otherwise.</summary>
    public Task FailedAsync(PendingImport pending, Text why) => SaveAsync(pending with { Failed = why }, CancellationToken.None);

    private string RecordOf(string id) => Path.Combine(folder, $"{id}.json");

    private Task SaveAsync(PendingImport pending, CancellationToken ct) => File.WriteAllTextAsync(RecordOf(pending.Id), JsonSerializer.Serialize(pending, Json.Options), ct);

    private void RemoveOld()
    {
        foreach (var record in Directory.EnumerateFiles(folder, "*.json"))
            if (JsonSerializer.Deserialize<PendingImport>(File.ReadAllText(record), Json.Options) is { } old && time.GetUtcNow() - old.At > Kept)
                Remove(old);
    }

    private void Remove(PendingImport pending)
    {
        File.Delete(FileOf(pending));
        if (pending.Result?.ErrorFile is { } errors)
            File.Delete(errors);
        File.Delete(RecordOf(pending.Id));
    }
}
