using System.Text.Json.Nodes;
using Shouldly;
using Xunit;
using Zhijian.Law;
using Zhijian.Matters.CivilSupervision;
using Zhijian.Matters.FilingSupervision;
using Zhijian.Matters.FourChecks;
using Zhijian.Matters.Litigation;
using Zhijian.Matters.PublicInterest;
using Zhijian.Testing;

namespace Zhijian.Matters.Tests.FourChecks;

/// <summary>A question of the board opens its proceeding, with the shared facts carried over and the use recorded.</summary>
public sealed class FromCheckTests
{
    internal static FilePublicInterest Filed(string? check = null) => new(Stories.Later, PublicLine.Administrative, PublicField.Consumers, "仍有1060台在用", "某县市场监督管理局", "假冒发射器", Check: check);

    internal static StartCivilSupervision Civil(string? check = null) => new(
        Stories.Later, OfficeGround.MajorImpact, "裁判有误", SupervisedObject.Judgment, "某市中级人民法院", CourtLevel.Intermediate, "（2025）某01民终1234号", "原告某公司，被告李某", EffectiveOn: Kernel.PartialDate.Parse("2025-06-30"), Check: check);

    private static Step StepOf(string name) => TestLaw.Steps.Find(name)!;

    private static JsonObject Filled(MatterStory story, string step, string body) => JsonNode.Parse(FromCheck.Fill(story.Matter, TestLaw.Book, StepOf(step), body))!.AsObject();

    [Fact]
    public void What_the_finding_names_is_carried_over_and_need_not_be_typed()
    {
        var story = Stories.At(Stage.Registered).Do(RecordFindingTests.Of("wrong-civil-judgment", court: "某市中级人民法院"));

        var body = Filled(story, "start-civil-supervision", """{"on":"2026-04-01","ground":"major-impact","check":"wrong-civil-judgment.D1.1"}""");
        var (command, errors) = StepForm.FromJson(StepOf("start-civil-supervision"), body.ToJsonString());
        errors.ShouldBeEmpty();
        story.Do(command!);

        story.Matter.Proceeding("C1")!.Facts.ShouldSatisfyAllConditions(
            f => f["court"].ShouldBe("某市中级人民法院"), f => f["court-level"].ShouldBe("intermediate"), f => f["case-number"].ShouldBe("（2025）某01民终1234号"), f => f["parties"].ShouldBe("原告某公司，被告李某"));
        story.Matter.Timeline[^1].Event.ShouldBeOfType<CheckLed>().Carried.ShouldBe(["caseNumber", "court", "effectiveOn", "level", "object", "parties", "reason"]);
    }

    [Fact]
    public void What_somebody_wrote_stays_and_does_not_count_as_carried()
    {
        var story = Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers"));

        var body = Filled(story, "file-public-interest", """{"on":"2026-04-01","line":"administrative","harm":"另一说法","check":"harm-consumers.D1.1"}""");
        body["harm"]!.GetValue<string>().ShouldBe("另一说法");
        story.Do(StepForm.FromJson(StepOf("file-public-interest"), body.ToJsonString()).Command!);

        story.Matter.Timeline[^1].Event.ShouldBeOfType<CheckLed>().Carried.ShouldBe(["about", "against", "publicField"]);
    }

    [Fact]
    public void A_fact_that_is_not_known_is_not_carried() =>
        Filled(Stories.At(Stage.Registered).Do(RecordFindingTests.Of("wrong-civil-judgment")), "start-civil-supervision", """{"check":"wrong-civil-judgment.D1.1"}""").ContainsKey("court").ShouldBeFalse();

    [Theory]
    [InlineData("""{"on":"2026-04-01"}""")]
    [InlineData("""{"check":5}""")]
    [InlineData("""{"check":"x","check":"y"}""")]
    [InlineData("not json")]
    public void A_body_without_a_question_or_that_cannot_be_read_stays_as_it_is(string body) =>
        FromCheck.Fill(Stories.At(Stage.Registered).Matter, TestLaw.Book, StepOf("file-public-interest"), body).ShouldBe(body);

    [Fact]
    public void The_question_is_answered_by_the_proceeding_and_the_use_is_recorded_with_its_basis()
    {
        var story = Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers")).Do(Filed("harm-consumers.D1.1"));

        story.Matter.Answers["harm-consumers.D1.1"].ShouldSatisfyAllConditions(a => a.Outcome.ShouldBe(CheckOutcome.Opened), a => a.Proceeding.ShouldBe("G1"));
        story.Matter.Uses.Single().Use.ShouldSatisfyAllConditions(
            u => (u.Item, u.From, u.To, u.Proceeding, u.Purpose).ShouldBe(("D1", Track.Criminal, Track.PublicInterest, "G1", Purpose.Clue)), u => u.Basis.Article.ShouldBe("民诉法58；行诉法25"));
    }

    [Fact]
    public void A_finding_of_the_same_function_is_no_use_across_functions() =>
        Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers", Track.PublicInterest)).Do(Filed("harm-consumers.D1.1")).Matter.Uses.ShouldBeEmpty();

    [Fact]
    public void Material_of_technical_investigation_opens_nothing_but_criminal_supervision()
    {
        var story = Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers", material: Material.TechnicalInvestigation)).Do(RecordFindingTests.Of("police-not-filing", material: Material.TechnicalInvestigation));

        story.ShouldRefuse<UseForbidden>(Filed("harm-consumers.D1.1"), "check").Basis!.Article.ShouldBe("刑诉法152");
        story.Do(new AcceptFilingSupervision(Stories.Later, FilingFault.NotFiled, FilingSource.Found, "某县公安局", "某事", "police-not-filing.D2.1")).Matter.Proceeding("F1").ShouldNotBeNull();
    }

    [Fact]
    public void Where_the_rule_asks_first_the_use_is_recorded_before()
    {
        var story = Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers", material: Material.TradeSecret));
        story.ShouldRefuse<UseAsksFirst>(Filed("harm-consumers.D1.1"), "check");

        story.Do(new UseMaterial(Stories.Later, "D1", Material.TradeSecret, Track.Criminal, Track.PublicInterest, Purpose.Clue, "立案", Confirmed: "只用销量，已作技术处理，周某同意")).Do(Filed("harm-consumers.D1.1"));

        story.Matter.Uses.Count.ShouldBe(1, "the use that was recorded before is not recorded twice");
    }

    [Fact]
    public void A_question_that_leads_elsewhere_is_refused_with_the_steps_to_which_it_leads() =>
        Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers")).ShouldRefuse<CheckLeadsElsewhere>(Civil("harm-consumers.D1.1"), "check").Remedy.Zh.ShouldContain("公益诉讼立案");

    [Fact]
    public void A_question_is_answered_once_and_an_unknown_one_never()
    {
        var story = Stories.At(Stage.Registered).Do(RecordFindingTests.Of("harm-consumers")).Do(Filed("harm-consumers.D1.1"));
        story.ShouldRefuse<CheckAnsweredAlready>(Filed("harm-consumers.D1.1"), "check");
        story.ShouldRefuse<UnknownCheck>(Filed("harm-gi.D1.1"), "check");
    }
}
