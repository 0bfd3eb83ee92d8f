using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class HearPleaOpinionTests
{
    private static HearPleaOpinion Hear(PleaVoice voice, OpinionTaken taken = OpinionTaken.Adopted, string? why = null, string[]? holders = null, string opinion = "建议缓刑") =>
        new(Day("2026-03-06"), voice, opinion, taken, why, holders, ["P1"]);

    [Theory]
    [InlineData(PleaVoice.Suspect)]
    [InlineData(PleaVoice.Defender)]
    [InlineData(PleaVoice.DutyLawyer)]
    [InlineData(PleaVoice.Victim)]
    public void Everybody_whom_the_law_names_is_heard(PleaVoice voice) => Told().Do(Hear(voice)).LastLine().Zh.ShouldContain("建议缓刑");

    [Fact]
    public void The_right_holder_is_named()
    {
        Told().Do(Hear(PleaVoice.RightHolder)).LastLine().Zh.ShouldBe("听取权利人（某公司）对张某认罪认罚的意见，采纳：建议缓刑");
        Told().ShouldRefuse<Matters.Criminal.UnknownRightHolder>(Hear(PleaVoice.RightHolder, holders: ["R7"]), "holders");
        A.Matter(m => m.Suspect("张某", "213").RegisteredOn("2026-03-02")).Transferred("2026-03-02").ShouldRefuse<Matters.Criminal.NoRightHolder>(Hear(PleaVoice.RightHolder), "holders");
    }

    [Fact]
    public void A_lawyer_who_is_not_followed_is_told_why()
    {
        Told().ShouldRefuse<LawyersAreToldWhy>(Hear(PleaVoice.DutyLawyer, OpinionTaken.NotAdopted), "why").Basis!.Article.ShouldBe("规则269第3款");
        Told().ShouldRefuse<LawyersAreToldWhy>(Hear(PleaVoice.Defender, OpinionTaken.Partly), "why");
        Told().Do(Hear(PleaVoice.Defender, OpinionTaken.NotAdopted, "数额特别巨大"));
    }

    [Fact]
    public void Others_may_be_told_why() => Told().Do(Hear(PleaVoice.RightHolder, OpinionTaken.NotAdopted));

    [Fact]
    public void The_suspect_is_heard_after_the_rights_were_told()
    {
        Transferred().ShouldRefuse<PleaRightsFirst>(Hear(PleaVoice.Suspect), "persons").Basis!.Article.ShouldBe("刑诉法173；规则269");
        Transferred().Do(Hear(PleaVoice.Victim));
        Transferred().Do(new TellPleaRights(Day("2026-03-09"))).ShouldRefuse<BeforeTheRightsWereTold>(Hear(PleaVoice.Suspect), "on");
    }

    [Fact]
    public void An_opinion_has_words() => Told().ShouldRefuse<FieldIsEmpty>(Hear(PleaVoice.Victim, opinion: ""), "opinion");
}
