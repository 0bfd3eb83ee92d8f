using System.Data.Common;
using Npgsql;

namespace Zhijian.Store;

/// <summary>All rows in one statement, as arrays: a round trip costs more than a row.</summary>
internal sealed class PostgresLogConnection : LogConnection
{
    private static readonly string Insert = $"INSERT INTO event ({string.Join(", ", Columns)})";

    private static readonly string Rows =
        $"unnest({string.Join(", ", Columns.Select((c, i) => $"${i + 1}::{(c is "seq" or "version" ? "bigint" : c is "schema" ? "int" : "text")}[]"))})";

    private readonly RowParameters _insertRows = new();
    private readonly NpgsqlBatch _insert;

    private readonly RowParameters _extendRows = new();
    private readonly NpgsqlParameter<long> _to = new(), _toSeq = new(), _fromSeq = new();
    private readonly NpgsqlParameter<string> _is = new(), _toHash = new(), _toSeal = new(), _fromHash = new();
    private readonly NpgsqlBatch _extend;

    public PostgresLogConnection(DbConnection connection)
        : base(connection)
    {
        var npgsql = (NpgsqlConnection)connection;
        _insert = new NpgsqlBatch(npgsql) { BatchCommands = { With($"{Insert} SELECT * FROM {Rows}", _insertRows.All) } };
        // One round trip and one transaction. The head first, as every writer does: if another process moved it, or is about to, the first
        // statement waits for that commit and changes no row, and the second finds no head to follow.
        _extend = new NpgsqlBatch(npgsql)
        {
            BatchCommands =
            {
                With("UPDATE log_head SET seq = $1, hash = $2, seal = $3 WHERE id = 1 AND seq = $4 AND hash = $5", _toSeq, _toHash, _toSeal, _fromSeq, _fromHash),
                With($"{Insert} SELECT r.* FROM log_head h, {Rows} r WHERE h.id = 1 AND h.seq = $13 AND h.hash = $14", [.. _extendRows.All, _to, _is]),
            },
        };
    }

    protected override string LockHeadSql => "SELECT seq, hash, seal FROM log_head WHERE id = 1 FOR UPDATE";

    protected override async Task<DbTransaction> BeginTransactionAsync() => await Connection.BeginTransactionAsync();

    public override async Task InsertAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events)
    {
        _insertRows.Take(events);
        _insert.Transaction = (NpgsqlTransaction)transaction;
        await _insert.ExecuteNonQueryAsync();
    }

    public override async Task<bool> ExtendAsync(LogHead from, IReadOnlyList<StoredEvent> events, LogHead to)
    {
        _extendRows.Take(events);
        (_toSeq.TypedValue, _toHash.TypedValue, _toSeal.TypedValue) = (to.Seq, to.Hash, to.Seal);
        (_fromSeq.TypedValue, _fromHash.TypedValue) = (from.Seq, from.Hash);
        (_to.TypedValue, _is.TypedValue) = (to.Seq, to.Hash);
        try
        {
            return await _extend.ExecuteNonQueryAsync() > 0;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private static NpgsqlBatchCommand With(string sql, params IReadOnlyList<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(parameter);
        return command;
    }

    public override async ValueTask DisposeAsync()
    {
        await _insert.DisposeAsync();
        await _extend.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>One array a column, in the order of <see cref="LogConnection.Columns"/>.</summary>
    private sealed class RowParameters
    {
        private readonly NpgsqlParameter<long[]> _seq = new(), _version = new();
        private readonly NpgsqlParameter<int[]> _schema = new();
        private readonly NpgsqlParameter<string[]> _stream = new(), _type = new(), _data = new(), _actor = new(), _office = new(), _actedOn = new(), _recordedAt = new(), _prevHash = new(), _hash = new();

        public IReadOnlyList<NpgsqlParameter> All =>
            [_seq, _stream, _version, _type, _schema, _data, _actor, _office, _actedOn, _recordedAt, _prevHash, _hash];

        public void Take(IReadOnlyList<StoredEvent> events)
        {
            T[] Field<T>(Func<StoredEvent, T> of)
            {
                var values = new T[events.Count];
                for (var i = 0; i < values.Length; i++)
                    values[i] = of(events[i]);
                return values;
            }
            (_seq.TypedValue, _version.TypedValue, _schema.TypedValue) = (Field(static e => e.Seq), Field(static e => e.Version), Field(static e => e.Schema));
            (_stream.TypedValue, _type.TypedValue, _data.TypedValue) = (Field(static e => e.Stream), Field(static e => e.Type), Field(static e => e.Data));
            (_actor.TypedValue, _office.TypedValue, _actedOn.TypedValue) = (Field(static e => e.Actor), Field(static e => e.Office), Field(static e => e.ActedOn));
            (_recordedAt.TypedValue, _prevHash.TypedValue, _hash.TypedValue) = (Field(static e => e.RecordedAt), Field(static e => e.PrevHash), Field(static e => e.Hash));
        }
    }
}
