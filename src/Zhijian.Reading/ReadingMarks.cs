using Dapper;
using Zhijian.Store;

namespace Zhijian.Reading;

/// <summary>A passage of a file that one person marked, with their private note. Nobody else gets it, whatever their office.</summary>
public sealed record ReadingMark(string Id, string Matter, string Exhibit, string File, int Page, int Start, int Length, string Text, string? Note, string CreatedAt);

/// <summary>That a person has opened a file, and where they were last.</summary>
public sealed record ReadingVisit(string Exhibit, string File, int Page, string At);

/// <summary>
/// Marks, private notes and what a person has read. They are no acts in the matter and so no events: they lie in tables of their own, every question names
/// the person, and whoever wrote one can delete it for good. Whether a person may read the file is asked before.
/// </summary>
public sealed class ReadingMarks(EventStore store)
{
    public const int LongestNote = 4_000;
    public const int LongestPassage = 2_000;
    public const int MostOfFile = 1_000;

    private const string Columns = "id, matter, exhibit, file, page, start, length, text, note, created_at";

    /// <summary>Of one file, in the order of the text.</summary>
    public async Task<IReadOnlyList<ReadingMark>> OfFileAsync(string person, string matter, string exhibit, string file, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Id, long Page, long Start, long Length, string Text, string? Note, string CreatedAt)>(new CommandDefinition(
            $"SELECT id, CAST(page AS BIGINT), CAST(start AS BIGINT), CAST(length AS BIGINT), text, note, created_at FROM reading_mark WHERE person = @person AND matter = @matter AND exhibit = @exhibit AND file = @file ORDER BY page, start, created_at, id",
            new { person, matter, exhibit, file }, cancellationToken: ct));
        return [.. rows.Select(r => new ReadingMark(r.Id, matter, exhibit, file, (int)r.Page, (int)r.Start, (int)r.Length, r.Text, r.Note, r.CreatedAt))];
    }

    /// <summary>False: the person has as many marks in the file as are kept.</summary>
    public Task<bool> AddAsync(string person, ReadingMark mark) => store.Writer.RunAsync(async work =>
    {
        var there = await work.Connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM reading_mark WHERE person = @person AND matter = @Matter AND exhibit = @Exhibit AND file = @File", new { person, mark.Matter, mark.Exhibit, mark.File }, work.Transaction);
        return there < MostOfFile && await work.ExecuteAsync(
            $"INSERT INTO reading_mark (person, {Columns}) VALUES (@person, @Id, @Matter, @Exhibit, @File, @Page, @Start, @Length, @Text, @Note, @CreatedAt)",
            new { person, mark.Id, mark.Matter, mark.Exhibit, mark.File, mark.Page, mark.Start, mark.Length, mark.Text, mark.Note, mark.CreatedAt }) == 1;
    });

    /// <summary>False: no such mark of this person in that file.</summary>
    public Task<bool> NoteAsync(string person, string matter, string exhibit, string file, string id, string? note) => store.Writer.RunAsync(async work => await work.ExecuteAsync(
        "UPDATE reading_mark SET note = @note WHERE id = @id AND person = @person AND matter = @matter AND exhibit = @exhibit AND file = @file", new { person, matter, exhibit, file, id, note }) == 1);

    /// <summary>For good. False: no such mark of this person in that file.</summary>
    public Task<bool> RemoveAsync(string person, string matter, string exhibit, string file, string id) => store.Writer.RunAsync(async work => await work.ExecuteAsync(
        "DELETE FROM reading_mark WHERE id = @id AND person = @person AND matter = @matter AND exhibit = @exhibit AND file = @file", new { person, matter, exhibit, file, id }) == 1);

    /// <summary>The files of a matter that the person has opened.</summary>
    public async Task<IReadOnlyList<ReadingVisit>> VisitsAsync(string person, string matter, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        var rows = await connection.QueryAsync<(string Exhibit, string File, long Page, string At)>(new CommandDefinition(
            "SELECT exhibit, file, CAST(page AS BIGINT), visited_at FROM reading_visit WHERE person = @person AND matter = @matter", new { person, matter }, cancellationToken: ct));
        return [.. rows.Select(r => new ReadingVisit(r.Exhibit, r.File, (int)r.Page, r.At))];
    }

    public Task VisitAsync(string person, string matter, ReadingVisit visit) => store.Writer.RunAsync(work => work.ExecuteAsync(
        """
        INSERT INTO reading_visit (person, matter, exhibit, file, page, visited_at) VALUES (@person, @matter, @Exhibit, @File, @Page, @At)
        ON CONFLICT (person, matter, exhibit, file) DO UPDATE SET page = CASE WHEN excluded.page = 0 THEN reading_visit.page ELSE excluded.page END, visited_at = excluded.visited_at
        """,
        new { person, matter, visit.Exhibit, visit.File, visit.Page, visit.At }));
}
