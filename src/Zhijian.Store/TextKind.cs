using System.Text;

namespace Zhijian.Store;

/// <summary>
/// Which encoding a text is in, seen block by block: one that says so at its beginning, else strict UTF-8, else strict GB 18030. Bytes that no text has
/// (control characters) make it none.
/// </summary>
public sealed class TextKind
{
    private readonly char[] _characters = new char[(1 << 16) + 8];
    private readonly List<Candidate> _candidates = [];
    private bool _begun;

    /// <param name="block">At most 64 KiB.</param>
    public void See(ReadOnlySpan<byte> block)
    {
        if (!_begun && block.Length > 0)
            Begin(block);
        for (var at = _candidates.Count - 1; at >= 0; at--)
            if (!Takes(_candidates[at], block, flush: false))
                _candidates.RemoveAt(at);
    }

    /// <summary>Null: no text. Call once, after the last block. What it decodes badly it replaces: a text may have been cut off inside a character.</summary>
    public Encoding? Encoding()
    {
        if (!_begun)
            return System.Text.Encoding.UTF8;
        if (_candidates.Find(c => Takes(c, [], flush: true) || (c.IsUnicode && c.HasWide))?.Encoding.Clone() is not Encoding found)
            return null;
        found.DecoderFallback = new DecoderReplacementFallback("\ufffd");
        return found;
    }

    private void Begin(ReadOnlySpan<byte> head)
    {
        _begun = true;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            _candidates.Add(new Candidate(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)));
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            _candidates.Add(new Candidate(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)));
        else
            _candidates.AddRange([
                new Candidate(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true)),
                new Candidate(CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!)]);
    }

    private bool Takes(Candidate candidate, ReadOnlySpan<byte> block, bool flush)
    {
        try
        {
            var characters = _characters.AsSpan(0, candidate.Decoder.GetChars(block, _characters, flush));
            // what no keyboard writes; and characters that GB 18030 leaves to private use are bytes of something else
            candidate.HasWide = candidate.HasWide || characters.IndexOfAnyExceptInRange('\0', '\u007f') >= 0;
            return characters.IndexOfAnyInRange('\0', '\b') < 0 && (candidate.IsUnicode || characters.IndexOfAnyInRange('\ue000', '\uf8ff') < 0);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private sealed class Candidate(Encoding encoding)
    {
        public Encoding Encoding => encoding;

        public Decoder Decoder { get; } = encoding.GetDecoder();

        /// <summary>There was a character beyond ASCII that was whole; then only the end is cut off.</summary>
        public bool HasWide { get; set; }

        public bool IsUnicode { get; } = encoding is UTF8Encoding or UnicodeEncoding;
    }
}
