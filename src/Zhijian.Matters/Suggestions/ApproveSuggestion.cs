using Zhijian.Kernel;
using Zhijian.Law;

namespace Zhijian.Matters.Suggestions;

/// <summary>Record the decision on the draft (审批; 检察建议规定17—21): by the chief procurator, or by the procuratorial committee.</summary>
public sealed record ApproveSuggestion(
    [Label("决定日期", "Decided on")] DateOnly On,
    [Label("决定主体", "Decided by")] SuggestionApprover By,
    [Label("决定", "Decision")] SuggestionApproval Approval,
    [Label("文书文号", "Document number")] string? Document = null,
    [Label("程序", "Proceeding")] string? Proceeding = null)
    : ICommand<ApproveSuggestion>
{
    public static Decision Decide(Matter matter, ApproveSuggestion c, StepContext x)
    {
        var (proceeding, no) = matter.ChooseProceeding(c.Proceeding, c.On, x);
        if (proceeding is null)
            return no!;
        if (c.Approval == SuggestionApproval.Approved && proceeding.Kind() == SuggestionKind.SocialGovernance && proceeding.Stage == "drafted")
            return new GovernanceNeedsReview(proceeding.Id) { Field = "proceeding" };
        if (c.Approval == SuggestionApproval.Approved && c.By == SuggestionApprover.Chief && proceeding is { Track: Track.Civil } && proceeding.Kind() == SuggestionKind.Retrial)
            return new RetrialNeedsTheCommittee(proceeding.Id) { Field = "by" };
        return Decision.Of(new SuggestionApproved(c.On, c.By, c.Approval, c.Document, proceeding.Id, proceeding.Track));
    }
}

/// <summary>Who decides, by the weight of the suggestion.</summary>
public enum SuggestionApprover
{
    [Label("检察长", "Chief procurator")]
    Chief,

    [Label("检察委员会", "Procuratorial committee")]
    Committee,
}

public enum SuggestionApproval
{
    [Label("批准", "Approved")]
    Approved,

    [Label("退回修改", "Sent back")]
    SentBack,
}

public sealed record GovernanceNeedsReview(string Id)
    : Refusal(
        "governance-needs-review",
        new Text($"{Id} 是社会治理检察建议，法律政策研究部门审核前不能批准", $"{Id} is about social governance; it is not approved before the legal-policy review"),
        new LegalRef("检察建议规定11、17—21"),
        new Text("先登记法律政策研究部门的审核", "record the legal-policy review first"));

public sealed record RetrialNeedsTheCommittee(string Id)
    : Refusal(
        "retrial-needs-the-committee",
        new Text($"{Id} 是民事再审检察建议，由检察委员会决定", $"{Id} asks for a civil retrial; the procuratorial committee decides"),
        new LegalRef("民事监督规则87"),
        new Text("提请检察委员会讨论决定后登记", "put it to the committee, then record its decision"));

[EventType("suggestion.approved")]
public sealed record SuggestionApproved(DateOnly On, SuggestionApprover By, SuggestionApproval Approval, string? Document, string Proceeding, Track Function) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded) => matter.KnownProceeding(Proceeding).Move(Approval == SuggestionApproval.Approved ? "approved" : "drafting", On);

    public IEnumerable<Occurrence> Occurrences(Matter matter) => Approval != SuggestionApproval.Approved ? []
        : [new Occurrence("suggestion-approved", On, Proceeding) { Facts = SuggestionParts.Facts(("rules", matter.KnownProceeding(Proceeding).RulesOf())) }];

    public Text Says(Matter matter) => new($"{Proceeding} {By.Label().Zh}{Approval.Label().Zh}", $"{Proceeding}: {Approval.Label().En} by the {By.Label().En.ToLowerInvariant()}");

    Track? IMatterEvent.Track => Function;
}
