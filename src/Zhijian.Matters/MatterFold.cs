using System.Text.Json;
using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Matters.Intake;
using Zhijian.Store;

namespace Zhijian.Matters;

/// <summary>Folds the events of a stream into a matter. Confirmed corrections are applied first, so the state is as if the error had not been made.</summary>
public static class MatterFold
{
    public static readonly EventTypes Types = new(typeof(Matter).Assembly);

    /// <summary>Pure. O(events).</summary>
    public static Matter Fold(MatterId id, IReadOnlyList<StoredEvent> events)
    {
        var matter = new Matter(id);
        var corrections = ConfirmedCorrections(events);
        foreach (var stored in events)
        {
            var corrected = corrections.TryGetValue(stored.Version, out var changes);
            var data = corrected ? Patch(stored.Data, changes!) : stored.Data;
            var e = (IMatterEvent)JsonSerializer.Deserialize(data, Types.TypeOf(stored), Json.Options)!;
            var acted = corrected && changes!.TryGetValue("on", out var on) && on is JsonValue v && PartialDate.TryParse(v.GetValue<string>()) is { } moved
                ? moved
                : PartialDate.Parse(stored.ActedOn);
            Take(matter, new TimelineEntry(e, new Recorded(stored.Seq, stored.Version, stored.Actor, acted, stored.RecordedAt), stored.Type, data, corrected));
        }
        return matter;
    }

    /// <summary>
    /// As one person may know it: with those of the kept exhibits (<see cref="Evidence.KeptExhibits"/>) that are kept to them too. Version, timeline and
    /// occurrences are those of the matter alone.
    /// </summary>
    public static Matter Fold(MatterId id, IReadOnlyList<StoredEvent> events, IReadOnlyList<StoredEvent> kept, string reader)
    {
        var matter = Fold(id, events);
        foreach (var stored in kept)
            ((IMatterEvent)Types.Read(stored)).Apply(matter, new Recorded(stored.Seq, stored.Version, stored.Actor, PartialDate.Parse(stored.ActedOn), stored.RecordedAt));
        matter.HideExhibitsFrom(reader);
        return matter;
    }

    /// <summary>
    /// Whether the matter can still be folded with an entry changed: the entry must read, and the later ones must find the persons whom they name.
    /// </summary>
    public static bool Bears(this Matter matter, long target, IReadOnlyDictionary<string, JsonNode?> changes)
    {
        var copy = new Matter(matter.Id);
        try
        {
            foreach (var entry in matter.Timeline)
                Take(copy, entry.Recorded.Version != target ? entry : entry with
                {
                    Event = (IMatterEvent)JsonSerializer.Deserialize(Patch(entry.Data, changes), entry.Event.GetType(), Json.Options)!,
                });
            return true;
        }
        catch (Exception e) when (e is JsonException or UnknownSubjectException)
        {
            return false;
        }
    }

    private static void Take(Matter matter, TimelineEntry entry)
    {
        var proceedings = matter.Proceedings.Count;
        entry.Event.Apply(matter, entry.Recorded);
        foreach (var opened in matter.Proceedings.Skip(proceedings))
            opened.OpenedBy = entry.Recorded.Version;
        matter.Version = entry.Recorded.Version;
        matter.Add(entry.Event.Occurrences(matter));
        matter.Add(entry);
    }

    /// <summary>The data with some of its fields replaced.</summary>
    public static string Patch(string data, IReadOnlyDictionary<string, JsonNode?> changes)
    {
        var node = JsonNode.Parse(data)!.AsObject();
        foreach (var (field, value) in changes)
            node[field] = value?.DeepClone();
        return node.ToJsonString(Json.Options);
    }

    private static Dictionary<long, Dictionary<string, JsonNode?>> ConfirmedCorrections(IReadOnlyList<StoredEvent> events)
    {
        var result = new Dictionary<long, Dictionary<string, JsonNode?>>();
        foreach (var confirmed in events.Where(e => e.Type == EventTypes.Of(typeof(CorrectionConfirmed)).Name))
        {
            var proposal = events[(int)((CorrectionConfirmed)Types.Read(confirmed)).Proposal - 1];
            var proposed = (CorrectionProposed)Types.Read(proposal);
            if (!result.TryGetValue(proposed.Target, out var changes))
                result[proposed.Target] = changes = new(StringComparer.Ordinal);
            foreach (var (field, value) in proposed.Changes)
                changes[field] = value;
        }
        return result;
    }
}
