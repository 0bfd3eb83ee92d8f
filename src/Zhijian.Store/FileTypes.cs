using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Zhijian.Kernel;

namespace Zhijian.Store;

/// <summary>What a file is, by its content and never by its name; containers that hide what they hold are refused, and what looks damaged is told.</summary>
internal static class FileTypes
{
    /// <summary>How much of the beginning is looked at.</summary>
    public const int HeadBytes = 4096;

    private const long MostDirectoryBytes = 32 << 20;
    private const int MostEntries = 50_000;
    private const int MostRatio = 200;
    private const long RatioFrom = 100L << 20;

    /// <exception cref="AttachmentRefusedException">Of no type that is taken, or a container that is encrypted, damaged, a bomb, or has macros in it.</exception>
    public static (string Type, IReadOnlyList<Text> Notes) Of(string path, byte[] head, bool isText)
    {
        using var file = File.OpenRead(path);
        ReadOnlySpan<byte> h = head;
        if (h.StartsWith("PK\u0003\u0004"u8) || h.StartsWith("PK\u0005\u0006"u8))
            return (ZipType(file), []);
        if (h.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            throw new AttachmentRefusedException("attachment-ole",
                "加密的 Office 文件或旧格式（DOC、XLS、MSG）：解密或另存为 DOCX、XLSX、EML 后再附 (an encrypted Office file or an old format: save it without a password as DOCX, XLSX or EML)");
        // the mark of UTF-16 is also how a frame of MPEG may begin
        if (isText && h.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return ("text/plain", []);
        if (Media(h, file) is { } found)
            return found;
        if (IsMail(h))
            return ("message/rfc822", []);
        return isText ? ("text/plain", []) : throw new AttachmentRefusedException("attachment-type",
            "只接收 PDF、DOCX/XLSX、图片（PNG、JPEG、TIFF、GIF、WEBP）、邮件（EML）、音视频（MP4、MP3、WAV、AVI、MKV）、ZIP 和文本（UTF-8、GB18030、UTF-16） (only PDF, DOCX/XLSX, images, e-mail, audio and video, ZIP and text in UTF-8, GB 18030 or UTF-16 are taken)");
    }

    private static (string, IReadOnlyList<Text>)? Media(ReadOnlySpan<byte> h, FileStream file)
    {
        if (h.StartsWith("%PDF-"u8))
            return ("application/pdf", PdfNotes(file));
        if (h.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]))
            return ("image/png", Cut(!Tail(file, 12).AsSpan().EndsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82])));
        if (h.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return ("image/jpeg", Cut(Tail(file, 4096).AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0));
        if (h.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 0x2A, 0]) || h.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0, 0x2A]))
            return ("image/tiff", []);
        if (h.StartsWith("GIF87a"u8) || h.StartsWith("GIF89a"u8))
            return ("image/gif", Cut(Tail(file, 1) is not [0x3B]));
        if (h.StartsWith("RIFF"u8) && h.Length >= 12 && Riff(h.Slice(8, 4)) is { } riff)
            return (riff, Cut(BinaryPrimitives.ReadUInt32LittleEndian(h[4..]) + 8L > file.Length));
        if (h.Length >= 12 && h.Slice(4, 4).SequenceEqual("ftyp"u8))
            return ("video/mp4", Cut(BoxesBreakOff(file)));
        if (h.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
            return ("video/x-matroska", []);
        // an MPEG frame: eleven bits of sync, and a version, layer, rate and frequency that exist
        if (h.StartsWith("ID3"u8) || (h.Length >= 4 && h[0] == 0xFF && (h[1] & 0xE0) == 0xE0 && (h[1] & 0x18) != 0x08 && (h[1] & 0x06) != 0 && (h[2] & 0xF0) != 0xF0 && (h[2] & 0x0C) != 0x0C))
            return ("audio/mpeg", []);
        return null;
    }

    private static string? Riff(ReadOnlySpan<byte> form) =>
        form.SequenceEqual("WEBP"u8) ? "image/webp" : form.SequenceEqual("WAVE"u8) ? "audio/wav" : form.SequenceEqual("AVI "u8) ? "video/x-msvideo" : null;

    private static IReadOnlyList<Text> Cut(bool cut) => cut ? [new Text("文件没有正常结尾，可能不完整", "the file does not end as it should; it may be incomplete")] : [];

    private static IReadOnlyList<Text> PdfNotes(FileStream file)
    {
        var tail = Tail(file, 1 << 16);
        return [.. Cut(tail.AsSpan().IndexOf("%%EOF"u8) < 0),
            .. tail.AsSpan().IndexOf("/Encrypt"u8) >= 0 ? [new Text("PDF 已加密，可能打不开", "the PDF is encrypted and may not open")] : Array.Empty<Text>()];
    }

    /// <summary>Whether a box of an MP4 claims more bytes than there are. O(boxes at the top), a handful; at most a thousand are looked at.</summary>
    private static bool BoxesBreakOff(FileStream file)
    {
        Span<byte> box = stackalloc byte[16];
        long at = 0;
        for (var i = 0; i < 1000 && at < file.Length; i++)
        {
            file.Position = at;
            var read = file.ReadAtLeast(box, 16, throwOnEndOfStream: false);
            if (read < 8)
                return true;
            long size = BinaryPrimitives.ReadUInt32BigEndian(box);
            if (size == 0)
                return false; // the last one, up to the end
            if (size == 1)
                size = read < 16 ? -1 : BinaryPrimitives.ReadInt64BigEndian(box[8..]);
            if (size < 8 || size > file.Length - at)
                return true;
            at += size;
        }
        return false;
    }

    private static bool IsMail(ReadOnlySpan<byte> head)
    {
        // a mail of eight bits may be in any encoding; its header lines are not
        var lines = Encoding.Latin1.GetString(head).Split('\n').TakeWhile(l => l.TrimEnd().Length > 0).ToList();
        bool Has(string name) => lines.Exists(l => l.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return Has("From:") && (Has("Date:") || Has("Received:")) && (Has("Subject:") || Has("MIME-Version:") || Has("Message-ID:")) && lines.TrueForAll(l => l.Length > 0 && (l[0] is ' ' or '\t' || l.IndexOf(':') > 0));
    }

    private static string ZipType(FileStream file)
    {
        const string Damaged = "压缩包不完整或已损坏 (the archive is cut off or damaged)";
        try
        {
            if (DirectorySize(file) is not { } directory)
                throw new AttachmentRefusedException("attachment-damaged", Damaged);
            // the list of entries is read into memory whole
            if (directory > MostDirectoryBytes)
                throw Bomb();
            file.Position = 0;
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
                throw Bomb();
            var (packed, unpacked) = (0L, 0L);
            foreach (var entry in zip.Entries)
            {
                if (entry.IsEncrypted)
                    throw new AttachmentRefusedException("attachment-encrypted", "压缩包已加密：解密后再附 (the archive is encrypted: send it without a password)");
                if (entry.CompressedLength > file.Length)
                    throw new AttachmentRefusedException("attachment-damaged", Damaged);
                (packed, unpacked) = (packed + entry.CompressedLength, unpacked + entry.Length);
                if (unpacked > RatioFrom && unpacked / MostRatio > packed)
                    throw Bomb();
            }
            var names = zip.Entries.Select(e => e.FullName).ToList();
            if (names.Exists(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                throw new AttachmentRefusedException("attachment-macros", "文件含有宏（vbaProject）：另存为不含宏的 DOCX、XLSX 后再附 (the file has macros in it: save it without them as DOCX or XLSX)");
            bool Below(string folder) => names.Exists(n => n.StartsWith(folder, StringComparison.Ordinal));
            return !names.Contains("[Content_Types].xml") ? "application/zip"
                : Below("word/") ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                : Below("xl/") ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                : "application/zip";
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or OverflowException)
        {
            throw new AttachmentRefusedException("attachment-damaged", Damaged);
        }
    }

    private static AttachmentRefusedException Bomb() =>
        new("attachment-bomb", "压缩包解开后大得异常，可能是压缩炸弹 (the archive would unpack to an abnormal size; it may be a bomb)");

    /// <summary>The size that the end record tells of the list of entries; null without one.</summary>
    private static long? DirectorySize(FileStream file)
    {
        var tail = Tail(file, 22 + ushort.MaxValue).AsSpan();
        var at = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < 22)
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail[(at + 12)..]);
        var wide = tail[..at].LastIndexOf("PK\u0006\u0006"u8); // ZIP64 has a record of its own
        return size != uint.MaxValue ? size : wide >= 0 && at - wide >= 56 ? BinaryPrimitives.ReadInt64LittleEndian(tail[(wide + 40)..]) & long.MaxValue : null;
    }

    private static byte[] Tail(FileStream file, int most)
    {
        var tail = new byte[Math.Min(most, file.Length)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        return tail;
    }
}
