using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Entities.Tests;

public sealed class CsvRecordsTests
{
    private static RecordTable Read(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"zhijian-csv-{Environment.ProcessId}-{StringComparer.Ordinal.GetHashCode(text)}.csv");
        File.WriteAllText(file, text, new UTF8Encoding(true));
        try
        {
            var table = new RecordTable([new ColumnSpec("name", ColumnKind.Name), new ColumnSpec("born", ColumnKind.Date)]);
            CsvRecords.Read(file, table, "id");
            return table;
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Quotes_commas_lines_and_missing_values()
    {
        var table = Read("id,born,name\r\n1,1990-01-02,\"张, \"\"伟\"\"\"\r\n2,,\"two\nlines\"\r\n\r\n3,1991,李");
        table.Count.ShouldBe(3);
        table.Value(0, 0).ShouldBe("张, \"伟\"");
        table.Value(1, 0).ShouldBe("two\nlines");
        table.Value(1, 1).ShouldBeNull();
        table.Value(2, 1).ShouldBe("1991");
        table.Ids[2].ShouldBe("3");
    }

    [Fact]
    public void A_file_larger_than_the_buffer()
    {
        var text = new StringBuilder("id,name,born\n");
        for (var i = 0; i < 60_000; i++)
            text.Append(i).Append(",\"name, of ").Append(i % 1000).Append("\",1990-01-01\n");
        var table = Read(text.ToString());
        table.Count.ShouldBe(60_000);
        table.Value(59_999, 0).ShouldBe("name, of 999");
        table.Pools[0].Count.ShouldBe(1000);
    }

    [Theory]
    [InlineData("id,name\n1,a\n", 1, "born")]
    [InlineData("id,name,born\n1,a,1990\n2,b\n", 3, null)]
    [InlineData("id,name,born\n1,a,1990\n1,b,1991\n", 3, "id")]
    [InlineData("id,name,born\n,a,1990\n", 2, "id")]
    [InlineData("id,name,born\n1,\"a,1990\n", 2, null)]
    [InlineData("id,name,born\n1,\"a\"b,1990\n", 2, null)]
    [InlineData("", 1, null)]
    public void What_is_wrong_is_told_with_line_and_field(string text, int line, string? column)
    {
        var wrong = Should.Throw<RecordFileException>(() => Read(text));
        wrong.Line.ShouldBe(line);
        wrong.Column.ShouldBe(column);
        wrong.Message.ShouldContain($".csv:{line}");
    }
}
