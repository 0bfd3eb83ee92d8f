using Shouldly;
using Xunit;
using Zhijian.Supervision.Models;

namespace Zhijian.Supervision.Tests.Models;

public sealed class ModelSqlTests
{
    private const string Step = "SELECT party, office, total, last_on FROM earlier WHERE total >= :least";

    private static readonly Dictionary<string, string> None = [];

    [Theory]
    [InlineData("SELECT party, office, total, last_on FROM earlier; DELETE FROM penalty", "without a semicolon")]
    [InlineData("SELECT party, office, total, last_on FROM earlier -- WHERE", "no comments")]
    [InlineData("SELECT party, office, total, last_on FROM earlier /* x */", "no comments")]
    [InlineData("SELECT party, office, total, last_on FROM \"earlier\"", "no quoted names")]
    [InlineData("SELECT party, office, total, last_on FROM 'data.parquet'", "stands an input, a step")]
    [InlineData("SELECT party, office, total, last_on FROM earlier ORDER BY total DESC", "NULLS FIRST or NULLS LAST")]
    [InlineData("SELECT party, office, total, last_on FROM $$x$$", "“$” is not used")]
    [InlineData("SELECT party, office, total, last_on FROM read_csv('/etc/passwd')", "a function is no table")]
    [InlineData("SELECT read_csv('/etc/passwd') AS party, office, total, last_on FROM earlier", "the function “read_csv” is not allowed")]
    [InlineData("SELECT pg_read_file('/etc/passwd') AS party, office, total, last_on FROM earlier", "the function “pg_read_file” is not allowed")]
    [InlineData("SELECT getenv('HOME') AS party, office, total, last_on FROM earlier", "the function “getenv” is not allowed")]
    [InlineData("SELECT current_setting('x') AS party, office, total, last_on FROM earlier", "the function “current_setting” is not allowed")]
    [InlineData("SELECT random() AS party, office, total, last_on FROM earlier", "the function “random” is not allowed")]
    [InlineData("SELECT avg(total) AS party, office, total, last_on FROM earlier", "the function “avg” is not allowed")]
    [InlineData("SELECT current_user AS party, office, total, last_on FROM earlier", "“current_user” is no column")]
    [InlineData("SELECT party, office, total, last_on FROM pg_shadow", "neither an input nor a step")]
    [InlineData("SELECT party, office, total, last_on FROM finding", "neither an input nor a step")]
    [InlineData("SELECT party, office, total, last_on FROM main.earlier", "“main” is neither an input nor a step")]
    [InlineData("SELECT e.party, e.office, e.total, e.last_on FROM earlier AS e JOIN trademark AS t ON t.applicant = e.party", "“trademark” is neither an input")]
    [InlineData("SELECT party, office, total, last_on FROM earlier, company", "not with a comma")]
    [InlineData("SELECT * FROM earlier", "no “*”")]
    [InlineData("SELECT e.* FROM earlier AS e", "no “*”")]
    [InlineData("SELECT party, office, total, legal_rep FROM earlier", "“legal_rep” is no column")]
    [InlineData("SELECT e.fine AS party, office, total, last_on FROM earlier AS e", "“fine” is no column of “e”")]
    [InlineData("SELECT x.party, office, total, last_on FROM earlier AS e", "“x” is no table named here")]
    [InlineData("SELECT a.party, office, a.total, a.last_on FROM earlier AS a JOIN earlier AS b ON a.party = b.party", "say of which")]
    [InlineData("SELECT party, office, total / 2 AS total, last_on FROM earlier", "no division")]
    [InlineData("SELECT party, office, total * 0.5 AS total, last_on FROM earlier", "“.” is not used here")]
    [InlineData("SELECT party, office, total::text AS total, last_on FROM earlier", "no “::”")]
    [InlineData("SELECT party, office, CAST(total AS double) AS total, last_on FROM earlier", "“double” is no type")]
    [InlineData("SELECT party, office, total + 1, last_on FROM earlier", "AS name")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE total > :most", "“:most” is no parameter")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE total > :figure", "write :figure(column)")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE total > :least(last_on)", "one value for all dates")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE party = E'x'", "a space is missing before “'x'”")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE party = 'a\\'", "neither a backslash")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE party = 'a", "does not end")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE party LIKE U&'x'", "“&” is not used")]
    [InlineData("SELECT party, office, total, last_on INTO copy_of FROM earlier", "“INTO” is not used here")]
    [InlineData("SELECT party, office, total, last_on FROM earlier FOR UPDATE", "“FOR” is not used here")]
    [InlineData("INSERT INTO penalty VALUES (1)", "it begins with SELECT")]
    [InlineData("WITH x AS (SELECT 1 AS a FROM earlier) SELECT party, office, total, last_on FROM earlier", "no WITH")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE party IN (SELECT name FROM pg_user)", "“pg_user” is neither an input")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE EXISTS (SELECT c.name FROM company AS c WHERE c.name = earlier.partie)", "“partie” is no column of “earlier”")]
    [InlineData("SELECT party, office, total, last_on FROM earlier UNION ALL SELECT party, office FROM earlier", "as many columns")]
    [InlineData("SELECT row_number() AS party, office, total, last_on FROM earlier", "needs OVER")]
    [InlineData("SELECT party, office, total, last_on FROM earlier LIMIT (SELECT 1)", "LIMIT takes")]
    [InlineData("SELECT party, office, total, last_on FROM (SELECT party, office, total, last_on FROM earlier WHERE total > outside.total) AS x", "“outside” is no table")]
    public void What_is_not_known_is_refused_with_file_and_line(string sql, string says)
    {
        var text = ModelText.With(Step, "\n" + sql);

        var error = ModelText.Error(text);

        error.Message.ShouldContain(says);
        error.Line.ShouldBe(ModelText.LineOf(text, sql), error.Message);
    }

    [Theory]
    [InlineData("SELECT party, office, total, last_on FROM earlier AS e WHERE EXISTS (SELECT c.name FROM company AS c WHERE c.name = e.party AND total > 1)")]
    [InlineData("SELECT x.party, x.office, x.total, x.last_on FROM (SELECT party, office, total, last_on FROM earlier) x LEFT JOIN company AS c ON c.name = x.party")]
    [InlineData("SELECT party, office, sum(total) OVER (PARTITION BY party ORDER BY last_on DESC NULLS LAST RANGE BETWEEN :months PRECEDING AND CURRENT ROW) AS total, last_on FROM earlier")]
    [InlineData("SELECT party, office, count(*) FILTER (WHERE total * 2 > 3) AS total, max(last_on) AS last_on FROM earlier GROUP BY party, office HAVING count(DISTINCT total) > 1 ORDER BY total DESC NULLS LAST LIMIT 5")]
    [InlineData("SELECT party, office, CASE WHEN extract(year FROM last_on) > 2020 AND office IS NOT DISTINCT FROM party THEN total END AS total, DATE '2025-01-01' + 1 AS last_on FROM earlier")]
    [InlineData("SELECT party, office, total, last_on FROM earlier WHERE party <> 'it''s; -- /* no comment */' AND total BETWEEN 1 AND 2 OR party LIKE '某%'")]
    public void What_both_databases_read_alike_is_let_through(string sql) => Should.NotThrow(() => ModelText.Read(ModelText.With(Step, sql)));

    [Fact]
    public void Steps_that_wait_for_one_another_are_named()
    {
        var error = ModelText.Error(ModelText.With("FROM penalty\n", "FROM penalty JOIN later ON later.party = penalty.party\n"));

        error.Message.ShouldContain("these steps wait for one another: later, earlier");
    }

    [Fact]
    public void A_step_that_reads_itself_ends_on_a_circle()
    {
        const string Walk = "SELECT party, office, total, last_on FROM earlier UNION SELECT e.party, e.office, e.total, e.last_on FROM earlier AS e JOIN later AS l ON l.party = e.party";

        ModelSql.Render(ModelText.Read(ModelText.With(Step, Walk)), None, new DateOnly(2026, 1, 1)).FindingSql.ShouldStartWith("WITH RECURSIVE earlier AS (");
        ModelText.Error(ModelText.With(Step, Walk.Replace("UNION", "UNION ALL", StringComparison.Ordinal))).Message.ShouldContain("never UNION ALL");
        ModelText.Error(ModelText.With(Step, "SELECT party, office, total, last_on FROM later")).Message.ShouldContain("names itself before the UNION");
    }

    [Fact]
    public void Finding_and_rows_yield_the_columns_that_they_must()
    {
        ModelText.Error(ModelText.With("50 AS score, total, last_on FROM later", "50 AS score, last_on FROM later")).Message.ShouldContain("it yields key, subject, unit, score, total, last_on in this order");
        ModelText.Error(ModelText.With("p.decision_no AS row_id, ", "")).Message.ShouldContain("it yields finding_key, set_name, row_id, rule in this order");
    }

    [Fact]
    public void Parameters_are_written_as_typed_literals()
    {
        var query = ModelSql.Render(ModelText.Read(ModelText.Right), new Dictionary<string, string> { ["word"] = "x' OR 'a'='a", ["least"] = "12.34" }, new DateOnly(2026, 1, 2));

        query.FindingSql.ShouldContain("party <> CAST('x'' OR ''a''=''a' AS text)");
        query.FindingSql.ShouldContain("total >= CAST(1234 AS bigint)");
        query.FindingSql.ShouldContain("decided_on > DATE '2026-01-02' - INTERVAL '24' MONTH");
        query.FindingSql.ShouldContain("CAST(f.total AS bigint) AS total, CAST(f.last_on AS date) AS last_on");
        query.RowsSql.ShouldContain("(CASE WHEN p.decided_on >= DATE '2025-08-01' THEN CAST(0 AS bigint) WHEN p.decided_on >= DATE '2020-01-01' THEN CAST(5 AS bigint) END) >= 0");
        query.RowsSql.ShouldNotContain("WITH", Case.Sensitive, "no step is run again that the rows do not need");
        query.LinksSql.ShouldBeNull();
    }

    [Theory]
    [InlineData("word", "a\\")]
    [InlineData("word", "a\nb")]
    [InlineData("least", "1; DROP TABLE penalty")]
    [InlineData("least", "-5")]
    [InlineData("least", "0.99")]
    [InlineData("least", "100000.01")]
    [InlineData("least", "1e3")]
    [InlineData("months", "12")]
    [InlineData("figure", "7")]
    [InlineData("unknown", "1")]
    public void A_value_that_is_none_is_refused(string parameter, string value) =>
        Should.Throw<ArgumentException>(() => ModelSql.Render(ModelText.Read(ModelText.Right), new Dictionary<string, string> { [parameter] = value }, new DateOnly(2026, 1, 1)));
}
