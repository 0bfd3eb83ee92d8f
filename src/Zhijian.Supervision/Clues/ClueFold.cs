using Zhijian.Store;

namespace Zhijian.Supervision.Clues;

/// <summary>A clue from its events, oldest first. O(events of the clue).</summary>
public static class ClueFold
{
    public static Clue Fold(ClueNumber number, IReadOnlyList<StoredEvent> events)
    {
        var clue = new Clue(number);
        foreach (var stored in events)
            clue.Apply((IClueEvent)SupervisionEvents.Types.Read(stored), new ClueRecorded(stored.Version, stored.Actor, stored.ActedOn, stored.RecordedAt), stored.Type);
        return clue;
    }

    internal static ClueRunSeen ReadRun(StoredEvent stored) => (ClueRunSeen)SupervisionEvents.Types.Read(stored);
}
