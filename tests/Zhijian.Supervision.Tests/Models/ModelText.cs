using Zhijian.Law;
using Zhijian.Supervision.Models;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Models;

/// <summary>A small model that is right; each test changes one thing of it.</summary>
internal static class ModelText
{
    public static readonly DataSetCatalogue Sets = DataSetCatalogue.Load(TestLaw.Data);

    public const string Right = """
        ---
        id: small
        order: 1
        title: {zh: 小模型, en: Small}
        version: 3
        track: criminal
        severity: low
        basis:
          - {reference: 某法1, zh: 依据, en: basis, from: 2020-01-01}
        inputs:
          penalty: [decision_no, office, party, decided_on, turnover]
          company: [credit_code, name]
        parameters:
          - {id: least, zh: 起点, en: least, type: money, default: 500.50, min: 1, max: 100000, source: practice}
          - {id: word, zh: 词, en: word, type: text, default: 某, source: practice}
          - {id: months, zh: 月, en: months, type: months, default: 24, source: 某法2, status: secondary}
          - id: figure
            zh: 数
            en: figure
            type: count
            values:
              - {from: 2020-01-01, value: 5, reference: 某法3}
              - {from: 2025-08-01, value: 0, reference: 某法4, status: unverified}
        rules:
          R1: {zh: 一, en: one}
        values:
          - {name: total, type: money, zh: 合计, en: total}
          - {name: last_on, type: date, zh: 最后, en: last}
        explanation: {zh: "{subject} {total} {last_on}", en: "{subject}: {total}"}
        ---

        给检察官的话。

        ## In English

        Words.

        ## Step: later

        ```sql
        SELECT party, office, total, last_on FROM earlier WHERE total >= :least
        ```

        ## Step: earlier

        ```sql
        SELECT party, min(office) AS office, CAST(sum(turnover) AS bigint) AS total, max(decided_on) AS last_on
        FROM penalty
        WHERE party <> :word AND decided_on > :today - :months
        GROUP BY party
        ```

        ## Finding

        ```sql
        SELECT party AS key, party AS subject, office AS unit, 50 AS score, total, last_on FROM later
        ```

        ## Rows

        ```sql
        SELECT f.key AS finding_key, 'penalty' AS set_name, p.decision_no AS row_id, 'R1' AS rule FROM finding AS f JOIN penalty AS p ON p.party = f.key WHERE :figure(p.decided_on) >= 0
        ```

        ## Example: 命中 / fires

        Today: 2026-01-01
        With: least = 10

        ### penalty

        | decision_no | party | decided_on | turnover |
        |---|---|---|---|
        | 1 | 某甲 | 2025-06-01 | 10.01 |
        | 2 | 某乙 | | |

        ### finds

        | key | total |
        |---|---|
        | 某甲 | 10.01 |

        ## Example: 不命中 / silent

        Today: 2026-01-01

        ### finds

        nothing

        """;

    public static SupervisionModel Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("models");
        try
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "data", "models")).FullName, "small.md");
            File.WriteAllText(file, text);
            return ModelFile.Load(Path.Combine(folder.FullName, "data"), file, Sets);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The right model with one text replaced; where the replacement is not found the test is wrong.</summary>
    public static string With(string old, string by) => Right.Contains(old, StringComparison.Ordinal)
        ? Right.Replace(old, by, StringComparison.Ordinal) : throw new ArgumentException($"“{old}” does not stand in the model", nameof(old));

    public static DataFileException Error(string text)
    {
        try
        {
            Read(text);
        }
        catch (DataFileException e)
        {
            return e;
        }
        throw new InvalidOperationException("The model was read without an error.");
    }

    /// <summary>The line of the file on which a text first stands.</summary>
    public static int LineOf(string text, string part) => text[..text.IndexOf(part, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
