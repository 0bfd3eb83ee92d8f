using System.Data.Common;
using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>The read tables of matters: one row a matter, one a person × charge, one a circle member, one a number of a paper, one a work item.</summary>
public sealed class MatterProjection(LawBook law) : IProjection
{
    public IReadOnlyList<string> Tables => ["work_item", "accusation", "matter_circle", "paper_number", "matter"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS matter (
            matter TEXT PRIMARY KEY, short TEXT NOT NULL, year BIGINT NOT NULL, serial BIGINT NOT NULL, office_path TEXT NOT NULL,
            title TEXT NOT NULL, secrecy TEXT NOT NULL, lead TEXT, published TEXT, source_kind TEXT, right_type TEXT, right_name TEXT, holders TEXT NOT NULL,
            persons TEXT NOT NULL, headline_zh TEXT NOT NULL, headline_en TEXT NOT NULL, tracks TEXT NOT NULL, checks BIGINT NOT NULL,
            registered_on TEXT, closed_on TEXT, version BIGINT NOT NULL);
        CREATE INDEX IF NOT EXISTS matter_office ON matter (office_path, matter);
        CREATE INDEX IF NOT EXISTS matter_serial ON matter (short, year, serial);
        CREATE INDEX IF NOT EXISTS matter_published ON matter (published);
        CREATE TABLE IF NOT EXISTS matter_circle (matter TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (matter, person));
        CREATE TABLE IF NOT EXISTS paper_number (
            office_path TEXT NOT NULL, series TEXT NOT NULL, year BIGINT NOT NULL, number BIGINT NOT NULL, matter TEXT NOT NULL, paper BIGINT NOT NULL,
            state TEXT NOT NULL, PRIMARY KEY (office_path, series, year, number));
        CREATE INDEX IF NOT EXISTS paper_number_matter ON paper_number (matter);
        CREATE TABLE IF NOT EXISTS accusation (
            matter TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL, charge TEXT NOT NULL, measure TEXT NOT NULL, stage TEXT NOT NULL,
            since TEXT, outcome_zh TEXT, PRIMARY KEY (matter, person, charge));
        CREATE TABLE IF NOT EXISTS work_item (
            matter TEXT NOT NULL, key TEXT NOT NULL, office_path TEXT NOT NULL, lead TEXT, secrecy TEXT NOT NULL, is_published BIGINT NOT NULL,
            matter_title TEXT NOT NULL, holder TEXT NOT NULL, track TEXT NOT NULL, stage TEXT, step TEXT, title_zh TEXT NOT NULL, title_en TEXT NOT NULL,
            subjects TEXT NOT NULL, subject_ids TEXT NOT NULL, charges TEXT NOT NULL, custody TEXT NOT NULL, opened_on TEXT, due TEXT, moves BIGINT NOT NULL, law TEXT NOT NULL,
            law_status TEXT NOT NULL, length_zh TEXT NOT NULL, length_en TEXT NOT NULL, remark_zh TEXT NOT NULL, remark_en TEXT NOT NULL,
            question_zh TEXT, question_en TEXT, PRIMARY KEY (matter, key));
        CREATE INDEX IF NOT EXISTS work_item_lead ON work_item (office_path, lead, holder, due);
        """;

    /// <summary>Matter streams carry the id of the matter as their name.</summary>
    public bool Handles(string stream) => MatterId.TryParse(stream) is not null;

    public async Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        var matter = MatterFold.Fold(MatterId.Parse(stream), events);
        var items = WorkItems.Of(matter, law.Duties.Derive(matter.Occurrences, matter.Published is null));
        var db = transaction.Connection!;
        foreach (var table in Tables)
            await db.ExecuteAsync($"DELETE FROM {table} WHERE matter = @stream", new { stream }, transaction);
        await db.ExecuteAsync(InsertMatter, Row(matter), transaction);
        await db.ExecuteAsync("INSERT INTO matter_circle (matter, person) VALUES (@matter, @person)", matter.Circle.Select(person => new { matter = stream, person }), transaction);
        await db.ExecuteAsync(
            "INSERT INTO accusation (matter, person, name, charge, measure, stage, since, outcome_zh) VALUES (@matter, @person, @name, @charge, @measure, @stage, @since, @outcome)",
            matter.Accusations.Select(a => new
            {
                matter = stream, person = a.Person.Id, name = a.Person.Name, charge = a.Accusation.Charge, measure = Words.Kebab(a.Person.Measure),
                stage = Words.Kebab(a.Accusation.Stage), since = a.Accusation.Since?.Value, outcome = a.Accusation.Outcome?.Zh,
            }),
            transaction);
        await db.ExecuteAsync(
            "INSERT INTO paper_number (office_path, series, year, number, matter, paper, state) VALUES (@office, @series, @year, @number, @matter, @paper, @state)",
            matter.Papers.Where(p => p.Number is not null).Select(p => new
            {
                office = matter.OfficePath, series = p.Number!.Series, year = p.Number.Year, number = p.Number.Number, matter = stream, paper = p.N,
                state = Words.Kebab(p.State),
            }),
            transaction);
        await db.ExecuteAsync(InsertItem, items.Select(i => Row(matter, i)), transaction);
    }

    private const string InsertMatter = """
        INSERT INTO matter (matter, short, year, serial, office_path, title, secrecy, lead, published, source_kind, right_type, right_name, holders,
            persons, headline_zh, headline_en, tracks, checks, registered_on, closed_on, version)
        VALUES (@matter, @shortName, @year, @serial, @office, @title, @secrecy, @lead, @published, @sourceKind, @rightType, @rightName, @holders,
            @persons, @headlineZh, @headlineEn, @tracks, @checks, @registered, @closed, @version)
        """;

    private static object Row(Matter m)
    {
        var headline = m.Headline();
        var holders = string.Join('、', m.RightHolders.Select(h => h.Name));
        var persons = string.Join('、', m.Persons.Select(p => p.Name));
        return new
        {
            matter = m.Id.Value,
            shortName = m.Id.Value[..(m.Id.Value.LastIndexOf('-') - 5)],
            year = m.Id.Year,
            serial = m.Id.Serial,
            office = m.OfficePath,
            title = m.Title,
            secrecy = Words.Kebab(m.Secrecy),
            lead = m.Lead,
            published = m.Published?.CaseId,
            sourceKind = m.Published?.SourceKind,
            rightType = m.Right?.Type,
            rightName = m.Right?.Name,
            holders,
            persons,
            headlineZh = headline.Zh,
            headlineEn = headline.En,
            tracks = string.Join(',', m.Tracks.Select(Words.Kebab)),
            checks = m.Checks.Count,
            registered = m.RegisteredOn?.Value,
            closed = m.ClosedOn?.Value,
            version = m.Version,
        };
    }

    private const string InsertItem = """
        INSERT INTO work_item (matter, key, office_path, lead, secrecy, is_published, matter_title, holder, track, stage, step, title_zh, title_en, subjects,
            subject_ids, charges, custody, opened_on, due, moves, law, law_status, length_zh, length_en, remark_zh, remark_en, question_zh, question_en)
        VALUES (@matter, @key, @office, @lead, @secrecy, @isPublished, @matterTitle, @holder, @track, @stage, @step, @titleZh, @titleEn, @subjects,
            @subjectIds, @charges, @custody, @openedOn, @due, @moves, @law, @lawStatus, @lengthZh, @lengthEn, @remarkZh, @remarkEn, @questionZh, @questionEn)
        """;

    private static object Row(Matter m, WorkItem i) => new
    {
        matter = m.Id.Value,
        key = i.Key,
        office = m.OfficePath,
        lead = m.Lead,
        secrecy = Words.Kebab(m.Secrecy),
        isPublished = m.Published is null ? 0 : 1,
        matterTitle = m.Title,
        holder = Words.Kebab(i.Holder),
        track = Words.Kebab(i.Track),
        stage = i.Stage is { } stage ? Words.Kebab(stage) : null,
        step = i.Step,
        titleZh = i.Title.Zh,
        titleEn = i.Title.En,
        subjects = i.Subjects,
        subjectIds = i.SubjectIds,
        charges = i.Charges,
        custody = Words.Kebab(i.Custody),
        openedOn = i.OpenedOn,
        due = i.Due?.ToString("yyyy-MM-dd"),
        moves = i.Moves ? 1 : 0,
        law = i.Law,
        lawStatus = Words.Kebab(i.LawStatus),
        lengthZh = i.Length.Zh,
        lengthEn = i.Length.En,
        remarkZh = i.Remark.Zh,
        remarkEn = i.Remark.En,
        questionZh = i.Question?.Zh,
        questionEn = i.Question?.En,
    };
}

/// <summary>The headline of a matter; derived, never stored as state.</summary>
public static class Headlines
{
    /// <summary>The state of the matter in words, derived from its persons and charges: 审查起诉 2 · 退回补充侦查 1.</summary>
    public static Text Headline(this Matter matter)
    {
        if (matter.ClosedOn is not null)
            return new Text("已结案", "Closed");
        var stages = matter.Accusations.GroupBy(a => a.Accusation.Stage).OrderBy(g => g.Key).Select(g => (g.Key, Persons: g.Select(a => a.Person.Id).Distinct().Count())).ToList();
        return stages.Count == 0
            ? new Text(string.Join(" · ", matter.Tracks.Select(t => TrackNames.Of(t).Zh)), string.Join(" · ", matter.Tracks.Select(t => TrackNames.Of(t).En)))
            : new Text(string.Join(" · ", stages.Select(s => $"{s.Key.Label().Zh} {s.Persons}")), string.Join(" · ", stages.Select(s => $"{s.Key.Label().En} {s.Persons}")));
    }
}
