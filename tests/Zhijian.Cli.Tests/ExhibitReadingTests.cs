using Shouldly;
using Xunit;

namespace Zhijian.Cli.Tests;

/// <summary>The files of an exhibit on the command line.</summary>
public sealed class ExhibitReadingTests
{
    [Fact]
    public async Task Pages_and_hits_come_with_their_numbers_and_for_others_nothing_is_there()
    {
        await using var office = await Office.OpenAsync();
        var matter = await Steps.ToProsecutionReviewAsync(office);
        await office.OutAsync(0, "do", "take-in-exhibit", matter, "--as", "lu", "--on", "2026-09-04", "--title", "进货清单", "--kind", "documentary", "--collectedBy", "某市公安局", "--foundIn", "criminal", "--form", "original");
        await office.OutAsync(0, "do", "attach-document", matter, "--as", "lu", "--exhibit", "E1", "--on", "2026-09-04", "--file", office.Write("清单.txt", "滤芯三百件\n商标与Ａbc相同\n"));

        var page = await office.OutAsync(0, "read", matter, "E1", "--page", "1", "--as", "lu");
        page.ShouldContain("E1 清单.txt  1 页");
        page.ShouldContain("--- 1-1\n滤芯三百件\n商标与Ａbc相同\n");
        var found = await office.OutAsync(0, "read", matter, "e1", "--find", "aBC", "--as", "lu");
        found.ShouldContain("共 1 处，在 1 页上");
        found.ShouldContain("  1-1  …滤芯三百件 商标与Ａbc相同…");
        ((int)(await office.JsonAsync(0, "read", matter, "E1", "--find", "商标", "--as", "lu"))["files"]![0]!["found"]!["total"]!).ShouldBe(1);

        (await office.RunAsync("read", matter, "E9", "--as", "lu")).Exit.ShouldBe(4);
        (await office.RunAsync("read", matter, "E1", "--as", "he")).Exit.ShouldBe(4);
        (await office.RunAsync("read", matter, "--page", "1")).Exit.ShouldBe(64);
        (await office.RunAsync("read", matter, "E1", "--page", "0", "--as", "lu")).Exit.ShouldBe(64);
    }
}
