using Zhijian.Kernel;

namespace Zhijian.Store.Crash;

[EventType("crash.survived")]
internal sealed record Survived(int Round) : IEvent;
