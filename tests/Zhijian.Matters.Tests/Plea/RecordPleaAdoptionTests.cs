using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class RecordPleaAdoptionTests
{
    private static MatterStory Judged() => Proposed().Prosecuted("2026-03-10").Judged("2026-03-20");

    private static RecordPleaAdoption Adopt(PleaAdoption adoption = PleaAdoption.Adopted, NonAdoption? ground = null, string? reason = null) => new(Day("2026-03-23"), adoption, ground, reason);

    [Fact]
    public void Adopted_or_adopted_after_adjustment()
    {
        Judged().Do(Adopt()).LastLine().Zh.ShouldBe("法院对张某的量刑建议：采纳");
        Judged().Do(Adopt(PleaAdoption.AfterAdjustment)).LastLine().En.ShouldContain("adjusted");
    }

    [Fact]
    public void Not_adopted_on_a_ground_with_the_reasons_of_the_court()
    {
        Judged().ShouldRefuse<NonAdoptionNeedsAGround>(Adopt(PleaAdoption.NotAdopted), "ground").Basis!.Article.ShouldBe("刑诉法201");
        Judged().ShouldRefuse<FieldIsEmpty>(Adopt(PleaAdoption.NotAdopted, NonAdoption.OtherCharge), "reason");
        Judged().Do(Adopt(PleaAdoption.NotAdopted, NonAdoption.OtherCharge, "认定为214")).LastLine().Zh.ShouldContain("不一致");
    }

    [Fact]
    public void What_was_adopted_has_no_ground() => Judged().ShouldRefuse<AdoptedHasNoGround>(Adopt(ground: NonAdoption.Improper), "ground");

    [Fact]
    public void Without_a_proposal_there_is_nothing_to_adopt() => Stories.At(Stage.Judged).ShouldRefuse<NothingWasProposed>(new RecordPleaAdoption(Stories.Later, PleaAdoption.Adopted), "persons");

    [Fact]
    public void Not_before_the_judgment() => Proposed().Prosecuted("2026-03-10").ShouldRefuse<NobodyToActOn>(Adopt(), "persons").Basis!.Article.ShouldBe("刑诉法201");
}
