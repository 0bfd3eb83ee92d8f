using Zhijian.Supervision.Runs;
using Zhijian.Supervision.Sets;

namespace Zhijian.Web.Modelling;

/// <summary>What the office has of a set: its newest import, and what the last run read of it from its own matters.</summary>
public sealed record SetHave(DataSet Set, SetImportRow? Import, OwnRead? Own)
{
    /// <summary>Nothing is imported, and a model runs on what matters say.</summary>
    public bool IsFromMatters => Import is null && Set.FromMatters == FromMatters.Enough;
}
