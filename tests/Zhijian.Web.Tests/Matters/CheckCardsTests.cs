using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.Suggestions;
using Zhijian.Testing;
using Zhijian.Web.Pages.Matters;
using static Zhijian.Testing.MatterStory;

namespace Zhijian.Web.Tests.Matters;

public sealed class CheckCardsTests
{
    [Theory]
    [InlineData(Track.Criminal)]
    [InlineData(Track.Civil)]
    [InlineData(Track.Administrative)]
    public void The_clock_of_a_suggestion_stands_under_the_function_on_which_it_rests(Track function)
    {
        var story = A.Matter().Do(new OpenSuggestion(Day("2025-05-06"), SuggestionKind.Other, function, "某局", "某事项")).Do(new DraftSuggestion(Day("2025-05-21"), "问题", "内容"))
            .Do(new ApproveSuggestion(Day("2025-05-26"), SuggestionApprover.Chief, SuggestionApproval.Approved)).Do(new ServeSuggestion(Day("2025-05-28"), "签收"));

        CheckCard.Of(story.Matter, story.Duties, TestLaw.Book).Where(c => c.Clock is not null).Select(c => (c.Track, c.Clock!.Rule.Id)).ShouldBe([(function, "register-suggestion")]);
    }
}
