using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Zhijian.DuckDb;

/// <summary>The rows of an answer, forward only. Columns count from 0. Close it before the connection asks anew.</summary>
public sealed unsafe class DuckReader : IDisposable
{
    /// <summary>The day number of 1970-01-01, from which DuckDB counts dates.</summary>
    internal const int Epoch = 719162;

    private readonly DuckConnection _connection;
    private readonly CancellationToken _ct;
    private readonly Column[] _columns;
    private Native.Result _result;
    private nint _chunk;
    private int _row;
    private int _rows;
    private bool _closed;
    private bool _ended;

    internal DuckReader(DuckConnection connection, Native.Result result, CancellationToken ct)
    {
        (_connection, _result, _ct) = (connection, result, ct);
        var columns = new DuckColumn[Native.ColumnCount(&result)];
        for (var i = 0; i < columns.Length; i++)
        {
            var type = Native.ColumnType(&result, (ulong)i);
            var id = Native.TypeId(type);
            columns[i] = new DuckColumn(Marshal.PtrToStringUTF8(Native.ColumnName(&result, (ulong)i))!, id, id == DuckType.Decimal ? Native.DecimalScale(type) : (byte)0)
            {
                Storage = id == DuckType.Decimal ? Native.DecimalStorage(type) : id,
            };
            Native.DestroyType(ref type);
        }
        (Columns, _columns) = (columns, new Column[columns.Length]);
    }

    public IReadOnlyList<DuckColumn> Columns { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="DuckException">The query failed on the way.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool Read()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        while (++_row >= _rows)
            if (!NextChunk())
                return false;
        return true;
    }

    public bool IsNull(int column) => _columns[column].Validity is not null and var valid && (valid[_row >> 6] >> (_row & 63) & 1) == 0;

    /// <returns>A whole number of any width.</returns>
    /// <exception cref="InvalidCastException">The column is none.</exception>
    /// <exception cref="OverflowException">It does not fit into 64 bits.</exception>
    public long Int64(int column) => Columns[column] is { Type: not DuckType.Decimal } or { Scale: 0 } ? checked((long)Whole(column)) : throw Not(column, "a whole number");

    /// <returns>A whole number or a decimal.</returns>
    public decimal Decimal(int column) => (decimal)Whole(column) / Power(Columns[column].Scale);

    public bool Boolean(int column) => Columns[column].Type == DuckType.Boolean ? ((byte*)_columns[column].Data)[_row] != 0 : throw Not(column, "a boolean");

    public DateOnly Date(int column) =>
        Columns[column].Type == DuckType.Date ? DateOnly.FromDayNumber(((int*)_columns[column].Data)[_row] + Epoch) : throw Not(column, "a date");

    public double Double(int column) => Columns[column].Type switch
    {
        DuckType.Double => ((double*)_columns[column].Data)[_row],
        DuckType.Float => ((float*)_columns[column].Data)[_row],
        _ => (double)Decimal(column),
    };

    /// <returns>The value in the one way that it is written: dates as 2026-09-28, decimals with all their digits, flags as true and false; null when there is none.</returns>
    public string? Text(int column) => IsNull(column) ? null : Columns[column].Type switch
    {
        DuckType.Varchar => Encoding.UTF8.GetString(Bytes(column)),
        DuckType.Boolean => Boolean(column) ? "true" : "false",
        DuckType.Date => Date(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DuckType.Timestamp => DateTime.UnixEpoch.AddMicroseconds(((long*)_columns[column].Data)[_row]).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DuckType.Float or DuckType.Double => Double(column).ToString("R", CultureInfo.InvariantCulture),
        DuckType.Decimal => Decimal(column).ToString(CultureInfo.InvariantCulture),
        _ => Whole(column).ToString(CultureInfo.InvariantCulture),
    };

    /// <returns>The bytes of a text in UTF-8; they are gone with the next <see cref="Read"/>.</returns>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        if (Columns[column].Type != DuckType.Varchar)
            throw Not(column, "a text");
        var text = (Native.Text*)_columns[column].Data + _row;
        return new ReadOnlySpan<byte>(text->Length <= 12 ? text->Inlined : text->Pointer, (int)text->Length);
    }

    public void Dispose()
    {
        if (_closed)
            return;
        _closed = true;
        DropChunk();
        fixed (Native.Result* result = &_result)
            Native.DestroyResult(result);
    }

    private Int128 Whole(int column)
    {
        var data = _columns[column].Data;
        return Columns[column].Storage switch
        {
            DuckType.TinyInt => ((sbyte*)data)[_row],
            DuckType.SmallInt => ((short*)data)[_row],
            DuckType.Integer => ((int*)data)[_row],
            DuckType.BigInt => ((long*)data)[_row],
            DuckType.UTinyInt => ((byte*)data)[_row],
            DuckType.USmallInt => ((ushort*)data)[_row],
            DuckType.UInteger => ((uint*)data)[_row],
            DuckType.UBigInt => ((ulong*)data)[_row],
            DuckType.HugeInt => new Int128((ulong)((long*)data)[2 * _row + 1], ((ulong*)data)[2 * _row]),
            _ => throw Not(column, "a number"),
        };
    }

    private bool NextChunk()
    {
        DropChunk();
        (_row, _rows) = (-1, 0);
        if (_ended)
            return false;
        using (_connection.InterruptOn(_ct))
            _chunk = Native.FetchChunk(_result);
        if (_chunk == 0)
        {
            _ended = true;
            fixed (Native.Result* result = &_result)
                if (Native.ResultError(result) is not 0 and var error)
                    throw DuckException.Of(Marshal.PtrToStringUTF8(error), _ct);
            _ct.ThrowIfCancellationRequested();
            return false;
        }
        _rows = (int)Native.ChunkSize(_chunk);
        for (var i = 0; i < _columns.Length; i++)
        {
            var vector = Native.Vector(_chunk, (ulong)i);
            _columns[i] = new Column { Data = Native.VectorData(vector), Validity = Native.VectorValidity(vector) };
        }
        return true;
    }

    private void DropChunk()
    {
        if (_chunk != 0)
            Native.DestroyChunk(ref _chunk);
    }

    private InvalidCastException Not(int column, string what) => new($"Column {Columns[column].Name} is {Columns[column].Type}, not {what}.");

    private static decimal Power(int scale) => (decimal)BigInteger.Pow(10, scale);

    [StructLayout(LayoutKind.Auto)]
    private struct Column
    {
        public void* Data;
        public ulong* Validity;
    }
}
