using Shouldly;
using Xunit;

namespace Zhijian.Supervision.Tests.Clues;

/// <summary>The closed lists in data/clues.</summary>
public sealed class ClueWordsTests
{
    [Fact]
    public void Each_word_is_there_once_in_both_languages()
    {
        foreach (var list in new[] { Some.Words.Reasons, Some.Words.Results })
        {
            list.Select(w => w.Id).ShouldBeUnique();
            list.ShouldAllBe(w => w.Title.Zh.Length > 0 && w.Title.En.Length > 0);
            list.Count(w => w.Id == "other" && w.NeedsNote).ShouldBe(1, "what is in no list is written down");
        }
        Some.Words.Results.Where(r => !r.Counts).Select(r => r.Id).ShouldBe(["nothing"]);
    }
}
