using Dapper;
using Zhijian.Kernel;
using Zhijian.Law;
using Zhijian.Store;

namespace Zhijian.Offices;

/// <summary>Who may approve which papers in place of the level that the office has set, and until when.</summary>
public sealed class Delegations(EventStore store, People people, LawBook law)
{
    /// <summary>The longest that an approval is entrusted, in days: then the head decides anew. The practice of the office, not a rule.</summary>
    public const int MostDays = 366;

    /// <summary>Papers whose level only the office has set.</summary>
    public IEnumerable<DocumentTemplate> Delegable => law.Documents.Values.Where(IsDelegable);

    public static bool IsDelegable(DocumentTemplate template) => template.Approval is { Basis: null, Level: not ApprovalLevel.Prosecutor };

    /// <summary>Those of a unit that have not run out, by person.</summary>
    public async Task<IReadOnlyList<DelegationRow>> OfUnitAsync(string unit, DateOnly today, CancellationToken ct = default)
    {
        await using var connection = await store.Database.OpenAsync(ct);
        return (await connection.QueryAsync<DelegationRow>(new CommandDefinition(
            "SELECT person AS Person, unit AS Unit, papers AS Papers, from_on AS FromOn, until_on AS UntilOn FROM approval_delegation WHERE unit = @unit AND until_on >= @today ORDER BY person",
            new { unit, today = $"{today:yyyy-MM-dd}" }, cancellationToken: ct))).AsList();
    }

    /// <returns>The refusal, or null when it was recorded.</returns>
    public async Task<Refusal?> DelegateAsync(Actor head, ApprovalDelegated given)
    {
        if (!head.Is(Role.OfficeHead))
            return new OnlyTheHeadDelegates();
        if (await people.ActorAsync(given.Person) is not { } person || person.Unit != head.Unit || !person.Is(Role.Prosecutor))
            return new DelegatedToAProsecutorOfTheUnit(given.Person) { Field = "person" };
        if (person.Id == head.Id)
            return new NotToOneself() { Field = "person" };
        if (given.Papers.Count == 0)
            return new NoPaperDelegated() { Field = "papers" };
        foreach (var id in given.Papers)
            if (!law.Documents.TryGetValue(id, out var template) || !IsDelegable(template))
                return new LevelStaysWhereItIs(template?.Name ?? new Text(id, id), template?.Approval.Basis) { Field = "papers" };
        if (given.Until < given.From || given.Until.DayNumber - given.From.DayNumber > MostDays)
            return new DelegationEnds(MostDays) { Field = "until" };
        if (string.IsNullOrWhiteSpace(given.Reason))
            return new DelegationNeedsAReason() { Field = "reason" };
        await people.AppendAsync(head.Id, head.Unit, ApprovalDelegated.Stream(given.Person), given with { Unit = head.Unit, Reason = given.Reason.Trim() });
        return null;
    }

    /// <returns>The refusal, or null when it was recorded.</returns>
    public async Task<Refusal?> EndAsync(Actor head, string person, DateOnly on, string reason)
    {
        if (!head.Is(Role.OfficeHead))
            return new OnlyTheHeadDelegates();
        if ((await OfUnitAsync(head.Unit, on)).All(d => d.Person != person))
            return new NoSuchDelegation(person) { Field = "person" };
        await people.AppendAsync(head.Id, head.Unit, ApprovalDelegated.Stream(person), new ApprovalDelegationEnded(person, on, reason.Trim()));
        return null;
    }
}

public sealed record OnlyTheHeadDelegates()
    : Refusal("only-the-head-delegates", new Text("审批授权由部门负责人作出", "approval is entrusted by the head of the office"), null, new Text("请部门负责人办理", "ask the head of the office"));

public sealed record DelegatedToAProsecutorOfTheUnit(string Person)
    : Refusal("delegated-to-a-prosecutor-of-the-unit", new Text($"“{Person}”不是本单位的检察官", $"“{Person}” is no prosecutor of this unit"), null, new Text("选择本单位的检察官", "choose a prosecutor of the unit"));

public sealed record NotToOneself()
    : Refusal("not-to-oneself", new Text("不能授权给自己", "one does not entrust oneself"), null, new Text("选择另一人", "choose somebody else"));

public sealed record NoPaperDelegated()
    : Refusal("no-paper-delegated", new Text("没有选择文书", "no paper is chosen"), null, new Text("至少选择一种文书", "choose at least one"));

public sealed record LevelStaysWhereItIs(Text Paper, LegalRef? Reference)
    : Refusal("level-stays-where-it-is", new Text($"“{Paper.Zh}”的审批不能下放", $"the approval of “{Paper.En}” is not entrusted"), Reference, new Text("只有本院自行规定审批层级的文书可以授权", "only papers whose level the office itself has set"));

public sealed record DelegationEnds(int Days)
    : Refusal("delegation-ends", new Text($"授权须写明截止日期，最长 {Days} 天", $"it ends on a day, at most {Days} days on"), null, new Text("填起始日之后的截止日期；到期可以再次授权", "give a last day after the first; it can be renewed"));

public sealed record DelegationNeedsAReason()
    : Refusal("delegation-needs-a-reason", new Text("没有写授权依据", "the ground is missing"), null, new Text("写明权力清单条目或者批示", "name the item of the list of powers, or the instruction"));

public sealed record NoSuchDelegation(string Person)
    : Refusal("no-such-delegation", new Text($"“{Person}”现在没有审批授权", $"nothing is entrusted to “{Person}” now"), null, new Text("核对人员", "check the person"));
