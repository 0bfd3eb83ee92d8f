using System.Text;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Matters.Reading;
using Zhijian.Testing;

namespace Zhijian.Cli.Tests.Verbs;

public sealed class ReadVerbTests : IDisposable
{
    private const string Facts = "2019年9月至12月，被告人程某某销售假冒“甲甲”商标的手袋23个，销售金额5万余元。\r\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("zhijian-read-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(byte[] bytes, string name = "facts.txt")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<Answer> RunAsync(string input, params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return new Answer(await CommandLine.RunAsync(["read", .. args], new Terminal(output, errors, new StringReader(input)) { Law = () => TestLaw.Book }), output.ToString(), errors.ToString());
    }

    [Fact]
    public async Task It_lists_what_it_found_by_kind_with_the_places()
    {
        var answer = await RunAsync(Facts, "-");
        answer.Exit.ShouldBe(0, answer.Error);
        answer.Out.ShouldSatisfyAllConditions(o => o.ShouldContain("8+3  12月  → 2019-12"), o => o.ShouldContain("5万余元  → 50,000 元以上 [销售金额]"), o => o.ShouldContain("被告人 程某某"), o => o.ShouldContain("“甲甲”"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task A_file_may_be_in_either_encoding(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var answer = await RunAsync("", Write(Encoding.GetEncoding(encoding).GetBytes(Facts)), "--json");
        answer.Exit.ShouldBe(0, answer.Error);
        var read = JsonNode.Parse(answer.Out)!;
        ((string?)read["encoding"]).ShouldBe(encoding, StringCompareShould.IgnoreCase);
        var amount = read["proposals"]!.AsArray().Single(p => (string?)p!["kind"] == "amount")!;
        Facts.Substring((int)amount["start"]!, (int)amount["length"]!).ShouldBe("5万余元");
        ((string?)amount["value"]!["metric"]).ShouldBe("sales_amount");
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0 }, "DOCX")]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0x2D }, "PDF")]
    [InlineData(new byte[] { 0xFF, 0xFF, 0xFF, 0x00 }, "UTF-8 或 GB18030")]
    public async Task What_is_no_plain_text_is_refused_by_name(byte[] bytes, string says)
    {
        var answer = await RunAsync("", Write(bytes));
        answer.Exit.ShouldBe(1);
        answer.Error.ShouldContain(says);
    }

    [Fact]
    public async Task Too_much_is_refused_from_a_file_and_from_a_pipe()
    {
        var much = new string('一', FactReader.Longest + 1);
        foreach (var answer in new[] { await RunAsync("", Write(Encoding.UTF8.GetBytes(much))), await RunAsync(much, "-") })
        {
            answer.Exit.ShouldBe(1);
            answer.Error.ShouldContain("1,048,576");
        }
        (await RunAsync("", Path.Combine(_folder, "none.txt"))).Exit.ShouldBe(1);
        (await RunAsync("")).Exit.ShouldBe(64);
    }
}
