using Zhijian.Kernel;
using Zhijian.Store;

namespace Zhijian.Offices;

/// <summary>
/// The head of an office entrusts a person with the approval of some papers until a day (审批授权). The newest counts. Only what the office itself has set
/// can be entrusted: a level that a law names stays where it is.
/// </summary>
/// <param name="Papers">Ids of templates.</param>
/// <param name="Until">The last day.</param>
[EventType("office.approval-delegated")]
public sealed record ApprovalDelegated(string Person, string Unit, IReadOnlyList<string> Papers, DateOnly From, DateOnly Until, string Reason) : IEvent
{
    public static string Stream(string person) => $"delegation/{person}";
}

/// <summary>It ends before its day.</summary>
[EventType("office.approval-delegation-ended")]
public sealed record ApprovalDelegationEnded(string Person, DateOnly On, string Reason) : IEvent;

/// <summary>A delegation as it stands. <paramref name="Papers"/>: ids of templates.</summary>
public sealed record DelegationRow(string Person, string Unit, string Papers, string FromOn, string UntilOn)
{
    public IReadOnlyList<string> Templates => Papers.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
