namespace Zhijian.Bench;

internal static class VerifyBench
{
    public static Task<int> RunAsync() => Task.FromResult(0);
}
