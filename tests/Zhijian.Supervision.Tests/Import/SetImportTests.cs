using System.IO.Compression;
using System.Text;
using Shouldly;
using Xunit;
using Zhijian.DuckDb;
using Zhijian.Supervision.Import;
using Zhijian.Supervision.Sets;
using Zhijian.Testing;

namespace Zhijian.Supervision.Tests.Import;

/// <summary>Files as offices send them, read into a data set.</summary>
public sealed class SetImportTests : IDisposable
{
    private static readonly DataSet Set = new()
    {
        Id = "penalty",
        Title = new("行政处罚", "penalties"),
        Meaning = "一行一份决定",
        Key = "decision_no",
        Partition = "party",
        Columns =
        [
            new("decision_no", new("决定书文号", "number of the decision"), ColumnType.Text, "文号", Required: true, Personal: false),
            new("party", new("当事人", "party"), ColumnType.Text, "当事人", Required: true, Personal: true),
            new("decided_on", new("决定日", "day of the decision"), ColumnType.Date, "日期", Required: false, Personal: false),
            new("turnover", new("违法经营额", "turnover"), ColumnType.Money, "金额", Required: false, Personal: false),
            new("copies", new("复制品数量", "copies"), ColumnType.Count, "数量", Required: false, Personal: false),
            new("transferred", new("已移送", "transferred"), ColumnType.Flag, "是否", Required: false, Personal: false),
        ],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("import").FullName;
    private readonly SetSnapshots _snapshots;
    private readonly SetImport _import;

    public SetImportTests()
    {
        _snapshots = new SetSnapshots(Path.Combine(_folder, "sets"));
        _import = new SetImport(_snapshots, Path.Combine(_folder, "temp"));
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [DuckFact]
    public async Task What_people_write_is_read()
    {
        var report = await Keep("""
            决定书文号,当事人,决定日,违法经营额（万元）,复制品数量,已移送
            甲1号,某某商行,2025年3月7日,12.5,"1,200",是
            甲2号,"某某""老店"",经营部",2025/3/8,１２万元,３０件,否
            甲3号,张某,20250309,1.2亿元,,未
            甲4号,李某,2025-03-10 00:00:00,50000元,不详,
            甲5号,王某,２０２５．３．１１,不详,7.0,√

            """);
        report.Left.ShouldBe(0, string.Join('\n', report.Errors));
        Rows(report.Snapshot!).ShouldBe(
        [
            "甲1号|某某商行|2025-03-07|12500000|1200|true",
            "甲2号|某某\"老店\",经营部|2025-03-08|12000000|30|false",
            "甲3号|张某|2025-03-09|12000000000||false",
            "甲4号|李某|2025-03-10|5000000||",
            "甲5号|王某|2025-03-11||7|true",
        ]);
        report.Sample.Rows.Count.ShouldBe(5);
    }

    [Fact]
    public void A_column_is_found_by_what_other_lists_call_it_but_its_own_title_comes_first()
    {
        var set = Set with { Columns = [.. Set.Columns.Select(c => c.Name switch { "decided_on" => c with { Also = ["处罚决定日期", "公示日期"] }, "turnover" => c with { Also = ["违法经营数额"] }, _ => c })] };
        ColumnMapping.Propose(set, ["当事人", "公示日期", "处罚决定日期", "违法经营数额（万元）"]).Columns.ShouldBe(
            [new MappedColumn("party", "当事人"), new MappedColumn("decided_on", "处罚决定日期"), new MappedColumn("turnover", "违法经营数额（万元）", null, MoneyUnit.TenThousandYuan)]);
        ColumnMapping.Propose(set, ["处罚决定日期", "决定日"]).Columns.ShouldBe([new MappedColumn("decided_on", "决定日")]);
        ColumnMapping.Propose(Set, ["处罚决定日期"]).Columns.ShouldBeEmpty();
    }

    [DuckFact]
    public async Task What_cannot_be_read_is_left_out_with_row_column_value_and_reason_and_nothing_is_lost()
    {
        var report = await Keep("""
            决定书文号,当事人,决定日,违法经营额,复制品数量,已移送
            甲1号,好,2025-01-01,1.00,1,是
            甲2号,坏日期,2025-02-30,1,1,是
            甲3号,坏数额,2025-01-01,十二万,1,是
            甲4号,三位小数,2025-01-01,1.005,1,是
            甲5号,坏数量,2025-01-01,1,1.5,是
            甲6号,坏是否,2025-01-01,1,1,也许
            ,没有文号,2025-01-01,1,1,是
            甲1号,重复,2025-01-01,1,1,是
            甲8号,列太多,2025-01-01,1,1,是,多出来
            甲9号,好,,,,

            """);
        report.Errors.Where(e => e.Problem != RowProblem.Unreadable).Select(e => (e.Record, e.Problem, e.Column, e.Value)).ShouldBe(
        [
            (2L, RowProblem.NotADate, "决定日", "2025-02-30"),
            (3L, RowProblem.NotASum, "违法经营额", "十二万"),
            (4L, RowProblem.NotASum, "违法经营额", "1.005"),
            (5L, RowProblem.NotACount, "复制品数量", "1.5"),
            (6L, RowProblem.NotAFlag, "已移送", "也许"),
            (7L, RowProblem.Missing, "决定书文号", null),
            (8L, RowProblem.Duplicate, "决定书文号", "甲1号"),
        ], ignoreOrder: true);
        var unreadable = report.Errors.Single(e => e.Problem == RowProblem.Unreadable);
        unreadable.Line.ShouldBe(10);
        unreadable.Row.ShouldContain("多出来");
        report.Left.ShouldBe(8);
        Rows(report.Snapshot!).Select(r => r.Split('|')[0]).ShouldBe(["甲1号", "甲9号"]);
        var written = await File.ReadAllTextAsync(report.ErrorFile!, Ct);
        foreach (var row in (string[])["坏日期", "坏数额", "三位小数", "坏数量", "坏是否", "没有文号", "多出来"])
            written.ShouldContain(row);
    }

    [DuckFact]
    public async Task All_that_is_wrong_with_a_row_is_said_at_once_of_the_first_hundred_rows()
    {
        var report = await Keep($"决定书文号,当事人,决定日,违法经营额\n甲1号,,明天,很多\n{string.Concat(Enumerable.Range(0, 120).Select(i => $"乙{i}号,,明天,1\n"))}");
        report.Errors.Where(e => e.Record == 1).Select(e => (e.Problem, e.Column, e.Value)).ShouldBe(
            [(RowProblem.Missing, "当事人", null), (RowProblem.NotADate, "决定日", "明天"), (RowProblem.NotASum, "违法经营额", "很多")], ignoreOrder: true);
        (report.Left, report.RowsListed, report.Errors.Count).ShouldBe((121, 100, 201));
        (await File.ReadAllLinesAsync(report.ErrorFile!, Ct)).Length.ShouldBe(1 + 3 + 2 * 120);
    }

    [DuckFact]
    public async Task Sums_are_exact_at_every_length_and_too_large_ones_are_an_error_of_their_row()
    {
        var report = await Keep("""
            决定书文号,当事人,违法经营额
            1,甲,0.01
            2,甲,-12.3
            3,甲,99999999999.99
            4,甲,1234567890123456.78
            5,甲,12000000000000万
            6,甲,1e5
            7,甲,.5
            8,甲,1.
            9,甲,0.0001万元
            10,甲,1.2.

            """);
        report.Errors.Select(e => (e.Record, e.Problem)).ShouldBe([(5L, RowProblem.NotASum), (6L, RowProblem.NotASum), (10L, RowProblem.NotASum)]);
        Rows(report.Snapshot!).OrderBy(r => r, StringComparer.Ordinal).Select(r => r.Split('|')[3]).ShouldBe(["1", "-1230", "9999999999999", "123456789012345678", "50", "100", "100"]);
    }

    [DuckFact]
    public async Task Blanks_around_a_text_are_no_part_of_it_and_blanks_alone_are_none()
    {
        var report = await Keep("决定书文号,当事人\n1,\u3000某店\n2,某店\u3000 \n3, 某店\n4,某店\t\n5,\u00a0某店\n6,某店\u00a0\n7,!某 店\n8,\u3000 \n9,\n");
        Rows(report.Snapshot!).Select(r => r.Split('|')[1]).ShouldBe(["某店", "某店", "某店", "某店", "某店", "某店", "!某 店"]);
        report.Errors.Select(e => (e.Record, e.Problem)).ShouldBe([(8L, RowProblem.Missing), (9L, RowProblem.Missing)]);
    }

    [DuckTheory]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    [InlineData("utf-8-bom")]
    public async Task Encodings_are_seen(string name)
    {
        Encoding encoding = name switch
        {
            "GB18030" => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!,
            "utf-16" => Encoding.Unicode,
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        };
        // the Chinese comes late: a megabyte of plain rows before it
        var text = new StringBuilder("decision_no,party\n");
        for (var i = 0; i < 60_000; i++)
            text.Append('A').Append(i).Append(",Example Co. Ltd\n");
        var report = await Keep(text.Append("末号,某某知识产权公司\n").ToString(), encoding);
        report.Rows.ShouldBe(60_001);
        Rows(report.Snapshot!)[^1].ShouldStartWith("末号|某某知识产权公司|");
    }

    [DuckFact]
    public async Task Tabs_and_semicolons_part_columns_too()
    {
        (await Keep("决定书文号\t当事人\n甲\t乙,丙\n")).Sample.Rows.Single().Take(2).ShouldBe(["甲", "乙,丙"]);
        (await Keep("\"决定书文号\";\"当事人\"\n\"甲\";\"乙\n丙\"\n")).Sample.Rows.Single().Take(2).ShouldBe(["甲", "乙\n丙"]);
    }

    [DuckFact]
    public async Task Json_lines_are_read_and_a_line_that_is_none_is_named()
    {
        var file = Write("a.jsonl", """
            {"decision_no": "甲1号", "party": "某\"某", "decided_on": "2025-03-07", "turnover": 125000.5, "transferred": true}
            {"decision_no": "甲2号", "party": "李某", "a/b~c": 1}
            not json
            {"decision_no": "甲3号"}

            """);
        var report = await KeepFile(file, SourceKind.JsonLines);
        Rows(report.Snapshot!).ShouldBe(["甲1号|某\"某|2025-03-07|12500050||true", "甲2号|李某||||"]);
        report.Errors.Select(e => (e.Record, e.Problem, e.Column)).ShouldBe([(3L, RowProblem.Unreadable, null), (4L, RowProblem.Missing, "party")]);
    }

    [DuckFact]
    public async Task Parquet_is_read()
    {
        var file = Path.Combine(_folder, "a.parquet");
        using (var database = DuckDatabase.Open())
        using (var connection = database.Connect())
            connection.Execute($"COPY (SELECT '甲' AS decision_no, '乙' AS party, DATE '2025-03-07' AS decided_on, 12.34::DECIMAL(10,2) AS turnover, 5 AS copies, true AS transferred) TO {DuckConnection.Quoted(file)} (FORMAT parquet)");
        Rows((await KeepFile(file, SourceKind.Parquet)).Snapshot!).ShouldBe(["甲|乙|2025-03-07|1234|5|true"]);
    }

    [DuckFact]
    public async Task The_first_sheet_of_a_workbook_is_read()
    {
        var file = Path.Combine(_folder, "a.xlsx");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            Part("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/s1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Part("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="处罚" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Part("xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Part("xl/worksheets/s1.xml", """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>决定书文号</t></is></c><c r="B1" t="inlineStr"><is><t>当事人</t></is></c><c r="C1" t="inlineStr"><is><t>决定日</t></is></c><c r="D1" t="inlineStr"><is><t>违法经营额（万元）</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>甲1号</t></is></c><c r="B2" t="inlineStr"><is><t>某,某</t></is></c><c r="C2" s="1"><v>45723</v></c><c r="D2"><v>0.3</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>甲2号</t></is></c><c r="B3" t="inlineStr"><is><t>李某</t></is></c></row></sheetData></worksheet>""");

            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml);
            }
        }
        Rows((await KeepFile(file, SourceKind.Xlsx)).Snapshot!).ShouldBe(["甲1号|某,某|2025-03-07|300000||", "甲2号|李某||||"]);
    }

    [DuckTheory]
    [InlineData("x.csv", "")]
    [InlineData("x.csv", "a,a\n1,2\n")]
    [InlineData("x.csv", "\0\0\0\u0001binary")]
    [InlineData("x.xlsx", "no workbook")]
    [InlineData("x.jsonl", "nothing\nof that kind\n")]
    [InlineData("x.parquet", "PAR1 it is not")]
    [InlineData("x.csv", "决定书文号\n甲\n")]
    public async Task A_file_that_is_no_table_of_this_kind_says_why(string name, string content)
    {
        var file = Write(name, content);
        var why = (await Should.ThrowAsync<SourceUnreadableException>(() => KeepFile(file, SourceKinds.Of(file)))).Why;
        why.Zh.ShouldNotBeEmpty();
        Kept().ShouldBeEmpty();
    }

    [DuckFact]
    public async Task Rows_are_added_and_known_keys_replaced()
    {
        var first = (await Keep("决定书文号,当事人\n1,甲\n2,乙\n")).Snapshot!;
        var file = Write("b.csv", "决定书文号,当事人\n2,丙\n3,丁\n");
        var mapping = _import.Look(Set, file, SourceKind.Csv, null, Ct).Mapping;
        var second = await _import.KeepAsync(new ImportRequest(Set, file, SourceKind.Csv, mapping, first), null, Ct);
        Rows(second.Snapshot!).Select(r => r[..3]).Order(StringComparer.Ordinal).ShouldBe(["1|甲", "2|丙", "3|丁"]);
        Rows(first).Count.ShouldBe(2); // the earlier snapshot is what it was
        await _snapshots.VerifyAsync(first, Ct);
    }

    [DuckFact]
    public async Task A_dry_run_keeps_nothing()
    {
        var file = Write("c.csv", "决定书文号,当事人\n1,甲\n");
        var report = await _import.TryAsync(new ImportRequest(Set, file, SourceKind.Csv, _import.Look(Set, file, SourceKind.Csv, null, Ct).Mapping), null, Ct);
        report.Rows.ShouldBe(1);
        report.Snapshot.ShouldBeNull();
        Kept().ShouldBeEmpty();
    }

    [DuckFact]
    public async Task A_cancelled_import_leaves_nothing()
    {
        var file = Path.Combine(_folder, "big.csv");
        await using (var writer = new StreamWriter(file))
        {
            writer.WriteLine("决定书文号,当事人");
            for (var i = 0; i < 2_000_000; i++)
                writer.WriteLine($"{i},某某公司{i}");
        }
        using var cancel = new CancellationTokenSource();
        var running = _import.KeepAsync(new ImportRequest(Set, file, SourceKind.Csv, _import.Look(Set, file, SourceKind.Csv, null, Ct).Mapping), null, cancel.Token);
        cancel.CancelAfter(30);
        await Should.ThrowAsync<OperationCanceledException>(() => running);
        Kept().ShouldBeEmpty();
        Directory.GetDirectories(Path.Combine(_folder, "temp")).ShouldBeEmpty();
    }

    [DuckFact]
    public async Task A_snapshot_that_was_touched_is_found_out()
    {
        var kept = (await Keep("决定书文号,当事人\n1,甲\n")).Snapshot!;
        await using (var stream = new FileStream(_snapshots.Find("penalty", kept.Hash)!, FileMode.Append))
            stream.WriteByte(1);
        await Should.ThrowAsync<SnapshotDamagedException>(() => _snapshots.VerifyAsync(kept, Ct));
    }

    private async Task<ImportReport> Keep(string text, Encoding? encoding = null)
    {
        var file = Path.Combine(_folder, $"{Path.GetRandomFileName()}.csv");
        await File.WriteAllTextAsync(file, text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Ct);
        return await KeepFile(file, SourceKind.Csv);
    }

    private Task<ImportReport> KeepFile(string file, SourceKind kind) =>
        _import.KeepAsync(new ImportRequest(Set, file, kind, _import.Look(Set, file, kind, null, Ct).Mapping), null, Ct);

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private string[] Kept() => Directory.Exists(Path.Combine(_folder, "sets")) ? Directory.GetFiles(Path.Combine(_folder, "sets"), "*", SearchOption.AllDirectories) : [];

    private List<string> Rows(SetSnapshot snapshot)
    {
        using var database = DuckDatabase.Open(_snapshots.Find("penalty", snapshot.Hash)!, new DuckOptions { ReadOnly = true });
        using var connection = database.Connect();
        using var reader = connection.Query($"SELECT * FROM {SetSnapshots.Table}");
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.Columns.Count).Select(reader.Text)));
        return rows;
    }
}
