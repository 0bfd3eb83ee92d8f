using System.Text;
using Shouldly;
using Xunit;

namespace Zhijian.Entities.Tests;

public sealed class CsvRecordsTests
{
    private static RecordTable Read(string text, Encoding? encoding = null)
    {
        var file = Path.Combine(Path.GetTempPath(), $"zhijian-csv-{Environment.ProcessId}-{StringComparer.Ordinal.GetHashCode(text)}.csv");
        File.WriteAllText(file, text, encoding ?? new UTF8Encoding(true));
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
    [InlineData("id,name,born\n1,a,1990\n1,b,1991\n2,c\n", 3, "id")] // what stands first is told first
    [InlineData("id,name,born\n1,a,1990\n2,c\n1,b,1991\n", 3, null)]
    public void What_is_wrong_is_told_with_line_and_field(string text, int line, string? column)
    {
        var wrong = Should.Throw<RecordFileException>(() => Read(text));
        wrong.Line.ShouldBe(line);
        wrong.Column.ShouldBe(column);
        wrong.Message.ShouldContain($".csv:{line}");
        wrong.Says.Zh.ShouldNotBe(wrong.Says.En);
    }

    [Fact]
    public void What_is_wrong_far_down_in_a_large_file_is_told_with_its_line()
    {
        var text = new StringBuilder("id,name,born\n");
        for (var i = 0; i < 60_000; i++)
            text.Append(i == 50_000 ? 7 : i).Append(",\"two\nlines ").Append(i).Append("\",1990-01-01\n");
        Should.Throw<RecordFileException>(() => Read(text.ToString())).Line.ShouldBe(2 + 2 * 50_000);
    }

    [Fact]
    public void A_row_longer_than_a_lot()
    {
        var table = Read($"id,name,born\n1,\"{new string('长', 1_500_000)}\",1990\n2,短,1991\n");
        table.Value(0, 0)!.Length.ShouldBe(1_500_000);
        table.Value(1, 0).ShouldBe("短");
    }

    [Fact]
    public void Another_encoding_is_refused_and_not_read_as_something_else()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var wrong = Should.Throw<RecordFileException>(() => Read("id,name,born\n1,a,1990\n2,张伟,1991\n", Encoding.GetEncoding("GB18030")));
        wrong.Line.ShouldBe(3);
        wrong.Message.ShouldContain("UTF-8");
    }
}
