using System.Runtime.InteropServices;
using System.Text;

namespace Zhijian.DuckDb;

/// <summary>Rows on their way into a table. They are there after <see cref="Complete"/>; disposed without it, the rows since the last full chunk are not.</summary>
public sealed unsafe class DuckAppender : IDisposable
{
    private readonly ConnectionHandle _connection;
    private readonly int _capacity = (int)Native.VectorSize();
    private readonly DuckType[] _types;
    private readonly nint[] _vectors;
    private nint _appender;
    private nint _chunk;
    private int _row;
    private int _column;

    internal DuckAppender(ConnectionHandle connection, nint appender)
    {
        (_connection, _appender) = (connection, appender);
        var held = false;
        connection.DangerousAddRef(ref held);
        var count = (int)Native.AppenderColumnCount(appender);
        var types = stackalloc nint[count];
        _types = new DuckType[count];
        _vectors = new nint[count];
        for (var i = 0; i < count; i++)
        {
            types[i] = Native.AppenderColumnType(appender, (ulong)i);
            _types[i] = Native.TypeId(types[i]);
        }
        _chunk = Native.CreateChunk(types, (ulong)count);
        for (var i = 0; i < count; i++)
            Native.DestroyType(ref types[i]);
        Begin();
    }

    /// <summary>The next value of the row.</summary>
    /// <exception cref="InvalidCastException">The column is of another type.</exception>
    public void Add(string? value)
    {
        if (value is null)
        {
            AddNull();
            return;
        }
        var size = Encoding.UTF8.GetByteCount(value);
        var bytes = size <= 512 ? stackalloc byte[size] : new byte[size];
        Encoding.UTF8.GetBytes(value, bytes);
        Add(bytes);
    }

    /// <summary>A text in UTF-8.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var vector = Next(DuckType.Varchar);
        fixed (byte* start = text)
            Native.AssignText(vector, (ulong)_row, start, (ulong)text.Length);
    }

    public void Add(long value) => ((long*)Native.VectorData(Next(DuckType.BigInt)))[_row] = value;

    public void Add(bool value) => ((bool*)Native.VectorData(Next(DuckType.Boolean)))[_row] = value;

    public void Add(DateOnly value) => ((int*)Native.VectorData(Next(DuckType.Date)))[_row] = value.DayNumber - DuckReader.Epoch;

    public void AddNull()
    {
        var vector = Next(null);
        Native.MakeValidityWritable(vector);
        Native.VectorValidity(vector)[_row >> 6] &= ~(1UL << (_row & 63));
    }

    /// <exception cref="InvalidOperationException">The row has fewer values than the table has columns.</exception>
    public void EndRow()
    {
        if (_column != _types.Length)
            throw new InvalidOperationException($"The row has {_column} values, the table {_types.Length} columns.");
        _column = 0;
        if (++_row == _capacity)
            Flush();
    }

    /// <summary>Writes what is left.</summary>
    /// <exception cref="DuckException">The table refuses a row.</exception>
    public void Complete()
    {
        Flush();
        if (Native.CloseAppender(_appender) != 0)
            throw Error();
    }

    public void Dispose()
    {
        if (_appender == 0)
            return;
        Native.DestroyChunk(ref _chunk);
        _ = Native.DestroyAppender(ref _appender);
        _connection.DangerousRelease();
    }

    private nint Next(DuckType? type)
    {
        ObjectDisposedException.ThrowIf(_appender == 0, this);
        if (_column == _types.Length)
            throw new InvalidOperationException($"The table has {_types.Length} columns.");
        if (type is not null && _types[_column] != type)
            throw new InvalidCastException($"Column {_column} is {_types[_column]}, not {type}.");
        return _vectors[_column++];
    }

    private void Flush()
    {
        if (_row == 0)
            return;
        Native.SetChunkSize(_chunk, (ulong)_row);
        if (Native.AppendChunk(_appender, _chunk) != 0)
            throw Error();
        Native.ResetChunk(_chunk);
        Begin();
    }

    // after a reset the vectors of a chunk are other ones
    private void Begin()
    {
        _row = 0;
        for (var i = 0; i < _vectors.Length; i++)
            _vectors[i] = Native.Vector(_chunk, (ulong)i);
    }

    private Exception Error() => DuckException.Of(Marshal.PtrToStringUTF8(Native.AppenderError(_appender)));
}
