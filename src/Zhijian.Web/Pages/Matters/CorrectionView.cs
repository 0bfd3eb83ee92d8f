using System.Text.Json.Nodes;
using Zhijian.Kernel;
using Zhijian.Matters;
using Zhijian.Matters.Intake;

namespace Zhijian.Web.Pages.Matters;

/// <summary>A proposed correction as people compare it: field, what is recorded, what it should be. Pure.</summary>
/// <param name="Target">The entry that is to be corrected.</param>
public sealed record CorrectionView(TimelineEntry Target, IReadOnlyList<(Text Label, Text Old, Text New)> Lines, string Reason)
{
    public static CorrectionView Of(Matter matter, CorrectionProposed proposal, StepCatalogue steps)
    {
        var target = matter.Timeline.First(t => t.Recorded.Version == proposal.Target);
        var data = JsonNode.Parse(target.Data)!.AsObject();
        var step = EntryFields.StepOf(steps, data);
        return new CorrectionView(
            target,
            [.. proposal.Changes.Select(c =>
            {
                var field = EntryFields.FieldOf(step, c.Key);
                return (EntryFields.LabelOf(step, c.Key), EntryFields.ValueOf(matter, field, data[c.Key]), EntryFields.ValueOf(matter, field, c.Value));
            })],
            proposal.Reason);
    }
}
