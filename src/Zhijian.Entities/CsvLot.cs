using System.Text;
using System.Text.Unicode;
using Zhijian.Kernel;

namespace Zhijian.Entities;

/// <summary>Some rows of a file of CSV, in one piece of memory, with where their fields are. What is wrong ends the lot before its row.</summary>
internal sealed class CsvLot(string file, Stream stream)
{
    private const byte Quote = (byte)'"';

    private readonly List<(int From, int Length, bool Quoted)> _fields = [];
    private readonly List<long> _lines = []; // of each row
    private byte[] _buffer = new byte[1 << 20];
    private int _at;
    private int _end;
    private long _line = 1;
    private int _width; // of the header; 0 until it is read

    public int Rows => _lines.Count;

    public RecordFileException? Wrong { get; private set; }

    /// <summary>Leaves nothing in the lot but what follows the header.</summary>
    /// <exception cref="RecordFileException">There is none.</exception>
    public List<string> ReadHeader()
    {
        var found = Next(_line);
        var header = Enumerable.Range(0, _fields.Count).Select(i => Encoding.UTF8.GetString(Value(i)).Trim().TrimStart('\uFEFF')).ToList();
        if (!found || header is [""])
            throw new RecordFileException(file, 1, null, new Text("文件是空的", "the file is empty"));
        _width = header.Count;
        return header;
    }

    /// <summary>Takes the rows that follow those of the lot before; none at the end of the file.</summary>
    public void Fill(CsvLot before)
    {
        _fields.Clear();
        _lines.Clear();
        var rest = before._buffer.AsSpan(before._at, before._end - before._at);
        if (_buffer.Length < 2 * rest.Length)
            _buffer = new byte[2 * rest.Length];
        rest.CopyTo(_buffer);
        (_at, _end, _line, _width, Wrong) = (0, rest.Length, before._line, before._width, null);
        try
        {
            for (var row = _line; _at <= _buffer.Length / 2 && Next(row); row = _line)
                Take(row);
        }
        catch (RecordFileException e)
        {
            Wrong = e;
        }
    }

    public ReadOnlySpan<byte> Value(int row, int field) => Value(row * _width + field);

    /// <summary>What is wrong with a row that was read.</summary>
    public void Fail(int row, string? column, Text says) => Wrong = new RecordFileException(file, _lines[row], column, says);

    private void Take(long row)
    {
        var from = _lines.Count * _width;
        var count = _fields.Count - from;
        if (count == 1 && _fields[from] is (_, 0, false))
            _fields.RemoveAt(from); // an empty line
        else if (count == _width)
            _lines.Add(row);
        else
            throw Error(row, new Text($"应有 {_width} 列，实有 {count} 列", $"{_width} fields are expected, there are {count}"));
    }

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

    /// <summary>Adds the fields of the next row; false at the end of the file.</summary>
    private bool Next(long row)
    {
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
                    if (Missing(at))
                        throw Error(row, new Text("引号括起的一列没有结束", "a quoted field has no end"));
                    if (_buffer[at] == (byte)'\n')
                        _line++;
                    if (_buffer[at] != Quote)
                        continue;
                    at++;
                    if (Missing(at) || _buffer[at] != Quote)
                        break;
                }
                _fields.Add((start + 1, at - start - 2, true));
                // only the end of the field may come
                for (; !Missing(at) && _buffer[at] is not ((byte)',' or (byte)'\n'); at++)
                    if (_buffer[at] is not ((byte)'\r' or (byte)' '))
                        throw Error(row, new Text("一列的结束引号之后还有内容", "something stands behind the closing quote of a field"));
            }
            else
            {
                while (true)
                {
                    var found = _buffer.AsSpan(at, _end - at).IndexOfAny((byte)',', (byte)'\n');
                    at = found >= 0 ? at + found : _end;
                    if (found >= 0 || Missing(at))
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
                if (!Utf8.IsValid(_buffer.AsSpan(_at, at - _at)))
                    throw Error(row, new Text("不是 UTF-8；请另存为 UTF-8（多为 GB18030）", "not UTF-8: save the file as UTF-8 (it is perhaps in GB18030)"));
                _at = Math.Min(_end, at + 1);
                return true;
            }
            at++;
            Missing(at);
        }
    }

    private RecordFileException Error(long row, Text says) => new(file, row, null, says);

    /// <summary>True at the end of the file; more is read where what was read ends.</summary>
    private bool Missing(int at) => at >= _end && !More();

    private bool More()
    {
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
