using Shouldly;
using Xunit;
using Zhijian.Matters.Intake;
using Zhijian.Matters.Parties;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.Parties;

public sealed class JudgePartyTests
{
    [Fact]
    public void What_is_wrong_with_a_judgement_is_refused_and_a_matter_that_is_not_there_is_not_told()
    {
        var story = A.Matter(m => m.Suspect("张某"));
        story.ShouldRefuse<NoSuchParty>(new JudgeParty(Stories.Later, "P9", "MS-2025-0099", "P1", PartyIs.Same), "party");
        story.ShouldRefuse<OtherMatterExpected>(new JudgeParty(Stories.Later, "P1", "nonsense", "P1", PartyIs.Same), "otherMatter");
        story.ShouldRefuse<OtherMatterExpected>(new JudgeParty(Stories.Later, "P1", story.Matter.Id.Value, "P1", PartyIs.Same), "otherMatter");
        story.ShouldRefuse<NoJudgementToWithdraw>(new JudgeParty(Stories.Later, "P1", "MS-2025-0099", "P1", PartyIs.Withdrawn), "judgement");
        story.Do(new JudgeParty(Stories.Later, "P1", "MS-2025-0099", "P1", PartyIs.Same)).Matter.PartyJudgements.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_last_judgement_stands_and_one_that_is_withdrawn_leaves_none()
    {
        var story = A.Matter(m => m.Suspect("张某"));
        story.Do(new JudgeParty(Stories.Later, "P1", "MS-2025-0099", "P1", PartyIs.Unsure)).Do(new JudgeParty(Stories.Later, "P1", "MS-2025-0099", "P1", PartyIs.Different));
        story.Matter.PartyJudgements.ShouldHaveSingleItem().Judgement.ShouldBe(PartyIs.Different);
        story.Do(new JudgeParty(Stories.Later, "P1", "MS-2025-0099", "P1", PartyIs.Withdrawn)).Matter.PartyJudgements.ShouldBeEmpty();
    }
}
