using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Zhijian.Store;

/// <summary>One row a statement: SQLite runs in the process, so a statement costs no round trip.</summary>
internal sealed class SqliteLogConnection : LogConnection
{
    private readonly DbCommand _insert;
    private readonly DbCommand _begin;
    private readonly DbCommand _commit;
    private readonly DbCommand _rollback;
    private readonly DbCommand _extendHead;

    public SqliteLogConnection(DbConnection connection)
        : base(connection)
    {
        _insert = Command($"INSERT INTO event ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => "@" + c))})", Columns);
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _rollback = Command("ROLLBACK");
        _extendHead = Command("UPDATE log_head SET seq = @seq, hash = @hash, seal = @seal WHERE id = 1 AND seq = @from AND hash = @was", "seq", "hash", "seal", "from", "was");
    }

    protected override string LockHeadSql => "SELECT seq, hash, seal FROM log_head WHERE id = 1";

    // takes the write lock at once; a deferred transaction could find at its first write that another was faster
    protected override Task<DbTransaction> BeginTransactionAsync() =>
        Task.FromResult<DbTransaction>(((SqliteConnection)Connection).BeginTransaction(deferred: false));

    public override Task InsertAsync(DbTransaction transaction, IReadOnlyList<StoredEvent> events)
    {
        Insert(transaction, events);
        return Task.CompletedTask;
    }

    public override Task<bool> ExtendAsync(LogHead from, IReadOnlyList<StoredEvent> events, LogHead to)
    {
        // after any other failure the writer closes the connection, which rolls back
        _begin.ExecuteNonQuery();
        Set(_extendHead, to.Seq, to.Hash, to.Seal, from.Seq, from.Hash);
        var moved = _extendHead.ExecuteNonQuery() == 1;
        try
        {
            if (moved)
                Insert(null, events);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            moved = false;
        }
        (moved ? _commit : _rollback).ExecuteNonQuery();
        return Task.FromResult(moved);
    }

    private void Insert(DbTransaction? transaction, IReadOnlyList<StoredEvent> events)
    {
        _insert.Transaction = transaction;
        foreach (var e in events)
        {
            Set(_insert, e.Seq, e.Stream, e.Version, e.Type, e.Schema, e.Data, e.Actor, e.Office, e.ActedOn, e.RecordedAt, e.PrevHash, e.Hash);
            _insert.ExecuteNonQuery();
        }
        _insert.Transaction = null;
    }
}
