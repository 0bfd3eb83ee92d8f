using Shouldly;
using Xunit;
using Zhijian.Matters.Plea;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Plea.PleaStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Plea;

public sealed class SignPleaStatementTests
{
    private static SignPleaStatement Sign(string? lawyer = "王律师", StatementException? exception = null, string? why = null, string on = "2026-03-05", string[]? charges = null, params string[] persons) =>
        new(Day(on), lawyer, PleaLawyer.DutyLawyer, exception, why, charges, persons);

    [Fact]
    public void It_covers_what_is_under_review()
    {
        var story = Told().Do(Sign());

        story.Leniency().Statement!.Charges.ShouldBe(["213", "214"]);
        story.LastLine().Zh.ShouldBe("张某签署认罪认罚具结书，值班律师王律师在场");
    }

    [Fact]
    public void One_charge_of_several_may_be_pleaded_to() => Told().Do(Sign(charges: ["214"])).Leniency().Statement!.Charges.ShouldBe(["214"]);

    [Fact]
    public void A_charge_that_is_not_under_review_is_refused() => Told().ShouldRefuse<Matters.Criminal.NotAccusedOf>(Sign(charges: ["219"]), "charges");

    [Fact]
    public void Not_before_the_rights_were_told()
    {
        Transferred().ShouldRefuse<PleaRightsFirst>(Sign(), "persons").Basis!.Article.ShouldBe("刑诉法173；规则269");
        Told().ShouldRefuse<BeforeTheRightsWereTold>(Sign(on: "2026-03-02"), "on");
    }

    [Fact]
    public void Not_without_a_lawyer() => Told().ShouldRefuse<ALawyerIsPresent>(Sign(lawyer: null), "lawyer").Basis!.Article.ShouldBe("刑诉法174；规则272");

    [Fact]
    public void By_exception_none_is_signed_and_leniency_is_not_affected()
    {
        var story = Told().Do(Sign(lawyer: null, exception: StatementException.MinorObjection));

        story.Leniency().Statement!.Exempt.ShouldBeTrue();
        story.LastLine().Zh.ShouldBe("张某不需要签署具结书：未成年人的法定代理人、辩护人有异议");
        story.Do(new ProposeSentence(Day("2026-03-06"), Penalty.Imprisonment, 6));
    }

    [Fact]
    public void Another_exception_is_explained()
    {
        Told().ShouldRefuse<FieldIsEmpty>(Sign(lawyer: null, exception: StatementException.Other), "why");
        Told().Do(Sign(lawyer: null, exception: StatementException.Other, why: "客观上无法签署"));
    }

    [Fact]
    public void A_plea_against_the_will_is_begun_anew_first()
    {
        var story = Told().Do(new ReviewVoluntariness(Day("2026-03-04"), PleaWill.AgainstTheWill, "受到威胁"));

        story.ShouldRefuse<PleaWasNotVoluntary>(Sign(), "persons").Basis!.Article.ShouldBe("规则271、272");
        story.Do(new TellPleaRights(Day("2026-03-05"))).Do(Sign());
    }

    [Fact]
    public void A_unit_signs_for_itself_and_the_person_in_charge_for_themselves()
    {
        UnitCrime().ShouldRefuse<OnePersonAtATime>(Sign(), "persons");
        UnitCrime().ShouldRefuse<UnitsHaveNoSuchException>(Sign(lawyer: null, exception: StatementException.Disability, persons: "P1"), "exception");
        UnitCrime().ShouldRefuse<RepresentativeSigns>(Sign(persons: "P1"), "representative").Basis!.Article.ShouldBe("刑诉法174；刑诉解释336");
        UnitCrime().ShouldRefuse<PersonsSignThemselves>(Sign(persons: "P2") with { Representative = "赵某" }, "representative");
        var story = UnitCrime().Do(Sign(persons: "P1") with { Representative = "赵某" });
        story.LastLine().Zh.ShouldStartWith("某贸易公司的诉讼代表人赵某签署");

        (story.Leniency("P1").Statement is null, story.Leniency("P2").Statement is null).ShouldBe((false, true));
    }
}
