using System.Security.Cryptography;
using System.Text;

namespace Zhijian.Store;

/// <summary>
/// Vouches for the end of the log, so that a log whose tail was cut off does not pass for a whole one. The head in the database, which
/// changes with every commit and stays here, carries a seal (HMAC-SHA-256); a checkpoint, which leaves the machine, is signed
/// (ECDSA P-256), so that whoever has the public key can check it. Both come from the one key file.
/// </summary>
public sealed class LogSigner : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ECDsa _key;
    private readonly byte[] _sealKey;

    private LogSigner(ECDsa key)
    {
        _key = key;
        _sealKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.ExportParameters(includePrivateParameters: true).D!, 32, info: "zhijian head"u8.ToArray());
        KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
    }

    /// <summary>Fingerprint of the public key; write it down outside the machine.</summary>
    public string KeyId { get; }

    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The key in the file; made, readable by its owner only, when there is none.</summary>
    /// <exception cref="CryptographicException">The file holds no private key.</exception>
    public static LogSigner Open(string file)
    {
        if (!File.Exists(file))
            Create(file);
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return new LogSigner(key);
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CryptographicException($"{file} holds no private key", e);
        }
    }

    /// <summary>
    /// Under another name first, so that a power cut leaves no half key. Of programs that start at once one makes that file and the others wait: to move without
    /// overwriting looks first and moves then, and would let two of them win.
    /// </summary>
    private static void Create(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.new";
        while (!File.Exists(file))
        {
            FileStream stream;
            try
            {
                stream = new FileStream(draft, OwnerOnly());
            }
            catch (IOException) when (File.Exists(draft) || File.Exists(file))
            {
                if (!SpinWait.SpinUntil(() => File.Exists(file) || !File.Exists(draft), Patience))
                    File.Delete(draft); // of a program that was killed
                continue;
            }
            using (var key = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            using (stream)
            {
                stream.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
                stream.Flush(flushToDisk: true);
            }
            if (File.Exists(file))
                File.Delete(draft); // another program was done in between
            else
                File.Move(draft, file);
        }
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    internal string Seal(long seq, string hash) => Convert.ToHexStringLower(HMACSHA256.HashData(_sealKey, Encoding.ASCII.GetBytes($"{seq} {hash}")));

    /// <summary>The head of an empty log carries no seal: there is nothing yet to cut off.</summary>
    internal bool Accepts(LogHead head) => head.Seq == 0
        ? head is { Hash: var hash, Seal: "" } && hash == StoredEvent.Genesis
        : CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(head.Seal), Encoding.ASCII.GetBytes(Seal(head.Seq, head.Hash)));

    public Checkpoint Sign(long seq, string hash, string at) =>
        new(seq, hash, at, Convert.ToBase64String(_key.SignData(Message(seq, hash, at), HashAlgorithmName.SHA256)));

    public bool Accepts(Checkpoint checkpoint)
    {
        Span<byte> signature = stackalloc byte[256];
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out var length)
            && Convert.ToBase64String(signature[..length]) == checkpoint.Signature // base64 has bits that do not count; here they do
            && _key.VerifyData(Message(checkpoint.Seq, checkpoint.Hash, checkpoint.At), signature[..length], HashAlgorithmName.SHA256);
    }

    private static byte[] Message(long seq, string hash, string at) => Encoding.UTF8.GetBytes($"zhijian checkpoint {seq} {hash} {at}");

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_sealKey);
        _key.Dispose();
    }
}
