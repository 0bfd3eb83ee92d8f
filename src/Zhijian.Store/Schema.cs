namespace Zhijian.Store;

/// <summary>
/// The tables that cannot be rebuilt. Read tables belong to their modules and are made by their projections.
/// Text columns keep dates and hashes, so that both databases hold and hash the same characters.
/// </summary>
internal static class Schema
{
    /// <summary>On SQLite the number of the event is the key of its table, on PostgreSQL a key beside it; nothing else differs.</summary>
    public static string Create(Dialect dialect) => dialect == Dialect.Sqlite ? Tables.Replace("seq BIGINT PRIMARY KEY", "seq INTEGER PRIMARY KEY") : Tables;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS event (
            seq BIGINT PRIMARY KEY,
            stream TEXT NOT NULL,
            version BIGINT NOT NULL,
            type TEXT NOT NULL,
            schema INT NOT NULL,
            data TEXT NOT NULL,
            actor TEXT NOT NULL,
            office TEXT NOT NULL,
            acted_on TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            prev_hash TEXT NOT NULL,
            hash TEXT NOT NULL,
            UNIQUE (stream, version));
        CREATE TABLE IF NOT EXISTS log_head (
            id INT PRIMARY KEY,
            seq BIGINT NOT NULL,
            hash TEXT NOT NULL,
            seal TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS credential (
            person TEXT PRIMARY KEY,
            password_hash TEXT NOT NULL,
            security_stamp TEXT NOT NULL,
            failed INT NOT NULL,
            locked_until TEXT);
        CREATE TABLE IF NOT EXISTS access_token (
            hash TEXT PRIMARY KEY,
            person TEXT NOT NULL,
            label TEXT NOT NULL,
            created_at TEXT NOT NULL,
            expires_on TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS idempotency (
            actor TEXT NOT NULL,
            key TEXT NOT NULL,
            request_hash TEXT NOT NULL,
            response TEXT NOT NULL,
            recorded_at TEXT NOT NULL,
            PRIMARY KEY (actor, key));
        CREATE TABLE IF NOT EXISTS read_shape (
            tables TEXT PRIMARY KEY,
            shape TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS reading_mark (
            id TEXT PRIMARY KEY,
            person TEXT NOT NULL,
            matter TEXT NOT NULL,
            exhibit TEXT NOT NULL,
            file TEXT NOT NULL,
            page INT NOT NULL,
            start INT NOT NULL,
            length INT NOT NULL,
            text TEXT NOT NULL,
            note TEXT,
            created_at TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS reading_mark_file ON reading_mark (person, matter, exhibit, file);
        CREATE TABLE IF NOT EXISTS reading_visit (
            person TEXT NOT NULL,
            matter TEXT NOT NULL,
            exhibit TEXT NOT NULL,
            file TEXT NOT NULL,
            page INT NOT NULL,
            visited_at TEXT NOT NULL,
            PRIMARY KEY (person, matter, exhibit, file));
        """;
}
