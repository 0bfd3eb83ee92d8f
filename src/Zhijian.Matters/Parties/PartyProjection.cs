using System.Data.Common;
using Dapper;
using Zhijian.Entities;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Matters.Parties;

/// <summary>The read tables by which the parties of one matter are found in others, and what people decided about two of them.</summary>
public sealed class PartyProjection(PairComparison comparison) : IProjection
{
    public IReadOnlyList<string> Tables => ["party_key", "party_judgement", "party"];

    public string CreateSql => """
        CREATE TABLE IF NOT EXISTS party (
            matter TEXT NOT NULL, party TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL, office_path TEXT NOT NULL, secrecy TEXT NOT NULL,
            is_published BIGINT NOT NULL, PRIMARY KEY (matter, party));
        CREATE TABLE IF NOT EXISTS party_key (key TEXT NOT NULL, matter TEXT NOT NULL, party TEXT NOT NULL, PRIMARY KEY (key, matter, party));
        CREATE INDEX IF NOT EXISTS party_key_matter ON party_key (matter);
        CREATE TABLE IF NOT EXISTS party_judgement (
            matter TEXT NOT NULL, party TEXT NOT NULL, other_matter TEXT NOT NULL, other_party TEXT NOT NULL, judgement TEXT NOT NULL, judged_by TEXT NOT NULL, judged_on TEXT NOT NULL, note TEXT,
            PRIMARY KEY (matter, party, other_matter, other_party));
        CREATE INDEX IF NOT EXISTS party_judgement_other ON party_judgement (other_matter);
        """;

    public bool Handles(string stream) => MatterId.TryParse(stream) is not null;

    public async Task ProjectAsync(DbTransaction transaction, string stream, IReadOnlyList<StoredEvent> events, CancellationToken ct)
    {
        var matter = MatterFold.Fold(MatterId.Parse(stream), events);
        var db = transaction.Connection!;
        foreach (var table in Tables)
            await db.ExecuteAsync($"DELETE FROM {table} WHERE matter = @stream", new { stream }, transaction);
        var parties = MatterParties.Of(matter);
        await db.ExecuteAsync(
            "INSERT INTO party (matter, party, kind, name, title, office_path, secrecy, is_published) VALUES (@stream, @Id, @kind, @Name, @title, @office, @secrecy, @published)",
            parties.Select(p => new { stream, p.Id, kind = Words.Kebab(p.Kind), p.Name, title = matter.Title, office = matter.OfficePath, secrecy = Words.Kebab(matter.Secrecy), published = matter.Published is null ? 0 : 1 }),
            transaction);
        await db.ExecuteAsync(
            "INSERT INTO party_key (key, matter, party) VALUES (@key, @stream, @Id)",
            parties.SelectMany(p => MatterParties.Keys(p, comparison).Distinct(StringComparer.Ordinal).Select(key => new { key, stream, p.Id })), transaction);
        await db.ExecuteAsync(
            "INSERT INTO party_judgement (matter, party, other_matter, other_party, judgement, judged_by, judged_on, note) VALUES (@stream, @Party, @OtherMatter, @OtherParty, @judgement, @By, @on, @Note)",
            matter.PartyJudgements.Select(j => new { stream, j.Party, j.OtherMatter, j.OtherParty, judgement = Words.Kebab(j.Judgement), j.By, on = $"{j.On:yyyy-MM-dd}", j.Note }), transaction);
    }
}
