using System.Runtime.InteropServices;
using System.Text;

namespace Zhijian.DuckDb;

/// <summary>
/// One connection, for one thread at a time; <see cref="Progress"/> may be read from another. SQL is one statement, its parameters are <c>$1</c>,
/// <c>$2</c> and so on: null, bool, int, long, string or DateOnly.
/// </summary>
public sealed unsafe class DuckConnection : IDisposable
{
    private readonly ConnectionHandle _handle;

    internal DuckConnection(DatabaseHandle database) => _handle = new ConnectionHandle(database);

    /// <summary>Percent of the query that runs, 0 to 100; null where DuckDB cannot tell, and once the connection is closed.</summary>
    public double? Progress
    {
        get
        {
            var held = false;
            try
            {
                _handle.DangerousAddRef(ref held); // not closed while it is asked
                return Native.QueryProgress(_handle.DangerousGetHandle()).Percentage is >= 0 and var percent ? percent : null;
            }
            catch (ObjectDisposedException)
            {
                return null; // a timer that asks from another thread cannot know that the connection was closed just now
            }
            finally
            {
                if (held)
                    _handle.DangerousRelease();
            }
        }
    }

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>Rows inserted, updated or deleted.</returns>
    /// <exception cref="DuckException">DuckDB refuses it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; what it had changed is undone.</exception>
    public long Execute(string sql, CancellationToken ct = default, params ReadOnlySpan<object?> parameters)
    {
        Native.Result result;
        Run(sql, parameters, streaming: false, &result, ct);
        var changed = Native.RowsChanged(&result);
        Native.DestroyResult(&result);
        return (long)changed;
    }

    /// <summary>Asks; the rows come as they are read, so that memory stays bounded however many there are.</summary>
    /// <exception cref="DuckException">DuckDB refuses it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public DuckReader Query(string sql, CancellationToken ct = default, params ReadOnlySpan<object?> parameters)
    {
        Native.Result result;
        Run(sql, parameters, streaming: true, &result, ct);
        return new DuckReader(this, result, ct);
    }

    /// <summary>Asks for one value: the first column of the first row as text, null when there is none.</summary>
    public string? Scalar(string sql, CancellationToken ct = default, params ReadOnlySpan<object?> parameters)
    {
        using var reader = Query(sql, ct, parameters);
        return reader.Read() ? reader.Text(0) : null;
    }

    /// <summary>Rows into a table, many times faster than INSERT.</summary>
    public DuckAppender Append(string table)
    {
        if (Native.CreateAppender(_handle.DangerousGetHandle(), null, table, out var appender) == 0)
            return new DuckAppender(_handle, appender);
        var error = DuckException.Of(Marshal.PtrToStringUTF8(Native.AppenderError(appender)));
        _ = Native.DestroyAppender(ref appender);
        throw error;
    }

    /// <summary>
    /// From now on nothing but <paramref name="files"/> can be read, nothing can be written outside the database, and no setting changes any more.
    /// There is no way back: it holds for every connection of the database.
    /// </summary>
    public void Confine(IEnumerable<string> files)
    {
        Execute($"SET allowed_paths = [{string.Join(", ", files.Select(Quoted))}]");
        Execute("SET enable_external_access = false");
        Execute("SET lock_configuration = true");
    }

    /// <returns>The text as a literal of SQL.</returns>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public void Dispose() => _handle.Dispose();

    internal Interruption InterruptOn(CancellationToken ct) => new(_handle, ct);

    private void Run(string sql, ReadOnlySpan<object?> parameters, bool streaming, Native.Result* result, CancellationToken ct)
    {
        ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
        ct.ThrowIfCancellationRequested();
        var failed = Native.Prepare(_handle.DangerousGetHandle(), sql, out var statement) != 0;
        try
        {
            if (failed)
                throw DuckException.Of(Marshal.PtrToStringUTF8(Native.PrepareError(statement)), ct);
            if ((int)Native.ParameterCount(statement) != parameters.Length)
                throw new ArgumentException($"The statement has {Native.ParameterCount(statement)} parameters, {parameters.Length} were given.", nameof(parameters));
            for (var i = 0; i < parameters.Length; i++)
                Bind(statement, (ulong)i + 1, parameters[i]);
            using (InterruptOn(ct))
                failed = (streaming ? Native.ExecuteStreaming(statement, result) : Native.Execute(statement, result)) != 0;
            if (!failed)
                return;
            var error = DuckException.Of(Marshal.PtrToStringUTF8(Native.ResultError(result)), ct);
            Native.DestroyResult(result);
            throw error;
        }
        finally
        {
            Native.DestroyPrepare(ref statement);
            GC.KeepAlive(_handle);
        }
    }

    private static void Bind(nint statement, ulong index, object? value)
    {
        var state = value switch
        {
            null => Native.BindNull(statement, index),
            bool flag => Native.BindBoolean(statement, index, flag),
            int number => Native.BindInt64(statement, index, number),
            long number => Native.BindInt64(statement, index, number),
            DateOnly date => Native.BindDate(statement, index, date.DayNumber - DuckReader.Epoch),
            string text => BindText(statement, index, text),
            _ => throw new ArgumentException($"Parameter ${index} is a {value.GetType().Name}, which cannot be bound.", nameof(value)),
        };
        if (state != 0)
            throw new DuckException(DuckError.Other, $"Parameter ${index} could not be bound.");
    }

    private static int BindText(nint statement, ulong index, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
            return Native.BindText(statement, index, start, (ulong)bytes.Length);
    }
}
