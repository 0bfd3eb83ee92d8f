using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Supervision.Clues;

/// <summary>The read tables of clues: one row a clue, one a clue and an office that reads it, one a clue and a run that saw it.</summary>
/// <param name="folding">How subjects are compared: width, case and traditional characters make no difference.</param>
public sealed class ClueProjection(ClueWords words, TextFolding folding) : IProjection
{
    public IReadOnlyList<string> Tables => ["clue_sighting", "clue_reader", "clue"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS clue (
            clue TEXT PRIMARY KEY, short TEXT NOT NULL, year BIGINT NOT NULL, letters TEXT NOT NULL, serial BIGINT NOT NULL, model TEXT NOT NULL,
            model_version BIGINT NOT NULL, key TEXT NOT NULL, raised_for TEXT NOT NULL, office TEXT NOT NULL, office_path TEXT NOT NULL, asked_path TEXT,
            subject TEXT NOT NULL, subject_key TEXT NOT NULL, score BIGINT NOT NULL, grade TEXT, state TEXT NOT NULL, person TEXT, judgement TEXT, reason TEXT,
            judged_on TEXT, judged_by TEXT, raised_on TEXT NOT NULL, quarter TEXT NOT NULL, explanation_zh TEXT NOT NULL, explanation_en TEXT NOT NULL,
            row_count BIGINT NOT NULL, yields BIGINT NOT NULL, changed BIGINT NOT NULL, reopened BIGINT NOT NULL, version BIGINT NOT NULL);
        CREATE UNIQUE INDEX IF NOT EXISTS clue_identity ON clue (raised_for, model, key);
        CREATE INDEX IF NOT EXISTS clue_serial ON clue (short, year, letters, serial);
        CREATE INDEX IF NOT EXISTS clue_subject ON clue (subject_key);
        CREATE TABLE IF NOT EXISTS clue_reader (clue TEXT NOT NULL, office_path TEXT NOT NULL, PRIMARY KEY (clue, office_path));
        CREATE TABLE IF NOT EXISTS clue_sighting (clue TEXT NOT NULL, run TEXT NOT NULL, seen_on TEXT NOT NULL, PRIMARY KEY (clue, run));
        CREATE INDEX IF NOT EXISTS clue_sighting_run ON clue_sighting (run);
        """;

    public bool Handles(string stream) => ClueRunSeen.IsStream(stream) || ClueNumber.OfStream(stream) is not null;

    public Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct) => ClueRunSeen.IsStream(stream)
        ? transaction.Connection!.ExecuteAsync(
            "INSERT INTO clue_sighting (clue, run, seen_on) VALUES (@clue, @run, @on) ON CONFLICT (clue, run) DO NOTHING", Sightings(events), transaction)
        : WriteAsync(transaction, ClueFold.Fold(ClueNumber.OfStream(stream)!.Value, events));

    private static IEnumerable<object> Sightings(IReadOnlyList<StoredEvent> events) =>
        events.SelectMany(e => ClueFold.ReadRun(e) is var seen ? seen.Clues.Select(clue => (object)new { clue, run = seen.Run, on = e.ActedOn }) : []);

    private async Task WriteAsync(DbTransaction transaction, Clue c)
    {
        var (number, db) = (c.Number.Value, transaction.Connection!);
        if (c.Version > 1)
            await db.ExecuteAsync("DELETE FROM clue_reader WHERE clue = @number; DELETE FROM clue WHERE clue = @number", new { number }, transaction);
        await db.ExecuteAsync(
            """
            INSERT INTO clue (clue, short, year, letters, serial, model, model_version, key, raised_for, office, office_path, asked_path, subject, subject_key, score, grade, state,
                person, judgement, reason, judged_on, judged_by, raised_on, quarter, explanation_zh, explanation_en, row_count, yields, changed, reopened, version)
            VALUES (@number, @shortName, @year, @letters, @serial, @model, @modelVersion, @key, @raisedFor, @office, @path, @asked, @subject, @subjectKey, @score, @grade, @state,
                @person, @judgement, @reason, @judgedOn, @judgedBy, @raisedOn, @quarter, @zh, @en, @rows, @yields, @changed, @reopened, @version)
            """,
            new
            {
                number, shortName = c.Number.Office, year = c.Number.Year, letters = c.Number.Letters, serial = c.Number.Serial, model = c.Model, modelVersion = c.ModelVersion,
                key = c.Key, raisedFor = c.RaisedFor, office = c.Office, path = c.OfficePath, asked = c.Transfer?.Path, subject = c.Subject, subjectKey = folding.Fold(c.Subject),
                score = c.Score, grade = c.Grade is { } grade ? Words.Kebab(grade) : null, state = Words.Kebab(c.State), person = c.Person,
                judgement = c.Judged is { } judged ? Words.Kebab(judged.Is) : null, reason = c.Judged?.Reason, judgedOn = c.Judged?.On, judgedBy = c.Judged?.By,
                raisedOn = $"{c.RaisedOn:yyyy-MM-dd}", quarter = QuarterOf(c.RaisedOn), zh = c.Explanation.Zh, en = c.Explanation.En, rows = c.Rows.Count,
                yields = c.Results.Any(r => words.Result(r.Kind) is { Counts: true }) ? 1 : 0, changed = c.Changed, reopened = c.Reopened, version = c.Version,
            },
            transaction);
        await db.ExecuteAsync(
            "INSERT INTO clue_reader (clue, office_path) VALUES (@clue, @path)", c.Readers.Distinct(StringComparer.Ordinal).Select(path => new { clue = number, path }), transaction);
    }

    public static string QuarterOf(DateOnly day) => $"{day.Year:D4}-Q{(day.Month + 2) / 3}";
}
