using Zhijian.Kernel;

namespace Zhijian.Matters.Intake;

/// <summary>Confirm a proposed correction (确认更正), by a second person.</summary>
public sealed record ConfirmCorrection(
    [Label("日期", "Date")] DateOnly On,
    [Label("更正提议的记录号", "Entry number of the proposal")] long Proposal)
    : ICommand<ConfirmCorrection>
{
    public static Decision Decide(Matter matter, ConfirmCorrection c, StepContext x)
    {
        if (Guard.NotAfterToday(c.On, x) is { } future)
            return future;
        if (matter.Timeline.FirstOrDefault(t => t.Recorded.Version == c.Proposal) is not { Event: CorrectionProposed proposed } entry)
            return new NoSuchProposal(c.Proposal) { Field = "proposal" };
        if (matter.Timeline.Any(t => t.Event is CorrectionConfirmed done && done.Proposal == c.Proposal))
            return new AlreadyConfirmed(c.Proposal) { Field = "proposal" };
        if (entry.Recorded.Actor == x.Actor.Id)
            return new NeedsASecondPerson();
        // what was recorded since the proposal may rest on the old value
        return !matter.Bears(proposed.Target, proposed.Changes)
            ? new LaterEntriesNeedIt(string.Join(", ", proposed.Changes.Keys), string.Join(", ", proposed.Changes.Values)) { Field = "proposal" }
            : Decision.Of(new CorrectionConfirmed(c.On, c.Proposal));
    }
}

public sealed record NoSuchProposal(long Entry)
    : Refusal("no-such-proposal", new Text($"第 {Entry} 条不是更正提议", $"entry {Entry} is no proposed correction"), null, new Text("从时间线选择", "choose one from the timeline"));

public sealed record AlreadyConfirmed(long Entry)
    : Refusal("already-confirmed", new Text($"第 {Entry} 条更正已确认", $"the correction of entry {Entry} is confirmed already"), null, new Text("无需再办", "nothing to do"));

public sealed record NeedsASecondPerson()
    : Refusal("needs-a-second-person", new Text("更正须由提出人以外的人确认", "a correction is confirmed by somebody other than who proposed it"), null, new Text("请本院另一名有权人员确认", "ask another authorised person of the office"));

[EventType("matter.correction-confirmed")]
public sealed record CorrectionConfirmed(DateOnly On, long Proposal) : IMatterEvent
{
    public void Apply(Matter matter, Recorded recorded)
    {
        // the fold applies the changes to the corrected entry itself
    }

    public Text Says(Matter matter) => new($"确认第 {Proposal} 条更正", $"Correction of entry {Proposal} confirmed");

    Law.Track? IMatterEvent.Track => null;
}
