using Shouldly;
using Xunit;
using Zhijian.Documents;
using Zhijian.Kernel;
using Zhijian.Matters.Documents;
using Zhijian.Matters.Intake;
using Zhijian.Testing;
using static Zhijian.Matters.Tests.Documents.DocumentStories;
using static Zhijian.Matters.Tests.Refusals;

namespace Zhijian.Matters.Tests.Documents;

public sealed class ApproveDocumentTests
{
    private static readonly IReadOnlyDictionary<string, string> Values = new Dictionary<string, string> { ["identity"] = "无", ["facts-found"] = "事实" };

    private static MatterStory DecisionOfTheChief() => A.Matter(m => m.Suspect("张某")).Transferred("2026-03-02").NotProsecuted("2026-03-10")
        .Do(new MakeDocument(On, "non-prosecution-discretionary", Values: Values)).Do(new SubmitDocument(On, 1)).By(Head);

    [Fact]
    public void Only_what_was_submitted_is_approved() => ShouldBeOpenOnlyAt(new ApproveDocument(On, 1), Head, PaperState.Submitted);

    [Fact]
    public void The_level_is_that_of_the_template_or_higher()
    {
        DecisionOfTheChief().ShouldRefuse<ApprovalLevelTooLow>(new ApproveDocument(On, 1, PaperApprover.DeputyChief, "王某"), "by").Basis!.Article.ShouldBe("规则370");
        DecisionOfTheChief().Do(new ApproveDocument(On, 1, Approver: "王某")).First().Notes[^1].Says.Zh.ShouldBe("检察长（王某）批准");
        DecisionOfTheChief().Do(new ApproveDocument(On, 1, PaperApprover.Committee, "第3次会议")).First().State.ShouldBe(PaperState.Approved);
    }

    [Fact]
    public void Above_the_office_somebody_is_named() => DecisionOfTheChief().ShouldRefuse<ApproverNeedsAName>(new ApproveDocument(On, 1), "approver");

    [Fact]
    public void A_prosecutor_does_not_record_what_the_head_approves() => Submitted().ShouldRefuse<ApprovalIsNotYours>(new ApproveDocument(On, 1), "by");

    [Fact]
    public void Who_submitted_it_does_not_approve_it_as_head()
    {
        var both = An.Actor("zhou", An.Office, Role.OfficeHead, Role.Prosecutor);
        Draft().By(both).Do(new SubmitDocument(On, 1)).ShouldRefuse<OwnPaperIsNotApproved>(new ApproveDocument(On, 1), "paper");
    }

    [Fact]
    public void What_a_prosecutor_decides_alone_they_approve_themselves() =>
        Indicted().Do(new MakeDocument(On, "suspect-rights", ["P1"])).Do(new SubmitDocument(On, 1)).Do(new ApproveDocument(On, 1)).First().State.ShouldBe(PaperState.Approved);

    [Fact]
    public void Who_was_entrusted_with_it_approves_what_the_office_has_set()
    {
        var other = An.Actor("shen", An.Office, Role.Prosecutor);
        Submitted().By(other).ShouldRefuse<ApprovalIsNotYours>(new ApproveDocument(On, 1), "by");
        Submitted().By(other).Entrusted("return-decision").ShouldRefuse<ApprovalIsNotYours>(new ApproveDocument(On, 1), "by");
        Submitted().By(other).Entrusted("indictment").ShouldRefuse<ApprovalIsNotYours>(new ApproveDocument(On, 1, PaperApprover.Chief, "王某"), "by");
        Submitted().By(other).Entrusted("indictment").Do(new ApproveDocument(On, 1)).First().Notes[^1].Says.Zh.ShouldBe("shen某（受部门负责人授权）批准");
        Submitted().Entrusted("indictment").ShouldRefuse<OwnPaperIsNotApproved>(new ApproveDocument(On, 1), "paper");
    }

    [Fact]
    public void What_a_law_gives_to_a_level_is_not_entrusted() =>
        DecisionOfTheChief().By(An.Actor("shen", An.Office, Role.Prosecutor)).Entrusted("non-prosecution-discretionary").ShouldRefuse<ApprovalIsNotYours>(new ApproveDocument(On, 1), "by");

    [Fact]
    public void A_fact_that_changed_meanwhile_stops_it() =>
        Submitted().Do(new RecordAmount(On, "illegal-gains", new Money(30_000), "审计报告")).By(Head).ShouldRefuse<PaperIsOutdated>(new ApproveDocument(On, 1), "paper");

    [Fact]
    public void The_levels_are_those_of_the_templates() => Enum.GetNames<PaperApprover>().ShouldBe(Enum.GetNames<Law.ApprovalLevel>());
}
