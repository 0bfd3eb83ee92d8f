using System.Text;

namespace Zhijian.Entities;

/// <summary>What a file of records should look like, and does not: with file, line and field.</summary>
public sealed class RecordFileException(string file, long line, string? column, string says)
    : Exception($"{file}:{line}{(column is null ? "" : $": {column}")}: {says}")
{
    public string File => file;

    public long Line => line;

    public string? Column => column;
}

/// <summary>Reads CSV in UTF-8 (quotes as in RFC 4180) straight into a table: a value becomes a number before it becomes a string.</summary>
public sealed class CsvRecords
{
    private const byte Quote = (byte)'"';

    private readonly string _file;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[1 << 20];
    private int _at;
    private int _end;
    private long _line = 1;
    private long _row;
    private readonly List<(int From, int Length, bool Quoted)> _fields = [];

    private CsvRecords(string file, Stream stream) => (_file, _stream) = (file, stream);

    /// <summary>Adds the rows of a file.</summary>
    /// <param name="id">The column of ids; null: the number of the row.</param>
    /// <param name="truth">The column of the true cluster, if there is one; its values are numbered in that pool.</param>
    /// <param name="source">What is put before the ids, so that two files may use the same.</param>
    /// <param name="names">What the columns of the table are called in this file, where it is not their own name.</param>
    /// <exception cref="RecordFileException">A column is missing, a row has too many or too few fields, an id stands twice.</exception>
    public static void Read(string file, RecordTable table, string? id, string? truth = null, TextPool? truths = null, List<int>? clusters = null, string source = "", Func<string, string>? names = null)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var reader = new CsvRecords(file, stream);
        if (!reader.Next())
            throw new RecordFileException(file, 1, null, "the file is empty");
        var header = reader._fields.Select((_, i) => Encoding.UTF8.GetString(reader.Value(i)).Trim().TrimStart('\uFEFF')).ToList();
        if (header is [""])
            throw new RecordFileException(file, 1, null, "the file is empty");
        int Place(string column) => header.IndexOf(column) is >= 0 and var at ? at : throw new RecordFileException(file, 1, column, $"no such column; there are {string.Join(", ", header)}");
        var places = table.Columns.Select(c => Place(names?.Invoke(c.Name) ?? c.Name)).ToArray();
        var (idAt, truthAt) = (id is null ? -1 : Place(id), truth is null ? -1 : Place(truth));
        var number = 0;
        var prefix = Encoding.UTF8.GetBytes(source);
        Span<byte> space = stackalloc byte[512];
        while (reader.Next())
        {
            if (reader._fields is [(_, 0, false)])
                continue; // an empty line
            if (reader._fields.Count != header.Count)
                throw new RecordFileException(file, reader._row, null, $"{header.Count} fields are expected, there are {reader._fields.Count}");
            var own = idAt < 0 ? Encoding.UTF8.GetBytes((++number).ToString()) : Trim(reader.Value(idAt));
            if (own.IsEmpty)
                throw new RecordFileException(file, reader._row, id, "the id is empty");
            var whole = prefix.Length + own.Length <= space.Length ? space[..(prefix.Length + own.Length)] : new byte[prefix.Length + own.Length];
            prefix.CopyTo(whole);
            own.CopyTo(whole[prefix.Length..]);
            if (!table.TryAddId(whole))
                throw new RecordFileException(file, reader._row, id, $"the id “{Encoding.UTF8.GetString(own)}” stands twice");
            for (var c = 0; c < places.Length; c++)
                table.Put(c, Trim(reader.Value(places[c])));
            if (truthAt >= 0)
                clusters!.Add(Trim(reader.Value(truthAt)) is { IsEmpty: false } cluster ? truths!.Add(cluster) : -1);
            table.EndRow();
        }
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value) => value.Trim((byte)' ');

    private ReadOnlySpan<byte> Value(int field)
    {
        var (from, length, quoted) = _fields[field];
        var value = _buffer.AsSpan(from, length);
        if (!quoted || value.IndexOf(Quote) < 0)
            return value;
        var plain = new byte[length];
        var n = 0;
        for (var i = 0; i < length; i++)
        {
            plain[n++] = value[i];
            if (value[i] == Quote)
                i++; // two quotes are one
        }
        return plain.AsSpan(0, n);
    }

    private bool Next()
    {
        _fields.Clear();
        _row = _line;
        if (_at > _buffer.Length / 2)
        {
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_at, _end) = (0, _end - _at);
        }
        if (_at == _end && !More())
            return false;
        var at = _at;
        while (true)
        {
            var start = at;
            if (at < _end && _buffer[at] == Quote)
            {
                for (at++; ; at++)
                {
                    if (Missing(ref at))
                        throw new RecordFileException(_file, _row, null, "a quoted field has no end");
                    if (_buffer[at] == (byte)'\n')
                        _line++;
                    if (_buffer[at] != Quote)
                        continue;
                    at++;
                    if (Missing(ref at) || _buffer[at] != Quote)
                        break;
                }
                _fields.Add((start + 1, at - start - 2, true));
                Skip(ref at);
            }
            else
            {
                while (true)
                {
                    var found = _buffer.AsSpan(at, _end - at).IndexOfAny((byte)',', (byte)'\n');
                    if (found >= 0)
                    {
                        at += found;
                        break;
                    }
                    at = _end;
                    if (Missing(ref at))
                        break;
                }
                var length = at - start;
                if (length > 0 && (at == _end || _buffer[at] == (byte)'\n') && _buffer[at - 1] == (byte)'\r')
                    length--;
                _fields.Add((start, length, false));
            }
            if (at >= _end || _buffer[at] == (byte)'\n')
            {
                _line++;
                _at = Math.Min(_end, at + 1);
                return true;
            }
            at++;
            if (at == _end)
                Missing(ref at);
        }
    }

    /// <summary>After the closing quote only the end of the field may come.</summary>
    private void Skip(ref int at)
    {
        while (!Missing(ref at) && _buffer[at] is not ((byte)',' or (byte)'\n'))
            if (_buffer[at++] is not ((byte)'\r' or (byte)' '))
                throw new RecordFileException(_file, _row, null, "something stands behind the closing quote of a field");
    }

    /// <summary>True at the end of the file; more is read where the buffer ends.</summary>
    private bool Missing(ref int at) => at >= _end && !More();

    /// <summary>Rows move to the beginning only between two of them, so the places of fields stay valid.</summary>
    private bool More()
    {
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
