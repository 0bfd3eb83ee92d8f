using System.Security.Cryptography;
using System.Text;

namespace Zhijian.Store;

/// <summary>Signs the head of the log (ECDSA P-256), so that a log whose tail was cut off does not pass for a whole one.</summary>
public sealed class LogSigner : IDisposable
{
    private readonly ECDsa _key;

    private LogSigner(ECDsa key)
    {
        _key = key;
        KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>Fingerprint of the public key; write it down outside the machine.</summary>
    public string KeyId { get; }

    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The key in the file; made, readable by its owner only, when there is none.</summary>
    public static LogSigner Open(string file)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(file))
        {
            key.ImportFromPem(File.ReadAllText(file));
            return new LogSigner(key);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using (var stream = new FileStream(file, OwnerOnly(FileMode.CreateNew)))
            stream.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        return new LogSigner(key);
    }

    private static FileStreamOptions OwnerOnly(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    public string Sign(long seq, string hash) => Convert.ToBase64String(_key.SignData(Message(seq, hash), HashAlgorithmName.SHA256));

    public bool Accepts(long seq, string hash, string signature)
    {
        Span<byte> bytes = stackalloc byte[256];
        return Convert.TryFromBase64String(signature, bytes, out var length) && _key.VerifyData(Message(seq, hash), bytes[..length], HashAlgorithmName.SHA256);
    }

    private static byte[] Message(long seq, string hash) => Encoding.ASCII.GetBytes($"zhijian checkpoint {seq} {hash}");

    public void Dispose() => _key.Dispose();
}
