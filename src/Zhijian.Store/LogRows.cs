using System.Buffers.Binary;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Zhijian.Store;

/// <summary>The rows of the log in order, as bytes.</summary>
internal abstract class LogRows : IAsyncDisposable
{
    public static async Task<LogRows> OpenAsync(DbConnection connection, DbTransaction snapshot) => connection is NpgsqlConnection postgres
        ? await PostgresRows.OpenAsync(postgres)
        : SqliteRows.Open((SqliteConnection)connection, (SqliteTransaction)snapshot);

    /// <returns>False at the end.</returns>
    public abstract ValueTask<bool> ReadAsync(LogRow row);

    public abstract ValueTask DisposeAsync();

    private sealed class SqliteRows(SqliteCommand command, SqliteDataReader reader) : LogRows
    {
        public static SqliteRows Open(SqliteConnection connection, SqliteTransaction snapshot)
        {
            var command = connection.CreateCommand();
            command.CommandText = $"SELECT {string.Join(", ", LogRow.Columns)} FROM event ORDER BY seq";
            command.Transaction = snapshot;
            return new SqliteRows(command, command.ExecuteReader());
        }

        public override ValueTask<bool> ReadAsync(LogRow row)
        {
            if (!reader.Read())
                return new(false);
            row.Clear();
            var statement = reader.Handle!;
            for (var i = 0; i < LogRow.Columns.Length; i++)
            {
                // a column of SQLite takes a value of any kind: bytes that look like the text, a text that looks like the number
                var kind = raw.sqlite3_column_type(statement, i);
                if (kind != (LogRow.IsNumber(i) ? raw.SQLITE_INTEGER : raw.SQLITE_TEXT))
                    row.Bad(i);
                if (LogRow.IsNumber(i))
                    row.Number(i, raw.sqlite3_column_int64(statement, i));
                else
                    row.Text(i, raw.sqlite3_column_blob(statement, i));
            }
            return new(true);
        }

        public override async ValueTask DisposeAsync()
        {
            await reader.DisposeAsync();
            await command.DisposeAsync();
        }
    }

    /// <summary>Binary COPY: a header of 19 bytes, then for each row the number of columns and each column with its length.</summary>
    private sealed class PostgresRows(Stream copy) : LogRows
    {
        private readonly byte[] _lengths = new byte[8];
        private byte[] _value = new byte[4096];

        public static async Task<PostgresRows> OpenAsync(NpgsqlConnection connection)
        {
            var columns = LogRow.Columns.Select((c, i) => $"{c}::{(LogRow.IsNumber(i) ? "bigint" : "text")}");
            var copy = new BufferedStream(
                await connection.BeginRawBinaryCopyAsync($"COPY (SELECT {string.Join(", ", columns)} FROM event ORDER BY seq) TO STDOUT (FORMAT BINARY)"), 1 << 16);
            await copy.ReadExactlyAsync(new byte[19]);
            return new PostgresRows(copy);
        }

        public override ValueTask<bool> ReadAsync(LogRow row)
        {
            copy.ReadExactly(_lengths, 0, 2);
            if (BinaryPrimitives.ReadInt16BigEndian(_lengths) < 0)
                return new(false);
            row.Clear();
            for (var i = 0; i < LogRow.Columns.Length; i++)
            {
                copy.ReadExactly(_lengths, 0, 4);
                var length = BinaryPrimitives.ReadInt32BigEndian(_lengths);
                if (length < 0)
                    row.Bad(i);
                length = Math.Max(0, length);
                if (_value.Length < length)
                    _value = new byte[2 * length];
                copy.ReadExactly(_value, 0, length);
                if (!LogRow.IsNumber(i))
                    row.Text(i, _value.AsSpan(0, length));
                else if (length == 8)
                    row.Number(i, BinaryPrimitives.ReadInt64BigEndian(_value));
                else
                    row.Bad(i);
            }
            return new(true);
        }

        public override ValueTask DisposeAsync() => copy.DisposeAsync();
    }
}
