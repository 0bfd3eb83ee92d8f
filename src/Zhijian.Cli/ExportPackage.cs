using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zhijian.Store;

namespace Zhijian.Cli;

/// <summary>
/// The files of an export, each hashed while it is written; the manifest comes last. Until it is complete it carries another name, so that
/// an export that was broken off is not taken for a whole one.
/// </summary>
internal sealed class ExportPackage : IAsyncDisposable
{
    private const string Unfinished = ".partial";

    private readonly List<object> _files = [];
    private readonly string _target;
    private readonly ZipArchive? _zip;

    private ExportPackage(string target)
    {
        _target = target;
        if (IsZip)
            _zip = new ZipArchive(new FileStream(target + Unfinished, OwnerOnly()), ZipArchiveMode.Create);
    }

    private bool IsZip => _target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without the manifest itself.</summary>
    public int Files => _files.Count;

    public static ExportPackage Create(string target)
    {
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (Directory.Exists(target + Unfinished))
            Directory.Delete(target + Unfinished, recursive: true);
        return new ExportPackage(target);
    }

    /// <returns>SHA-256 of what was written.</returns>
    public async Task<string> AddAsync(string name, Func<Stream, Task> write)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var size = 0L;
        await using (var file = Open(name))
        await using (var counted = new Counted(file, bytes =>
        {
            hash.AppendData(bytes);
            size += bytes.Length;
        }))
            await write(counted);
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        _files.Add(new { name, size, sha256 });
        return sha256;
    }

    public Task AddTextAsync(string name, string text) => AddAsync(name, to => to.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());

    /// <summary>Writes the manifest and gives the export its name.</summary>
    public async Task CompleteAsync(object about)
    {
        var manifest = JsonSerializer.SerializeToNode(about, Json.Options)!.AsObject();
        manifest["files"] = JsonSerializer.SerializeToNode(_files, Json.Options);
        await using (var file = Open("manifest.json"))
            await file.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToJsonString(new JsonSerializerOptions(Json.Options) { WriteIndented = true }) + "\n"));
        if (_zip is not null)
        {
            await _zip.DisposeAsync();
            File.Move(_target + Unfinished, _target);
            return;
        }
        if (Directory.Exists(_target))
            Directory.Delete(_target); // it is empty
        Directory.Move(_target + Unfinished, _target);
    }

    private Stream Open(string name)
    {
        if (_zip is not null)
            return _zip.CreateEntry(name, CompressionLevel.Optimal).Open();
        var path = Path.Combine(_target + Unfinished, name);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        else
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new FileStream(path, OwnerOnly());
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>Removes what was broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_zip is not null)
            await _zip.DisposeAsync();
        File.Delete(_target + Unfinished);
        if (Directory.Exists(_target + Unfinished))
            Directory.Delete(_target + Unfinished, recursive: true);
    }

    /// <summary>Hands on what is written, and shows it to somebody on the way.</summary>
    private sealed class Counted(Stream to, Action<ReadOnlySpan<byte>> see) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            see(buffer);
            to.Write(buffer);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            see(buffer.Span);
            return to.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush() => to.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
