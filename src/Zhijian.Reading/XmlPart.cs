using System.IO.Compression;
using System.Xml;
using Zhijian.Kernel;

namespace Zhijian.Reading;

/// <summary>
/// One XML part of a document, read forwards: no entities, bounded depth, bounded bytes, whatever the archive claims. Memory: one block and one tag.
/// </summary>
internal sealed class XmlPart : IDisposable
{
    private readonly Stream _stream;
    private readonly char[] _buffer = new char[1024];
    private readonly ReadingLimits _limits;

    private XmlPart(Stream stream, ReadingLimits limits)
    {
        (_stream, _limits) = (new Guarded(stream, limits.PartBytes), limits);
        Reader = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = false, CloseInput = true,
        });
    }

    public XmlReader Reader { get; }

    /// <summary>Null where the document has no such part.</summary>
    public static XmlPart? Open(ZipArchive zip, string name, ReadingLimits limits) => zip.GetEntry(name) is { } entry ? new XmlPart(entry.Open(), limits) : null;

    public bool Read() => Reader.Read() && (Reader.Depth <= _limits.Depth ? true : throw new UnreadableException(
        new Text($"文件结构嵌套超过 {_limits.Depth} 层，可能是恶意文件", $"the file nests more than {_limits.Depth} levels deep; it may be hostile")));

    /// <summary>To the end of the element at which the reader stands.</summary>
    public void Skip()
    {
        var depth = Reader.Depth;
        if (!Reader.IsEmptyElement)
            while (Read() && !(Reader.NodeType == XmlNodeType.EndElement && Reader.Depth == depth))
            {
            }
    }

    /// <summary>The text at which the reader stands, in pieces; none of it is kept.</summary>
    public void Text(Action<ReadOnlySpan<char>> take)
    {
        int read;
        while ((read = Reader.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
            take(_buffer.AsSpan(0, read));
    }

    public void Dispose() => Reader.Dispose();

    /// <summary>Runs through an archive as sentences for people: what is broken, and what is more than there should be.</summary>
    public static IEnumerable<T> Explain<T>(Func<IEnumerable<T>> read)
    {
        using var items = Told(() => read().GetEnumerator());
        while (Told(items.MoveNext))
            yield return items.Current;
    }

    private static T Told<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new UnreadableException(new Text("文件含有实体定义（DTD），正常的 Office 文件没有，可能是恶意文件", "the file defines entities (a DTD), which no ordinary Office file does; it may be hostile"));
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException or IOException or OverflowException or FormatException)
        {
            throw new UnreadableException(new Text("文件不完整或者已损坏，读不出文字；请向提供者索取完整文件", "the file is cut off or damaged and cannot be read; ask whoever sent it for a whole one"));
        }
    }

    /// <summary>Counts what is unpacked, and refuses a tag that would have to be kept whole and is larger than any honest one.</summary>
    private sealed class Guarded(Stream inner, long most) : Stream
    {
        private const int MostOfTag = 1 << 20;

        private long _read;
        private int _tag = -1;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            if ((_read += read) > most)
                throw new UnreadableException(new Text($"文件解开后超过 {most >> 20} MB，可能是压缩炸弹", $"the file unpacks to more than {most >> 20} MB; it may be a bomb"));
            foreach (var b in buffer[..read])
            {
                if (b == '<')
                    _tag = 0;
                else if (b == '>')
                    _tag = -1;
                else if (_tag >= 0 && ++_tag > MostOfTag)
                    throw new UnreadableException(new Text("文件含有异常大的标记，可能是恶意文件", "the file has an abnormally large tag; it may be hostile"));
            }
            return read;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _read; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
