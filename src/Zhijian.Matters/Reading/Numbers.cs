using System.Globalization;
using Zhijian.Kernel;

namespace Zhijian.Matters.Reading;

/// <summary>Numbers with what is known of their exactness, in words.</summary>
internal static class Numbers
{
    public static Text Say(decimal value, decimal? to, Approximation approximation, Text unit)
    {
        var n = Write(value);
        return approximation switch
        {
            Approximation.Range => new Text($"{n} 至 {Write(to!.Value)}{unit.Zh}", $"{n} to {Write(to.Value)}{unit.En}"),
            Approximation.About => new Text($"约 {n}{unit.Zh}", $"about {n}{unit.En}"),
            Approximation.AtLeast => new Text($"{n}{unit.Zh}以上", $"{n}{unit.En} or more"),
            Approximation.AtMost => new Text($"不超过 {n}{unit.Zh}", $"at most {n}{unit.En}"),
            _ => new Text(n + unit.Zh, n + unit.En),
        };
    }

    private static string Write(decimal value) => value.ToString("#,##0.####", CultureInfo.InvariantCulture);
}
