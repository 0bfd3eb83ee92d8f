using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Intake;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.FourChecks;

public sealed class UseMaterialTests
{
    private static MatterStory Found(Material material = Material.Object) =>
        Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers", material: material)).Do(new AttachDocument(Stories.Later, "ab12", "微信记录.pdf", 1, "application/pdf"));

    private static UseMaterial Use(string item = "D1", Material material = Material.Object, Track from = Track.Criminal, Track to = Track.Civil, Purpose purpose = Purpose.Clue, string? into = null, string? confirmed = null) =>
        new(Stories.Later, item, material, from, to, purpose, "证明知道是假货", into, confirmed);

    [Fact]
    public void A_permitted_use_is_recorded_with_who_and_on_what_basis() =>
        Found().Do(Use()).Matter.Uses.Single().ShouldSatisfyAllConditions(
            u => u.Use.Answer.ShouldBe(SharingAnswer.Allowed), u => u.Use.Basis.Article.ShouldBe("民诉法219"), u => u.Recorded.Actor.ShouldBe("lu"));

    [Fact]
    public void As_evidence_the_criminal_file_is_looked_at_first()
    {
        Found().ShouldRefuse<UseAsksFirst>(Use(purpose: Purpose.Evidence), "confirmed").Basis!.Article.ShouldContain("民事监督规则62");
        Found().Do(Use(purpose: Purpose.Evidence, confirmed: "已调取并核实")).Matter.Uses.Single().Use.Confirmed.ShouldBe("已调取并核实");
    }

    [Fact]
    public void What_is_forbidden_stays_so_whatever_is_confirmed() =>
        Found(Material.TechnicalInvestigation).ShouldRefuse<UseForbidden>(Use(material: Material.TechnicalInvestigation, confirmed: "检察长同意"), "to");

    [Fact]
    public void A_document_of_the_matter_can_be_used_and_one_that_is_not_there_cannot()
    {
        Found().Do(Use("M1")).Matter.Uses.Single().Use.Item.ShouldBe("M1");
        Found().ShouldRefuse<UnknownItem>(Use("M2"), "item").Remedy.Zh.ShouldContain("M1");
    }

    [Fact]
    public void A_finding_is_used_as_what_it_was_recorded_to_be()
    {
        Found().ShouldRefuse<FindingSaysOtherwise>(Use(material: Material.OfficialPaper), "material");
        Found().ShouldRefuse<FindingSaysOtherwise>(Use(from: Track.Administrative), "from");
    }

    [Fact]
    public void The_same_function_or_a_proceeding_of_another_is_refused()
    {
        Found().ShouldRefuse<SameFunction>(Use(to: Track.Criminal), "to");
        Found().Do(FromCheckTests.Filed()).ShouldRefuse<NoSuchProceedingThere>(Use(into: "G1"), "into");
        Found().Do(FromCheckTests.Civil()).Do(Use(into: "C1")).Matter.Uses.Single().Use.Proceeding.ShouldBe("C1");
    }

    [Fact]
    public void Without_a_reason_it_is_refused() => Found().ShouldRefuse<FieldIsEmpty>(Use() with { Reason = " " }, "reason");
}
