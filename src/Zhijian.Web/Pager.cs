using Zhijian.Kernel;

namespace Zhijian.Web;

/// <summary>The pages of a list as links.</summary>
public sealed record Pager(int Page, int Pages, Func<int, string> Url, Text Total)
{
    /// <summary>The numbers to show: both ends and the neighbours; null where some are left out. Pure.</summary>
    public IReadOnlyList<int?> Numbers()
    {
        var shown = Enumerable.Range(1, Pages).Where(n => n <= 2 || n > Pages - 2 || Math.Abs(n - Page) <= 2).ToList();
        return [.. shown.SelectMany((n, i) => i > 0 && n - shown[i - 1] > 1 ? new int?[] { null, n } : [n])];
    }
}
