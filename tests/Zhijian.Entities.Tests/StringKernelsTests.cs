using Shouldly;
using Xunit;

namespace Zhijian.Entities.Tests;

public sealed class StringKernelsTests
{
    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("", "abc", 3, 3)]
    [InlineData("华为技术", "华为科技", 2, 2)]
    [InlineData("张伟明", "张明伟", 2, 1)]
    [InlineData("kitten", "sitting", 3, 3)]
    [InlineData("ca", "abc", 3, 3)]
    public void Known_distances(string a, string b, int levenshtein, int edits)
    {
        StringKernels.Levenshtein(a, b).ShouldBe(levenshtein);
        StringKernels.Levenshtein(b, a).ShouldBe(levenshtein);
        StringKernels.Edits(a, b).ShouldBe(edits);
        StringKernels.Edits(b, a).ShouldBe(edits);
    }

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)]
    [InlineData("DWAYNE", "DUANE", 0.84)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    [InlineData("华为", "中兴", 0)]
    public void Known_likenesses(string a, string b, double alike) => StringKernels.JaroWinkler(a, b).ShouldBe(alike, 0.0001);

    [Fact]
    public void The_same_as_the_table_of_the_textbook()
    {
        var random = new Random(3);
        for (var round = 0; round < 4000; round++)
        {
            string Text() => string.Concat(Enumerable.Range(0, random.Next(0, round % 10 == 0 ? 64 : 20)).Select(_ => "甲乙丙丁a"[random.Next(5)]));
            var (a, b) = (Text(), Text());
            StringKernels.Levenshtein(a, b).ShouldBe(Slow(a, b, swaps: false), $"{a} {b}");
            StringKernels.Edits(a, b).ShouldBe(Slow(a, b, swaps: true), $"{a} {b}");
        }
    }

    private static int Slow(string a, string b, bool swaps)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
                d[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), Math.Min(d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                        swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? d[i - 2, j - 2] + 1 : int.MaxValue));
        return d[a.Length, b.Length];
    }
}
