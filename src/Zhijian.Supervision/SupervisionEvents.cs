using Zhijian.Store;

namespace Zhijian.Supervision;

/// <summary>The types of the events of this module, as they are read from the store.</summary>
internal static class SupervisionEvents
{
    public static readonly EventTypes Types = new(typeof(SupervisionEvents).Assembly);
}
