using System.Data.Common;
using Npgsql;

namespace Zhijian.Store;

/// <summary>All rows in one statement: a round trip costs more than a row. A single row goes as it is, several as one array a column.</summary>
internal sealed class PostgresLogConnection(DbConnection connection) : LogConnection(connection)
{
    private static readonly string Insert = $"INSERT INTO event ({string.Join(", ", Columns)})";

    private static readonly string One = string.Join(", ", Columns.Select((_, i) => $"${i + 1}"));

    private static readonly string Many =
        $"unnest({string.Join(", ", Columns.Select((c, i) => $"${i + 1}::{(c is "seq" or "version" ? "bigint" : c is "schema" ? "int" : "text")}[]"))})";

    private static readonly string InsertOne = $"{Insert} VALUES ({One})";
    private static readonly string InsertMany = $"{Insert} SELECT * FROM {Many}";

    // The head first, as every writer does: if another process moved it, or is about to, this waits for that commit and changes no row,
    // and the insert finds no head to follow.
    private const string ExtendHead = "UPDATE log_head SET seq = $1, hash = $2, seal = $3 WHERE id = 1 AND seq = $4 AND hash = $5";
    private static readonly string ExtendByOne = $"{Insert} SELECT {One} FROM log_head WHERE id = 1 AND hash = $13";
    private static readonly string ExtendByMany = $"{Insert} SELECT r.* FROM log_head h, {Many} r WHERE h.id = 1 AND h.hash = $13";

    protected override string LockHeadSql => "SELECT seq, hash, seal FROM log_head WHERE id = 1 FOR UPDATE";

    protected override async Task<DbTransaction> BeginTransactionAsync() => await Connection.BeginTransactionAsync();

    public override async Task InsertAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection, (NpgsqlTransaction)transaction);
        batch.BatchCommands.Add(Rows(events, InsertOne, InsertMany));
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>Both statements in one round trip, and without BEGIN they are one transaction.</summary>
    public override async Task<bool> ExtendAsync(LogHead from, IReadOnlyList<StoredEvent> events, LogHead to)
    {
        var head = new NpgsqlBatchCommand(ExtendHead);
        Add(head, to.Seq);
        Add(head, to.Hash);
        Add(head, to.Seal);
        Add(head, from.Seq);
        Add(head, from.Hash);
        var rows = Rows(events, ExtendByOne, ExtendByMany);
        Add(rows, to.Hash);
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Connection);
        batch.BatchCommands.Add(head);
        batch.BatchCommands.Add(rows);
        try
        {
            return await batch.ExecuteNonQueryAsync() > 0;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private static NpgsqlBatchCommand Rows(IReadOnlyList<StoredEvent> events, string one, string many)
    {
        var command = new NpgsqlBatchCommand(events.Count == 1 ? one : many);
        void Column<T>(Func<StoredEvent, T> field)
        {
            if (events.Count == 1)
                Add(command, field(events[0]));
            else
                Add(command, events.Select(field).ToArray());
        }
        Column(static e => e.Seq);
        Column(static e => e.Stream);
        Column(static e => e.Version);
        Column(static e => e.Type);
        Column(static e => e.Schema);
        Column(static e => e.Data);
        Column(static e => e.Actor);
        Column(static e => e.Office);
        Column(static e => e.ActedOn);
        Column(static e => e.RecordedAt);
        Column(static e => e.PrevHash);
        Column(static e => e.Hash);
        return command;
    }

    private static void Add<T>(NpgsqlBatchCommand command, T value) => command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
}
