using Shouldly;
using Xunit;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Evidence;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Evidence;

public sealed class PassageTests
{
    private static readonly string Hash = new('a', 64);

    private static AttachedDocument File(string hash) => new(hash, "清单.pdf", 1, "application/pdf", Stories.Later);

    [Fact]
    public void What_is_written_down_is_found_again()
    {
        var passage = new Passage(Hash, 3, 120, 5, "滤芯三百件");
        passage.ToString().ShouldBe("第3页“滤芯三百件”〔aaaaaaaa 120+5〕");
        Passage.TryParse(passage.ToString(), [File(new string('b', 64)), File(Hash)]).ShouldBe(passage);
        Passage.TryParse(passage.ToString(), [File(new string('b', 64))]).ShouldBeNull();
        var quoted = passage with { Quote = "他说“三百件”〔见表〕" };
        Passage.TryParse(quoted.ToString(), [File(Hash)]).ShouldBe(quoted);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("第44页")]
    [InlineData("第0页“x”〔aaaaaaaa 1+1〕")]
    [InlineData("第3页“x”〔aaaaaaaa 1+1〕 见附件")]
    public void What_was_written_by_hand_stays_what_it_is(string? text) => Passage.TryParse(text, [File(Hash)]).ShouldBeNull();

    [Fact]
    public void A_long_wording_is_cut_between_characters_and_stands_in_one_line()
    {
        new Passage(Hash, 1, 0, 9, "一\n 二\t三").ToString().ShouldStartWith("第1页“一 二 三”");
        new Passage(Hash, 1, 0, 999, string.Concat(Enumerable.Repeat("𠮷", 500))).Short.ShouldBe(string.Concat(Enumerable.Repeat("𠮷", 100)) + "…");
        new Passage(Hash, 1, 0, 999, "x" + string.Concat(Enumerable.Repeat("𠮷", 500))).Short.Length.ShouldBe(200);
    }

    [Fact]
    public void The_review_report_says_what_proves_each_element_and_nothing_of_what_is_kept()
    {
        var story = TakeInExhibitTests.Taken();
        story.Do(new AttachDocument(Stories.Later, Hash, "清单.pdf", 1, "application/pdf", "E1"));
        story.Do(TieExhibitTests.Tie("E1", "no-licence") with { Passage = new Passage(Hash, 3, 120, 5, "滤芯三百件").ToString() });
        story.Do(TieExhibitTests.Tie("E1", "serious", ProofStrength.Weak));
        var paper = PaperMaker.Make(TestLaw.Book.Documents["review-report"], story.Matter, TestLaw.Book, new PaperSubject(["P1"]), new PaperBy("某院", "陆"), new Dictionary<string, string>());
        var lines = paper.Text.Body.Select(l => l.Text).Where(l => l.Contains("E1")).ToList();
        lines.Count.ShouldBe(2);
        lines[0].ShouldContain("（E1，直接证明，第1-3页“滤芯三百件”）");
        lines[0].ShouldNotContain("aaaaaaaa");
        lines[1].ShouldContain("（E1，证明力弱，第44页）");
    }
}
